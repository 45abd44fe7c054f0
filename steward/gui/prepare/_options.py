"""What a person can answer to a finding, or to several of one kind: the rules of workflow decide, not the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.vocabulary.decision import Choice
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step
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
    step: Step | None = None      # for the first finding; the same is done for the columns of the others
    questions: tuple[Question, ...] = ()
    choice: Choice = Choice.REMEDY
    reason: Message = say("Why?")   # the label of the field for it


WHO_CONFIRMED = say("Who confirmed it, and how?")
ANSWERS = (
    Option(title=say("Publish it as it is"), act=say("Publish it as it is"), choice=Choice.KEEP,
           explain=say("The coordinator sees this decision and your reason.")),
    Option(title=say("It is not private"), act=say("Keep it: not private"), choice=Choice.NOT_PRIVATE,
           explain=say("Say what it is instead: a business line, an asset number, an office address.")),
    Option(title=say("No"), act=say("Answer: no"), choice=Choice.NO, reason=WHO_CONFIRMED,
           explain=say("The coordinator sees the answer, who confirmed it, and when.")),
    Option(title=say("Yes"), act=say("Answer: yes"), choice=Choice.YES, reason=WHO_CONFIRMED,
           explain=say("Steward then asks what is done about it. The coordinator sees the answer and who confirmed it.")),
    Option(title=say("Steward is mistaken: ask the program to let it pass"), act=say("Ask the program"),
           choice=Choice.CONTEST, loses=say("it can be sent, and is not published before a Privacy Champion or a coordinator "
                                            "releases it for these very rows. If the table changes, they must look again."),
           explain=say("They read your reason, the column, how many cells, and how these are written (3 digits, hyphen, "
                       "4 digits), never a cell.")),
)


def options_for(bench: "Workbench", findings: Sequence[Finding]) -> tuple[Option, ...]:
    """Return what a person can answer to one finding, or to all of several: the recommended change first."""
    first = findings[0]
    kept = tuple(option for option in ANSWERS if all(may_answer(finding, option.choice) for finding in findings)
                 and (option.choice is not Choice.NOT_PRIVATE or first.room == "privacy")
                 and (option.choice is not Choice.CONTEST or len(findings) == 1))
    return (*_changes(bench, findings), *kept)


def steps_for(findings: Sequence[Finding], step: Step) -> tuple[tuple[Finding, Step], ...]:
    """Return for each finding the step that answers it as `step` answers the first one."""
    if len(findings) == 1:
        return ((findings[0], step),)
    return tuple((finding, replace(step, column=finding.column)) for finding in findings)


def _changes(bench: "Workbench", findings: Sequence[Finding]) -> list[Option]:
    """Return the remedies that fit every finding; for several, those that do the same to each and ask alike of all.

    A width or an order that is right for the first column would be written over the others.
    """
    from steward.tasks import deciding

    first = findings[0]
    others = [{remedy.name for remedy in deciding.remedies_for(finding, bench)} for finding in findings[1:]]
    return [Option(title=remedy.title, explain=remedy.explain, act=_act(remedy.title, len(findings)), loses=remedy.loses,
                   step=deciding.step_for(first, bench, remedy), questions=deciding.questions_for(first, bench, remedy))
            for remedy in deciding.remedies_for(first, bench)
            if not others or (all(remedy.name in names for names in others)
                              and deciding.asks_alike(findings, bench, remedy))]


def _act(title: Message, count: int) -> Message:
    return title if count == 1 else say_count("{act} ({count} column)", "{act} ({count} columns)", count, act=title)
