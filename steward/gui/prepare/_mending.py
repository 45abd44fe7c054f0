"""Rows that were set apart, on the card of their finding: join, split or add cells, see the row, and put it into the table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import column
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.tasks.mending import SetApart
    from steward.tasks.workbench import Workbench

MENDABLE = frozenset(("extra-cell", "missing-cell"))
CELLS_SHOWN = 8


class MendForm(QWidget):
    """The set-apart rows of one finding, one at a time; what is proposed is shown already done and can be taken back."""

    mended = Signal()

    def __init__(self, session: Session, bench: "Workbench", finding: Finding) -> None:
        """Show the first row."""
        from steward.tasks import mending

        super().__init__()
        self._session, self._bench, self._finding = session, bench, finding
        self._labels = mending.labels_of(bench)
        self._rows: Sequence[SetApart] = mending.set_apart(bench, finding)
        self._edits: list[int] = []
        self._records = 1
        self._cells: tuple[str, ...] = ()
        self._layout = column(self, gap="unit")
        self._build()
        self._connect()
        self._on_row()

    def _build(self) -> None:
        self._layout.addWidget(strong(tr(say("Rows that were set apart"))))
        self._choice = choice_field(tuple((str(one.row), tr(_told(one))) for one in self._rows), "")
        self._layout.addWidget(FormRow(tr(say("Row")), self._choice))
        self._proposal = Hint("")
        self._table = TableView(tr(say("Cells of the row")))
        self._state = Text()
        self._point = line_edit()
        self._point.setReadOnly(True)
        self._layout.addWidget(self._proposal)
        self._layout.addWidget(self._table)
        self._layout.addWidget(self._state)
        self._layout.addWidget(FormRow(tr(say("The chosen cell")), self._point,
                                       help_text=tr(say("To split it, put the cursor where the new cell begins."))))
        self._join, self._split = secondary_button(tr(say("Join with the next cell"))), secondary_button(tr(say("Split here")))
        self._insert = secondary_button(tr(say("Add an empty cell before")))
        self._next, self._back = secondary_button(tr(say("Join with the next row"))), secondary_button(tr(say("Take back")))
        self._one, self._all = secondary_button(tr(say("Put this row into the table"))), secondary_button("")
        self._add_line(self._join, self._split, self._insert)
        self._add_line(self._next, self._back)
        self._add_line(self._one, self._all)

    def _add_line(self, *buttons: QPushButton) -> None:
        line = FlowLayout()
        for button in buttons:
            line.addWidget(button)
        self._layout.addLayout(line)

    def _connect(self) -> None:
        from steward.tasks import mending

        self._choice.activated.connect(self._on_row)
        self._join.clicked.connect(lambda: self._edit(mending.JOIN, 0))
        self._split.clicked.connect(lambda: self._edit(mending.SPLIT, self._letters_before()))
        self._insert.clicked.connect(lambda: self._edit(mending.INSERT, 0))
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(self._on_back)
        self._one.clicked.connect(lambda: self._put((self._now(),)))
        self._all.clicked.connect(lambda: self._put(self._alike()))

    def _now(self) -> "SetApart":
        return self._rows[max(0, self._choice.currentIndex())]

    def _alike(self) -> tuple["SetApart", ...]:
        return tuple(one for one in self._rows if one.way == self._now().way)

    def _on_row(self) -> None:
        now = self._now()
        self._edits, self._records = list(now.edits), now.records
        self._proposal.setText(tr(say("One way fits the columns and is shown here. It is done only when you say so."))
                               if now.is_proposed else tr(say("Steward cannot tell where the cells belong. You know the row.")))
        self._show(0)

    def _edit(self, act: int, character: int) -> None:
        place = max(0, self._table.currentIndex().row())
        self._try([*self._edits, act, place, character], self._records, place)

    def _letters_before(self) -> int:
        """Return how many letters stand before the cursor; Qt counts those beyond the first plane as two."""
        before = self._point.text().encode("utf-16-le")[:2 * self._point.cursorPosition()]
        return len(before.decode("utf-16-le", "ignore"))

    def _on_next(self) -> None:
        self._try([], self._records + 1, 0)

    def _on_back(self) -> None:
        if self._edits:
            self._try(self._edits[:-3], self._records, 0)
        else:
            self._try([], max(1, self._records - 1), 0)

    def _try(self, edits: list[int], records: int, place: int) -> None:
        """Take edits over if they can be done; else say so and leave the row as it is shown."""
        before = self._edits, self._records
        self._edits, self._records = edits, records
        try:
            self._show(place)
        except StewardError as trouble:
            self._edits, self._records = before
            announce(self, tr(trouble.words.what))

    def _show(self, place: int) -> None:
        from steward.tasks import mending

        self._cells = mending.cells_after(self._bench, self._now().row, self._records, tuple(self._edits))
        names = [*self._labels, *[tr(say("(no column)"))] * (len(self._cells) - len(self._labels))]
        rows = [(name, self._cells[at] if at < len(self._cells) else tr(say("(no cell)"))) for at, name in enumerate(names)]
        self._table.show_rows((tr(say("Column")), tr(say("Cell"))), rows)
        self._table.setColumnWidth(0, 190)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.show_height(min(len(rows), CELLS_SHOWN))
        self._table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_cell(now.row()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(self._table.model().index(min(place, len(rows) - 1), 0), flags)
        self._show_cell(min(place, len(rows) - 1))
        self._show_state()

    def _show_cell(self, place: int) -> None:
        self._point.setText(self._cells[place] if 0 <= place < len(self._cells) else "")
        self._point.setCursorPosition(0)

    def _show_state(self) -> None:
        is_whole, alike = len(self._cells) == len(self._labels), len(self._alike())
        told = say_count("It has {count} cell, the table has {columns} columns.",
                         "It has {count} cells, the table has {columns} columns.", len(self._cells), columns=len(self._labels))
        self._state.setText(tr(say("It has as many cells as the table has columns.") if is_whole else told))
        self._one.setEnabled(is_whole)
        self._back.setEnabled(bool(self._edits) or self._records > 1)
        self._all.setText(tr(say_count("Put the {count} row like this one in", "Put all {count} rows like this one in", alike)))
        self._all.setVisible(alike > 1)
        self._all.setEnabled(is_whole)

    def _put(self, chosen: tuple["SetApart", ...]) -> None:
        from steward.tasks import deciding, mending

        house, finding = self._session.house, self._finding
        step = mending.step_for_rows(tuple(one.row for one in chosen), tuple(self._edits), self._records)
        is_answered = len(chosen) * self._records >= len(finding.rows)   # else the others still wait
        answers = ((finding if is_answered else None, step),)
        self._session.rework(lambda bench, progress: deciding.apply_remedies(house, bench, answers, progress),
                             progress=say("Changing the table and checking it again"), then=self.mended.emit)


def _told(one: "SetApart") -> Message:
    return say_count("Row {row}, {count} cell", "Row {row}, {count} cells", len(one.cells), row=str(one.row))
