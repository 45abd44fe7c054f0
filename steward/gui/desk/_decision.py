"""What the coordinator can do about a submission: take it, give it back, decide with a reason. The rules say what is open."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from steward.gui.desk import _typed
from steward.gui.desk._loading import Case
from steward.gui.desk._standing import standing_lines
from steward.gui.desk._words import state_tag
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, text_edit
from steward.gui.widgets.labels import Text
from steward.gui.widgets.reason_line import ReasonLine
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import Message, say
from steward.vocabulary.words import Words
from steward.workflow.states import EventType, State, SubmissionState

if TYPE_CHECKING:
    from steward.tasks.house import House

TO_DECIDE = (State.SUBMITTED, State.IN_REVIEW, State.PRIVACY_ASSESSMENT)
REASON_LINES = 4
Act = Callable[["House", SubmissionState, str], SubmissionState]


class DecisionPanel(Card):
    """The state in words, the buttons, and the reason; what is typed there stays until it is given."""

    acted = Signal(object)     # Message: what was done
    troubled = Signal(object)  # Words: why it was not

    def __init__(self, session: Session) -> None:
        """Build the panel; `show_case` fills it."""
        super().__init__(tr(say("Decision")), gap="unit")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._session = session
        self._case: Case | None = None
        self._build()
        self._connect()

    def show_case(self, case: Case) -> None:
        """Show what can be done now; the reason begun for this submission stands in its box."""
        if self._case is None or self._case.state.id != case.state.id:
            self.reason.setPlainText(_typed.kept(self._session, case.state.id))
        self._case = case
        self._show_standing(case)
        self._show_claiming(case)
        self._show_deciding(case)

    def _build(self) -> None:
        self._standing = column(gap="unit")
        self.begin = primary_button(tr(say("&Begin review")))
        self.give_back = secondary_button(tr(say("&Give it back")))
        self.reason = text_edit(rows=REASON_LINES)
        self._reason_row = FormRow(tr(say("&Reason")), self.reason,
                                   help_text=tr(say("Kept with the submission. In a few words, without private details.")))
        self.approve = primary_button(tr(say("&Approve")))
        self.changes = secondary_button(tr(say("Request &changes")))
        self.decline = secondary_button(tr(say("&Decline")))
        self._why_claim, self._why = ReasonLine(), ReasonLine()
        self.body.addLayout(self._standing)
        for widget in (self.begin, self.give_back, self._why_claim, self._reason_row, self._why, *self._deciding()):
            self.body.addWidget(widget)
        for button in (self.begin, self.give_back, *self._deciding()):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        from steward.tasks import reviewing

        self.begin.clicked.connect(partial(self._act, lambda house, state, _reason: reviewing.claim(house, state),
                                           say("The review is yours.")))
        self.give_back.clicked.connect(partial(self._act, lambda house, state, _reason: reviewing.release(house, state),
                                               say("The submission waits in the queue again.")))
        self.approve.clicked.connect(partial(self._decide, reviewing.approve, say("You approved this submission.")))
        self.changes.clicked.connect(partial(self._decide, reviewing.request_changes, say("You asked the bureau for changes.")))
        self.decline.clicked.connect(partial(self._decide, reviewing.decline, say("You declined this submission.")))
        self.reason.textChanged.connect(self._on_typed)

    def _deciding(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        return (self.approve, self.changes, self.decline)

    def _show_standing(self, case: Case) -> None:
        clear(self._standing)
        self._standing.addWidget(state_tag(case.state))
        for message in standing_lines(case):
            self._standing.addWidget(Text(tr(message)))

    def _show_claiming(self, case: Case) -> None:
        may_begin = case.state.state in TO_DECIDE and not case.is_own_claim
        self.begin.setVisible(may_begin)
        self.give_back.setVisible(case.is_own_claim)
        refusal = case.refusals[EventType.CLAIMED]
        _allow(self.begin, refusal)
        _allow(self.give_back, case.refusals[EventType.RELEASED])
        self._why_claim.say(refusal if may_begin else None)

    def _show_deciding(self, case: Case) -> None:
        is_open = case.state.state in TO_DECIDE
        refusals = [case.refusals[kind] for kind in (EventType.APPROVED, EventType.RETURNED, EventType.DECLINED)]
        for button, refusal in zip(self._deciding(), refusals, strict=True):
            button.setVisible(is_open)
            _allow(button, refusal if case.evidence is not None else _unseen())
        self._reason_row.setVisible(is_open and None in refusals)
        self._reason_row.show_problem("")
        self._why.say(_first_other(refusals, self._why_claim) if is_open else None)

    def _on_typed(self) -> None:
        if self._case is not None:
            _typed.keep(self._session, self._case.state.id, self.reason.toPlainText())
            self._reason_row.show_problem("")

    def _decide(self, act: Act, done: Message) -> None:
        if not self.reason.toPlainText().strip():
            self._reason_row.show_problem(tr(say("Give a reason; it is kept with the submission.")))
            self.reason.setFocus()
            return
        self._act(act, done, is_decision=True)

    def _act(self, act: Act, done: Message, *_clicked: bool, is_decision: bool = False) -> None:
        if self._case is None:
            return
        house, state, reason = self._session.house, self._case.state, self.reason.toPlainText()
        for button in (self.begin, self.give_back, *self._deciding()):
            button.setEnabled(False)
        self._session.worker.run(lambda _progress: act(house, state, reason), failed=self._on_refused, owner=self,
                                 then=lambda _state: self._on_done(state.id, done, is_decision=is_decision))

    def _on_done(self, submission: str, done: Message, *, is_decision: bool) -> None:
        if is_decision:
            _typed.forget(self._session, submission)
            self._case = None
        self.acted.emit(done)

    def _on_refused(self, words: Words) -> None:
        self.troubled.emit(words)


def _allow(button: QPushButton, refusal: Message | None) -> None:
    button.setEnabled(refusal is None)
    button.setAccessibleDescription(tr(refusal) if refusal is not None else "")


def _first_other(refusals: Sequence[Message | None], said: ReasonLine) -> Message | None:
    """Return the first refusal that does not stand on the panel already."""
    return next((refusal for refusal in refusals if refusal is not None and tr(refusal) != said.text()), None)


def _unseen() -> Message:
    return say("The evidence cannot be shown, so nobody can decide on it.")
