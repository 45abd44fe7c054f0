"""One cell changed by hand: its row and column, what stands there, what should stand there, and why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.labels import Text
from steward.vocabulary.errors import StewardError
from steward.vocabulary.message import say
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

LARGEST_ROW = 999_999_999


class EditCard(Card):
    """The form; the cell is shown as soon as its row and column are known."""

    edited = Signal()

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Show the form, empty."""
        super().__init__(tr(say("Change one cell by hand")), gap="unit",
                         hint=tr(say("Your file stays as it is. The change and your reason go to the coordinator.")))
        self._session, self._bench = session, bench
        self._row, self._new, self._reason = line_edit(), line_edit(), line_edit()
        self._row.setValidator(QIntValidator(1, LARGEST_ROW, self._row))
        self._column, self._part = choice_field(()), choice_field(())
        self._column.addItems([" ".join(name.split()) for name in bench.candidate.names])   # thousands at once, not one by one
        self._now = Text("")
        self._act = secondary_button(tr(say("Change the cell")))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._row_form = FormRow(tr(say("Row")), self._row, help_text=tr(say("Its number in your file.")))
        self._reason_form = FormRow(tr(say("Why?")), self._reason,
                                    help_text=tr(say("In a few words, without private details.")))
        self._new_form = FormRow(tr(say("What it should hold")), self._new)
        self._part_form = FormRow(tr(say("Record")), self._part,
                                  help_text=tr(say("The row gave several records; this says which of them, in their order.")))
        self._part_form.hide()
        self._now.hide()
        for part in (self._row_form, self._part_form, FormRow(tr(say("Column")), self._column), self._now, self._new_form,
                     self._reason_form):
            self.body.addWidget(part)
        self.body.addWidget(self._act)

    def _connect(self) -> None:
        self._row.editingFinished.connect(self._on_row)
        self._part.activated.connect(self._show_cell)
        self._column.currentIndexChanged.connect(self._show_cell)
        self._act.clicked.connect(self._on_act)
        self._reason.returnPressed.connect(self._on_act)

    def begin(self, row: int, column: str) -> None:
        """Show a cell of the table, ready to be changed."""
        self._row.setText(str(row))
        self._column.setCurrentIndex(self._bench.candidate.names.index(column))
        self._on_row()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self) -> None:
        """Ask which record is meant where the row gave several, and show the cell."""
        from steward.tasks.editing import parts_at

        parts = parts_at(self._bench, int(self._row.text())) if self._row.text() else ()
        self._part.clear()
        for number, part in enumerate(parts, start=1):
            self._part.addItem(str(number), part)
        self._part_form.setVisible(len(parts) > 1)
        self._show_cell()

    def _name(self) -> str:
        return self._bench.candidate.names[self._column.currentIndex()]

    def _show_cell(self) -> None:
        """Show what stands in the cell, or why there is none."""
        from steward.tasks.editing import cell_at

        if not self._row.text():
            return
        try:
            text = cell_at(self._bench, self._name(), int(self._row.text()), self._part.currentData())
        except StewardError as refusal:
            self._now.hide()
            self._row_form.show_problem(_told(refusal.words))
            return
        self._row_form.show_problem("")
        self._now.setText(tr(say("It holds: {cell}", cell=text)) if text.strip() else tr(say("It is empty.")))
        self._now.show()

    def _on_act(self) -> None:
        """Ask the task whether it may be, and change the cell beside the window."""
        from steward.tasks import deciding, editing

        house, name, reason = self._session.house, self._name(), self._reason.text()
        self._reason_form.show_problem("")
        self._show_cell()
        if not self._row.text():
            self._row_form.show_problem(tr(say("Type the number of the row.")))
            return
        edit = editing.CellEdit(column=name, row=int(self._row.text()), text=self._new.text(), reason=reason,
                                part=self._part.currentData())
        try:
            editing.cell_at(self._bench, name, edit.row, edit.part)
            deciding.checked_reason(house, reason)
        except StewardError as refusal:
            form = self._reason_form if self._now.isVisibleTo(self) else self._row_form
            form.show_problem(_told(refusal.words))
            return
        self._session.rework(lambda bench, progress: editing.edit_cell(house, bench, edit, progress),
                             progress=say("Changing the cell and checking the table again"), then=self.edited.emit)


def _told(told: Words) -> str:
    return " ".join(part for part in (tr(told.what), tr(told.next_step)) if part)
