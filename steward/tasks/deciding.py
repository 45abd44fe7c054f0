"""Takes the answers a person gives to findings."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from steward.privacy.disclosure import disclosure
from steward.privacy.texts import spot_texts
from steward.remedies import Remedy, StepDoesNotFit, all_remedies, remedy
from steward.table.inference import profile_column
from steward.table.sheet import Sheet
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.known_limits import with_apart, with_limit, without_apart, without_limit
from steward.tasks.linked_columns import narrowing, still_telling
from steward.tasks.missing_columns import RENAME, names_asked
from steward.tasks.opening import recheck
from steward.tasks.plan_parts import PLAN
from steward.tasks.reshaping import RESHAPE, proposed_reshape, remembering
from steward.tasks.step_keys import with_secret
from steward.tasks.steps_from_table import step_from_table
from steward.tasks.units import with_unit_of
from steward.tasks.useful_remedies import ROWS, is_useful, leaves_cells, leaves_rows
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Progress
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Parameter, Recipe, Step
from steward.workflow.contesting import mark_of
from steward.workflow.draft import Draft
from steward.workflow.effect import Effect, GroupsChanged, effect
from steward.workflow.foretaste import Foretaste, foretaste
from steward.workflow.needs import ASKED, may_answer
from steward.workflow.replay import apply_step

LONGEST_REASON = 2_000
BY_HAND = "edit_cell"    # such steps are taken, undone and redone one by one


def decide(house: House, draft: Draft, finding: Finding, choice: Choice, reason: str) -> Draft:
    """Return the draft with one finding answered; why a fault of the data is kept is told in its known limits, too.

    Raises: Refused without a usable reason, or where the answer is not allowed.
    """
    if not may_answer(finding, choice):
        then = (say("Answer yes or no, and say who confirmed it.") if finding.room == ASKED else
                say("This cannot be sent while it is in the table. Choose one of the changes offered."))
        raise Refused(words(finding.words.what, finding.words.where, then))
    decision = Decision(kind=finding.kind, column=finding.column, which=finding.which, choice=choice,
                        reason=checked_reason(house, reason), by=house.actor(Role.STEWARD).login, at=house.clock.now(),
                        about=mark_of(finding) if choice is Choice.CONTEST else "")
    return with_limit(draft, finding, decision).with_decision(decision)


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
    """Return the remedies that fit a finding, the recommended one first; about a whole table only what the finding names.

    Others than those that the finding names must change its cells, and no answer takes every row away.
    """
    recommended = [remedy(name) for name in finding.remedies if name != ROWS or leaves_rows(finding, bench)]
    if finding.column is None:
        return tuple(recommended)
    column_type = bench.report.profile.column(finding.column).type if finding.column in bench.candidate.names else "string"
    others = [one for one in all_remedies() if one.name not in finding.remedies and one.fits(finding.kind, column_type)]
    others = [one for one in others if (one.name != ROWS or leaves_rows(finding, bench)) and is_useful(one, finding, bench)]
    return (*recommended[:1], *(one for one in recommended[1:] if leaves_cells(one, finding, bench)), *others)


def questions_for(finding: Finding, bench: Workbench, chosen: Remedy) -> tuple[Question, ...]:
    """Return what a person must be asked before this remedy can answer the finding."""
    if chosen.name == RENAME and finding.column is None:
        return names_asked(bench)
    has_column = finding.column in bench.candidate.names
    return chosen.questions(bench.report.profile.column(finding.column) if has_column and finding.column else None)


def asks_alike(findings: Sequence[Finding], bench: Workbench, chosen: Remedy) -> bool:
    """Return whether a remedy does and asks the same of each finding but for its column: one answer is right for all."""
    asked = [(replace(chosen.step_for(finding), column=None), questions_for(finding, bench, chosen)) for finding in findings]
    return all(each == asked[0] for each in asked)


def step_for(finding: Finding, bench: Workbench, chosen: Remedy) -> Step:
    """Return the step by which a remedy answers a finding; a reshape is proposed from the table as it stands."""
    proposed = proposed_reshape(bench) if chosen.name == RESHAPE else step_from_table(bench.report, finding, chosen.name)
    return proposed or chosen.step_for(finding)


def first_look(bench: Workbench, steps: Sequence[Step], rows: Sequence[int] = ()) -> Foretaste:
    """Return what remedies do to a share of a large table, at once; `rows` are looked at in any case. Raises: as `preview`."""
    tasted = foretaste(bench.candidate, [with_secret(step) for step in steps], rows)
    return replace(tasted, effect=preview(bench, *steps)) if tasted.is_whole and not tasted.effect.reshaped else tasted


def preview(bench: Workbench, *steps: Step) -> Effect:
    """Return what remedies would change, before they are chosen. Raises: Refused if one does not fit the table."""
    sheet = applied(bench.candidate, steps)
    changed = effect(bench.candidate, sheet, steps[0].column if steps else None)
    if changed.reshaped:
        return changed
    return replace(changed, groups=_groups_changed(bench, sheet), linked=still_telling(bench, steps, sheet),
                   narrowing=narrowing(steps, sheet, bench.report.privacy.columns))


def applied(sheet: Sheet, steps: Sequence[Step]) -> Sheet:
    """Return the sheet after the steps. Raises: Refused if one does not fit it."""
    for step in map(with_secret, steps):
        sheet = remedy(step.remedy).apply(sheet, step)
    return sheet


def _groups_changed(bench: Workbench, sheet: Sheet) -> GroupsChanged | None:
    """Return how far people stand alone in the changed sheet; columns that are left out single nobody out."""
    risk = bench.report.privacy.disclosure
    if risk is None:
        return None
    left = [profile_column(sheet.column(name)) for name in risk.quasi_identifiers if name in sheet.names]
    after = disclosure(left, risk.threshold)
    return GroupsChanged(k_before=risk.smallest_group, k=after.smallest_group, small_before=risk.rows_in_small_groups,
                         small=after.rows_in_small_groups, threshold=risk.threshold)


def apply_remedy(house: House, bench: Workbench, finding: Finding | None, step: Step, progress: Progress) -> Workbench:
    """Return the workbench with one more step in its recipe, checked again; the answer to the finding is kept with it."""
    return apply_remedies(house, bench, ((finding, step),), progress)


def apply_remedies(house: House, bench: Workbench, answers: Sequence[tuple[Finding | None, Step]],
                   progress: Progress) -> Workbench:
    """Return the workbench with several steps taken at one moment, checked again once; they are undone together, too.

    Raises: Refused where the reason of a step holds private details itself, StepDoesNotFit.
    """
    draft, by, at = bench.draft, house.actor(Role.STEWARD).login, house.clock.now()
    for finding, step in answers:
        if step.reason:
            checked_reason(house, step.reason)
        draft = with_unit_of(bench, draft, step).with_step(remembering(bench.candidate, with_secret(step)))
        if finding is not None:
            draft = draft.with_decision(Decision(kind=finding.kind, column=finding.column, which=finding.which,
                                                 choice=Choice.REMEDY, reason=step.reason, by=by, at=at,
                                                 step=len(draft.recipe.steps)))
    return recheck(house, bench, draft, progress)


def undo(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the workbench before its last remedy, or before all that were taken at the same moment."""
    draft = bench.draft
    for _step in range(taken_together(draft)):
        gone = draft.recipe.steps[-1]
        draft = without_apart(draft.undo(), gone)
    return recheck(house, bench, draft, progress)


