"""The numbers of a column, value by value or record by record, those that are dressed up for reading included."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.numerals import formatted_mask, undressed
from steward.table.profile import ColumnProfile
from steward.table.sorting import NUMBERS, sizes

Figures = npt.NDArray[np.float64]


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
