"""What can be done about a finding, or several of one kind: changes with a look at what they do, or an answer with a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QScrollArea, QWidget

from steward.gui.prepare._options import Option, options_for, steps_for
from steward.gui.prepare._preview import ROWS_LOOKED_AT, Preview
from steward.gui.prepare._questions import QuestionForm
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.decision import Choice
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.contesting import may_contest
from steward.workflow.needs import ASKED, YES_OR_NO

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench
    from steward.workflow.draft import Draft

BLOCKED = say("There is no answer that keeps it: choose a change, or mend the spreadsheet and open it again.")
MAY_ASK = say("It cannot be sent as it is: choose a change, or ask the program where Steward is mistaken.")
NOTHING_FITS = say("No change of Steward fits here. Mend it in the spreadsheet, save it, and open it again.")


class AnswerForm(QWidget):
    """The answers to one finding, or to all of a group. The chosen one shows what it does before it is done."""

    answered = Signal()

    def __init__(self, session: Session, bench: "Workbench", findings: Sequence[Finding]) -> None:
        """Offer the changes that fit, the recommended one first, then the answers that keep the data."""
        super().__init__()
        self._session, self._bench, self._findings = session, bench, tuple(findings)
        self._options: tuple[Option, ...] = ()
        self._place = place_words(self._findings)
        self._group = QButtonGroup(self)
        self._layout = column(self, gap="unit")
        self._build()
        self._connect()
        self._look_for_options()

    def choose(self, place: int) -> None:
        """Choose one of the answers, counted from 0."""
        self._group.button(place).setChecked(True)
        self._on_chosen(place)

    def _build(self) -> None:
        is_asked = self._findings[0].room == ASKED
        self._layout.addWidget(strong(tr(say("Your answer") if is_asked else say("What should happen?"))))
        if self._findings[0].tier is Tier.BLOCK:
            self._layout.addWidget(Hint(tr(MAY_ASK if all(map(may_contest, self._findings)) else BLOCKED)))
        self._choices = column(gap="unit")
        self._layout.addLayout(self._choices)
        self._build_detail()

    def _look_for_options(self) -> None:
        """Offer what can be done to one column at once; to see what fits many columns, or reshapes the table, takes a while."""
        from steward.tasks.reshaping import RESHAPE

        bench, findings = self._bench, self._findings
        if len(findings) == 1 and RESHAPE not in findings[0].remedies:
            self._show_options(options_for(bench, findings))
            return
        self._choices.addWidget(Hint(tr(say("Looking at what can be done…"))))
        self._session.worker.run(lambda _progress: options_for(bench, findings), then=self._show_options, owner=self)

    def _show_options(self, options: "tuple[Option, ...]") -> None:
        clear(self._choices)
        self._options = options
        if not options and self._findings[0].room != ASKED:
            self._choices.addWidget(Text(tr(NOTHING_FITS)))
        for number, option in enumerate(options):
            button = QRadioButton(tr(option.title))
            button.setAccessibleName(tr(say("{option}: {place}", option=option.title, place=self._place)))
            self._group.addButton(button, number)
            self._choices.addWidget(button)

    def _build_detail(self) -> None:
        detail = column(gap="unit")
        self._layout.addLayout(detail)
        self._explain, self._loses = Text(), Text(tone="caution")
        self._questions = QuestionForm()
        self._preview = Preview(self._session)
        self._reason = line_edit()
        self._reason_row = FormRow(tr(say("Why?")), self._reason, help_text=tr(say("In a few words, without private details.")))
        self._act = secondary_button("")
        for widget in (self._explain, self._loses, self._questions, self._preview, self._reason_row, self._act):
            widget.hide()
            detail.addWidget(widget)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_chosen)
        self._act.clicked.connect(self._on_act)
        self._reason.returnPressed.connect(self._on_act)
        self._questions.answered.connect(self._show_preview)
        self._questions.confirmed.connect(self._on_act)
        self._preview.shown.connect(self._come_into_sight)

    def _on_chosen(self, place: int) -> None:
        option = self._options[place]
        self._explain.setText(tr(option.explain))
        self._loses.setText(tr(say("Afterward: {loses}", loses=option.loses)) if option.loses.text else "")
        self._act.setText(tr(option.act))
        self._act.setAccessibleName(tr(say("{act}: {place}", act=option.act, place=self._place)))
        for widget in (self._explain, self._act):
            widget.show()
        self._loses.setVisible(bool(self._loses.text()))
        self._reason_row.setVisible(option.step is None)
        self._reason_row.rename(tr(option.reason))
        self._reason_row.show_problem("")
        self._questions.ask(option.questions, option.step)
        self._show_preview()
        self._come_into_sight()

    def _show_preview(self) -> None:
        option, step = self._option(), self._questions.step()
        if option is None or option.step is None or step is None:
            self._preview.show_steps(self._bench, ())
        else:
            steps = [one for _finding, one in steps_for(self._findings, step)]
            self._preview.show_steps(self._bench, steps, [row for one in self._findings for row in one.rows[:ROWS_LOOKED_AT]])

    def _come_into_sight(self) -> None:
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea) and (checked := self._group.checkedButton()) is not None:
            parent.ensureWidgetVisible(self._act, 0, 24)
            parent.ensureWidgetVisible(checked, 0, 24)  # what was chosen stays in sight, even where not all fits

    def _option(self) -> Option | None:
        place = self._group.checkedId()
        return self._options[place] if place >= 0 else None

    def _on_act(self) -> None:
        option = self._option()
        if option is None:
            return
        if option.step is None:
            self._decide(option.choice)
        elif not self._questions.tell_missing() and (step := self._questions.step()) is not None:
            self._apply(step)

    def _apply(self, step: Step) -> None:
        from steward.tasks import deciding

        house, answers = self._session.house, steps_for(self._findings, step)
        self._session.rework(lambda bench, progress: deciding.apply_remedies(house, bench, answers, progress),
                             progress=say("Changing the table and checking it again"), then=self.answered.emit)

    def _decide(self, choice: Choice) -> None:
        from steward.tasks import deciding, opening

        house, findings, reason = self._session.house, self._findings, self._reason.text()

        def decided(draft: "Draft") -> "Draft":
            for finding in findings:
                draft = deciding.decide(house, draft, finding, choice, reason)
            return draft

        if not self._session.edit(decided, refused=self._on_refused):
            return
        if choice in YES_OR_NO:   # the answer may lead to something else that is to be decided
            self._session.rework(lambda bench, progress: opening.recheck(house, bench, bench.draft, progress),
                                 then=self.answered.emit)
        else:
            self.answered.emit()

    def _on_refused(self, words: Words) -> None:
        self._reason_row.show_problem(" ".join(part for part in (tr(words.what), tr(words.next_step)) if part))
        self._reason.setFocus()


def place_words(findings: Sequence[Finding]) -> Message:
    """Return what findings are about, in a word for screen readers."""
    if len(findings) > 1:
        return say_count("{count} column", "{count} columns", len(findings))
    return say("column {column}", column=findings[0].column) if findings[0].column else say("the whole table")
