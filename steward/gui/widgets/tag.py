"""A small label with icon and word for a state: the word says it, the color only helps."""

from PySide6.QtWidgets import QFrame, QSizePolicy

from steward.gui.widgets.labels import Text, in_one_row
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import row

ICONS = {"note": "note", "caution": "caution", "stop": "stop", "done": "check", "practice": "practice", "question": "question"}


class Tag(QFrame):
    """A state in a word; `tone` is one of ICONS, or "" for a plain one."""

    def __init__(self, text: str, tone: str = "", picture: str = "") -> None:
        """Show the word with the icon of its tone."""
        super().__init__()
        self.setObjectName("tag")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = row(self)
        layout.setContentsMargins(8, 3, 10, 3)
        layout.setSpacing(6)
        if drawing := picture or ICONS.get(tone, ""):
            layout.addWidget(Picture(drawing, tone or "muted", 16))
        layout.addWidget(in_one_row(Text(text, tone=tone, role="small")))
