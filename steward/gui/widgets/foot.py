"""The foot of a page: a quiet act at the left, the main act at the right, one above the other where there is no room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton

from steward.gui.theme import theme
from steward.gui.widgets.spacing import row

EDGE, NARROW_EDGE = 10, 12   # pixels above and below; left and right where the window is narrow


class Foot(QFrame):
    """Hidden until it has a button. No button is ever narrower than its text."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName("footer")
        self._line = row(self)
        self._is_in_line = True
        self._line.addStretch(1)
        self._fit()
        self.hide()

    def add_next(self, button: QPushButton) -> None:
        """Put a button at the right end."""
        self._line.addWidget(button)
        self._align(button)
        self.show()

    def add_back(self, button: QPushButton) -> None:
        """Put a button at the left end."""
        self._line.insertWidget(0, button)
        self._align(button)
        self.show()

    def fold(self) -> None:
        """Show the foot only while one of its buttons is there."""
        self.setVisible(any(not button.isHidden() for button in self._buttons()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Place the buttons as there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Place the buttons anew where one of them has got another text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _buttons(self) -> list[QPushButton]:
        return self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _fit(self) -> None:
        shown = [button for button in self._buttons() if not button.isHidden()]
        needed = sum(button.minimumSizeHint().width() + self._line.spacing() for button in shown)
        margin = theme().size("page_margin")
        side = margin if needed + 2 * margin <= self.width() else NARROW_EDGE
        is_in_line = needed + 2 * side <= self.width()
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if is_in_line else ways.TopToBottom)
        self._line.setContentsMargins(side, EDGE, side, EDGE)
        self.setMinimumWidth(0)
        if is_in_line != self._is_in_line:  # only then: Qt asks for a new layout each time, which brings us here again
            self._is_in_line = is_in_line
            for button in self._buttons():
                self._align(button)

    def _align(self, button: QPushButton) -> None:
        self._line.setAlignment(button, Qt.AlignmentFlag(0) if self._is_in_line else Qt.AlignmentFlag.AlignRight)
