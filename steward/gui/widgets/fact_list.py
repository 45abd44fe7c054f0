"""Facts in two columns: what, and how it is, with a link to change it where it can be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.labels import Hint, Text
from steward.vocabulary.message import say

COLUMNS = 3  # label, value, link
LABEL_WIDTH, WIDEST_LABEL = 160, 220
LEAST_VALUE = 160   # pixels for a value beside its label, before facts stand below each other
LINK_PADDING = 5  # so that texts stand level with the link beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line: `change` leads to where it can be changed."""

    label: str
    value: str
    change: Callable[[], object] | None = None


class FactList(QWidget):
    """A list of facts; an empty value is told as "Not answered"."""

    def __init__(self, facts: Sequence[Fact] = (), *, abreast: int = 1, label_width: int = LABEL_WIDTH) -> None:
        """Show the facts in their order, so many beside each other; `label_width` is in pixels."""
        super().__init__()
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().size("gap"))
        self._grid.setVerticalSpacing(theme().size("unit"))
        self._most_abreast, self._abreast = abreast, 0
        self._lines = [self._line(fact) for fact in facts]
        self._lay(abreast)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Stand fewer facts beside each other where each would be squeezed."""
        super().resizeEvent(event)
        self._lay(max(1, min(self._most_abreast, event.size().width() // (self._label_width + LEAST_VALUE))))

    def _lay(self, abreast: int) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for column in range(self._most_abreast):
            is_used = column < abreast
            self._grid.setColumnStretch(COLUMNS * column + 1, 1 if is_used else 0)
            self._grid.setColumnMinimumWidth(COLUMNS * column, self._label_width if is_used else 0)
        height = -(-len(self._lines) // abreast)
        for place, line in enumerate(self._lines):
            for beside, part in enumerate(line):
                self._grid.removeWidget(part)
                self._grid.addWidget(part, place % height, COLUMNS * (place // height) + beside, Qt.AlignmentFlag.AlignTop)

    def _line(self, fact: Fact) -> list[QWidget]:
        label = Hint(fact.label)
        label.setMaximumWidth(WIDEST_LABEL if self._label_width >= LABEL_WIDTH else self._label_width)
        shown = Text(fact.value) if fact.value else Hint(tr(say("Not answered")))
        if fact.change is not None:
            for text in (label, shown):
                text.setContentsMargins(0, LINK_PADDING, 0, LINK_PADDING)
        line: list[QWidget] = [label, shown]
        if fact.change is not None:
            link = link_button(tr(say("Change")))
            link.setAccessibleName(tr(say("Change {label}", label=fact.label)))
            link.clicked.connect(lambda _checked=False, follow=fact.change: follow())
            line.append(link)
        return line
