"""A field beside which a text opens: at its right where there is room, else below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from steward.gui.widgets.labels import Text
from steward.gui.widgets.spacing import column, row

ENOUGH = 560           # pixels for both
FIELD, TEXT = 3, 2     # shares of the width


class RuleBeside(QWidget):
    """The field keeps the whole width while the text is closed."""

    def __init__(self, field: QWidget, text: str) -> None:
        """Begin with the text closed."""
        super().__init__()
        self._layout = row(self, gap="gap")
        self._box = QFrame()
        self._box.setObjectName("notice")
        self._box.setProperty("tone", "note")
        inner = column(self._box, gap="unit", margin=10)
        for line in text.splitlines():
            inner.addWidget(Text(line))
        place = QWidget()   # in it a narrow field stays at the left
        column(place, gap="unit").addWidget(field)
        self._layout.addWidget(place, FIELD, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._box, TEXT, Qt.AlignmentFlag.AlignTop)
        self._box.hide()

    def turn(self) -> None:
        """Open the text, or close it."""
        self._box.setVisible(self._box.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the text where there is room for it."""
        is_wide = event.size().width() >= ENOUGH
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
