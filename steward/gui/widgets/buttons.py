"""Buttons that say the act: one primary per page, secondary ones, and quiet links."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from steward.gui.icons import icon
from steward.gui.theme import theme


def primary_button(text: str, picture: str = "") -> QPushButton:
    """Return the one main button of a page; Enter presses it while it has the focus."""
    return _button(text, "primary", picture, "on_primary")


def secondary_button(text: str, picture: str = "") -> QPushButton:
    """Return a button for anything else that can be done here."""
    return _button(text, "secondary", picture, "text")


def link_button(text: str, picture: str = "") -> QPushButton:
    """Return a quiet button that looks like a link."""
    return _button(text, "link", picture, "link")


def chip(text: str, picture: str = "add") -> QPushButton:
    """Return a small rounded button for a suggestion."""
    return _button(text, "chip", picture, "note")


def nav_button(text: str, picture: str) -> QPushButton:
    """Return a button of the side list; it stays down while its page is shown."""
    button = _button(text, "nav", picture, "text")
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _button(text: str, kind: str, picture: str, color: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(kind != "nav")
    button.setAccessibleName(text.replace("&", ""))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if picture:
        button.setIcon(icon(picture, color))
        button.setIconSize(QSize(theme().size("icon"), theme().size("icon")))
    return button
