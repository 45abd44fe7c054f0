"""The rows of a file as they stand, each marked with what it is taken for; choosing cells says what the table is."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.table_view import ACCESSIBLE, DISPLAY, TableView
from steward.vocabulary.column_letters import column_of, letters_of
from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.table.preview import Preview, PreviewRow, Region

MOST_COLUMNS = 300
NARROW, USUAL, WIDE = 88, 140, 220      # pixels of a column of cells
SIGNS = {"title": "×", "above": "×", "blank": "", "header": "■", "record": "•", "apart": "◇", "below": "×", "hidden": "×"}
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """The rows of a preview. The first column says what each row is; the others are the columns of the file."""

    def __init__(self, preview: "Preview") -> None:
        """Take over what was seen; where rows are left out a line says how many."""
        super().__init__()
        self._preview = preview
        self._width = min(preview.width, MOST_COLUMNS)
        self._rows: list[PreviewRow | str] = []
        self._records: dict[int, int] = {}
        self._fill()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of columns, that of the marks too."""
        return 0 if parent.isValid() else self._width + 1

    def row_at(self, place: int) -> int | None:
        """Return the row of the file at a line, or None where the line tells of rows that are not shown."""
        shown = self._rows[place] if 0 <= place < len(self._rows) else ""
        return None if isinstance(shown, str) else shown.row

    def place_of(self, row: int) -> int | None:
        """Return the line of a row of the file."""
        return next((place for place, shown in enumerate(self._rows) if not isinstance(shown, str) and shown.row == row), None)

    def nearest_place(self, row: int) -> int:
        """Return the line of a row of the file, or the one that tells of the rows among which it is not shown."""
        known = [shown.row for shown in self._preview.rows if shown.row >= row]
        place = self.place_of(known[0]) if known else None
        if place is None:
            return len(self._rows) - 1
        return place if known[0] == row else max(0, place - 1)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return a cell's text, font, colors, and what a screen reader says."""
        shown = self._rows[index.row()]
        if isinstance(shown, str):
            return self._gap(shown, index.column(), role)
        if role in (DISPLAY, ACCESSIBLE):
            return self._text(shown, index.column()) if role == DISPLAY else self._spoken(shown, index.column())
        return self._look(shown, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: N802  # Qt's name
        """Return a column's letter with its name in the table, or a row's number."""
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return tr(say("What it is")) if section == 0 else self._title(section)
        row = self.row_at(section)
        return "…" if row is None else str(row)

    def _fill(self) -> None:
        before, records = 0, 0
        for shown in self._preview.rows:
            if shown.row > before + 1:
                self._rows.append(tr(_unseen(before + 1, shown.row - 1)))
                records = -len(self._preview.rows)  # further ones are not numbered: blank rows may be among the unseen
            if shown.part == "record":
                records += 1
                self._records[shown.row] = records
            self._rows.append(shown)
            before = shown.row
        if self._preview.height is None:
            self._rows.append(tr(say("Further rows follow; this is the beginning of a long file.")))

    def _gap(self, text: str, column: int, role: int) -> Any:
        if role == Role.ForegroundRole:
            return theme().color("muted")
        return text if column == 0 and role in (DISPLAY, ACCESSIBLE) else None

    def _text(self, shown: "PreviewRow", column: int) -> str:
        if column == 0:
            return f"{SIGNS[shown.part]} {self._mark(shown)}".strip()
        return shown.cells[column - 1].replace("\r", " ").replace("\n", " ") if column <= len(shown.cells) else ""

    def _spoken(self, shown: "PreviewRow", column: int) -> str:
        row = tr(say("Row {row}, {mark}", row=shown.row, mark=self._mark(shown)))
        return row if column == 0 else f"{row}, {self._title(column)}: {self._text(shown, column) or '–'}"

    def _mark(self, shown: "PreviewRow") -> str:
        number = self._records.get(shown.row, 0)
        if shown.part == "record" and shown.is_hidden:
            return tr(say("Data, hidden in the file"))
        if number > 0:
            return tr(say("Row {number} of the data", number=number))
        return tr(MARKS[shown.part])

    def _title(self, column: int) -> str:
        letters = letters_of(column)
        if not self._preview.is_published(column):
            return letters if self._preview.rows_apart else tr(say("{letters} – left out", letters=letters))
        labels, place = self._preview.labels, column - self._preview.region[1]
        label = labels[place] if 0 <= place < len(labels) else None
        return f"{letters}  {label}".replace("\n", " ") if label else letters

    def _look(self, shown: "PreviewRow", column: int, role: int) -> Any:
        is_outside = column > 0 and not self._preview.is_published(column)
        is_header = shown.part == "header" and not is_outside
        is_apart = shown.part == "apart"
        is_passed_over = is_outside or shown.part in ("title", "above", "below", "hidden")
        if role == Role.FontRole:
            font = theme().font()
            font.setBold(is_header)
            font.setItalic(is_passed_over)
            return font
        if role == Role.ForegroundRole:
            quiet = "muted" if is_passed_over or column == 0 else "text"
            return theme().color("on_selected" if is_header else "caution" if is_apart else quiet)
        if role == Role.BackgroundRole:
            ground = "selected" if is_header else "caution_surface" if is_apart else "sunken" if is_passed_over else "surface"
            return theme().color(ground)
        return None


class GridView(TableView):
    """The grid. Enter or a double click on a row takes it for the column names; the rest is said with the chosen cells."""

    row_activated = Signal(int)       # a row of the file
    cells_chosen = Signal()
    cell_entered = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(tr(say("The beginning of the file, row by row")), by_rows=False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        self.doubleClicked.connect(lambda index: self._activate(index.row()))

    def show_preview(self, preview: "Preview") -> None:
        """Show another preview; place and scrolling stay as they are where the file is the same."""
        old, index, across = self.model(), self.currentIndex(), self.horizontalScrollBar().value()
        down = self.verticalScrollBar().value()
        model = GridModel(preview)
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        self.selectionModel().selectionChanged.connect(lambda *_: self.cells_chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.cell_entered.emit())
        self._fit_columns()
        if index.isValid() and index.row() < model.rowCount() and index.column() < model.columnCount():
            self.selectionModel().setCurrentIndex(model.index(index.row(), index.column()),
                                                  self.selectionModel().SelectionFlag.NoUpdate)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def go_to(self, row: int, column: int) -> None:
        """Stand on a row or column of the file and bring it into sight; 0 leaves the one on which one stands."""
        model, current = self.model(), self.currentIndex()
        if not isinstance(model, GridModel):
            return
        place = model.nearest_place(row) if row else max(0, current.row())
        index = model.index(place, min(column, model.columnCount() - 1) if column else max(0, current.column()))
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def chosen(self) -> "Region | None":
        """Return first row, first column, last row and last column of the chosen cells; None where no two cells are chosen."""
        model = self.model()
        indexes = self.selectedIndexes()
        if not isinstance(model, GridModel) or len(indexes) < 2:  # noqa: PLR2004  # one cell is where one stands
            return None
        rows = [row for index in indexes if (row := model.row_at(index.row())) is not None]
        columns = [index.column() for index in indexes if index.column() > 0]
        if not rows:
            return None
        if not columns:
            columns = [1, model.columnCount() - 1]
        return (min(rows), min(columns), max(rows), max(columns))

    def current_row(self) -> int | None:
        """Return the row of the file on which one stands."""
        model = self.model()
        return model.row_at(self.currentIndex().row()) if isinstance(model, GridModel) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Take the row for the column names with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activate(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _activate(self, place: int) -> None:
        model = self.model()
        row = model.row_at(place) if isinstance(model, GridModel) else None
        if row is not None:
            self.row_activated.emit(row)

    def _fit_columns(self) -> None:
        self.horizontalHeader().setDefaultSectionSize(USUAL)
        self.fit_columns(NARROW, WIDE)


MARKS: dict[str, Message] = {
    "title": say("Title, passed over"), "above": say("Above the table, passed over"), "blank": say("Blank"),
    "header": say("Column names"), "record": say("Data"),
    "apart": say("Does not fit, set apart"), "below": say("Below the table, passed over"), "hidden": say("Hidden, left out")}


def column_named(text: str) -> int | None:
    """Return the 1-based column that letters or figures name, or None where they name none."""
    if text.isascii() and text.isdigit():
        return int(text) or None
    return column_of(text) if text.isascii() and text.isalpha() else None


def _unseen(first: int, last: int) -> Message:
    return say_count("Row {first} is not shown here.", "Rows {first} to {last} are not shown here.", last - first + 1,
                     first=first, last=last)
