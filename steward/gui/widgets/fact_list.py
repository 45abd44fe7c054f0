"""Facts in two columns: what, and how it is, with a link to change it where it can be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.labels import Hint, Text
from steward.vocabulary.message import say

COLUMNS = 3  # label, value, link
LABEL_WIDTH, WIDEST_LABEL = 160, 220
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
        for column in range(abreast):
            self._grid.setColumnStretch(COLUMNS * column + 1, 1)
            self._grid.setColumnMinimumWidth(COLUMNS * column, label_width)
        height = -(-len(facts) // abreast)
        for place, fact in enumerate(facts):
            self._add(place % height, COLUMNS * (place // height), fact)

    def _add(self, place: int, column: int, fact: Fact) -> None:
        top = Qt.AlignmentFlag.AlignTop
        label = Hint(fact.label)
        label.setMaximumWidth(WIDEST_LABEL if self._label_width >= LABEL_WIDTH else self._label_width)
        shown = Text(fact.value) if fact.value else Hint(tr(say("Not answered")))
        if fact.change is not None:
            for text in (label, shown):
                text.setContentsMargins(0, LINK_PADDING, 0, LINK_PADDING)
        self._grid.addWidget(label, place, column, top)
        self._grid.addWidget(shown, place, column + 1, top)
        if fact.change is not None:
            link = link_button(tr(say("Change")))
            link.setAccessibleName(tr(say("Change {label}", label=fact.label)))
            link.clicked.connect(lambda _checked=False, follow=fact.change: follow())
            self._grid.addWidget(link, place, column + 2, top)
