"""The order of a table by one column: numbers by size, dates by time, texts by letter, blanks last; equal ones stay in order.

Context: a person sorts a column to see its ends, and odd cells must not hide them. Decision: cells that are what the column
holds come first both ways, other texts behind them, blanks at the very end; upper and lower case count alike. It is worked out
on distinct values where there are, all in Arrow and numpy, which let the window go on meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.moments import iso_text
from steward.table.numerals import formatted_mask, plain_mask, undressed
from steward.table.profile import ColumnProfile
from steward.table.text import mask_of

Places = npt.NDArray[np.int64]
NUMBERS = ("integer", "number", "year")
MOMENTS = ("date", "datetime", "time")


@dataclass(frozen=True, slots=True)
class _Tier:
    """Values that stand together, by their places, with what they are compared by."""

    places: Places
    keys: pa.Array


def order_of(column: ColumnProfile, *, descending: bool = False) -> Places:
    """Return the 0-based places of all records in the order of a column."""
    sorted_tiers = [_sorted(tier, descending=descending) for tier in _tiers(column)]
    order = np.concatenate([tier.places for tier in sorted_tiers]) if sorted_tiers else np.zeros(0, np.int64)
    if column.distinct.codes is None:
        return order
    ranks = np.zeros(len(order), np.int64)
    ranks[order] = np.cumsum(np.concatenate([_is_new(tier.keys) for tier in sorted_tiers])) if len(order) else ranks
    return _by_number(ranks[column.distinct.codes])


def sizes(column: ColumnProfile) -> tuple[Places, pa.Array]:
    """Return the places among the distinct values of those that are numbers, and the numbers."""
    values = column.distinct.values
    if column.type in NUMBERS:
        plain = ~column.is_blank & ~column.odd
        dressed = np.zeros(len(values), np.bool_)
    else:
        dressed = formatted_mask(column)
        plain = plain_mask(values) & ~dressed
    places = np.flatnonzero(plain | dressed)
    texts = _trimmed(_picked(values, places))
    if dressed.any():
        texts = _with(texts, np.flatnonzero(dressed[places]), undressed(_picked(values, np.flatnonzero(dressed))))
    return places, texts.cast(pa.float64())


def moments(column: ColumnProfile) -> tuple[Places, pa.Array]:
    """Return the places among the distinct values of those that are dates or times, each as ISO 8601 writes it."""
    places = np.flatnonzero(~column.is_blank & ~column.odd)
    texts = _picked(column.distinct.values, places)
    written = texts if column.format is None else iso_text(texts, column.format, column.type)
    read = mask_of(written.is_valid())
    return places[read], _picked(written, np.flatnonzero(read)).cast(pa.large_string())


def _tiers(column: ColumnProfile) -> Iterator[_Tier]:
    places, keys = moments(column) if column.type in MOMENTS else sizes(column)
    yield _Tier(places, keys)
    rest = ~column.is_blank
    rest[places] = False
    others = np.flatnonzero(rest)
    yield _Tier(others, _folded(_picked(column.distinct.values, others)))
    blanks = np.flatnonzero(column.is_blank)
    yield _Tier(blanks, pa.array(np.zeros(len(blanks), np.int8)))


def _sorted(tier: _Tier, *, descending: bool) -> _Tier:
    import pyarrow.compute as pc

    order = pc.array_sort_indices(tier.keys, order="descending" if descending else "ascending")
    return _Tier(tier.places[order.to_numpy()], tier.keys.take(order))


def _is_new(keys: pa.Array) -> npt.NDArray[np.bool_]:
    """Return for sorted keys which differ from the one before; the first does."""
    import pyarrow.compute as pc

    new = np.ones(len(keys), np.bool_)
    if len(keys) > 1:
        new[1:] = mask_of(pc.not_equal(keys[1:], keys[:-1]))
    return new


def _by_number(numbers: Places) -> Places:
    import pyarrow.compute as pc

    return np.asarray(pc.array_sort_indices(pa.array(numbers)).to_numpy(), np.int64)


def _folded(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.utf8_lower(_trimmed(values))


def _trimmed(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.utf8_trim_whitespace(values)


def _picked(values: pa.Array, places: Places) -> pa.Array:
    return values if len(places) == len(values) else values.take(pa.array(places))


def _with(values: pa.Array, places: Places, others: pa.Array) -> pa.Array:
    """Return the values with others put in at some places."""
    import pyarrow.compute as pc

    mask = np.zeros(len(values), np.bool_)
    mask[places] = True
    return pc.replace_with_mask(values, pa.array(mask), others)
