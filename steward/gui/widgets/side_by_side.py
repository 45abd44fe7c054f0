"""Two parts beside each other where there is room, one under the other where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from steward.gui.widgets.spacing import row

ENOUGH = 820  # pixels for both


class SideBySide(QWidget):
    """A left and a right part; `left_share` and `right_share` divide the width."""

    def __init__(self, left: QWidget, right: QWidget, *, left_share: int = 1, right_share: int = 1) -> None:
        """Put the parts in their places."""
        super().__init__()
        self._layout = row(self, gap="section_gap")
        for part, share in ((left, left_share), (right, right_share)):
            self._layout.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Turn the parts the way there is room for."""
        is_wide = event.size().width() >= ENOUGH
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
