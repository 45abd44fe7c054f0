"""Texts on a page: title, section headings, body, hints. They wrap, and a screen reader knows which are headings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy

from steward.gui.theme import theme


class Text(QLabel):
    """A plain text that wraps and can be selected nowhere; `tone` is a color of the theme such as muted, caution or stop."""

    def __init__(self, text: str = "", *, tone: str = "", role: str = "body",
                 weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """Show the text as written: nothing in it is read as markup."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._role, self._weight = role, weight
        self.setFont(theme().font(role, weight))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)

    def weigh(self, weight: QFont.Weight) -> None:
        """Show the text bolder or less bold."""
        if weight != self._weight:
            self._weight = weight
            self.setFont(theme().font(self._role, weight))

    def tint(self, tone: str) -> None:
        """Show the text in another color of the theme."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class Title(Text):
    """The heading of a page. It takes the focus when the page comes up, so that a screen reader begins there."""

    def __init__(self, text: str) -> None:
        """Show the page's name."""
        super().__init__(text, role="title", weight=QFont.Weight.DemiBold)
        self.setObjectName("pageTitle")


class SectionHeading(Text):
    """The heading of one part of a page."""

    def __init__(self, text: str) -> None:
        """Show the part's name."""
        super().__init__(text, role="section", weight=QFont.Weight.DemiBold)


class Hint(Text):
    """A quieter text beside or under something."""

    def __init__(self, text: str) -> None:
        """Show the text muted."""
        super().__init__(text, tone="muted")


def strong(text: str) -> Text:
    """Return a text in bold."""
    return Text(text, weight=QFont.Weight.DemiBold)


def in_one_row(label: QLabel) -> QLabel:
    """Return the label kept on one line, for short texts in a row of things."""
    label.setWordWrap(False)
    return label
