"""Why something cannot be done now: a sentence with an icon beside the buttons it speaks of; hidden where all is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steward.gui.text import tr
from steward.gui.widgets.labels import Text
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import row
from steward.vocabulary.message import Message


class ReasonLine(QWidget):
    """One sentence, or nothing."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        layout = row(self)
        self._text = Text("", tone="muted")
        layout.addWidget(Picture("note", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def say(self, why: Message | None) -> None:
        """Show the sentence, or go away."""
        self._text.setText(tr(why) if why is not None else "")
        self.setVisible(why is not None)

    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._text.text()
