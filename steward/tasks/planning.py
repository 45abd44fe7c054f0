"""Proposes the plan that fits a table, and takes it: every step at one moment, each part changeable or left out before."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from steward.privacy.linked import ADDRESS, CONTACT, UNNAMED, class_of, is_unnamed
from steward.privacy.plan import Plan, filled_in, treat, treated_kinds
from steward.privacy.plan_choice import ChosenPlan
from steward.privacy.sensitive_lists import INCIDENT, PLACE
from steward.privacy.verdict import ColumnVerdict
from steward.table.profile import ColumnProfile
from steward.tasks.house import House
from steward.tasks.knowing import header_reader
from steward.tasks.linked_columns import are_houses, linked_to
from steward.tasks.opening import recheck
from steward.tasks.plan_choosing import chosen_plan, doubt_about, plans
from steward.tasks.plan_completing import completed
from steward.tasks.plan_parts import PLAN, Part, RecommendedPlan
from steward.tasks.report import CheckReport
from steward.tasks.step_keys import with_secret
from steward.tasks.steps_from_table import step_from_table
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import Refused, StewardError, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Part as Stretch
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Parameter, Step
from steward.vocabulary.tier import Tier
from steward.workflow.draft import Draft

RECOMMENDED = "recommended"
MOST_ROWS = 20_000     # of tables on which a check tries the plan too
PLACES, NAMES = frozenset(("home_address", "precise_geo")), frozenset(("person_name",))
CONTACTS = frozenset(("business_contact",))      # what a mailbox is taken for where no header says whose it is
LINKED = frozenset(("linked-column",))
SITE = "public_place"    # what a house is taken for under "Location": beside names it is the home of one of them
FEW_VALUES = 10          # a column of so few is a choice of a form, and tells of nobody
HARMLESS = CONTACTS | {"public_place", "business_address"}   # told from cells alone, where no header says so
Pair = tuple[ColumnProfile, ColumnVerdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What a plan is made from."""

    house: House
    report: CheckReport
    answered: frozenset[tuple[str, str | None]]


def get_ready(house: House) -> None:
    """Bring in what the first plan is made from, so that it is quick; what cannot be read is told once a plan is wanted."""
    with suppress(StewardError):
        plans()
        header_reader(house).words("street address")


def first_plan(house: House, report: CheckReport, draft: Draft | None = None,
               name: str = RECOMMENDED) -> RecommendedPlan | None:
    """Return the plan for a table from what was found alone, at once; None where it would change nothing.

    What it leaves standing is only known once its steps are done: `whole_plan`. Raises: Refused for a name without a plan.
    """
    answered = frozenset(given.key for given in draft.decisions) if draft is not None else frozenset()
    table = _Table(house=house, report=report, answered=answered)
    chosen = _chosen(table, name)
    parts = () if chosen is None else _parts(table, chosen.plan)
    return RecommendedPlan(plan=chosen.plan, parts=parts, doubt=doubt_about(chosen)) if chosen is not None and any(
        part.steps for part in parts) else None


def whole_plan(house: House, bench: Workbench, name: str = RECOMMENDED) -> RecommendedPlan | None:
    """Return the plan with what its own steps leave to be done: text that still tells, people who still stand alone."""
    found = first_plan(house, bench.report, bench.draft, name)
    return None if found is None else completed(house, bench.report, found)


def plan_of(house: House, report: CheckReport) -> RecommendedPlan | None:
    """Return the plan of a table that was only checked: whole for one that is tried at once, else what was found alone asks."""
    found = first_plan(house, report)
    if found is None or report.profile.sheet.height > MOST_ROWS:
        return found
    return completed(house, report, found)


def with_plan(house: House, bench: Workbench, name: str, progress: Progress) -> Workbench:
    """Return the workbench with the whole of a plan taken, as it is proposed; unchanged where it would change nothing."""
    found = whole_plan(house, bench, name)
    return bench if found is None else take_plan(house, bench, found.plan.name, found.parts, progress)


