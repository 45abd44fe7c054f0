"""Small bars drawn by hand: the commonest values of a column, and its histogram. Their text says the same to screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steward.gui.theme import theme


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, and how many rows it has."""

    label: str
    count: int


class BarList(QWidget):
    """Values one under the other, each with its count and a bar behind it."""

    def __init__(self, name: str, bars: Sequence[Bar]) -> None:
        """Show the bars; the longest fills the width."""
        super().__init__()
        self._bars = tuple(bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.count:,}" for bar in bars))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return a line's height for each bar."""
        return QSize(160, len(self._bars) * self._line_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw each bar with its text on it."""
        painter, height = QPainter(self), self._line_height()
        most = max((bar.count for bar in self._bars), default=1)
        for place, bar in enumerate(self._bars):
            box = QRectF(0, place * height + 2, self.width(), height - 4)
            painter.fillRect(QRectF(box.x(), box.y(), max(3.0, box.width() * bar.count / max(most, 1)), box.height()),
                             theme().color("note_surface"))
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), theme().color("note"))
            self._write(painter, box.adjusted(9, 0, -4, 0), bar)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        painter.setPen(theme().color("text"))
        count, metrics = f"{bar.count:,}", painter.fontMetrics()
        room = box.adjusted(0, 0, -metrics.horizontalAdvance(count) - 8, 0)
        text = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, text)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 8


class Histogram(QWidget):
    """Counts as upright bars from the smallest to the largest value."""

    def __init__(self, name: str, bars: Sequence[Bar], low: str, high: str) -> None:
        """Show the bars with the ends written under them."""
        super().__init__()
        self._bars, self._ends = tuple(bars), (low, high)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.count:,}" for bar in bars))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the room for the bars and the line under them."""
        return QSize(160, 72 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the bars; one that is not empty is never thinner than two pixels."""
        painter, foot = QPainter(self), self.fontMetrics().height() + 4
        height, width = self.height() - foot, self.width() / max(len(self._bars), 1)
        most = max((bar.count for bar in self._bars), default=1)
        for place, bar in enumerate(self._bars):
            tall = max(2.0, (height - 2) * bar.count / max(most, 1)) if bar.count else 0.0
            painter.fillRect(QRectF(place * width + 1, height - tall, max(1.0, width - 2), tall), theme().color("note"))
        painter.fillRect(QRectF(0, height, self.width(), 1), theme().color("control_border"))
        painter.setPen(theme().color("text"))
        line = QRectF(0, height + 2, self.width(), foot)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._ends[0])
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._ends[1])
        painter.end()
