"""What a list shows while it is empty: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from steward.gui.theme import theme
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import column


class EmptyState(QFrame):
    """An icon, a sentence, a hint, and at most one button."""

    def __init__(self, what: str, hint: str = "", *, picture: str = "file", action: QPushButton | None = None) -> None:
        """Show why there is nothing here yet."""
        super().__init__()
        self.setObjectName("card")
        layout = column(self, gap="unit", margin=theme().size("card_padding"))
        drawing = Picture(picture, "muted", 32)
        layout.addWidget(drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (strong(what), Hint(hint)):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(text)
            if not text.text():
                text.hide()
        if action is not None:
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
