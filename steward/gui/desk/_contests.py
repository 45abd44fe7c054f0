"""What the bureau asks to let pass: where, how many, how the cells are written and why; and the answer of the program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steward.gui.desk import _typed
from steward.gui.desk._loading import Case
from steward.gui.desk._moments import shown_moment
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card, divider
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.labels import strong
from steward.gui.widgets.reason_line import ReasonLine
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.tag import Tag
from steward.vocabulary.message import Message, say
from steward.workflow.contesting import Contest
from steward.workflow.states import Contested, Event, EventType, SubmissionState

if TYPE_CHECKING:
    from steward.tasks.house import House
    from steward.tasks.reviewing import TableEvidence

LEAD = say("The bureau asks to let this pass. A release holds for these rows of this file and for nothing else; a newer "
           "revision must be looked at again.")
Act = Callable[["House", SubmissionState, Contested, str], SubmissionState]


class ContestsCard(Card):
    """Every request of a submission with its answer, or with the way to give one."""

    acted = Signal(object)     # Message: what was done
    troubled = Signal(object)  # Words: why it was not

    def __init__(self, session: Session, case: Case) -> None:
        """Show the requests; whoever may answer them finds a reason and two buttons under each."""
        super().__init__(tr(say("What the bureau asks to release")), tr(LEAD))
        self.forms: list[ContestForm] = []
        tables = case.evidence.tables if case.evidence is not None else ()
        for seen in tables:
            for contest in seen.table.contests:
                form = ContestForm(session, case, contest, seen, is_named=len(tables) > 1)
                form.acted.connect(self.acted)
                form.troubled.connect(self.troubled)
                self.forms.append(form)
                self.body.addWidget(divider())
                self.body.addWidget(form)


class ContestForm(QWidget):
    """One request."""

    acted = Signal(object)
    troubled = Signal(object)

    def __init__(self, session: Session, case: Case, contest: Contest, seen: "TableEvidence", *, is_named: bool) -> None:
        """Show it as it was sealed, and what the program answered; `is_named`: the table is one of several."""
        super().__init__()
        self._session, self._state, self._contested = session, case.state, contest.of(seen.table.sha256)
        contested = self._contested
        self._key = "|".join((case.state.id, contested.candidate, contest.kind, contest.column or ""))
        self._layout = column(self, gap="unit")
        self._build_request(contest, seen, is_named=is_named)
        answer = _answer(case.state, contested)
        if answer is not None:
            self._layout.addWidget(FactList((Fact(label=_told(answer), value=answer.text),)))
        self._build_answering(case)
        self._connect()
        self._answering.setVisible(answer is None and contested in case.state.open_contests)

    def _build_request(self, contest: Contest, seen: "TableEvidence", *, is_named: bool) -> None:
        from steward.tasks.contesting import shape_in_words

        head = row()
        head.addWidget(strong(_what(seen, contest)), 1)
        is_released = self._contested in self._state.released
        head.addWidget(Tag(tr(say("Released") if is_released else say("Not released")), "done" if is_released else "stop"))
        self._layout.addLayout(head)
        shapes = "; ".join(tr(shape_in_words(shape)) for shape in contest.shapes) or tr(say("Not about single cells"))
        named = [(say("Table"), seen.table.title)] if is_named else []
        facts = [*named, (say("Column"), contest.column or tr(say("The whole table"))),
                 (say("Cells or rows"), f"{contest.count:,}"), (say("Written as"), shapes),
                 (say("Why the bureau asks"), contest.reason), (say("Asked by"), f"{contest.by}, {shown_moment(contest.at)}")]
        self._layout.addWidget(FactList(tuple(Fact(label=tr(label), value=value) for label, value in facts)))

    def _build_answering(self, case: Case) -> None:
        self._answering = QWidget()
        inside = column(self._answering, gap="unit")
        self.reason = line_edit(_typed.kept(self._session, self._key))
        self._reason_row = FormRow(tr(say("Reason for the release, or against it")), self.reason,
                                   help_text=tr(say("Kept with the submission. In a few words, without private details.")))
        self.release = secondary_button(tr(say("Release for these rows")), "check")
        self.refuse = secondary_button(tr(say("Do not release: request changes")), "undo")
        why = ReasonLine()
        for button, refusal in ((self.release, case.why_not_release), (self.refuse, case.why_not_refuse)):
            button.setEnabled(refusal is None)
            button.setAccessibleDescription(tr(refusal) if refusal is not None else "")
        why.say(case.why_not_release)
        for widget in (self._reason_row, why):
            inside.addWidget(widget)
        for button in (self.release, self.refuse):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._answering)

    def _connect(self) -> None:
        from steward.tasks import releasing

        self.reason.textChanged.connect(lambda text: _typed.keep(self._session, self._key, text))
        self.release.clicked.connect(lambda: self._give(releasing.release_block, say("You released it for these rows.")))
        self.refuse.clicked.connect(lambda: self._give(releasing.refuse_block, say(
            "You did not release it. The bureau has the submission back, with your reason.")))

    def _give(self, act: Act, done: Message) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self._reason_row.show_problem(tr(say("Give a reason; it is kept with the submission.")))
            self.reason.setFocus()
            return
        house, state, contested = self._session.house, self._state, self._contested
        for button in (self.release, self.refuse):
            button.setEnabled(False)
        self._session.worker.run(lambda _progress: act(house, state, contested, reason), owner=self,
                                 then=lambda _state: self._on_given(done), failed=self.troubled.emit)

    def _on_given(self, done: Message) -> None:
        _typed.forget(self._session, self._key)
        self.acted.emit(done)


def _what(seen: "TableEvidence", contest: Contest) -> str:
    return next((tr(finding.words.what) for finding in seen.table.findings if finding.key == contest.key), contest.kind)


def _answer(state: SubmissionState, contested: Contested) -> Event | None:
    """Return the event that answered a request of the newest revision."""
    kinds = (EventType.BLOCK_RELEASED, EventType.BLOCK_REFUSED)
    return next((event for event in reversed(state.events) if event.type in kinds and event.tagmanifest == state.tagmanifest
                 and Contested.read(event.details) == contested), None)


def _told(answer: Event) -> str:
    moment = shown_moment(answer.at)
    if answer.type is EventType.BLOCK_RELEASED:
        return tr(say("Released by {name}, {moment}", name=answer.actor.name, moment=moment))
    return tr(say("Not released by {name}, {moment}", name=answer.actor.name, moment=moment))
