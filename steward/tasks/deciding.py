"""Takes the answers a person gives to findings."""

from dataclasses import replace

from steward.privacy.texts import spot_texts
from steward.remedies import Remedy, all_remedies, remedy
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.opening import recheck
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Step
from steward.workflow.draft import Draft
from steward.workflow.effect import Effect, effect
from steward.workflow.needs import may_answer

LONGEST_REASON = 2_000


def decide(house: House, draft: Draft, finding: Finding, choice: Choice, reason: str) -> Draft:
    """Return the draft with one finding answered.

    Raises: Refused without a usable reason, or where the answer is not allowed.
    """
    if not may_answer(finding, choice):
        raise Refused(words(finding.words.what, finding.words.where,
                            say("This cannot be sent while it is in the table. Choose one of the changes offered.")))
    decision = Decision(kind=finding.kind, column=finding.column, choice=choice, reason=checked_reason(house, reason),
                        by=house.actor(Role.STEWARD).login, at=house.clock.now())
    return draft.with_decision(decision)


def checked_reason(house: House, reason: str) -> str:
    """Return a reason ready to keep. Raises: Refused if it is empty, too long, or holds private details itself."""
    reason = reason.strip()
    if not reason:
        raise Refused(words(say("A reason is needed."), next_step=say("Write in a few words why; the coordinator reads it.")))
    if len(reason) > LONGEST_REASON:
        raise Refused(words(say("The reason is very long."), next_step=say("Say it in fewer words, at most {count} letters.",
                                                                           count=LONGEST_REASON)))
    if spot_texts([reason], knowledge(house)):
        raise Refused(words(say("The reason itself seems to hold private details, such as a number or an address."),
                            next_step=say("Say it without them: reasons travel with the data to the coordinator.")))
    return reason


def remedies_for(finding: Finding, bench: Workbench) -> tuple[Remedy, ...]:
    """Return the remedies that fit a finding, the recommended one first; about a whole table only what the finding names."""
    recommended = [remedy(name) for name in finding.remedies]
    if finding.column is None:
        return tuple(recommended)
    column_type = bench.report.profile.column(finding.column).type if finding.column in bench.candidate.names else "string"
    others = [one for one in all_remedies() if one.name not in finding.remedies and one.fits(finding.kind, column_type)]
    return (*recommended, *others)


def preview(bench: Workbench, step: Step) -> Effect:
    """Return what a remedy would change, before it is chosen. Raises: Refused if it does not fit the table."""
    return effect(bench.candidate, remedy(step.remedy).apply(bench.candidate, step), step.column)


def apply_remedy(house: House, bench: Workbench, finding: Finding | None, step: Step, progress: Progress) -> Workbench:
    """Return the workbench with one more step in its recipe, checked again; the answer to the finding is kept with it."""
    draft = bench.draft.with_step(step)
    if finding is not None:
        draft = draft.with_decision(Decision(
            kind=finding.kind, column=finding.column, choice=Choice.REMEDY, reason=step.reason, step=len(draft.recipe.steps),
            by=house.actor(Role.STEWARD).login, at=house.clock.now()))
    return recheck(house, bench, draft, progress)


def undo(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the workbench before its last remedy."""
    return recheck(house, bench, bench.draft.undo(), progress)


def redo(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the workbench with the remedy that was undone last."""
    return recheck(house, bench, bench.draft.redo(), progress)


def reopen_finding(bench: Workbench, finding: Finding) -> Workbench:
    """Return the workbench with the answer to one finding taken back."""
    return replace(bench, draft=bench.draft.without_decision(finding.key))
