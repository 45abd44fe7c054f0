"""A column told in figures: how much is missing, how many different values, the ends, the commonest values, a small histogram.

Holds cells, for the screen alone: nothing of it goes into findings, reports or logs.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.fingerprints import repeated
from steward.table.profile import ColumnProfile
from steward.table.sorting import MOMENTS, moments, sizes
from steward.vocabulary.progress import Progress

TOP = 8
BINS = 16
DAY = "2020-01-31"
LONGEST = 200      # characters of a value that are kept
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One value and the number of rows that hold it."""

    value: str = field(repr=False)
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """One bar of a histogram: from `low` to before `high`, the last one including it."""

    low: str = field(repr=False)
    high: str = field(repr=False)
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """One column in figures."""

    name: str
    type: str
    height: int            # rows
    missing: int           # rows that are empty or hold only blanks
    missing_words: int     # rows that hold a word for "nothing", such as NULL
    odd: int               # rows that are not of the column's type, those words not counted
    distinct: int | None   # different filled values; None where they were not counted yet
    shortest: int          # characters, of the filled values; 0 where there are none
    longest: int
    smallest: str = field(default="", repr=False)  # of numbers and dates; else the first and last by letter
    largest: str = field(default="", repr=False)
    top: tuple[Share, ...] = ()
    bins: tuple[Bin, ...] = ()


def glimpse_of(column: ColumnProfile) -> Portrait:
    """Return all that is quick to tell of a column; where its values are not held apart already they are not counted."""
    filled = _filled(column)
    words = column.distinct.count_where(column.is_missing_word & ~column.is_blank)
    odd = column.distinct.count_where(column.odd & ~column.is_missing_word)
    (smallest, largest), bins = _spread(column)
    shortest, longest = _lengths(filled)
    counts = column.distinct.counts[~column.is_blank] if column.distinct.is_counted else None
    return Portrait(name=column.name, type=column.type, height=column.distinct.height, missing=column.missing,
                    missing_words=words, odd=odd, distinct=None if counts is None else len(counts), shortest=shortest,
                    longest=longest, smallest=smallest, largest=largest, bins=bins,
                    top=() if counts is None else _top(filled, counts))


def portrait_of(column: ColumnProfile, progress: Progress, glimpse: Portrait | None = None) -> Portrait:
    """Return the column in figures, exact and from every value; what a glimpse told already is not worked out again.

    Raises: Cancelled if the person stopped it.
    """
    known = glimpse or glimpse_of(column)
    if known.distinct is not None:
        return known
    filled = _filled(column)
    many, alone = repeated(filled, progress)
    values, counts = _counted(filled.take(pa.array(many)))
    single = filled.take(pa.array(alone[:TOP + 1]))
    top = _top(pa.concat_arrays([values, single]), np.concatenate([counts, np.ones(len(single), np.int64)]))
    return replace(known, distinct=len(values) + len(alone), top=top)


def _filled(column: ColumnProfile) -> pa.Array:
    """Return the values that are not blank."""
    blank = column.is_blank
    return column.distinct.values.take(pa.array(np.flatnonzero(~blank))) if blank.any() else column.distinct.values


def _counted(values: pa.Array) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """Return the different values, and how often each is there."""
    import pyarrow.compute as pc

    counted = pc.value_counts(values)
    return counted.field("values"), np.asarray(counted.field("counts").to_numpy(), np.int64)


def _lengths(values: pa.Array) -> tuple[int, int]:
    """Return the characters of the shortest and of the longest value; 0 where there is none."""
    import pyarrow.compute as pc

    ends = pc.min_max(pc.utf8_length(values))
    return ends["min"].as_py() or 0, ends["max"].as_py() or 0


def _top(values: pa.Array, counts: npt.NDArray[np.int64]) -> tuple[Share, ...]:
    """Return the commonest values, none where every one of many stands alone."""
    if not len(counts) or (counts.max() == 1 and len(counts) > TOP):
        return ()
    order = np.argsort(-counts, kind="stable")[:TOP]
    return tuple(Share(value=values[place].as_py()[:LONGEST], count=int(counts[place])) for place in order.tolist())


def _spread(column: ColumnProfile) -> tuple[tuple[str, str], tuple[Bin, ...]]:
    """Return the smallest and largest value as written, and the histogram."""
    if column.type in MOMENTS:
        places, written = moments(column)
        return _ends(column, places, written), _day_bins(column, places, written) if column.type != "time" else ()
    places, numbers = sizes(column)
    if column.type == "string" and len(places) < np.count_nonzero(~column.is_blank):
        return ("", ""), ()
    return _ends(column, places, numbers), _bins(numbers.to_numpy(), column.distinct.counts[places])


def _ends(column: ColumnProfile, places: npt.NDArray[np.int64], keys: pa.Array) -> tuple[str, str]:
    import pyarrow.compute as pc

    if not len(keys):
        return "", ""
    ends = pc.min_max(keys)
    found = [int(places[pc.index(keys, ends[end]).as_py()]) for end in ("min", "max")]
    smallest, largest = (column.distinct.values[place].as_py()[:LONGEST] for place in found)
    return smallest, largest


def _bins(numbers: npt.NDArray[np.float64], weights: npt.NDArray[np.int64]) -> tuple[Bin, ...]:
    if not len(numbers) or numbers.min() == numbers.max():
        return ()
    counts, edges = np.histogram(numbers, BINS, weights=weights)
    return tuple(Bin(low=_figure(low), high=_figure(high), count=int(count))
                 for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True))


def _day_bins(column: ColumnProfile, places: npt.NDArray[np.int64], written: pa.Array) -> tuple[Bin, ...]:
    import pyarrow.compute as pc

    days = pc.strptime(pc.utf8_slice_codeunits(written, 0, len(DAY)), "%Y-%m-%d", "s", error_is_null=True)
    known = np.flatnonzero(days.is_valid().to_numpy(zero_copy_only=False))
    numbers = days.take(pa.array(known)).cast(pa.int64()).to_numpy() // 86_400
    if not len(numbers) or numbers.min() == numbers.max():
        return ()
    span = int(numbers.max() - numbers.min()) + 1
    counts, edges = np.histogram(numbers, min(BINS, span), range=(numbers.min(), numbers.max() + 1),
                                 weights=column.distinct.counts[places[known]])
    return tuple(Bin(low=_day(low), high=_day(high), count=int(count))
                 for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True))


def _day(number: float) -> str:
    return (EPOCH + timedelta(days=int(number))).isoformat()


def _figure(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.4g}"  # noqa: PLR2004  # four figures are enough to read
