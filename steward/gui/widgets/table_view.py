"""A table on screen that Tab leaves, with a model that reads a page of rows at a time and never holds the table itself."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from steward.gui.theme import theme

PAGE_ROWS = 100
PAGES_KEPT = 16
MEASURED_COLUMNS, MEASURED_ROWS, MEASURED_LETTERS = 40, 30, 60   # from what the widths are taken
NARROWEST, WIDEST, AROUND_TEXT = 72, 280, 36                     # pixels
LONGEST_SHOWN = 200
DISPLAY, ACCESSIBLE, TOOL_TIP = (int(role) for role in (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole))
Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[int, int], Sequence[Sequence[str]]]


class PagedModel(QAbstractTableModel):
    """Text cells fetched by `rows(offset, count)`; the last few pages are kept."""

    def __init__(self, headers: Sequence[str], height: int, rows: Rows, row_labels: Callable[[int], str] | None = None) -> None:
        """Show `height` rows; `row_labels` gives the text beside a row, its number as the spreadsheet counts it."""
        super().__init__()
        self._headers, self._height, self._rows, self._labels = tuple(headers), height, rows, row_labels
        self._pages: dict[int, Sequence[Sequence[str]]] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else self._height

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return the text of a cell."""
        if role == DISPLAY:
            return self._cell(index.row(), index.column())[:LONGEST_SHOWN]
        if role == ACCESSIBLE:
            return f"{self._headers[index.column()]}: {self._cell(index.row(), index.column())[:LONGEST_SHOWN] or '–'}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: N802  # Qt's name
        """Return a column's name or a row's number."""
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        return self._labels(section) if self._labels else str(section + 1)

    def change(self, row: int, column: int, text: str) -> None:
        """Show another text in one cell, as long as its page is kept."""
        self._cell(row, column)
        start = row - row % PAGE_ROWS
        cells = [list(cells) for cells in self._pages[start]]
        cells[row - start][column] = text
        self._pages[start] = cells
        self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _cell(self, row: int, column: int) -> str:
        start = row - row % PAGE_ROWS
        page = self._pages.get(start)
        if page is None:
            if len(self._pages) >= PAGES_KEPT:
                self._pages.clear()
            page = self._pages[start] = self._rows(start, PAGE_ROWS)
        return page[row - start][column]


class TableView(QTableView):
    """A table to read and to choose rows from; Tab moves on, arrow keys move within."""

    def __init__(self, name: str, *, by_rows: bool = True) -> None:
        """Name the table for screen readers; `by_rows` selects whole rows."""
        super().__init__()
        self._rows_high = 0
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        if by_rows:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(theme().size("row_height"))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Copy the cell that is chosen so that no spreadsheet runs it; Qt's own copy would put it there as it is."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            from steward.tasks.exploring import copied_cell

            QGuiApplication.clipboard().setText(copied_cell(str(self.currentIndex().data(DISPLAY) or "")))
            event.accept()
            return
        super().keyPressEvent(event)

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]],
                  row_labels: Callable[[int], str] | None = None) -> None:
        """Show a few ready rows."""
        held = tuple(tuple(cells) for cells in rows)
        self.show_pages(PagedModel(headers, len(held), lambda offset, count: held[offset:offset + count], row_labels))

    def show_text(self, row: int, column: int, text: str) -> None:
        """Show another text in one cell of the ready rows."""
        model = self.model()
        if isinstance(model, PagedModel):
            model.change(row, column, text)

    def show_pages(self, model: PagedModel) -> None:
        """Show the rows of a model."""
        old = self.model()
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        self.verticalHeader().setVisible(model._labels is not None)  # noqa: SLF001  # both are of this file
        self.fit_columns(NARROWEST, WIDEST)

    def fit_columns(self, narrowest: int, widest: int) -> None:
        """Give each of the first columns a width in pixels between two; Qt's own way styles a thousand cells of each."""
        model, metrics = self.model(), self.fontMetrics()
        for place in range(min(model.columnCount(), MEASURED_COLUMNS)):
            cells = (model.data(model.index(row, place), DISPLAY) for row in range(min(model.rowCount(), MEASURED_ROWS)))
            name = f"{model.headerData(place, Qt.Orientation.Horizontal, DISPLAY)}00"   # its letters are bold
            wide = max(metrics.horizontalAdvance(str(text or "")[:MEASURED_LETTERS]) for text in (name, *cells))
            self.setColumnWidth(place, min(max(wide + AROUND_TEXT, narrowest), widest))

    def show_height(self, rows: int) -> None:
        """Make the table as high as this many rows with its header, whatever width it is given later."""
        self._rows_high = rows
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Keep every row whole where a bar to scroll sideways comes or goes."""
        super().resizeEvent(event)
        if self._rows_high:
            self._fit_height()

    def _fit_height(self) -> None:
        rows = self._rows_high
        wide = self.horizontalHeader().length()
        down = self.verticalScrollBar().sizeHint().width() if self.model() is not None and rows < self.model().rowCount() else 0
        beside = self.verticalHeader().width() if self.verticalHeader().isVisible() else 0
        is_scrolled = wide + down + beside + 2 * self.frameWidth() > self.width()
        frame = 2 * self.frameWidth() + (self.horizontalScrollBar().sizeHint().height() if is_scrolled else 0)
        self.setFixedHeight(rows * theme().size("row_height") + self.horizontalHeader().sizeHint().height() + frame + 4)
