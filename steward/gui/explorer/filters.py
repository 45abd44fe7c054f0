"""Which rows are shown: filters as chips that can be taken away, and a line to add one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import chip, secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import beside, choice_field
from steward.gui.widgets.shown_text import in_one_line
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.exploring import Filter

LONGEST_IN_CHIP = 30
KINDS = (("contains", say("holds the text")), ("is", say("is exactly")), ("blank", say("is blank")),
         ("filled", say("is not blank")))
WITH_TEXT = ("contains", "is")


class FilterBar(QWidget):
    """Chips for the filters that are on, and the line that adds another one for the chosen column."""

    changed = Signal(object)   # tuple of Filter

    def __init__(self) -> None:
        """Begin with everything shown."""
        super().__init__()
        self.filters: tuple[Filter, ...] = ()
        self._column = ""
        self.any_column = choice_field((("one", ""), ("any", tr(say("Any column")))), "one")
        self.any_column.setAccessibleName(tr(say("Column to filter by")))
        self.any_column.setFixedWidth(200)
        self.kind = choice_field(tuple((name, tr(words)) for name, words in KINDS))
        self.kind.setAccessibleName(tr(say("How the cells are compared")))
        self.kind.setFixedWidth(170)
        self.text = QLineEdit(placeholderText=tr(say("Text")))
        self.text.setAccessibleName(tr(say("Text to filter by")))
        self.text.setFixedWidth(170)
        self.add = secondary_button(tr(say("Show only &these rows")))
        self._build()
        self._connect()

    def show_column(self, name: str) -> None:
        """Offer to filter by this column."""
        self._column = name
        self.any_column.setItemText(0, in_one_line(name)[:LONGEST_IN_CHIP * 2])

    def show_filters(self, filters: Sequence["Filter"]) -> None:
        """Show which filters are on."""
        self.filters = tuple(filters)
        clear(self._chips_layout)
        for one in self.filters:
            button = chip(_told(one), "close")
            button.setAccessibleName(tr(say("Take away the filter: {filter}", filter=_told(one))))
            button.clicked.connect(partial(self._on_gone, one))
            self._chips_layout.addWidget(button)
        self._chips.setVisible(bool(self.filters))

    def _build(self) -> None:
        outer = column(self, gap="unit")
        line = QWidget()
        layout = FlowLayout(line)
        for part in (beside(tr(say("Show rows where")), self.any_column), self.kind, self.text, self.add):
            layout.addWidget(part)
        outer.addWidget(line)
        self._chips = QWidget()
        self._chips_layout = FlowLayout(self._chips)
        outer.addWidget(self._chips)
        self._chips.hide()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self.text.setVisible(self.kind.currentData() in WITH_TEXT))
        self.text.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        from steward.tasks.exploring import Filter

        kind, text = str(self.kind.currentData()), self.text.text()
        if kind in WITH_TEXT and not text:
            self.text.setFocus()
            return
        named = None if self.any_column.currentData() == "any" else self._column
        added = Filter(kind=kind, column=named, text=text if kind == "contains" else "", values=(text,) if kind == "is" else ())
        if added not in self.filters:
            self.text.clear()
            self.changed.emit((*self.filters, added))

    def _on_gone(self, gone: "Filter") -> None:
        self.add.setFocus()
        self.changed.emit(tuple(one for one in self.filters if one != gone))


def _told(one: "Filter") -> str:
    named = in_one_line(one.column)[:LONGEST_IN_CHIP] if one.column is not None else tr(say("Any column"))
    if one.kind == "rows":
        return tr(say("Rows of a finding: {column}", column=named)) if one.column else tr(say("Rows of a finding"))
    if one.kind == "contains":
        return tr(say("{column} holds “{value}”", column=named, value=in_one_line(one.text)[:LONGEST_IN_CHIP]))
    if one.kind == "is":
        return tr(say("{column} is “{value}”", column=named, value=in_one_line(", ".join(one.values))[:LONGEST_IN_CHIP]))
    return tr(say("{column} is blank", column=named)) if one.kind == "blank" else tr(say("{column} is not blank", column=named))
