"""A calm box on the page that keeps together what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from steward.gui.theme import theme
from steward.gui.widgets.labels import Hint, SectionHeading
from steward.gui.widgets.spacing import column, named


class Card(QFrame):
    """A box with a border; put things into `body`."""

    def __init__(self, heading: str = "", hint: str = "", *, gap: str = "gap") -> None:
        """Show a heading and a hint at the top, where given."""
        super().__init__()
        self.setObjectName("card")
        self.body: QVBoxLayout = column(self, gap=gap, margin=theme().size("card_padding"))
        if heading:
            self.body.addWidget(SectionHeading(heading))
            self.setAccessibleName(heading)
        if hint:
            self.body.addWidget(Hint(hint))


def divider() -> QWidget:
    """Return a thin line between parts of a card."""
    return named(QFrame(), "divider")
