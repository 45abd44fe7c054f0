"""The numbers of a column, value by value or record by record, those that are dressed up for reading included."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.numerals import formatted_mask, is_dressed, plain_mask, undressed
from steward.table.profile import ColumnProfile
from steward.table.sorting import NUMBERS, sizes

Figures = npt.NDArray[np.float64]


def holds_figures(column: ColumnProfile) -> bool:
    """Return whether the column is one of numbers, or of texts among which numbers are dressed up for reading."""
    return column.type in NUMBERS or (column.type == "string" and bool(formatted_mask(column).any()))


def value_figures(column: ColumnProfile) -> Figures:
    """Return the number of each value; NaN where it is none."""
    found = np.full(len(column.is_blank), np.nan)
    places, numbers = sizes(column)
    found[places] = numbers.to_numpy(zero_copy_only=False)
    if column.type in NUMBERS and column.odd.any():
        dressed = np.flatnonzero(formatted_mask(column))
        if len(dressed):
            bare = undressed(column.distinct.values.take(pa.array(dressed)))
            found[dressed] = bare.cast(pa.float64()).to_numpy(zero_copy_only=False)
    return found


def row_figures(column: ColumnProfile) -> Figures:
    """Return the number of each record; NaN where its cell holds none."""
    found = value_figures(column)
    return found if column.distinct.codes is None else found[column.distinct.codes]


def figures_at(column: ColumnProfile, places: npt.NDArray[np.int64]) -> Figures:
    """Return the numbers of the records at some 0-based places; NaN where a cell holds none. For a few records of many."""
    known = column.distinct
    values = known.values.take(pa.array(places if known.codes is None else known.codes[places]))
    plain, dressed = plain_mask(values), is_dressed(values)
    found = np.full(len(values), np.nan)
    if plain.any():
        found[plain] = values.filter(pa.array(plain)).cast(pa.float64()).to_numpy(zero_copy_only=False)
    if (dressed := dressed & ~plain).any():
        found[dressed] = undressed(values.filter(pa.array(dressed))).cast(pa.float64()).to_numpy(zero_copy_only=False)
    return found


def some_places(height: int, most: int) -> npt.NDArray[np.int64]:
    """Return the 0-based places of at most so many records, spread evenly over all."""
    return np.unique(np.linspace(0, max(height - 1, 0), min(height, most)).astype(np.int64))
