"""What becomes of rows that are no records when a table is reshaped: titles of sections, totals, lines of the page."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from steward.gui.text import tr
from steward.gui.widgets.abreast import Abreast
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.labels import Hint
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.row_kind import RowKind

if TYPE_CHECKING:
    from steward.tasks.reshaping import Wish

PAUSE_MS = 400
PAPER = (RowKind.HEADER, RowKind.NOTE, RowKind.PAGE)
CHOICES: dict[str, tuple[tuple[str, Message], ...]] = {
    "sections": (("column", say("Put into a column of its own")), ("left_out", say("Leave out")),
                 ("rows", say("Keep as rows"))),
    "subheaders": (("column", say("Say in a column of its own what each value is")), ("left_out", say("Leave out")),
                   ("rows", say("Keep as rows"))),
    "totals": (("left_out", say("Leave out")), ("column", say("Keep, with a column that tells records from totals")),
               ("rows", say("Keep as rows"))),
    "others": (("left_out", say("Leave out")), ("rows", say("Keep as rows"))),
}
NAMED = {"sections": "section", "subheaders": "sub", "totals": "mark"}


class RowsCard(Card):
    """One question for each group of rows that is there."""

    changed = Signal(object)   # Wish

    def __init__(self, wish: "Wish") -> None:
        """Show what is proposed for each group."""
        super().__init__(tr(say("Rows that are no records")), gap="unit")
        self._wish = wish
        self.fates: dict[str, QComboBox] = {}
        self.names: dict[str, QLineEdit] = {}
        self._rows: dict[str, FormRow] = {}
        self._name_rows: dict[str, FormRow] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._none = Hint(tr(say("Every row looks like a record. If one is not, choose it below and say what it is.")))
        self._build()
        self._connect()

    def show_wish(self, wish: "Wish") -> None:
        """Show the groups that there are."""
        self._wish = wish
        counts = Counter(wish.kinds.values())
        told = {"sections": counts[RowKind.SECTION], "subheaders": counts[RowKind.SUBHEADER], "totals": counts[RowKind.TOTAL],
                "others": sum(counts[one] for one in PAPER)}
        for group, form_row in self._rows.items():
            form_row.setVisible(bool(told[group]))
            form_row.rename(tr(_counted(group, told[group])))
        for group, form_row in self._name_rows.items():
            form_row.setVisible(bool(told[group]) and self.fates[group].currentData() == "column")
        self._none.setVisible(not any(told.values()))

    def _build(self) -> None:
        for group, choices in CHOICES.items():
            line = Abreast(2)
            self.fates[group] = field = choice_field(tuple((name, tr(words)) for name, words in choices),
                                                     str(getattr(self._wish, group)))
            self._rows[group] = FormRow(tr(_counted(group, 2)), field)
            line.add(self._rows[group])
            if group in NAMED:
                self.names[group] = line_edit(str(getattr(self._wish, NAMED[group])))
                self._name_rows[group] = FormRow(tr(say("Name of that column")), self.names[group])
                line.add(self._name_rows[group])
            self.body.addWidget(line)
        self.body.addWidget(self._none)

    def _connect(self) -> None:
        for field in self.fates.values():
            field.activated.connect(lambda _place: self._hand_over())
        for name in self.names.values():
            name.textEdited.connect(lambda _text: self._pause.start())
            name.editingFinished.connect(self._hand_over)
        self._pause.timeout.connect(self._hand_over)

    def _hand_over(self) -> None:
        from steward.tasks.reshaping import Fate

        self._pause.stop()
        sections, subheaders, totals, others = (Fate(str(self.fates[group].currentData())) for group in CHOICES)
        section, sub, mark = (self.names[group].text() for group in NAMED)
        now = replace(self._wish, sections=sections, subheaders=subheaders, totals=totals, others=others, section=section,
                      sub=sub, mark=mark)
        if now != self._wish:
            self.changed.emit(now)


def _counted(group: str, count: int) -> Message:
    return {"sections": say_count("{count} title of a section", "{count} titles of sections", count),
            "subheaders": say_count("{count} second row of names", "{count} further rows of names", count),
            "totals": say_count("{count} row that adds up others", "{count} rows that add up others", count),
            "others": say_count("{count} row of column names, notes or the printed page",
                                "{count} rows of column names, notes or the printed page", count)}[group]
