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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line: `change` leads to where it can be changed."""

    label: str
    value: str
    change: Callable[[], object] | None = None


class FactList(QWidget):
    """A list of facts; an empty value is told as "Not answered"."""

    def __init__(self, facts: Sequence[Fact] = ()) -> None:
        """Show the facts in their order."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().size("gap"))
        self._grid.setVerticalSpacing(theme().size("unit"))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 130)
        for place, fact in enumerate(facts):
            self._add(place, fact)

    def _add(self, place: int, fact: Fact) -> None:
        top = Qt.AlignmentFlag.AlignTop
        label = Hint(fact.label)
        label.setMaximumWidth(220)
        self._grid.addWidget(label, place, 0, top)
        shown = Text(fact.value) if fact.value else Hint(tr(say("Not answered")))
        self._grid.addWidget(shown, place, 1, top)
        if fact.change is not None:
            link = link_button(tr(say("Change")))
            link.setAccessibleName(tr(say("Change {label}", label=fact.label)))
            link.clicked.connect(lambda _checked=False, follow=fact.change: follow())
            self._grid.addWidget(link, place, 2, top)
