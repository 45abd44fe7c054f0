"""A box that tells something: what happened, where, what to do next, with what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from steward.gui.text import tr
from steward.gui.widgets.labels import Text, strong
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.tag import ICONS
from steward.vocabulary.words import Words


class Notice(QFrame):
    """Three sentences with an icon; `tone` is note, caution, stop or done."""

    def __init__(self, what: str, detail: str = "", *, tone: str = "note", picture: str = "") -> None:
        """Show the first sentence in bold and the detail under it."""
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", tone)
        self.setAccessibleName(what)
        layout = row(self, gap="unit", margin=14)
        layout.setSpacing(12)
        layout.addWidget(Picture(picture or ICONS[tone], tone), 0, Qt.AlignmentFlag.AlignTop)
        self.body = column(gap="unit")
        layout.addLayout(self.body, 1)
        self.body.addWidget(strong(what))
        if detail:
            self.body.addWidget(Text(detail))

    def add_action(self, button: QPushButton) -> None:
        """Put a button under the sentences."""
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def notice_of(words: Words, *, tone: str = "caution") -> Notice:
    """Return the box that tells the three sentences."""
    detail = " ".join(part for part in (tr(words.where), tr(words.next_step)) if part)
    return Notice(tr(words.what), detail, tone=tone)
