"""Widgets side by side where there is room for them, else one below the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from steward.gui.theme import theme


class Abreast(QWidget):
    """At most so many in a line; none is made narrower than it must be."""

    def __init__(self, most: int, *, gap: str = "gap", is_even: bool = True) -> None:
        """Begin empty; `is_even` shares the room out, else it stays free at the right."""
        super().__init__()
        self._most, self._is_even, self._now = most, is_even, 0
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().size(gap))

    def add(self, widget: QWidget) -> None:
        """Put a further widget behind the others."""
        self._widgets.append(widget)
        self._place(self._now or self._most)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Place the widgets as there is room for them."""
        super().resizeEvent(event)
        ways = range(self._most, 0, -1)
        fitting = next((abreast for abreast in ways if self._needed(abreast) <= event.size().width()), 1)
        if fitting != self._now:
            self._place(fitting)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the room of the widest one, so that the whole can always be made narrower."""
        return QSize(self._needed(1), super().minimumSizeHint().height())

    def _needed(self, abreast: int) -> int:
        widths = [widget.minimumSizeHint().width() for widget in self._widgets]
        columns = [max(widths[place::abreast], default=0) for place in range(abreast)]
        room = max(columns, default=0) * len(columns) if self._is_even else sum(columns)
        return room + (abreast - 1) * self._grid.horizontalSpacing()

    def _place(self, abreast: int) -> None:
        self._now = abreast
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // abreast, place % abreast, Qt.AlignmentFlag.AlignTop)
        for column in range(self._most + 1):
            is_wide = column < abreast if self._is_even else column == abreast
            self._grid.setColumnStretch(column, 1 if is_wide else 0)
