"""Which other columns still tell what a change hides: a block is no block while the latitude stands beside it."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from steward.privacy.linked import ADDRESS, class_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.tasks.workbench import Workbench
from steward.vocabulary.recipe import Step

COARSER_PLACES = frozenset(("address_to_block", "address_to_zip", "round_coordinates"))
COARSER_BIRTHS = frozenset(("birth_to_age", "date_to_year", "date_to_month", "age_bands"))
ANOTHER_ID = "replace_by_random_id"
_PLACES, _BIRTHS = frozenset(("home_address", "precise_geo")), frozenset(("date_of_birth", "age"))
HOUSE, SAMPLE, MOSTLY = r"^\s*[0-9]{1,6}\s+\S", 400, 0.5
ZIP_PLUS_FOUR = r"^\s*[0-9]{5}-[0-9]{4}\s*$"    # names one side of one block, or one building
_ABOUT_AS_FINE, COUNTED = 2, 50_000


def still_telling(bench: Workbench, steps: Sequence[Step], after: Sheet) -> tuple[str, ...]:
    """Return the names of columns that still tell what the steps hide; those that a step made coarser are left away."""
    named = frozenset(step.remedy for step in steps)
    told_otherwise = COARSER_PLACES | COARSER_BIRTHS | {ANOTHER_ID}
    done = {step.column for step in (*bench.draft.recipe.steps, *steps) if step.remedy in told_otherwise}
    left = [name for name in after.names if name not in done]
    if named & COARSER_PLACES:
        return tuple(name for name in left
                     if _kinds_of(bench, name) & _PLACES or class_of(name) or _are_zip_plus_four(after, name))
    if named & COARSER_BIRTHS and any(_kinds_of(bench, step.column) & _BIRTHS for step in steps):
        return tuple(name for name in left if _kinds_of(bench, name) & _BIRTHS)
    return ()


def linked_to(hidden: Sequence[ColumnProfile], others: Iterable[ColumnProfile]) -> tuple[tuple[ColumnProfile, str], ...]:
    """Return which of the others still tell a place about as finely as the hidden columns, with the class of each.

    A street without numbers or a district has far fewer values than the addresses, and tells no more than a block does.
    """
    finest = max((many(column) for column in hidden), default=0)
    named = ((column, class_of(column.name)) for column in others if hidden)
    return tuple((column, kind) for column, kind in named if kind and column.filled
                 and many(column) * _ABOUT_AS_FINE >= finest and (kind != ADDRESS or are_houses(column)))


def many(column: ColumnProfile) -> int:
    """Return how many different values the first rows of a column have: enough to hold columns against each other."""
    import pyarrow.compute as pc

    known = column.distinct
    return len(np.unique(known.codes[:COUNTED])) if known.codes is not None else int(
        pc.count_distinct(known.values[:COUNTED]).as_py())


def are_houses(column: ColumnProfile) -> bool:
    """Return whether most cells of a column begin with the number of a house."""
    filled = column.distinct.values.filter(pa.array(~column.is_blank))[:SAMPLE]
    return len(filled) > 0 and float(matching(filled, HOUSE).mean()) >= MOSTLY


def _are_zip_plus_four(sheet: Sheet, name: str) -> bool:
    filled = [cell for cell in sheet.column(name).values[:SAMPLE].to_pylist() if cell.strip()]
    return bool(filled) and float(matching(pa.array(filled, pa.string()), ZIP_PLUS_FOUR).mean()) >= MOSTLY


def _kinds_of(bench: Workbench, name: str | None) -> frozenset[str]:
    return frozenset(harm.kind for one in bench.report.privacy.columns if one.column == name for harm in one.harmful)
