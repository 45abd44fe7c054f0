"""The candidate as it would be published: its first rows, and its columns with type and description."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from steward.gui.desk._loading import ColumnLine
from steward.gui.desk._subject import subject_of
from steward.gui.desk._words import type_word
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import clear, column
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.message import say, say_count

if TYPE_CHECKING:
    from steward.tasks.reviewing import TableEvidence

ROWS_IN_SIGHT = 8
COLUMNS_AT_ONCE = 40
FIRST_ROW = 2       # of a candidate: its row 1 holds the names of the columns, as in the whole table


def rows_card(submission: str, seen: "TableEvidence", session: Session) -> Card:
    """Return the section with the first rows of one table, and the way to all of them."""
    header, rows = seen.header, seen.first_rows
    total, shown = seen.table.rows, len(rows)
    counted = say_count("The file has {count} row.", "The file has {count} rows.", total)
    first = tr(say("These are the first {shown}.", shown=shown)) if shown < total else ""
    card = Card(tr(say("First rows")), f"{tr(counted)} {first}".strip())
    view = TableView(tr(say("First rows of the candidate")))
    view.show_rows(header, rows, lambda place: f"{place + FIRST_ROW:,}")
    view.show_height(max(1, min(shown, ROWS_IN_SIGHT)))
    card.body.addWidget(view)
    whole = secondary_button(tr(say("See the &whole table")), "search")
    whole.clicked.connect(lambda: session.go("candidate", subject_of(submission, seen.table.name)))
    card.body.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeft)
    return card


class ColumnsCard(Card):
    """The section with the columns as the public will read of them."""

    def __init__(self, fields: Sequence[ColumnLine]) -> None:
        """Show the first columns; of a very wide table the others come on request."""
        counted = say_count("{count} column, as it will be described to the public.",
                            "{count} columns, as they will be described to the public.", len(fields))
        super().__init__(tr(say("Columns")), tr(counted))
        self._fields = tuple(fields)
        self._holder = column()
        self.body.addLayout(self._holder)
        self._show(COLUMNS_AT_ONCE)

    def _show(self, count: int) -> None:
        clear(self._holder)
        self._holder.addWidget(_grid(self._fields[:count]))
        if count < len(self._fields):
            self._holder.addWidget(self._all_button())

    def _all_button(self) -> QPushButton:
        button = secondary_button(tr(say("Show all {count} columns", count=len(self._fields))), "add")
        button.clicked.connect(lambda: self._show(len(self._fields)))
        return button


def _grid(fields: Sequence[ColumnLine]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().size("gap"))
    grid.setVerticalSpacing(theme().size("unit"))
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(2, 6)
    for place, heading in enumerate((say("Column"), say("Type"), say("Description"))):
        grid.addWidget(Text(tr(heading), tone="muted", role="small"), 0, place)
    for place, field in enumerate(fields, start=1):
        for at, widget in enumerate(_cells(field)):
            grid.addWidget(widget, place, at, Qt.AlignmentFlag.AlignTop)
    return box


def _cells(field: ColumnLine) -> tuple[Text, Text, Text]:
    kind = type_word(field.type)
    return (strong(field.name), Text(f"{kind}, {field.unit}" if field.unit else kind),
            Text(field.description) if field.description else Hint(tr(say("Not described"))))
