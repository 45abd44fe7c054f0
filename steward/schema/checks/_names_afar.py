"""Rows of names anywhere in a table of any length: below blank rows, and in the middle of records.

Context: to compare texts around every row takes minutes in a table of a million. Decision: a row of names holds no figure, so
where a column of figures has no gap there is none; else first bytes and running counts tell the few rows worth reading.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.names_after_gap import MOST_GAPS, MOST_TITLES, begins_another, below_titles
from steward.table.names_within import AROUND, FEWEST, are_names
from steward.table.profile import ColumnProfile
from steward.table.text import bytes_of, within

PIECE = 1 << 18
MOST_TRIED = 200
SHARE = 0.7         # of the cells on one side begin as figures do; the cells themselves are read afterwards
BEGINS = bytes_of("0123456789-+($€£")
Places = npt.NDArray[np.int64]


def below_gaps(context: Context) -> Iterator[int]:
    """Yield the places of the records that are names of another table below blank rows."""
    sheet = context.sheet
    blank = np.array(sheet.provenance.blank_rows, np.int64)
    places = np.unique(np.searchsorted(sheet.rows, blank))
    places = places[(places > 0) & (places < sheet.height - FEWEST)]
    if len(places) > MOST_GAPS:
        return
    for place in places.tolist():
        texts, at = around(context.columns, place, sheet.height)
        at += below_titles([[column[row] for column in texts] for row in range(at, min(at + MOST_TITLES + 1, len(texts[0])))])
        if begins_another(texts, at):
            yield place + at - min(place, AROUND)


def in_the_middle(context: Context) -> Iterator[int]:
    """Yield the places of the records that break columns of figures with words, none of which stands near it again."""
    height = context.sheet.height
    for place in islice(_worth_reading(context), MOST_TRIED):
        if 0 < place < height - FEWEST and are_names(*around(context.columns, place, height)):
            yield place


def around(columns: Sequence[ColumnProfile], place: int, height: int) -> tuple[list[list[str]], int]:
    """Return for each column its cells around a record, and the place of the record among them."""
    begin, end = max(0, place - AROUND), min(height, place + 1 + AROUND)
    return [column.column.values.slice(begin, end - begin).to_pylist() for column in columns], place - begin


def _worth_reading(context: Context) -> Iterator[int]:
    """Yield the places of the records without figures that stand next to figures in two columns."""
    looks = [_Look(column) for column in context.columns]
    looks = [look for look in looks if look.has_figures]
    if any(look.is_without_gap for look in looks) or sum(look.is_mixed for look in looks) < FEWEST:
        return
    for start in range(0, context.sheet.height, PIECE):
        begin, end = max(0, start - AROUND), min(context.sheet.height, start + PIECE + AROUND)
        is_plain = ~np.logical_or.reduce([look.figures(begin, end) for look in looks])
        inner = np.flatnonzero(is_plain)
        inner = inner[(inner >= start - begin) & (inner < start - begin + PIECE)]
        if len(inner):
            yield from (begin + inner[_break_figures(looks, begin, end, inner)]).tolist()


def _break_figures(looks: Sequence["_Look"], begin: int, end: int, places: Places) -> Mask:
    broken, above_figures = np.zeros(len(places), np.int32), np.zeros(len(places), np.int32)
    for look in looks:
        figures, filled = look.figures(begin, end), look.filled(begin, end)
        own = filled[places]
        is_above = _mostly(figures, filled, np.maximum(places - AROUND, 0), places) & own
        is_below = _mostly(figures, filled, places + 1, np.minimum(places + 1 + AROUND, len(figures))) & own
        broken += is_above | is_below
        above_figures += is_below
    return np.asarray((broken >= FEWEST) & (above_figures > 0), np.bool_)


def _mostly(figures: Mask, filled: Mask, first: Places, last: Places) -> Mask:
    """Return for each stretch of records whether most cells that hold anything begin as figures do."""
    count, of = (np.concatenate([[0], np.cumsum(mask, dtype=np.int32)]) for mask in (figures, filled))
    all_filled = of[last] - of[first]
    return np.asarray((all_filled > 0) & (count[last] - count[first] >= SHARE * all_filled), np.bool_)


class _Look:
    """Which cells of a column begin as figures do."""

    def __init__(self, column: ColumnProfile) -> None:
        self._codes = column.distinct.codes
        self._filled = ~column.is_blank
        self._figures = within(column.distinct.values, BEGINS) & self._filled
        figures, filled = (column.distinct.count_where(mask) for mask in (self._figures, self._filled))
        self.has_figures = figures > 0
        self.is_mixed = 0 < figures < filled
        self.is_without_gap = figures == column.distinct.height

    def figures(self, begin: int, end: int) -> Mask:
        """Return which of some records hold a figure."""
        return self._rows(self._figures, begin, end)

    def filled(self, begin: int, end: int) -> Mask:
        """Return which of some records hold anything."""
        return self._rows(self._filled, begin, end)

    def _rows(self, mask: Mask, begin: int, end: int) -> Mask:
        return mask[begin:end] if self._codes is None else np.asarray(mask[self._codes[begin:end]], np.bool_)
