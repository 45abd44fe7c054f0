"""Percentages that do not add up to 100, where those of nearly all other rows or groups do.

Source: Steward's default. By row: columns that stand side by side. By group: one of percentages, and one that sorts the rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows, shown
from steward.schema.checks.mixed_percents import SIGN, WORDS
from steward.schema.context import Context
from steward.table._words import words_of
from steward.table.distinct import Mask
from steward.table.figures import Figures, figures_at, holds_figures, row_figures, some_places
from steward.table.profile import ColumnProfile
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

SOME_ROWS, MOST_COLUMNS = 300, 40
FEWEST_ROWS, FEWEST_GROUPS, MOST_GROUPS = 6, 5, 5_000
MOSTLY = 0.85
WHOLES = (100.0, 1.0)
MOST_DIGITS = 4          # behind the point
CLEARLY = 1.5            # times what rounding explains
SELDOM = 0.25            # of the records: a column that is filled with noughts beyond that adds to any sum of others


@dataclass(frozen=True, slots=True)
class _Shares:
    """Columns side by side that are parts of one whole."""

    columns: Sequence[ColumnProfile]
    whole: float


class PercentSums:
    """Rows, and groups of rows, whose percentages add up to something else than those of the others."""

    kinds = ("percents-differ",)
    beside = "layout"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each set of such columns, or for each such column."""
        columns = [column for column in context.columns if holds_figures(column)][:MOST_COLUMNS]
        by_row = list(_side_by_side(context, columns))
        for shares in by_row:
            yield from _rows(context, shares)
        known = {column.name for shares in by_row for column in shares.columns}
        for column in columns:
            if column.name not in known and _is_percent(column):
                yield from _groups(context, column)


def _is_percent(column: ColumnProfile) -> bool:
    is_named = bool(words_of(column.name.replace("%", " percent ")) & WORDS)
    return is_named or bool(matching(column.distinct.values.slice(0, FEWEST_ROWS), SIGN).any())


def _side_by_side(context: Context, columns: Sequence[ColumnProfile]) -> Iterator[_Shares]:
    """Yield the widest sets of columns side by side that add up to a whole in nearly all of some records."""
    places = some_places(context.sheet.height, SOME_ROWS)
    some = [figures_at(column, places) for column in columns]
    begin = 0
    while begin < len(columns) - 1:
        ends = ((end, _whole(some[begin:end])) for end in range(len(columns), begin + 1, -1))
        end, whole = next((one for one in ends if one[1] is not None), (begin + 1, None))
        if whole is not None:
            yield _Shares(columns[begin:end], whole)
        begin = end


def _whole(some: Sequence[Figures]) -> float | None:
    """Return what the columns add up to in nearly all records; None where that is nothing whole, or they hardly vary."""
    every = np.array(some)
    every = every[:, np.isfinite(every).all(axis=0)]
    if every.shape[1] < FEWEST_ROWS or (every < 0).any() or (np.ptp(every, axis=1) == 0).any():
        return None
    if ((every != 0).mean(axis=1) < SELDOM).any():
        return None
    total = every.sum(axis=0)
    for whole in WHOLES if (every % 1).any() else WHOLES[:1]:    # answers of 1 and 0 are no shares
        if (total != 0).all() and np.mean(np.abs(total - whole) <= _rounding(every, len(some))) >= MOSTLY:
            return whole
    return None


def _rounding(figures: Figures, count: int) -> float:
    """Return by how much a sum of so many numbers can miss the whole because each of them is rounded."""
    known = figures[np.isfinite(figures)]
    digits = next((place for place in range(MOST_DIGITS) if np.allclose(known, np.round(known, place), atol=1e-9)), MOST_DIGITS)
    return float(0.5 * 10.0 ** -digits * count + 1e-6)


def _rows(context: Context, shares: _Shares) -> Iterator[Finding]:
    every = np.array([row_figures(column) for column in shares.columns])
    total = every.sum(axis=0)
    places = np.flatnonzero(_is_apart(total, shares.whole, _rounding(every, len(shares.columns))))
    if 0 < len(places) <= (1 - MOSTLY) * np.isfinite(total).sum() + 1:
        first, last = (shown(shares.columns[at].name) for at in (0, -1))
        what = say_count("In one row the columns from {first} to {last} do not add up to {whole}, as in nearly all others.",
                         "In {count} rows the columns from {first} to {last} do not add up to {whole}, as in nearly all "
                         "others.",
                         len(places), first=first, last=last, whole=_named(shares.whole))
        yield _finding(context, shares.columns[-1].name, places, what)


def _is_apart(total: Figures, whole: float, rounding: float) -> Mask:
    return np.asarray(np.isfinite(total) & (np.abs(total - whole) > CLEARLY * rounding), np.bool_)


def _groups(context: Context, column: ColumnProfile) -> Iterator[Finding]:
    """Yield the finding about groups of rows, where a column sorts the rows so that nearly all groups add up."""
    figures: Figures | None = None
    for other in context.columns:
        codes = other.distinct.codes
        if other is column or codes is None or not FEWEST_GROUPS <= len(other.distinct.values) <= min(
                MOST_GROUPS, context.sheet.height // 2):
            continue
        figures = row_figures(column) if figures is None else figures
        places, count, whole = _apart_in_groups(figures, codes)
        if len(places):
            what = say_count("Of one {group} the percentages do not add up to {whole}, as of nearly all others.",
                             "Of {count} values of {group} the percentages do not add up to {whole}, as of nearly all others.",
                             count, group=shown(other.name), whole=_named(whole))
            yield _finding(context, column.name, places, what)
            return


def _apart_in_groups(figures: Figures, codes: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> tuple[Places, int, float]:
    known = np.isfinite(figures)
    sizes = np.bincount(codes[known])
    totals = np.bincount(codes[known], weights=figures[known])
    several = sizes > 1
    for whole in WHOLES:
        rounding = _rounding(figures, 1) * sizes
        agrees = several & (np.abs(totals - whole) <= rounding)
        apart = several & (np.abs(totals - whole) > CLEARLY * rounding)
        if several.sum() >= FEWEST_GROUPS and agrees.sum() >= MOSTLY * several.sum() - 1 and agrees.sum() >= FEWEST_GROUPS - 1 \
                and apart.any() and agrees.sum() > 4 * apart.sum() - 1:
            return np.flatnonzero(known & np.isin(codes, np.flatnonzero(apart))), int(apart.sum()), whole
    return np.zeros(0, np.int64), 0, 0.0


def _named(whole: float) -> str:
    return f"{whole:g}"


def _finding(context: Context, name: str, places: Places, what: Message) -> Finding:
    return at_places(context.sheet, places, name, kind="percents-differ", tier=Tier.WARN, words=Words(
        what=what, where=in_rows(name, len(places), int(context.sheet.rows[places[0]])),
        next_step=say("See whether a part is missing or wrong, and correct it here or in your file, or say why it is right.")))


CHECK = PercentSums()
