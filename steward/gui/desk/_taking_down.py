"""Taking the data of a published dataset down from the portal: one reason, which the catalog then shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from steward.gui.desk import _typed
from steward.gui.desk._loading import Case
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, text_edit
from steward.gui.widgets.reason_line import ReasonLine
from steward.vocabulary.message import say
from steward.vocabulary.words import Words
from steward.workflow.states import EventType, State

REASON_LINES = 3


class TakeDownPanel(Card):
    """Shown while the submission is what the portal shows."""

    acted = Signal(object)     # Message: what was done
    troubled = Signal(object)  # Words: why it was not

    def __init__(self, session: Session) -> None:
        """Build the panel; `show_case` fills it."""
        super().__init__(tr(say("Take the data down")),
                         tr(say("The catalog goes on naming the dataset, without its files and with your reason.")), gap="unit")
        self._session = session
        self._case: Case | None = None
        self.reason = text_edit(rows=REASON_LINES)
        self._row = FormRow(tr(say("R&eason")), self.reason,
                            help_text=tr(say("The public reads it. In a few words, without private details.")))
        self.act = secondary_button(tr(say("&Take it down from the portal")), "trash")
        self.act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._why = ReasonLine()
        for widget in (self._row, self._why, self.act):
            self.body.addWidget(widget)
        self.act.clicked.connect(self._on_act)
        self.reason.textChanged.connect(self._on_typed)

    def show_case(self, case: Case) -> None:
        """Offer it for what is published; the reason begun stands in its box."""
        if self._case is None or self._case.state.id != case.state.id:
            self.reason.setPlainText(_typed.kept(self._session, case.state.id))
        self._case = case
        refusal = case.refusals[EventType.RETRACTED]
        self.setVisible(case.state.state is State.PUBLISHED)
        self.act.setEnabled(refusal is None)
        self._why.say(refusal)

    def _on_typed(self) -> None:
        if self._case is not None:
            _typed.keep(self._session, self._case.state.id, self.reason.toPlainText())
            self._row.show_problem("")

    def _on_act(self) -> None:
        from steward.tasks import taking_down

        if self._case is None:
            return
        if not self.reason.toPlainText().strip():
            self._row.show_problem(tr(say("Give a reason; the catalog shows it.")))
            self.reason.setFocus()
            return
        house, state, reason = self._session.house, self._case.state, self.reason.toPlainText()
        self.act.setEnabled(False)
        self._session.worker.run(lambda _progress: taking_down.take_down(house, state, reason), owner=self,
                                 then=lambda _state: self._on_done(state.id), failed=self._on_refused)

    def _on_done(self, submission: str) -> None:
        _typed.forget(self._session, submission)
        self._case = None
        self.acted.emit(say("You took the data down from the portal. The catalog says why."))

    def _on_refused(self, words: Words) -> None:
        self.troubled.emit(words)
