"""Parts of a page to choose from: in one line where there is room, two by two where there is not."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import nav_button
from steward.vocabulary.message import say

ENOUGH = 760  # pixels for all in one line
PAIR = 2


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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Place the tabs as there is room for them."""
        super().resizeEvent(event)
        self._place(len(self._buttons) if event.size().width() >= ENOUGH else PAIR)

    def _place(self, abreast: int) -> None:
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // abreast, place % abreast)
