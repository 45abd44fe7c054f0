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
from steward.table.sheet import Sheet
from steward.vocabulary.recipe import Step
from steward.workflow.effect import Effect, effect

MOST_ROWS = 20_000      # are looked at
SHARES = 4              # of the table from which they come
NAMED = 5_000           # of the rows that a finding names


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretaste:
    """What steps do to some rows. `is_whole`: these are all rows, and the counts are those of the table."""

    effect: Effect
    looked_at: int
    is_whole: bool


def foretaste(sheet: Sheet, steps: Sequence[Step], rows: Sequence[int] = ()) -> Foretaste:
    """Return what the steps do to a share of the rows, among them those named. Raises: Refused if one does not fit them."""
    places = _places(sheet, rows)
    part = sheet if len(places) == sheet.height else _part(sheet, places)
    after = part
    for step in steps:
        after = remedy(step.remedy).apply(after, _fitted(step, part))
    return Foretaste(effect=effect(part, after, steps[0].column if steps else None), looked_at=part.height,
                     is_whole=part is sheet)


def _places(sheet: Sheet, rows: Sequence[int]) -> npt.NDArray[np.int64]:
    if sheet.height <= MOST_ROWS:
        return np.arange(sheet.height)
    share = MOST_ROWS // SHARES
    starts = np.linspace(0, sheet.height - share, SHARES).astype(np.int64)
    named = np.searchsorted(sheet.rows, np.array(rows[:NAMED], np.int64)) if len(rows) else np.zeros(0, np.int64)
    return np.unique(np.concatenate([named[named < sheet.height], *(np.arange(start, start + share) for start in starts)]))


def _part(sheet: Sheet, places: npt.NDArray[np.int64]) -> Sheet:
    return replace(sheet.take(places), quarantine=())


def _fitted(step: Step, part: Sheet) -> Step:
    """Return a step that names rows one by one with those rows only that are looked at."""
    rows = step.parameters.get("rows")
    if not isinstance(rows, tuple) or "parts" in step.parameters:
        return step
    there = np.array(rows, np.int64)
    return replace(step, parameters={**step.parameters, "rows": tuple(there[np.isin(there, part.rows)].tolist())})
