"""Buttons that say the act: one primary per page, secondary ones, and quiet links."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from steward.gui.icons import icon
from steward.gui.theme import theme
from steward.gui.widgets.labels import Text
from steward.gui.widgets.spacing import row


class FilledButton(QPushButton):
    """A button whose face is a layout of other widgets, as high as that layout needs in its width."""

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return what the layout would like."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return what the layout needs."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def seal_face(self) -> None:
        """Let presses anywhere on the face reach the button."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class LongLink(FilledButton):
    """A link whose text wraps."""

    def __init__(self, text: str) -> None:
        """Show the text underlined."""
        super().__init__()
        self.setProperty("kind", "step")
        self.setAutoDefault(True)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = row(self)
        layout.setContentsMargins(6, 5, 6, 5)
        label = Text(text, tone="link")
        font = label.font()
        font.setUnderline(True)
        label.setFont(font)
        layout.addWidget(label, 1)
        self.seal_face()


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
    """Return a small rounded button that shows a text as it is written: an ampersand in it names no key."""
    button = _button(text.replace("&", "&&"), "chip", picture, "note")
    button.setAccessibleName(text)
    return button


def nav_button(text: str, picture: str) -> QPushButton:
    """Return a button of the side list; it stays down while its page is shown."""
    button = _button(text, "nav", picture, "text")
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _button(text: str, kind: str, picture: str, color: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(True)  # Enter presses it, as Space does
    button.setAccessibleName(text.replace("&", ""))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if picture:
        button.setIcon(icon(picture, color))
        button.setIconSize(QSize(theme().size("icon"), theme().size("icon")))
    return button