def redo(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the workbench with the remedy that was undone last, and those of its kind for other columns after it."""
    draft = bench.draft
    for _step in range(undone_together(draft)):
        draft = draft.redo()
        draft = with_apart(draft, draft.recipe.steps[-1])
    return recheck(house, bench, draft, progress)


def take_out(house: House, bench: Workbench, number: int, progress: Progress) -> Workbench:
    """Return the workbench without one of the steps of its recipe, counted from 1; those after it are done again.

    Raises: Refused, naming the step, where a later one cannot be done without it.
    """
    gone = bench.draft.recipe.steps[number - 1]
    draft = without_apart(bench.draft.without_step(number), gone)
    try:
        return recheck(house, bench, draft, progress)
    except StepDoesNotFit as refusal:
        needing = _needing(bench.original, draft.recipe)
        raise Refused(words(say("A later change cannot be done without this one."),
                            say("Change {number}: {sentence}", number=needing + 1,     # as the list counts, this one included
                                sentence=remedy(draft.recipe.steps[needing - 1].remedy).describe(
                                    draft.recipe.steps[needing - 1])),
                            say("Take out the later change first."))) from refusal


def _needing(original: Sheet, recipe: Recipe) -> int:
    """Return which step of a recipe, counted from 1, cannot be done."""
    sheet = original
    for number, step in enumerate(recipe.steps, start=1):
        try:
            sheet = apply_step(sheet, step, number)
        except StepDoesNotFit:
            return number
    return len(recipe.steps)


def taken_together(draft: Draft) -> int:
    """Return how many of the last steps were taken at one moment; they are undone together."""
    if plan := _plan_of(draft.recipe.steps[-1:]):
        return sum(1 for _step in takewhile(lambda step: _plan_of((step,)) == plan, reversed(draft.recipe.steps)))
    moments = {given.step: (given.at, given.kind) for given in draft.decisions if given.step is not None}
    last = moments.get(len(draft.recipe.steps))
    numbers = range(len(draft.recipe.steps), 0, -1)
    same = sum(1 for _number in takewhile(lambda number: last is not None and moments.get(number) == last, numbers))
    return max(same, min(len(draft.recipe.steps), 1))


def undone_together(draft: Draft) -> int:
    """Return how many steps come back together: the next one, and those after it that do the same to other columns."""
    if plan := _plan_of(draft.undone[:1]):
        return sum(1 for _step in takewhile(lambda step: _plan_of((step,)) == plan, draft.undone))
    first = draft.undone[0].remedy if draft.undone and draft.undone[0].remedy != BY_HAND else ""
    return sum(1 for _step in takewhile(lambda step: step.remedy == first and step.column is not None, draft.undone)) or min(
        len(draft.undone), 1)


def _plan_of(steps: Sequence[Step]) -> Parameter:
    """Return the plan that the first of the steps was part of; None where it was taken by itself."""
    return steps[0].parameters.get(PLAN) if steps else None


def reopen_finding(bench: Workbench, finding: Finding) -> Workbench:
    """Return the workbench with the answer to one finding taken back."""
    return replace(bench, draft=without_limit(bench.draft, finding).without_decision(finding.key))
