"""What is said of one column: its public name, what it means, its unit. Saved as one types."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.form_row import FormRow, line_edit, text_edit
from steward.gui.widgets.labels import SectionHeading
from steward.gui.widgets.spacing import column
from steward.schema.field import Field
from steward.vocabulary.message import Message, say

TYPES = {"string": say("Text"), "integer": say("Whole number"), "number": say("Number"), "date": say("Date"),
         "time": say("Time"), "datetime": say("Date and time"), "boolean": say("Yes or no"), "year": say("Year"),
         "any": say("Mixed")}


PAUSE_MS = 400  # after the last letter, before the answer is saved


class ColumnForm(QWidget):
    """The form of the column that is chosen in the list."""

    described = Signal(object)  # Field
    next_wanted = Signal()

    def __init__(self, field: Field) -> None:
        """Show what is said of the column so far."""
        super().__init__()
        self._field = field
        self._description = text_edit(field.description, rows=3)
        self._name, self._unit = line_edit(field.name), line_edit(field.unit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()

    def hand_over(self) -> None:
        """Tell what was typed, if it differs from what was said."""
        self._pause.stop()
        said = replace(self._field, description=" ".join(self._description.toPlainText().split()),
                       unit=self._unit.text().strip(), name=self._name.text().strip() or self._field.name)
        if said != self._field:
            self._field = said
            self.described.emit(said)

    def _build(self) -> None:
        layout = column(self, gap="gap")
        layout.addWidget(SectionHeading(self._field.column))
        layout.addWidget(FormRow(tr(say("What does it &mean?")), self._description, help_text=tr(say(
            "One sentence for someone who has never seen your system. Spell out abbreviations and codes."))))
        layout.addWidget(FormRow(tr(say("&Name in the published table")), self._name))
        layout.addWidget(FormRow(tr(say("Uni&t, if it has one")), self._unit))
        self._next = link_button(tr(say("Ne&xt column")), "forward")
        layout.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        for field in (self._name, self._unit):
            field.textEdited.connect(lambda _text: self._pause.start())
        self._description.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.hand_over)
        self._next.clicked.connect(self.next_wanted)


def type_words(name: str) -> Message:
    """Return a field type in everyday words."""
    return TYPES.get(name, say("Text"))
