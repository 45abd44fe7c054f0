"""Rows of a table, each with what it is taken for: a sign, a word and a ground, so that no one of them is needed to tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.shown_text import in_one_line
from steward.gui.widgets.table_view import ACCESSIBLE, DISPLAY, MEASURED_COLUMNS, TableView
from steward.vocabulary.message import Message, say
from steward.vocabulary.row_kind import RowKind

if TYPE_CHECKING:
    from steward.tasks.row_kinds import PicturedRow, RowPicture

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NARROW, USUAL, WIDE, ROWS_IN_SIGHT = 72, 140, 220, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How rows of one kind look and what they are called."""

    sign: str
    word: Message
    ground: str = "surface"
    ink: str = "text"
    is_bold: bool = False
    is_slanted: bool = False


LOOKS: dict[RowKind, Look] = {
    RowKind.TITLE: Look(sign="×", word=say("Title above the table"), ground="sunken", ink="muted", is_slanted=True),
    RowKind.HEADER: Look(sign="■", word=say("Names of columns"), ground="selected", ink="on_selected", is_bold=True),
    RowKind.SUBHEADER: Look(sign="□", word=say("Second row of names"), ground="selected", ink="on_selected", is_bold=True),
    RowKind.SECTION: Look(sign="▸", word=say("Title of a section"), ground="note_surface", ink="note", is_bold=True),
    RowKind.RECORD: Look(sign="•", word=say("Record")),
    RowKind.TOTAL: Look(sign="Σ", word=say("Total"), ground="caution_surface", ink="caution", is_bold=True),
    RowKind.NOTE: Look(sign="¶", word=say("Note"), ground="sunken", ink="muted", is_slanted=True),
    RowKind.PAGE: Look(sign="–", word=say("Line of the printed page"), ground="sunken", ink="muted", is_slanted=True),
    RowKind.ELEMENT: Look(sign="i", word=say("Describes a dataset"), ground="caution_surface", ink="caution", is_bold=True),
    RowKind.OTHER: Look(sign="?", word=say("No record"), ground="sunken", ink="muted"),
}


class RowModel(QAbstractTableModel):
    """The rows of a picture. The first column says what each row is, where that is asked for."""

    def __init__(self, picture: "RowPicture", *, tells_kinds: bool) -> None:
        """Take over the rows; a line stands for rows that are not shown."""
        super().__init__()
        self._names, self._tells = picture.columns, tells_kinds
        self._rows: list[PicturedRow | None] = []
        for shown in picture.rows:
            before = self._rows[-1] if self._rows else None
            if tells_kinds and before is not None and shown.row > before.row + 1:
                self._rows.append(None)
            self._rows.append(shown)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._names) + self._tells

    def row_at(self, place: int) -> int | None:
        """Return the row of the file at a line; None where the line stands for rows that are not shown."""
        shown = self._rows[place]
        return None if shown is None else shown.row

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return a cell's text, font, colors, and what a screen reader says."""
        shown, place = self._rows[index.row()], index.column() - self._tells
        if shown is None:
            return "…" if role == DISPLAY and index.column() == 0 else None
        if role == DISPLAY:
            return _told(shown) if place < 0 else in_one_line(shown.cells[place])
        if role == ACCESSIBLE:
            return self._spoken(shown, place)
        return _looked(LOOKS[shown.kind], role) if self._tells else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: N802  # Qt's name
        """Return a column's name or a row's number in the file."""
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self.row_at(section)
            return "…" if row is None else str(row)
        return tr(say("What it is")) if section < self._tells else in_one_line(self._names[section - self._tells])

    def _spoken(self, shown: "PicturedRow", place: int) -> str:
        row = tr(say("Row {row}, {mark}", row=str(shown.row), mark=LOOKS[shown.kind].word))
        if place < 0:
            return row
        cell = f"{in_one_line(self._names[place])}: {in_one_line(shown.cells[place]) or '–'}"
        return f"{row}, {cell}" if self._tells else cell


class RowTable(TableView):
    """The picture. Rows can be chosen, one or several, where `is_chosen_from`."""

    def __init__(self, name: str, *, tells_kinds: bool = True, is_chosen_from: bool = False, widest: int = WIDE) -> None:
        """Name the table for screen readers; `widest` is the most that a column takes, in pixels."""
        super().__init__(name)
        self._widest = widest
        self._tells = tells_kinds
        self.setAlternatingRowColors(not tells_kinds)
        if is_chosen_from:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_picture(self, picture: "RowPicture", rows_in_sight: int = ROWS_IN_SIGHT) -> None:
        """Show another picture; scrolling stays as it is."""
        old, down, across = self.model(), self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        model = RowModel(picture, tells_kinds=self._tells)
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        self.horizontalHeader().setDefaultSectionSize(min(USUAL, self._widest))
        self.fit_columns(NARROW, WIDE)
        for place in range(int(self._tells), min(model.columnCount(), MEASURED_COLUMNS)):
            self.setColumnWidth(place, min(self.columnWidth(place), self._widest))
        self.show_height(max(1, min(model.rowCount(), rows_in_sight)))
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(across)

    def chosen_rows(self) -> Sequence[int]:
        """Return the rows of the file that are chosen."""
        model = self.model()
        places = sorted({index.row() for index in self.selectedIndexes()})
        found = [model.row_at(place) for place in places] if isinstance(model, RowModel) else []
        return [row for row in found if row is not None]


def _told(shown: "PicturedRow") -> str:
    look = LOOKS[shown.kind]
    return f"{look.sign} {tr(look.word)}"


def _looked(look: Look, role: int) -> Any:
    if role == Role.FontRole:
        font = theme().font()
        font.setBold(look.is_bold)
        font.setItalic(look.is_slanted)
        return font
    if role == Role.ForegroundRole:
        return theme().color(look.ink)
    return theme().color(look.ground) if role == Role.BackgroundRole else None
