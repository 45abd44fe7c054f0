"""Which columns of a table are really values: a list to tick, with what the new columns are called."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox

from steward.gui.text import tr
from steward.gui.widgets.abreast import Abreast
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.check_line import CheckLine
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.tick_table import TickModel, TickTable
from steward.vocabulary.message import say, say_count

if TYPE_CHECKING:
    from steward.table.sheet import Sheet
    from steward.tasks.reshaping import Wish

PAUSE_MS = 400
VALUE, LEFT_OUT, AS_ABOVE = 0, 1, 2
LOOKED_AT, EXAMPLES, LONGEST = 200, 3, 18


class ColumnsCard(Card):
    """The columns with their boxes. A column without a tick is repeated beside each value."""

    changed = Signal(object)   # Wish

    def __init__(self, sheet: "Sheet", proposed: "Wish") -> None:
        """Show the columns as they are proposed."""
        super().__init__(tr(say("Which columns are really values?")), tr(say(
            "Tick the columns whose names say something that a column of its own should say, such as months: their cells get "
            "rows of their own. All others are repeated beside each value.")), gap="unit")
        self._sheet, self._proposed, self._wish = sheet, proposed, proposed
        self._places = {name: place for place, name in enumerate(sheet.names)}
        heads = (tr(say("Column")), tr(say("Some of its cells")))
        boxes = (tr(say("Is values")), tr(say("Leave out")), tr(say("Blank means as above")))
        model = TickModel(sheet.names, lambda place: _examples(sheet, place), heads, boxes)
        self.table = TickTable(tr(say("Columns of the table")), model, len(heads))
        self._counted = Hint("")
        self._all, self._none = secondary_button(tr(say("Tick all as values"))), secondary_button(tr(say("Tick none")))
        self._again = secondary_button(tr(say("As Steward proposes")), "undo")
        self._build()
        self._connect()

    def show_wish(self, wish: "Wish") -> None:
        """Show what is ticked."""
        self._wish = wish
        self.table.show_ticks(*([self._places[name] for name in names if name in self._places]
                                for names in (wish.values, wish.left_out, wish.filled_down)))
        values, gone = len(wish.values), len(wish.left_out)
        told = say("{values}, {beside}, {gone}.", gone=say_count("{count} is left out", "{count} are left out", gone),
                   values=say_count("{count} column is values", "{count} columns are values", values),
                   beside=say_count("{count} is repeated beside each of them", "{count} are repeated beside each of them",
                                    len(self._places) - values - gone))
        self._counted.setText(tr(told))

    def _build(self) -> None:
        self.body.addWidget(self.table)
        self.body.addWidget(self._counted)
        line = FlowLayout()
        for button in (self._all, self._none, self._again):
            line.addWidget(button)
        self.body.addLayout(line)
        self.show_wish(self._wish)

    def _connect(self) -> None:
        self.table.ticked.connect(self._on_ticked)
        self._all.clicked.connect(lambda: self._take(values=frozenset(self._places)))
        self._none.clicked.connect(lambda: self._take(values=frozenset()))
        self._again.clicked.connect(lambda: self._take(values=self._proposed.values, left_out=self._proposed.left_out,
                                                       filled_down=self._proposed.filled_down))

    def _on_ticked(self, place: int, box: int, is_ticked: bool) -> None:  # as the signal carries it
        """Take a tick over; a column is values, left out, or neither, so that one tick takes the others away."""
        one = frozenset((self._sheet.names[place],))
        sets = [names - one if is_ticked or box == at else names
                for at, names in enumerate((self._wish.values, self._wish.left_out, self._wish.filled_down))]
        if is_ticked:
            sets[box] |= one
        self._take(values=sets[VALUE], left_out=sets[LEFT_OUT], filled_down=sets[AS_ABOVE])

    def _take(self, *, values: frozenset[str], left_out: frozenset[str] | None = None,
              filled_down: frozenset[str] | None = None) -> None:
        gone = self._wish.left_out if left_out is None else left_out
        down = self._wish.filled_down if filled_down is None else filled_down
        self.changed.emit(replace(self._wish, values=values, left_out=gone - values, filled_down=down - values - gone))


class NamesCard(Card):
    """What the new columns are called, and whether a blank cell gives a row."""

    changed = Signal(object)   # Wish

    def __init__(self, wish: "Wish") -> None:
        """Show the names as they are proposed."""
        super().__init__(tr(say("What the new columns are called")), gap="unit")
        self._wish = wish
        self.what, self.what_2, self.value = line_edit(wish.what), line_edit(wish.what_2), line_edit(wish.value)
        self.apart: QCheckBox = CheckLine(tr(say("Each of their names holds two things: take them apart")))
        self.blanks: QCheckBox = CheckLine(tr(say("A blank cell gives a row, too")))
        self._second = FormRow(tr(say("What their second part says")), self.what_2)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._connect()

    def show_wish(self, wish: "Wish", *, can_take_apart: bool) -> None:
        """Show the names; the second one only where names can be taken apart."""
        self._wish = wish
        self.apart.setVisible(can_take_apart)
        self._second.setVisible(can_take_apart and self.apart.isChecked())

    def _build(self) -> None:
        names = Abreast(2)
        for part in (FormRow(tr(say("What the names of these columns say")), self.what),
                     FormRow(tr(say("What their cells say")), self.value), self._second):
            names.add(part)
        self.body.addWidget(names)
        self.body.addWidget(self.apart)
        self.body.addWidget(self.blanks)
        self.apart.setChecked(bool(self._wish.what_2))
        self.blanks.setChecked(self._wish.keeps_blanks)

    def _connect(self) -> None:
        for field in (self.what, self.what_2, self.value):
            field.textEdited.connect(lambda _text: self._pause.start())
            field.editingFinished.connect(self._hand_over)
        self.apart.toggled.connect(lambda _on: self._hand_over())
        self.blanks.toggled.connect(lambda _on: self._hand_over())
        self._pause.timeout.connect(self._hand_over)

    def _hand_over(self) -> None:
        self._pause.stop()
        second = (self.what_2.text().strip() or tr(say("Measure"))) if self.apart.isChecked() else ""
        now = replace(self._wish, what=self.what.text(), what_2=second, value=self.value.text(),
                      keeps_blanks=self.blanks.isChecked())
        if now != self._wish:
            self.changed.emit(now)


def _examples(sheet: "Sheet", place: int) -> str:
    cells = sheet.columns[place].values[:LOOKED_AT].to_pylist()
    return ", ".join([cell.strip()[:LONGEST] for cell in dict.fromkeys(cells) if cell.strip()][:EXAMPLES])
