"""What was changed so far, in plain words, with undo and redo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.spacing import row
from steward.vocabulary.message import Message, say

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench


class RecipeCard(Card):
    """The steps from the file to the table that is sent, each of which can be taken out. The file itself is never changed."""

    turned = Signal()   # a change was undone or done again

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Show the steps in order."""
        super().__init__(tr(say("What you changed")), gap="unit",
                         hint=tr(say("Changes are made on the way out. Your file stays as it is.")))
        self._session = session
        self._buttons: tuple[QPushButton, ...] = ()
        from steward.tasks.recipe_in_words import recipe_in_words

        sentences = recipe_in_words(bench.draft.recipe)
        for number, sentence in enumerate(sentences, start=1):
            self._add_step(number, tr(sentence))
        if not sentences:
            self.body.addWidget(Hint(tr(say("Nothing so far."))))
        if sentences or bench.draft.undone:
            self._add_buttons(can_undo=bool(sentences), can_redo=bool(bench.draft.undone))

    def take_focus(self) -> None:
        """Give the focus to the button that can be pressed next: undo, else redo."""
        for button in self._buttons:
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add_step(self, number: int, sentence: str) -> None:
        """Add a line for a change, with the way to take it out; the changes after it stay."""
        out = link_button(tr(say("Take out")), "close")
        out.setAccessibleName(tr(say("Take out change {number}: {sentence}", number=number, sentence=Message(sentence))))
        out.clicked.connect(lambda: self._on_take_out(number))
        line = row()
        line.addWidget(Text(f"{number}.  {sentence}"), 1)
        line.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _add_buttons(self, *, can_undo: bool, can_redo: bool) -> None:
        undo, redo = secondary_button(tr(say("&Undo the last change")), "undo"), secondary_button(tr(say("&Redo")), "redo")
        undo.setEnabled(can_undo)
        redo.setEnabled(can_redo)
        undo.clicked.connect(self._on_undo)
        redo.clicked.connect(self._on_redo)
        self._buttons = (undo, redo)
        line = row()
        line.addWidget(undo)
        line.addWidget(redo)
        line.addStretch(1)
        self.body.addLayout(line)

    def _on_undo(self) -> None:
        from steward.tasks import deciding

        house = self._session.house
        self._session.rework(lambda bench, progress: deciding.undo(house, bench, progress),
                             progress=say("Undoing the last change"), then=self.turned.emit)

    def _on_take_out(self, number: int) -> None:
        from steward.tasks import deciding

        house = self._session.house
        self._session.rework(lambda bench, progress: deciding.take_out(house, bench, number, progress),
                             progress=say("Taking out a change and doing those after it again"), then=self.turned.emit)

    def _on_redo(self) -> None:
        from steward.tasks import deciding

        house = self._session.house
        self._session.rework(lambda bench, progress: deciding.redo(house, bench, progress),
                             progress=say("Doing the change again"), then=self.turned.emit)
