"""What stands on a page, as a person reads it."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def in_sight(page: QWidget, kind: type[Kind]) -> list[Kind]:
    """Return what stands on the page once Qt has shown what was just put there."""
    QApplication.processEvents()
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


def texts(page: QWidget) -> list[str]:
    """Return every text in sight."""
    return [label.text() for label in in_sight(page, QLabel) if label.text()]


def says(page: QWidget, part: str) -> bool:
    """Return whether some text in sight holds these words."""
    return any(part in text for text in texts(page))


def button(page: QWidget, name: str) -> QAbstractButton:
    """Return the button in sight whose name begins so."""
    found = [widget for widget in in_sight(page, QAbstractButton) if widget.accessibleName().startswith(name)]
    assert found, f"no button {name}"
    return found[0]