def take_plan(house: House, bench: Workbench, name: str, parts: Sequence[Part], progress: Progress) -> Workbench:
    """Return the workbench with the parts of a plan as steps of its recipe, checked again; `undo` takes all of them back."""
    by, at, draft = house.actor(Role.STEWARD).login, house.clock.now(), bench.draft
    numbers: dict[int, Part] = {}
    kept = {part.column: part.kept for part in parts if not part.steps}
    for part in (part for part in parts if part.steps):
        for step in part.steps:
            draft = draft.with_step(with_secret(replace(step, parameters={**step.parameters, PLAN: name})))
        numbers[len(draft.recipe.steps)] = part

    def answered(draft: Draft, findings: Iterable[Finding], *, is_new: bool) -> Draft:
        for found in findings:
            given = Decision(kind=found.kind, column=found.column, which=found.which, choice=Choice.KEEP, reason="",
                             by=by, at=at)
            number = next((one for one, part in numbers.items() if _answers(part, found, is_new=is_new)), None)
            if found.kind in LINKED and found.column in kept:
                draft = draft.with_decision(replace(given, reason=kept[found.column]))
            elif number is not None and found.tier is not Tier.BLOCK:
                draft = draft.with_decision(replace(given, choice=Choice.REMEDY, step=number,
                                                    reason=numbers[number].steps[-1].reason))
        return draft

    draft, before = answered(draft, bench.report.findings, is_new=False), {found.key for found in bench.report.findings}
    changed = recheck(house, bench, draft, Stretch(progress, 0.0, 0.9))
    new = [found for found in changed.report.findings if found.key not in before]
    return recheck(house, changed, answered(draft, new, is_new=True), Stretch(progress, 0.9, 1.0))


def _answers(part: Part, found: Finding, *, is_new: bool) -> bool:
    """Return whether a part answers a finding: of its kinds, or one that its own steps brought forth in its column."""
    if found.room != "privacy" or found.column != part.column:
        return False
    return found.kind in part.kinds or (is_new and part.column is not None and part.kinds.isdisjoint((INCIDENT, PLACE)))


def _chosen(table: _Table, name: str) -> ChosenPlan | None:
    """Return the plan that fits, or the one that a person names; then there is no doubt."""
    if name == RECOMMENDED:
        return chosen_plan(table.house, table.report)
    named = next((plan for plan in plans() if plan.name == name), None)
    if named is None:
        raise Refused(words(say("There is no plan of that name."), say("Plan {name}.", name=name),
                            say("Name one of these: {names}.", names=", ".join(plan_names()))))
    return ChosenPlan(plan=named, is_sure=True)


def _parts(table: _Table, plan: Plan) -> tuple[Part, ...]:
    places: dict[str, Parameter] = {"@threshold": table.house.settings.small_group, "@today": table.house.clock.today()}
    pairs = list(zip(table.report.profile.columns, table.report.privacy.columns, strict=True))
    parts = [part for column, verdict in pairs if (part := _part(table, plan, column, verdict)) is not None]
    taken = {part.column for part in parts}
    parts += [_linked(plan, column, kind) for column, kind in _still_telling(pairs, taken)
              if plan.linked.get(kind) or kind in plan.keeps]
    order = {column.name: number for number, (column, _verdict) in enumerate(pairs)}
    filled = [replace(part, steps=tuple(filled_in(step, places) for step in part.steps)) for part in parts]
    ordered = sorted(filled, key=lambda part: order[part.column or ""])
    return (*_whole_table(table), *_sensitive(table, plan), *ordered)


