"""A first look at what steps would do, at once on any table: on a share of its rows; the whole effect is counted after it.

Context: a person chooses between changes and must see each within a tenth of a second, also on a million rows. Decision: the
steps are done to rows from the beginning, the middle and the end, together with those that a finding names; what is shown says
that it is a share. Steps that need all rows (duplicates, rare values, labels by their counts) give examples, and never counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from steward.remedies import remedy
from steward.table.places import different
from steward.table.sheet import Sheet
from steward.vocabulary.errors import Refused
from steward.vocabulary.recipe import Step
from steward.workflow.effect import Effect, effect

MOST_ROWS = 20_000      # are looked at
SHARES = 4              # of the table from which they come
NAMED = 5_000           # of the rows that a finding or a step names
APART = 2_000           # of the records that are set apart
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretaste:
    """What steps do to some rows. `is_whole`: these are all rows, and the counts are those of the table."""

    effect: Effect
    looked_at: int
    is_whole: bool


def foretaste(sheet: Sheet, steps: Sequence[Step], rows: Sequence[int] = ()) -> Foretaste:
    """Return what the steps do to a share of the rows, among them those named.

    Raises: Refused if one does not fit the table. A share of it may lack what a step needs; then it shows nothing.
    """
    places = _places(sheet, [*rows[:NAMED], *_named(steps)])
    if len(places) == sheet.height:
        return Foretaste(effect=_effect(sheet, steps), looked_at=sheet.height, is_whole=True)
    part = _part(sheet, places)
    try:
        seen = _effect(part, [_fitted(step, part) for step in steps])
    except Refused:
        seen = effect(part, part)
    return Foretaste(effect=seen, looked_at=part.height, is_whole=False)


def _effect(sheet: Sheet, steps: Sequence[Step]) -> Effect:
    after = sheet
    for step in steps:
        after = remedy(step.remedy).apply(after, step)
    return effect(sheet, after, steps[0].column if steps else None)


def _named(steps: Sequence[Step]) -> list[int]:
    """Return rows that the steps name one by one, the first ones of each."""
    named = [numbers for step in steps for numbers in (step.parameters.get("rows"), (step.parameters.get("row"),))]
    return [row for numbers in named if isinstance(numbers, tuple) for row in numbers[:NAMED] if isinstance(row, int)]


def _places(sheet: Sheet, rows: Sequence[int]) -> Places:
    if sheet.height <= MOST_ROWS:
        return np.arange(sheet.height)
    share = MOST_ROWS // SHARES
    starts = np.linspace(0, sheet.height - share, SHARES).astype(np.int64)
    named = np.flatnonzero(np.isin(sheet.rows, np.array(rows, np.int64))) if len(rows) else np.zeros(0, np.int64)
    return different(np.concatenate([named[:NAMED], *(np.arange(start, start + share) for start in starts)]))


def _part(sheet: Sheet, places: Places) -> Sheet:
    return replace(sheet.take(places), quarantine=sheet.quarantine[:APART])


def _fitted(step: Step, part: Sheet) -> Step:
    """Return a step that names rows one by one with those rows only that are looked at."""
    rows = step.parameters.get("rows")
    if not isinstance(rows, tuple) or "parts" in step.parameters:
        return step
    there = np.concatenate([part.rows, np.array([one.row for one in part.quarantine], np.int64)])
    named = np.array(rows, np.int64)
    return replace(step, parameters={**step.parameters, "rows": tuple(named[np.isin(named, there)].tolist())})
