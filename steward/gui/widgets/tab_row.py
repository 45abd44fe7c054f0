"""Parts of a page to choose from: in one line where there is room, two by two or one by one where there is not."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import nav_button
from steward.vocabulary.message import say

PAIR, PADDING = 2, 28   # buttons abreast; pixels around the text of a tab, border included


class TabRow(QWidget):
    """Buttons of which one stays down."""

    chosen = Signal(str)

    def __init__(self, tabs: dict[str, str], current: str) -> None:
        """Show the tabs by id and text; `current` is the one that is open."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().size("unit"))
        self._buttons: dict[str, QPushButton] = {}
        for name, text in tabs.items():
            button = self._buttons[name] = nav_button(text, "")
            button.setChecked(name == current)
            button.setAccessibleDescription(tr(say("This group is open.")) if name == current else "")
            button.clicked.connect(lambda _checked=False, wanted=name: self.chosen.emit(wanted))
        self._place(PAIR)

    def name(self, tab: str, text: str) -> None:
        """Show another text on a tab."""
        self._buttons[tab].setText(text.replace("&", "&&"))
        self._buttons[tab].setAccessibleName(text)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Place the tabs as there is room for them."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the room of one tab, so that the row can always be made narrower."""
        return QSize(self._needed(1), super().minimumSizeHint().height())

    def _fit(self, width: int) -> None:
        ways = (len(self._buttons), PAIR, 1)
        self._place(next((abreast for abreast in ways if self._needed(abreast) <= width), 1))

    def _needed(self, abreast: int) -> int:
        """Return how many pixels so many tabs in one line take; the columns of a grid are as wide as their widest tab."""
        widths = [_width(button) for button in self._buttons.values()]
        return sum(max(widths[place::abreast]) for place in range(abreast)) + (abreast - 1) * self._grid.horizontalSpacing()

    def _place(self, abreast: int) -> None:
        is_one_line = abreast == len(self._buttons)
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // abreast, place % abreast)
            button.setMinimumWidth(_width(button) if is_one_line else 0)
        self._grid.setColumnStretch(len(self._buttons), 1 if is_one_line else 0)  # what is left stays free behind the last tab


def _width(button: QPushButton) -> int:
    """Return the pixels of a tab once it is the open one, in heavier letters, so that it does not grow under the pointer."""
    letters = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold))
    return letters.horizontalAdvance(button.text().replace("&&", "&")) + PADDING
