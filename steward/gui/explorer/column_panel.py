"""The panel beside the table: the chosen cell in full, and its column in figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from steward.gui.column_types import type_words
from steward.gui.text import tr
from steward.gui.widgets.bars import Bar, BarList, Histogram
from steward.gui.widgets.buttons import LongLink, link_button
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import text_edit
from steward.gui.widgets.labels import Hint, SectionHeading, Text, strong
from steward.gui.widgets.shown_text import in_one_line
from steward.gui.widgets.spacing import clear, column, named
from steward.vocabulary.message import say, say_count

if TYPE_CHECKING:
    from steward.tasks.exploring import Portrait

LONGEST_CELL = 20_000   # characters of a cell that are shown in full
LONGEST_VALUE = 60
LABEL_WIDTH = 126        # pixels


class ColumnPanel(QFrame):
    """What there is to know of the chosen cell and its column."""

    order_wanted = Signal(object)     # True: descending, False: ascending, None: that of the file
    alike_wanted = Signal()           # only rows with the value of the chosen cell

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        named(self, "card")
        self.setAccessibleName(tr(say("About the column")))
        layout = column(self, gap="unit", margin=14)
        self.cell_place, self.marks, self.cut = Hint(""), Text(""), Hint("")
        self.cell: QPlainTextEdit = text_edit("", rows=3)
        self.cell.setReadOnly(True)
        self.cell.setAccessibleName(tr(say("The chosen cell in full")))
        for part in (self.cell_place, self.cell, self.cut, self.marks):
            layout.addWidget(part)
        self.heading = SectionHeading("")
        layout.addWidget(self.heading)
        layout.addWidget(self._build_acts())
        self.alike = LongLink(tr(say("Show only rows with this value")))
        self.alike.clicked.connect(self.alike_wanted)
        layout.addWidget(self.alike)
        self._figures = column(gap="unit")
        layout.addLayout(self._figures)
        layout.addStretch(1)

    def show_cell(self, row: int, name: str, text: str, *, is_cut: bool, marks: str) -> None:
        """Show the chosen cell: its row number, its column's name, its text, and what is marked in it."""
        self.cell_place.setText(tr(say("Row {row}, column {column}", row=str(row), column=in_one_line(name)[:LONGEST_VALUE])))
        self.cell.setPlainText(text)
        self.alike.setEnabled(True)
        self.cut.setText(tr(say("Only the beginning of this long cell is shown.")) if is_cut else "")
        self.cut.setVisible(is_cut)
        self.marks.setText(tr(say("Marked: {what}", what=marks)) if marks else "")
        self.marks.setVisible(bool(marks))

    def show_nothing(self) -> None:
        """Show that no cell is chosen: there is no row to choose one from."""
        self.cell_place.setText(tr(say("No row is shown, so no cell is chosen.")))
        self.cell.clear()
        self.cut.hide()
        self.marks.hide()
        self.alike.setEnabled(False)

    def wait_for(self, name: str) -> None:
        """Say that a column is being counted."""
        self.heading.setText(in_one_line(name)[:LONGEST_VALUE])
        clear(self._figures)
        self._figures.addWidget(Hint(tr(say("Counting its values…"))))

    def show_portrait(self, told: "Portrait") -> None:
        """Show a column in figures."""
        clear(self._figures)
        self._figures.addWidget(FactList(_facts(told), label_width=LABEL_WIDTH))
        if told.bins:
            bars = [Bar(tr(say("{low} to {high}", low=one.low, high=one.high)), one.count) for one in told.bins]
            self._figures.addWidget(strong(tr(say("How the values spread"))))
            self._figures.addWidget(Histogram(tr(say("Histogram of the column")), bars, told.bins[0].low, told.bins[-1].high))
        if told.top:
            values = [Bar(in_one_line(share.value, reveal=True)[:LONGEST_VALUE], share.count) for share in told.top]
            self._figures.addWidget(strong(tr(say("Most frequent values"))))
            self._figures.addWidget(BarList(tr(say("Most frequent values")), values))

    def _build_acts(self) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place)
        acts = ((say("Sort upward"), False), (say("Sort downward"), True), (say("Order of the file"), None))
        for words, way in acts:
            button = link_button(tr(words))
            button.clicked.connect(lambda _checked=False, wanted=way: self.order_wanted.emit(wanted))
            flow.addWidget(button)
        return place


def _facts(told: "Portrait") -> list[Fact]:
    share = f"{told.missing:,}" + (f" ({100 * told.missing / told.height:.1f}%)" if told.missing and told.height else "")
    facts = [Fact(label=tr(say("Kind of value")), value=tr(type_words(told.type))), Fact(label=tr(say("Missing")), value=share)]
    if told.missing_words:
        facts.append(Fact(label=tr(say("Words for nothing")), value=f"{told.missing_words:,}"))
    if told.odd:
        facts.append(Fact(label=tr(say("Of another kind")), value=f"{told.odd:,}"))
    different = tr(say("being counted…")) if told.distinct is None else f"{told.distinct:,}"
    facts.append(Fact(label=tr(say("Different values")), value=different))
    if told.longest:
        lengths = (say_count("{count} character", "{count} characters", told.longest) if told.shortest == told.longest else
                   say_count("{shortest} to {count} character", "{shortest} to {count} characters", told.longest,
                             shortest=told.shortest))
        facts.append(Fact(label=tr(say("Length")), value=tr(lengths)))
    if told.smallest:
        facts += [Fact(label=tr(say("Smallest")), value=in_one_line(told.smallest)[:LONGEST_VALUE]),
                  Fact(label=tr(say("Largest")), value=in_one_line(told.largest)[:LONGEST_VALUE])]
    return facts
