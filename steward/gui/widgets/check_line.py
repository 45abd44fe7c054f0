"""A point to confirm: a box to tick with a sentence that wraps beside it, both drawn in the theme's colors."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from steward.gui.icons import DENSITIES, picture
from steward.gui.theme import theme

BOX, EDGE, GAP, CORNER = 20, 6, 10, 4  # pixels
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CheckLine(QCheckBox):
    """One point. A click anywhere on it ticks the box."""

    def __init__(self, text: str = "") -> None:
        """Show the sentence beside an empty box."""
        super().__init__()
        self.setFont(theme().font())
        side = theme().size("target")  # what screen readers and the audit take as the place to press
        self.setStyleSheet(f"CheckLine::indicator {{ width: {side}px; height: {side}px; }}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # Qt's signature
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another sentence."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._shown = text
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """Return the height that the wrapped sentence needs."""
        return max(self._words(width).height(), BOX) + 2 * EDGE

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return a size for a short line; layouts ask for the height by the width."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the least room: the box and a few words."""
        return QSize(140, BOX + 2 * EDGE)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  # Qt's name
        """Take a click on the sentence too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw box, tick, sentence, and the frame while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        painter.setPen(theme().color("text" if self.isEnabled() else "disabled"))
        painter.drawText(self._words(self.width()), WRAPPED, self._shown)
        if self.hasFocus():
            _frame(painter, QRectF(self.rect()), "focus", CORNER + 2)
        event.accept()

    def _draw_box(self, painter: QPainter) -> None:
        box = QRectF(EDGE, EDGE, BOX, BOX)
        painter.setBrush(theme().color("primary" if self.isChecked() else "surface"))
        _frame(painter, box, "primary" if self.isChecked() else "control_border", CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.drawPixmap(QPoint(EDGE + 2, EDGE + 2), picture("check", "on_primary", BOX - 4, DENSITIES[-1]))

    def _words(self, width: int) -> QRect:
        left = EDGE + BOX + GAP
        room = QRect(left, EDGE + 1, max(1, width - left - EDGE), 10_000)
        return self.fontMetrics().boundingRect(room, WRAPPED, self._shown).united(QRect(room.topLeft(), QSize(room.width(), 1)))


def _frame(painter: QPainter, around: QRectF, color: str, radius: int) -> None:
    painter.setPen(QPen(theme().color(color), 2))
    painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), radius, radius)
