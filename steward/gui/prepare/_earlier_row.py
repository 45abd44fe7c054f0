"""One answer of an earlier description: what stands now, what the file says, what is wrong with it, and the two ways."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.text import data_text, tr
from steward.gui.widgets.buttons import chip, link_button
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Text, in_one_row, strong
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.tag import Tag
from steward.metadata.record import Value
from steward.vocabulary.message import say
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.importing import Told

LONGEST = 1_000  # characters of an answer, which may be a megabyte


class EarlierRow(QWidget):
    """Old and new under the name of the question."""

    take_wanted = Signal()
    put_back_wanted = Signal()

    def __init__(self, told: "Told", now: Value, faults: Sequence[Words]) -> None:
        """`now` is the answer that stands in the draft; `faults` say what is wrong with the one in the file."""
        super().__init__()
        from steward.tasks import importing

        self.element, self.is_new, self.is_same = told.element, not now, now == told.value
        self.is_taken = self.is_same
        self._label = data_text(str(importing.label(told.element)))
        self._layout = column(self, gap="unit")
        self._build_head()
        said = [Fact(label=tr(say("In the file")), value=_shortened(importing.spoken(told)))]
        now_shown = [] if self.is_same else [Fact(label=tr(say("Now")), value=_shortened(importing.shown(told.element, now)))]
        self._layout.addWidget(FactList([*now_shown, *said]))
        for words in faults:
            self._layout.addWidget(Text(f"{tr(words.what)} {tr(words.next_step)}", tone="caution"))
        self._build_acts()
        self.show_taken(is_taken=self.is_taken)

    def show_taken(self, *, is_taken: bool) -> None:
        """Show that the answer was taken over, or that it can be."""
        self.is_taken = is_taken
        had_focus = self._take.hasFocus() or self._back.hasFocus()
        self._tag.setVisible(is_taken)
        self._take.setVisible(not is_taken)
        self._back.setVisible(is_taken and not self.is_same)
        if had_focus:
            (self._back if is_taken else self._take).setFocus()

    def _build_head(self) -> None:
        head = row()
        head.addWidget(in_one_row(strong(self._label)))
        self._tag = Tag(tr(say("The same as yours") if self.is_same else say("Taken over")), "done")
        head.addWidget(self._tag)
        head.addStretch(1)
        self._layout.addLayout(head)

    def _build_acts(self) -> None:
        acts = row()
        self._take = chip(tr(say("Take this answer")), "check")
        self._take.setAccessibleName(tr(say("Take this answer: {label}", label=self._label)))
        self._back = link_button(tr(say("Put mine back")))
        self._back.setAccessibleName(tr(say("Put mine back: {label}", label=self._label)))
        for button, wish in ((self._take, self.take_wanted), (self._back, self.put_back_wanted)):
            button.clicked.connect(wish)
            acts.addWidget(button)
        acts.addStretch(1)
        self._layout.addLayout(acts)


def _shortened(texts: Sequence[str]) -> str:
    text = ", ".join(texts)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
