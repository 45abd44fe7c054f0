"""A table of any size on screen, with what was found marked in it by shape, word and color.

The model reads a page of rows at a time and of a cell no more than is shown, and never looks at the table as a whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from steward.gui.icons import icon
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.shown_text import in_one_line
from steward.gui.widgets.table_view import PAGE_ROWS, PAGES_KEPT, Index, TableView
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

if TYPE_CHECKING:
    from steward.tasks.exploring import Marks, PageMarks, View

LONGEST_SHOWN, LONGEST_TIP = 200, 1200
WIDEST, NARROWEST, SAMPLED = 320, 80, 30     # pixels, pixels, rows that the first widths are taken from
MEASURED_COLUMNS = 60
ALL_OF_IT = -1
PICTURES = {Tier.BLOCK: "stop", Tier.DECIDE: "caution", Tier.WARN: "note", Tier.NOTE: "note"}
SCROLLING = {int(key) for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)}
Role = Qt.ItemDataRole
NumbersAlign = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
NameOf = Callable[[Finding], str]


@dataclass(frozen=True, slots=True)
class _Page:
    """So many rows of the view: their row numbers, what is marked in them, and the cells of each column once it is in sight."""

    view: "View"
    start: int
    numbers: Sequence[int]
    marks: "PageMarks"
    columns: dict[int, list[str]] = field(default_factory=dict)

    def cell(self, place: int, column: int) -> str:
        """Return the beginning of a cell by its place in the page and the place of its column."""
        if column not in self.columns:
            self.columns[column] = self.view.cells(column, self.start, PAGE_ROWS, longest=LONGEST_SHOWN + 1)
        return self.columns[column][place]


class MarkedModel(QAbstractTableModel):
    """The cells of a view; `name_of` says in few words what a mark stands for."""

    def __init__(self, view: "View", marks: "Marks", name_of: NameOf, numeric: frozenset[str] = frozenset()) -> None:
        """Show the view. Columns named in `numeric` are set to the right."""
        super().__init__()
        self.view, self.reveal = view, False
        self._marks, self._name_of = marks, name_of
        self._names = view.sheet.names
        self._right = {place for place, name in enumerate(self._names) if name in numeric}
        self._pages: dict[int, _Page] = {}
        self._roles = {int(Role.DisplayRole): self._shown, int(Role.DecorationRole): self._picture,
                       int(Role.BackgroundRole): self._ground, int(Role.AccessibleTextRole): self._spoken,
                       int(Role.ToolTipRole): self._tip, int(Role.TextAlignmentRole): self._alignment}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.view)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = int(Role.DisplayRole)) -> Any:
        """Return what a cell shows, says or is colored in."""
        ask = self._roles.get(role)
        return ask(index.row(), index.column()) if ask is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802  # Qt's name
                   role: int = int(Role.DisplayRole)) -> Any:
        """Return a column's name or a row's number, and the sign of what was found about all of it."""
        if role == Role.DisplayRole:
            is_name = orientation == Qt.Orientation.Horizontal
            return in_one_line(self._names[section]) if is_name else str(self.row_number(section))
        if role in (Role.DecorationRole, Role.ToolTipRole):
            found = self._header_marks(section, orientation)
            if found:
                return (_sign(found[0].tier) if role == Role.DecorationRole else
                        _as_written("\n".join(tr(one.words.what) for one in found)))
        return None

    def show_view(self, view: "View") -> None:
        """Show the rows in another order, or others of them."""
        self.beginResetModel()
        self.view = view
        self._pages.clear()
        self.endResetModel()

    def show_blanks(self, *, reveal: bool) -> None:
        """Make blanks at the ends of cells visible, or not."""
        self.reveal = reveal
        if len(self.view) and self._names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.view) - 1, len(self._names) - 1))

    def row_number(self, row: int) -> int:
        """Return the number of a row as the spreadsheet counts."""
        page, place = self._page(row)
        return page.numbers[place]

    def findings_on(self, row: int, column: int) -> tuple[Finding, ...]:
        """Return what was found in a cell, or about its whole row."""
        page, place = self._page(row)
        return (*page.marks.at(place, column), *page.marks.at(place, ALL_OF_IT))

    def _shown(self, row: int, column: int) -> str:
        page, place = self._page(row)
        return in_one_line(page.cell(place, column)[:LONGEST_SHOWN], reveal=self.reveal)

    def _picture(self, row: int, column: int) -> QIcon | None:
        page, place = self._page(row)
        found = page.marks.at(place, column)
        return _sign(found[0].tier) if found else None

    def _ground(self, row: int, column: int) -> QColor | None:
        page, place = self._page(row)
        found = page.marks.at(place, column) or page.marks.at(place, ALL_OF_IT)
        return theme().color(f"{PICTURES[found[0].tier]}_surface") if found else None

    def _spoken(self, row: int, column: int) -> str:
        value = self._shown(row, column) or tr(say("blank"))
        told = tr(say("Column {column}, row {row}: {value}", column=in_one_line(self._names[column]),
                      row=str(self.row_number(row)), value=value))
        found = self.findings_on(row, column)
        marked = tr(say("marked: {what}", what=", ".join(self._name_of(one) for one in found))) if found else ""
        return f"{told}, {marked}" if marked else told

    def _tip(self, row: int, column: int) -> str | None:
        page, place = self._page(row)
        cell = page.cell(place, column)
        lines = [self._name_of(one) for one in self.findings_on(row, column)]
        if len(cell) > LONGEST_SHOWN:
            lines.insert(0, self.view.cell(row, column, longest=LONGEST_TIP))
        return _as_written("\n".join(lines)) or None

    def _alignment(self, _row: int, column: int) -> int | None:
        return NumbersAlign if column in self._right else None

    def _header_marks(self, section: int, orientation: Qt.Orientation) -> tuple[Finding, ...]:
        if orientation == Qt.Orientation.Horizontal:
            return self._marks.of_column(section)
        page, place = self._page(section)
        return page.marks.beside(place)

    def _page(self, row: int) -> tuple[_Page, int]:
        start = row - row % PAGE_ROWS
        page = self._pages.get(start)
        if page is None:
            if len(self._pages) >= PAGES_KEPT:
                self._pages.clear()
            numbers = self.view.rows(start, PAGE_ROWS)
            page = self._pages[start] = _Page(self.view, start, numbers, self._marks.on(np.asarray(numbers, np.int64)))
        return page, row - start


class RowHeader(QHeaderView):
    """Row numbers in a width that is given; Qt's own way asks for two hundred of them, pages apart, at every change."""

    def __init__(self, height: int) -> None:
        """Give each row this height in pixels."""
        super().__init__(Qt.Orientation.Vertical)
        self._width = 0
        self.setDefaultSectionSize(height)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionsClickable(True)

    def widen(self, width: int) -> None:
        """Take another width in pixels."""
        self._width = width
        self.setFixedWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the width that was given."""
        return QSize(self._width, 0)


class MarkedTable(TableView):
    """A table whose cells are chosen one by one or in blocks; a press on a column's name asks for another order."""

    copy_wanted = Signal()
    order_wanted = Signal(int)          # place of a column
    cell_entered = Signal(int, int)     # row, column

    def __init__(self, name: str) -> None:
        """Name the table for screen readers."""
        super().__init__(name, by_rows=False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setResizeContentsPrecision(0)
        self.horizontalHeader().sectionClicked.connect(self.order_wanted)
        self._numbers = RowHeader(theme().size("row_height"))
        self.setVerticalHeader(self._numbers)

    def show_model(self, model: MarkedModel, most_rows: int) -> None:
        """Show another table; `most_rows` is the largest row number there is."""
        old = self.model()
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        digits = self.fontMetrics().horizontalAdvance("0" * max(3, len(str(most_rows))))
        self._numbers.widen(digits + theme().size("icon") + 26)
        self._measure(model)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.cell_entered.emit(now.row(), now.column()))

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, alone chosen, and bring it into sight."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def chosen(self) -> tuple[list[range], list[int]]:
        """Return the chosen cells: stretches of rows, and columns; of blocks in different columns, every column of any."""
        selection = self.selectionModel().selection()
        blocks = [selection.at(place) for place in range(selection.count())]
        rows = sorted({(block.top(), block.bottom() + 1) for block in blocks})
        columns = sorted({column for block in blocks for column in range(block.left(), block.right() + 1)})
        return _joined(rows), columns

    def event(self, event: QEvent) -> bool:
        """Keep the keys that scroll a table for the table."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in SCROLLING:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Ask for a copy of what is chosen, where those keys are pressed."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    def _measure(self, model: MarkedModel) -> None:
        """Give each column a width from its first rows; Qt's own way looks at a thousand rows of each."""
        metrics, rows = self.fontMetrics(), min(SAMPLED, model.rowCount())
        for place in range(min(model.columnCount(), MEASURED_COLUMNS)):
            texts = [str(model.data(model.index(row, place))) for row in range(rows)]
            name = str(model.headerData(place, Qt.Orientation.Horizontal)) + "0000"
            wide = max((metrics.horizontalAdvance(text[:80]) for text in (*texts, name)), default=0)
            self.setColumnWidth(place, min(max(wide + theme().size("icon") + 40, NARROWEST), WIDEST))


def _as_written(text: str) -> str:
    """Return a tip whose text is shown letter by letter; Qt would take what looks like markup for it, pictures included."""
    return f'<p style="white-space: pre-wrap">{escape(text, quote=False)}</p>' if text else ""


def _joined(rows: list[tuple[int, int]]) -> list[range]:
    """Return stretches that do not overlap."""
    joined: list[range] = []
    for start, end in rows:
        if joined and start <= joined[-1].stop:
            joined[-1] = range(joined[-1].start, max(end, joined[-1].stop))
        else:
            joined.append(range(start, end))
    return joined


def _sign(tier: Tier) -> QIcon:
    return _sign_of(PICTURES[tier], theme().scheme)


@lru_cache(maxsize=16)
def _sign_of(name: str, _scheme: str) -> QIcon:
    return icon(name, name)
