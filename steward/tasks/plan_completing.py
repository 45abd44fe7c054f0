"""Tries the steps of a plan on the table and adds what they leave to be done.

Context: a plan is chosen by what was found, and a change may not fit the cells, leave a telling word in a sentence, or leave
people standing nearly alone. Decision: the steps are done on the sheet; what refuses becomes "leave out"; scrubbed columns are
looked at again; then the column whose leaving-out helps most goes, until so few rows stand nearly alone that they can go.
Refused: an optimal generalization (ARX searches a lattice for minutes, and nobody could tell the clerk why it chose so).
"""

from collections.abc import Sequence
from dataclasses import replace

from steward.privacy.disclosure import rows_in_small_groups
from steward.privacy.examine import examine
from steward.privacy.plan import LEAVE_OUT
from steward.privacy.singled_out import KIND
from steward.table.inference import profile_column, profile_table
from steward.table.profile import ColumnProfile
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask
from steward.tasks.deciding import applied
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.plan_parts import Part, RecommendedPlan
from steward.tasks.report import CheckReport
from steward.vocabulary.errors import Refused
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step

SCRUB, SMALL_GROUPS, PERCENT = "scrub_text", "leave_out_small_groups", 100


def completed(house: House, report: CheckReport, plan: RecommendedPlan) -> RecommendedPlan:
    """Return the plan with everything its own steps leave to be done."""
    parts, sheet = _done(plan.parts, report.profile.sheet)
    parts, sheet = _looked_at_again(house, parts, sheet)
    return replace(plan, parts=_with_nobody_alone(house, report, plan, parts, sheet), is_whole=True)


def _done(parts: Sequence[Part], sheet: Sheet) -> tuple[tuple[Part, ...], Sheet]:
    """Return the parts that can be done, and the sheet after them; a column whose steps refuse or empty it is left out.

    The last column of a table cannot be left out: what it holds stays for the person to decide about.
    """
    kept: list[Part] = []
    for part in parts:
        instead = _left_out(part, str(say("The change that the plan names does not fit these cells.")))
        for chosen in (part, instead):
            changed = _tried(chosen, sheet)
            if changed is not None:
                sheet = changed
                kept.append(chosen)
                break
    return tuple(kept), sheet


def _tried(part: Part, sheet: Sheet) -> Sheet | None:
    """Return the sheet after one part; None where it cannot be done, or no cell has what it keeps, such as a ZIP code."""
    try:
        changed = applied(sheet, part.steps)
    except Refused:
        return None
    if part.column is None or part.column not in changed.names or _is_filled(changed.column(part.column)):
        return changed
    return None if _is_filled(sheet.column(part.column)) else changed


def _is_filled(column: Column) -> bool:
    return any(not blank_mask(chunk).all() for chunk in column.values.chunks)


def _left_out(part: Part, why: str) -> Part:
    return replace(part, steps=(Step(remedy=LEAVE_OUT, column=part.column, reason=why),))


def _looked_at_again(house: House, parts: tuple[Part, ...], sheet: Sheet) -> tuple[tuple[Part, ...], Sheet]:
    """Return the parts with columns left out whose sentences still tell of a person after they were scrubbed."""
    scrubbed = {part.column for part in parts if _is_scrubbed(part)}
    if not scrubbed:
        return parts, sheet
    again = examine(profile_table(sheet, Silence()), knowledge(house), Silence())
    telling = {one.column for one in again.columns if one.column in scrubbed and one.harmful}
    why = str(say("Its sentences still tell of people after the telling words were taken out."))
    for name in telling:
        sheet = sheet.without(name) if name in sheet.names and len(sheet.columns) > 1 else sheet
    return tuple(_left_out(part, why) if part.column in telling and _is_scrubbed(part) else part for part in parts), sheet


def _is_scrubbed(part: Part) -> bool:
    return any(step.remedy == SCRUB for step in part.steps)


def _with_nobody_alone(house: House, report: CheckReport, plan: RecommendedPlan, parts: tuple[Part, ...],
                       sheet: Sheet) -> tuple[Part, ...]:
    risk, fewest = report.privacy.disclosure, house.settings.small_group
    if risk is None:
        return parts
    quasi = [profile_column(sheet.column(name)) for name in risk.quasi_identifiers if name in sheet.names]
    kept = _kept(quasi, fewest, plan.plan.most_rows_left_out * sheet.height)
    why = str(say("With it, too many people would stand nearly alone."))
    for column in quasi:
        if column not in kept:
            others = tuple(part for part in parts if part.column != column.name)
            before = next((part for part in parts if part.column == column.name), None)
            gone = before or Part(column=column.name, kinds=frozenset(), steps=())
            parts = (*others, _left_out(gone, why))
    if not len(rows_in_small_groups(kept, fewest)):
        return parts
    rows = Step(remedy=SMALL_GROUPS, parameters={"columns": tuple(column.name for column in kept), "fewest": fewest},
                reason=str(say("They stand nearly alone in what others may know of them.")))
    return (*parts, Part(column=None, kinds=frozenset((KIND,)), steps=(rows,)))


def _kept(quasi: Sequence[ColumnProfile], fewest: int, most: int) -> list[ColumnProfile]:
    """Return the quasi-identifiers that may stay: without the others at most so many hundredths of rows stand nearly alone."""
    kept = list(quasi)
    while kept and len(rows_in_small_groups(kept, fewest)) * PERCENT > most:
        kept.remove(min(kept, key=lambda one: len(rows_in_small_groups([other for other in kept if other is not one], fewest))))
    return kept
