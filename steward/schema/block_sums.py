"""Rows whose numbers are the sums of the block of records above them, whatever they call themselves.

The figures prove them: a label with a word of sums needs one sum, a label without needs that such rows divide the whole table.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from steward.schema.checks._finding import Places
from steward.schema.context import Context
from steward.schema.days import holds_byte
from steward.table.distinct import Mask
from steward.table.figures import Figures, row_figures
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among

SUM_WORD = r"(?i)\b(?:(?:sub[ -]?)?totals?|sums?|all|overall|combined|altogether)\b"
IN_EACH = "lLmM"       # one of these letters stands in each of the words
LABEL_COLUMNS = 3      # sums are named in one of the first columns
LONGEST_LABEL = 60     # bytes; longer cells are sentences
FEWEST_ONE = 3         # records other than zero that a sum in one column adds up: 1 + 2 = 3 is chance
FEWEST_SEVERAL = 2     # and in several columns
FEWEST_BLOCKS = 2      # that rows without a word of sums close
LAST_RECORDS = 2       # that may follow the last of them: a grand total, a note
MOST_CANDIDATES = 2000
MOST_SHARE = 0.5       # of the rows: more are a kind of record
MOSTLY = 0.5
EXACT, ADDING = 1e-9, 1e-13   # of the sum, of everything added up so far


@dataclass(frozen=True, slots=True)
class _Running:
    """One column at the candidates: the sum of all above, how many of these are not zero, and its own number."""

    above: list[float]
    counts: list[int]
    own: list[float]     # NaN where it has none

    def is_told(self, one: int) -> bool:
        return not math.isnan(self.own[one])

    def counted(self, one: int, taken: Sequence[int]) -> int:
        """Return how many records the candidate adds up since the last sum; 0 where it is not their sum, nor that of all."""
        since = self._rest(one, taken[-1:])
        return since or (self._rest(one, taken, is_all=True) if len(taken) > 1 else 0)

    def _rest(self, one: int, taken: Sequence[int], *, is_all: bool = False) -> int:
        less, fewer = sum(self.own[other] for other in taken if self.is_told(other)), sum(map(self._is_some, taken))
        if taken and not is_all:
            less, fewer = less + self.above[taken[-1]], fewer + self.counts[taken[-1]]
        total = self.above[one] - less
        near = EXACT * abs(total) + ADDING * abs(self.above[one])
        return self.counts[one] - fewer if abs(total - self.own[one]) <= near else 0

    def _is_some(self, one: int) -> bool:
        return self.is_told(one) and self.own[one] != 0


def block_sums(context: Context) -> Places:
    """Return the places of the records that add up those above them, in order."""
    labels = [column for column in context.columns if column.type == "string" and column.filled]
    numeric = [column for column in context.columns if column.type in ("integer", "number") and column.filled]
    if not labels or not numeric:
        return np.zeros(0, np.int64)
    height = context.sheet.height
    named = _united(height, (_named(column) for column in labels[:LABEL_COLUMNS]))
    apart = _united(height, (_set_apart(column, is_first=number < LABEL_COLUMNS) for number, column in enumerate(labels)))
    dividing = _dividing(context, numeric, _united(height, (named, apart)))
    return _united(height, (_sums(context, numeric, named), dividing))


def _dividing(context: Context, numeric: Sequence[ColumnProfile], places: Places) -> Places:
    """Return the sums that divide the whole table, whatever words stand in them; none where they do not."""
    found = _sums(context, numeric, places if len(places) >= FEWEST_BLOCKS else places[:0], are_all=True)
    divides = len(found) >= FEWEST_BLOCKS and context.sheet.height - 1 - int(found[-1]) <= LAST_RECORDS
    return found if divides else found[:0]


def _sums(context: Context, numeric: Sequence[ColumnProfile], places: Places, *, are_all: bool = False) -> Places:
    if not 0 < len(places) <= min(MOST_CANDIDATES, max(1, MOST_SHARE * context.sheet.height)):
        return places[:0]
    running: list[_Running] = []
    for column in numeric:
        running.append(_running(row_figures(column), places))
        if are_all and np.isfinite(running[-1].own).sum() > 1 and not _taken(running[-1:], are_all=False, least=FEWEST_SEVERAL):
            return places[:0]      # most tables: one column tells enough
    return places[_taken(running, are_all=are_all)]


def _taken(running: Sequence[_Running], *, are_all: bool, least: int = FEWEST_ONE) -> list[int]:
    taken: list[int] = []
    for one in range(len(running[0].own)):
        told = [column.counted(one, taken) for column in running if column.is_told(one)]
        proofs = [count for count in told if count >= (FEWEST_SEVERAL if len(told) > 1 else least)]
        enough = len(told) if are_all else max(1, MOSTLY * len(told))
        if told and len(proofs) >= enough and (len(proofs) > 1 or proofs[0] >= least):
            taken.append(one)
    return taken


def _running(figures: Figures, places: Places) -> _Running:
    known = np.nan_to_num(figures, nan=0.0, posinf=0.0, neginf=0.0)
    above = np.cumsum(known)[places] - known[places]
    counts = np.cumsum(known != 0)[places] - (known[places] != 0)
    return _Running(above.tolist(), counts.tolist(), figures[places].tolist())


def _named(column: ColumnProfile) -> Places:
    values = column.distinct
    if not holds_byte(column, *IN_EACH):     # numbers of cases and the like: a million of them need no pattern
        return np.zeros(0, np.int64)
    return values.places_where(matching_among(values.values, is_label(column), SUM_WORD))


def _set_apart(column: ColumnProfile, *, is_first: bool) -> Places:
    """Return the records that say nothing here where most do, or have a label of their own where most are repeated."""
    values = column.distinct
    mask = column.is_blank.copy() if column.missing <= MOSTLY * values.height else np.zeros_like(column.is_blank)
    if is_first and len(mask) <= MOSTLY * column.filled:
        mask |= is_label(column) & (values.counts == 1)
    return values.places_where(mask)


def is_label(column: ColumnProfile) -> Mask:
    """Return which values are short enough to name a row."""
    return np.asarray(~column.is_blank & is_short(column.distinct.values, LONGEST_LABEL), np.bool_)


def _united(height: int, found: Iterable[Places]) -> Places:
    """Return the places of all, each once and in order; numpy's own union is ten times slower for a million."""
    is_among = np.zeros(height, np.bool_)
    for places in found:
        is_among[places] = True
    return np.flatnonzero(is_among)
