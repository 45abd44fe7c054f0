"""Which other columns still tell what a change hides: a block is no block while the latitude stands beside it."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from steward.privacy.linked import ADDRESS, is_zip, links_of
from steward.privacy.plan import LEAVE_OUT
from steward.privacy.told_again import told_again
from steward.privacy.verdict import ColumnVerdict
from steward.table.header_words import header_words
from steward.table.kinds import NEIGHBORHOOD
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.tasks.workbench import Workbench
from steward.vocabulary.recipe import Step

COARSER_PLACES = frozenset(("address_to_block", "address_to_zip", "round_coordinates", "snap_to_block"))
TO_BLOCKS = frozenset(("address_to_block", "snap_to_block"))      # which a ZIP code beside them narrows
COARSER_BIRTHS = frozenset(("birth_to_age", "date_to_year", "date_to_month", "age_bands"))
ANOTHER_ID = "replace_by_random_id"
DIRECT = frozenset(("person_name", "home_address", "phone", "email", "username", "license_plate", "driver_license"))
HIDES_WORDS = COARSER_PLACES | {ANOTHER_ID, "first_name_last_initial", "mask_all_but_last_four", "keep_domain"}
SCRUBS = "scrub_text"
_PLACES, _BIRTHS = frozenset(("home_address", "precise_geo")), frozenset(("date_of_birth", "age"))
HOUSE, SAMPLE, MOSTLY = r"^\s*[0-9]{1,6}\s+\S", 400, 0.5
_ABOUT_AS_FINE, COUNTED = 2, 50_000


def still_telling(bench: Workbench, steps: Sequence[Step], after: Sheet) -> tuple[str, ...]:
    """Return the names of columns that still tell what the steps hide, in the table's order.

    Those of places and births are told by what they hold; any column by words that the same record lost elsewhere. A column
    that was made coarser itself tells what is left on purpose.
    """
    by_class = _telling_by_class(bench, steps, after)
    hidden = [step.column for step in steps if step.column in bench.candidate.names and hides_words(
        step, _kinds_of(bench, step.column))]
    left = not_coarser((*bench.draft.recipe.steps, *steps), after.names)
    again = {one.column for one in told_again(bench.candidate, after, [name for name in hidden if name], left)}
    return tuple(name for name in after.names if name in by_class or name in again)


def not_coarser(steps: Iterable[Step], names: Iterable[str]) -> list[str]:
    """Return which columns no step made coarser, so that words in them are not left on purpose.

    A neighborhood tells no address, though a street in it often has its name: Foster Road leads through Foster-Powell.
    """
    coarser = {step.column for step in steps if hides_words(step, ())}
    return [name for name in names if name not in coarser and not NEIGHBORHOOD & set(header_words(name))]


def narrowing(steps: Iterable[Step], sheet: Sheet, verdicts: Iterable[ColumnVerdict]) -> tuple[str, ...]:
    """Return the columns of ZIP codes that say which of the blocks of a name it is, once steps made addresses blocks."""
    if not any(step.remedy in TO_BLOCKS and step.column in sheet.names for step in steps):
        return ()
    kinds = {one.column: (*(harm.kind for harm in one.harmful), *one.benign) for one in verdicts}
    return tuple(column.name for column in sheet.columns if is_zip(column, kinds.get(column.name, ())))


def hides_words(step: Step, kinds: Iterable[str]) -> bool:
    """Return whether a step takes words or numbers out of its column that others may still tell; `kinds` are found in it."""
    return step.remedy in HIDES_WORDS or (step.remedy == LEAVE_OUT and not DIRECT.isdisjoint(kinds))


def _telling_by_class(bench: Workbench, steps: Sequence[Step], after: Sheet) -> frozenset[str]:
    """Return the columns that tell a place or a birth by their kind or name; those made coarser are left away."""
    named = frozenset(step.remedy for step in steps)
    told_otherwise = COARSER_PLACES | COARSER_BIRTHS | {ANOTHER_ID, SCRUBS}
    done = {step.column for step in (*bench.draft.recipe.steps, *steps) if step.remedy in told_otherwise}
    left = [name for name in after.names if name not in done]
    if named & COARSER_PLACES:
        links = links_of([after.column(name) for name in left])
        return frozenset(name for name, link in zip(left, links, strict=True) if _kinds_of(bench, name) & _PLACES or link)
    if named & COARSER_BIRTHS and any(_kinds_of(bench, step.column) & _BIRTHS for step in steps):
        return frozenset(name for name in left if _kinds_of(bench, name) & _BIRTHS)
    return frozenset()


def linked_to(hidden: Sequence[ColumnProfile], others: Iterable[ColumnProfile]) -> tuple[tuple[ColumnProfile, str], ...]:
    """Return which of the others still tell a place about as finely as the hidden columns, with the class of each.

    A street without numbers or a district has far fewer values than the addresses, and tells no more than a block does.
    """
    finest = max((many(column) for column in hidden), default=0)
    free = list(others) if hidden else []
    named = zip(free, links_of([column.column for column in free]), strict=True)
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


def _kinds_of(bench: Workbench, name: str | None) -> frozenset[str]:
    return frozenset(harm.kind for one in bench.report.privacy.columns if one.column == name for harm in one.harmful)
