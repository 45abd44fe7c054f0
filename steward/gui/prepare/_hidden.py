"""What the file holds out of sight, told in one sentence with a list to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import strong
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import Message, say, say_count

KINDS: dict[str, Message] = {"hidden_sheet": say("Hidden sheet"), "doc_properties": say("Names and notes of the file")}


class HiddenCard(Card):
    """The sentence, and under it what and where, once the person wants to see it."""

    def __init__(self, hidden: Sequence[HiddenThing]) -> None:
        """Show the count; the list stays folded."""
        super().__init__(gap="unit")
        count = sum(thing.count for thing in hidden)
        told = say_count("This workbook holds {count} other thing. It will not be sent.",
                         "This workbook holds {count} other things. None will be sent.", count)
        self.setAccessibleName(tr(told))
        self._list = FactList([Fact(label=tr(KINDS.get(thing.kind, say("Out of sight"))), value=_place(thing))
                               for thing in hidden])
        self._list.hide()
        self._toggle = link_button(tr(say("Show what it is")), "add")
        self.body.addWidget(strong(tr(told)))
        self.body.addWidget(self._list)
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._toggle.clicked.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        is_shown = self._list.isHidden()
        self._list.setVisible(is_shown)
        self._toggle.setText(tr(say("Hide the list") if is_shown else say("Show what it is")))
        self._toggle.setAccessibleName(self._toggle.text())


def _place(thing: HiddenThing) -> str:
    if thing.count == 1:
        return tr(thing.where)
    return tr(say_count("{where} {count} thing.", "{where} {count} things.", thing.count, where=thing.where))
