"""What a plan would do, before it is taken: counts, how far people stand alone, and a few rows before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from steward.privacy.linked import link_of
from steward.privacy.plan import LEAVE_OUT
from steward.tasks import deciding
from steward.tasks.plan_parts import Part, left_as_it_is
from steward.tasks.planning import LINKED
from steward.tasks.step_keys import with_secret
from steward.tasks.still_linked import REMEDIES_OF
from steward.tasks.workbench import Workbench
from steward.vocabulary.message import Message
from steward.vocabulary.recipe import Step
from steward.workflow.effect import Effect

ROWS = 2      # a screen holds them beside each other, before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """One row of the table: its number, and (column, before, after) for each column that changes; None: left out.

    Holds cells: for the screen of the person who decides, never kept or sent.
    """

    row: int
    cells: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLook:
    """The effect of all steps together, some rows, and what is to be looked at in the columns that stay as they are."""

    effect: Effect
    left: tuple[Message, ...]
    rows: tuple[RowLook, ...]


def look(bench: Workbench, parts: Sequence[Part]) -> PlanLook:
    """Return what the parts do to the candidate. Raises: Refused if one of their steps does not fit it."""
    steps = [with_secret(step) for part in parts for step in part.steps]
    return PlanLook(effect=deciding.preview(bench, *steps), rows=_rows(bench, steps),
                    left=left_as_it_is(bench.report, steps))


def alternatives(bench: Workbench, part: Part) -> tuple[Part, ...]:
    """Return other ways to treat the column of a part: one step each, of remedies that need no more to be told.

    A column that only tells what others hide has no finding yet: it may be made coarser as its kind can be, left out, or kept.
    """
    if part.kinds == LINKED and part.column is not None:
        return _of_linked(bench, part, part.column)
    findings = [found for found in bench.report.findings if found.column == part.column and found.kind in part.kinds]
    own = {step.remedy for step in part.steps} if len(part.steps) == 1 else set()
    offered: dict[str, Part] = {}
    for finding in findings if part.column is not None else ():
        for one in deciding.remedies_for(finding, bench):
            if all(question.first != "" for question in deciding.questions_for(finding, bench, one)):
                offered.setdefault(one.name, replace(part, steps=(deciding.step_for(finding, bench, one),)))
    return tuple(other for name, other in offered.items() if name not in own)


def _of_linked(bench: Workbench, part: Part, column: str) -> tuple[Part, ...]:
    known = bench.candidate.column(column)
    names = REMEDIES_OF.get(link_of(known), (LEAVE_OUT,))
    own = {step.remedy for step in part.steps}
    return tuple(replace(part, steps=(Step(remedy=name, column=column),), kept="") for name in names if name not in own)


def _rows(bench: Workbench, steps: Sequence[Step]) -> tuple[RowLook, ...]:
    before = bench.candidate
    after = deciding.applied(before, steps)
    if after.height == 0 or after.parts is not None:
        return ()
    places = np.unique(np.linspace(0, after.height - 1, ROWS).astype(np.int64))
    touched = [name for name in before.names if name not in after.names
               or before.column(name).values is not after.column(name).values]
    there = np.flatnonzero(np.isin(before.rows, after.rows))
    return tuple(RowLook(row=int(after.rows[place]), cells=tuple(
        (name, before.column(name).values[int(there[place])].as_py(),
         after.column(name).values[int(place)].as_py() if name in after.names else None)
        for name in touched)) for place in places.tolist())
