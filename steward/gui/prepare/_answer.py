"""What can be done about one finding: the changes that fit, with a look at what they do, or an answer with a reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from steward.gui.prepare._preview import Preview
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.labels import Text, strong
from steward.gui.widgets.spacing import column
from steward.vocabulary.decision import Choice
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step
from steward.vocabulary.words import Words
from steward.workflow.needs import may_answer

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer: either a step of the recipe, or a choice that needs a reason."""

    title: Message
    explain: Message
    act: Message                  # on the button
    loses: Message = Message("")
    step: Step | None = None
    choice: Choice = Choice.REMEDY


ANSWERS = (
    Option(title=say("Publish it as it is"), act=say("Publish it as it is"), choice=Choice.KEEP,
           explain=say("The coordinator sees this decision and your reason.")),
    Option(title=say("It is not private"), act=say("Keep it: not private"), choice=Choice.NOT_PRIVATE,
           explain=say("Say what it is instead: a business line, an asset number, an office address.")),
    Option(title=say("Ask the program to look at it"), act=say("Ask the program"), choice=Choice.CONTEST,
           explain=say("A Privacy Champion or the coordinator decides. Until then it cannot be published.")),
)


class AnswerForm(QWidget):
    """The answers to one finding. The chosen one shows what it does before it is done."""

    answered = Signal()

    def __init__(self, session: Session, bench: "Workbench", finding: Finding) -> None:
        """Offer the changes that fit, the recommended one first, then the answers that keep the data."""
        super().__init__()
        self._session, self._bench, self._finding = session, bench, finding
        self._options = options_for(bench, finding)
        self._group = QButtonGroup(self)
        self._layout = column(self, gap="unit")
        self._build()

    def choose(self, place: int) -> None:
        """Choose one of the answers, counted from 0."""
        self._group.button(place).setChecked(True)
        self._on_chosen(place)

    def _build(self) -> None:
        self._layout.addWidget(strong(tr(say("What should happen?"))))
        for number, option in enumerate(self._options):
            button = QRadioButton(tr(option.title))
            button.setAccessibleName(tr(say("{option}: {place}", option=option.title, place=place_words(self._finding))))
            self._group.addButton(button, number)
            self._layout.addWidget(button)
        self._detail = column(gap="unit")
        self._layout.addLayout(self._detail)
        self._explain, self._loses = Text(), Text(tone="caution")
        self._preview = Preview(self._session)
        self._reason = line_edit()
        self._reason_row = FormRow(tr(say("Why?")), self._reason, help_text=tr(say("In a few words, without private details.")))
        self._act = secondary_button("")
        for widget in (self._explain, self._loses, self._preview, self._reason_row, self._act):
            widget.hide()
            self._detail.addWidget(widget)
        self._group.idClicked.connect(self._on_chosen)
        self._act.clicked.connect(self._on_act)
        self._reason.returnPressed.connect(self._on_act)

    def _on_chosen(self, place: int) -> None:
        option = self._options[place]
        self._explain.setText(tr(option.explain))
        self._loses.setText(tr(say("Afterward: {loses}", loses=option.loses)) if option.loses.text else "")
        self._act.setText(tr(option.act))
        self._act.setAccessibleName(tr(say("{act}: {place}", act=option.act, place=place_words(self._finding))))
        for widget in (self._explain, self._act):
            widget.show()
        self._loses.setVisible(bool(self._loses.text()))
        self._reason_row.setVisible(option.step is None)
        self._reason_row.show_problem("")
        self._preview.show_step(self._bench, option.step)

    def _on_act(self) -> None:
        place = self._group.checkedId()
        if place < 0:
            return
        option = self._options[place]
        if option.step is not None:
            self._apply(option.step)
        else:
            self._decide(option.choice)

    def _apply(self, step: Step) -> None:
        from steward.tasks import deciding

        house, finding = self._session.house, self._finding
        self._session.rework(lambda bench, progress: deciding.apply_remedy(house, bench, finding, step, progress),
                             progress=say("Changing the table and checking it again"), then=self.answered.emit)

    def _decide(self, choice: Choice) -> None:
        from steward.tasks import deciding

        house, finding, reason = self._session.house, self._finding, self._reason.text()
        if self._session.edit(lambda draft: deciding.decide(house, draft, finding, choice, reason), refused=self._on_refused):
            self.answered.emit()

    def _on_refused(self, words: Words) -> None:
        self._reason_row.show_problem(" ".join(part for part in (tr(words.what), tr(words.next_step)) if part))
        self._reason.setFocus()


def place_words(finding: Finding) -> Message:
    """Return what a finding is about, in a word for screen readers."""
    return say("column {column}", column=finding.column) if finding.column else say("the whole table")


def options_for(bench: "Workbench", finding: Finding) -> tuple[Option, ...]:
    """Return what a person can answer to a finding here: the rules of workflow decide, not this page."""
    from steward.tasks import deciding

    changes = tuple(
        Option(title=remedy.title, explain=remedy.explain, act=remedy.title, loses=remedy.loses,
               step=remedy.step_for(finding))
        for remedy in deciding.remedies_for(finding, bench))
    kept = tuple(option for option in ANSWERS if may_answer(finding, option.choice)
                 and (option.choice is not Choice.NOT_PRIVATE or finding.room == "privacy"))
    return (*changes, *kept)




