"""What the file holds out of sight, told in one sentence with a list to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from steward.gui.icons import icon
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Hint, strong
from steward.vocabulary.hidden import KINDS, HiddenThing
from steward.vocabulary.message import say


class HiddenCard(Card):
    """The sentence, and under it what and where: opened where personal data may be among it, else once the person wants to."""

    def __init__(self, hidden: Sequence[HiddenThing]) -> None:
        """Show the count, and the list where it may hold personal data."""
        super().__init__(gap="unit")
        from steward.tasks.hiding_in_words import WARNING, out_of_sight

        told = out_of_sight(hidden)
        self.setAccessibleName(tr(told))
        self._warning, self._list = Hint(tr(WARNING)), FactList([_fact(thing) for thing in hidden])
        self._toggle = link_button("", "add")
        self.body.addWidget(strong(tr(told)))
        self.body.addWidget(self._warning)
        self.body.addWidget(self._list)
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._toggle.clicked.connect(self._on_toggled)
        self._show(is_shown=any(thing.may_be_personal for thing in hidden))

    def _on_toggled(self) -> None:
        self._show(is_shown=self._list.isHidden())

    def _show(self, *, is_shown: bool) -> None:
        self._list.setVisible(is_shown)
        self._warning.setVisible(is_shown)
        self._toggle.setText(tr(say("Hide the list") if is_shown else say("Show what it is")))
        self._toggle.setIcon(icon("close" if is_shown else "add", "link"))
        self._toggle.setAccessibleName(self._toggle.text())


def _fact(thing: HiddenThing) -> Fact:
    from steward.tasks.hiding_in_words import label_of, place_of, recognized_in

    parts = [tr(place_of(thing)), tr(recognized_in(thing))]
    if thing.kind in KINDS and not thing.found:
        parts.append(tr(say("Counts: {when}", when=KINDS[thing.kind].counts)))
    return Fact(label=tr(label_of(thing.kind)), value=" ".join(part for part in parts if part))