def _still_telling(pairs: Sequence[Pair], taken: set[str | None]) -> list[tuple[ColumnProfile, str]]:
    """Return the columns that nothing was found in and that still tell a place or a person that others hide, by class.

    Beside names of people, a house is the home of one of them, and a telephone or mailbox may be theirs. What stands under no
    name may be anything.
    """
    kinds = {column.name: {harm.kind for harm in verdict.harmful} for column, verdict in pairs}
    free = [(column, verdict) for column, verdict in pairs if column.name not in taken]
    hidden = [column for column, _verdict in pairs if PLACES & kinds[column.name]]
    named = [column for column, _verdict in pairs if NAMES & kinds[column.name]]
    found = dict[str, tuple[ColumnProfile, str]]()
    if named:
        found |= {column.name: (column, CONTACT) for column, verdict in free if CONTACTS.intersection(verdict.benign)}
        homes = [column for column, verdict in free
                 if (class_of(column.name) == ADDRESS or SITE in verdict.benign) and are_houses(column)]
        found |= {column.name: (column, ADDRESS) for column in homes}
        hidden += homes
    found |= {column.name: (column, UNNAMED) for column, verdict in free
              if taken and is_unnamed(column.column.label) and not _is_amount(column) and HARMLESS.issuperset(verdict.benign)
              and len(column.distinct.values) > FEW_VALUES}
    found |= {column.name: (column, kind) for column, kind in linked_to(hidden, (one for one, _verdict in free))}
    return list(found.values())


def _is_amount(column: ColumnProfile) -> bool:
    """Return whether numbers under "Value" say what something is worth, as those of permits do; "Value 2" names nothing."""
    return column.type in ("integer", "number") and (column.column.label or "").strip().lower() == "value"


def _linked(plan: Plan, column: ColumnProfile, kind: str) -> Part:
    if kind in plan.keeps:
        return Part(column=column.name, kinds=LINKED, steps=(), kept=plan.keeps[kind])
    why = str(say("Nobody can tell what it holds. Name it, and decide about it yourself, if it should be public.")
              if kind == UNNAMED else say("It still tells what the plan hides elsewhere."))
    steps = tuple(replace(step, column=column.name, reason=step.reason or why) for step in plan.linked[kind])
    return Part(column=column.name, kinds=LINKED, steps=steps)


def _part(table: _Table, plan: Plan, column: ColumnProfile, verdict: ColumnVerdict) -> Part | None:
    """Return what the plan does to one column; None where it does nothing, or a person answered all that blocks nothing."""
    if not verdict.harmful:
        return None
    open_ones = tuple(harm for harm in verdict.harmful
                      if harm.tier is Tier.BLOCK or (harm.kind, verdict.column) not in table.answered)
    steps = treat(plan, replace(verdict, harmful=open_ones), column.type)
    if not steps:
        return None
    return Part(column=column.name, kinds=treated_kinds(plan, replace(verdict, harmful=open_ones), column.type), steps=steps)


def _sensitive(table: _Table, plan: Plan) -> list[Part]:
    """Return what is done about rows that the program's lists name; first, while the columns that tell them are there."""
    why = str(say("Together with the place, it may tell who the victim was."))
    found = [finding for finding in table.report.privacy.findings
             if finding.kind in (INCIDENT, PLACE) and finding.key not in table.answered]
    steps = [(finding, step_from_table(table.report, finding, plan.sensitive)) for finding in found]
    return [Part(column=finding.column, kinds=frozenset((finding.kind,)), steps=(replace(step, reason=why),))
            for finding, step in steps if step is not None]


def _whole_table(table: _Table) -> list[Part]:
    """Return what is done about records that do not fit the table and hold something private: they are not published."""
    kinds = frozenset(found.kind for found in table.report.privacy.findings
                      if found.column is None and "leave_out_quarantined" in found.remedies)
    if not kinds:
        return []
    why = str(say("These rows do not fit the table, and hold what may harm a person."))
    return [Part(column=None, kinds=kinds, steps=(Step(remedy="leave_out_quarantined", reason=why),))]


def plan_names() -> tuple[str, ...]:
    """Return the names by which a plan may be asked for."""
    return (RECOMMENDED, *(plan.name for plan in plans()))

