"""A list of names with boxes to tick beside each; made for thousands of them, and for the keyboard."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.gui.text import tr
from steward.gui.widgets.shown_text import in_one_line
from steward.gui.widgets.table_view import ACCESSIBLE, DISPLAY, TOOL_TIP, TableView
from steward.vocabulary.message import say

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Select)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAME_WIDTH, EXAMPLE_WIDTH, ROWS_IN_SIGHT = 200, 190, 8


class TickModel(QAbstractTableModel):
    """The names, what `beside` says of each once it is seen, and one column of boxes for each of `boxes`."""

    ticked = Signal(int, int, bool)   # row, box, whether it is ticked now

    def __init__(self, names: Sequence[str], beside: Callable[[int], str], heads: Sequence[str], boxes: Sequence[str]) -> None:
        """Begin with no box ticked; `heads` name the first two columns."""
        super().__init__()
        self._names, self._beside, self._heads, self._boxes = tuple(names), beside, (*heads, *boxes), tuple(boxes)
        self._first = len(heads)
        self._ticks: list[set[int]] = [set() for _box in boxes]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of names."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that boxes can be ticked."""
        is_box = index.column() >= self._first
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if is_box else Qt.ItemFlag(0))

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return a name, the words beside it, or whether a box is ticked."""
        box = index.column() - self._first
        if box < 0:
            return self._text(index) if role in (DISPLAY, ACCESSIBLE, TOOL_TIP) else None
        is_ticked = index.row() in self._ticks[box]
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == DISPLAY:
            return tr(say("Yes")) if is_ticked else ""
        if role == ACCESSIBLE:
            name, state = in_one_line(self._names[index.row()]), say("ticked") if is_ticked else say("not ticked")
            return tr(say("{name}, {box}: {state}", name=name, box=self._boxes[box], state=state))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: N802  # Qt's name
        """Return what a column is called."""
        return self._heads[section] if role == DISPLAY and orientation == Qt.Orientation.Horizontal else None

    def _text(self, index: Index) -> str:
        return in_one_line(self._beside(index.row()) if index.column() else self._names[index.row()])

    def toggle(self, index: Index) -> None:
        """Tick the box at a place, or take its tick away, and tell it."""
        box = index.column() - self._first
        if box >= 0:
            self.ticked.emit(index.row(), box, index.row() not in self._ticks[box])

    def show_ticks(self, *ticks: Iterable[int]) -> None:
        """Show for each box the rows in which it is ticked."""
        self._ticks = [set(rows) for rows in ticks]
        if self._names:
            self.dataChanged.emit(self.index(0, self._first), self.index(len(self._names) - 1, len(self._heads) - 1))


class TickTable(TableView):
    """The list on screen: a click anywhere in a box's cell, Space or Enter ticks it."""

    ticked = Signal(int, int, bool)

    def __init__(self, name: str, model: TickModel, fixed: int) -> None:
        """Name the list for screen readers; the first `fixed` columns hold no boxes."""
        super().__init__(name, by_rows=False)
        self._ticks = model
        self._ticks.setParent(self)
        self.setModel(self._ticks)
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().hide()
        self._ticks.ticked.connect(self.ticked)
        self.setColumnWidth(0, NAME_WIDTH)
        self.setColumnWidth(1, EXAMPLE_WIDTH)
        for place in range(fixed, model.columnCount()):
            self.setColumnWidth(place, self.horizontalHeader().sectionSizeHint(place) + 8)
        self.horizontalHeader().setStretchLastSection(True)
        self.show_height(max(1, min(model.rowCount(), ROWS_IN_SIGHT)))
        self.setCurrentIndex(model.index(0, fixed))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Tick with Enter as with Space; Qt hands only Space on to the cell."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self._ticks.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def show_ticks(self, *ticks: Iterable[int]) -> None:
        """Show for each box the rows in which it is ticked."""
        self._ticks.show_ticks(*ticks)


class _Delegate(QStyledItemDelegate):
    """Takes a click anywhere in the cell; Qt's own takes one on the box alone."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem,  # noqa: N802  # Qt's name
                    index: Index) -> bool:
        is_press = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease and (
            event.button() == Qt.MouseButton.LeftButton)
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in TICKING
        if isinstance(model, TickModel) and (is_press or is_key):
            model.toggle(index)
            return True
        return False
