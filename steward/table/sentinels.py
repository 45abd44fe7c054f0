"""Numbers that stand for "no value": -999, 9999 and their kin, far from all other numbers of their column.

Source: the missing-value codes of the NOAA and USGS data formats and of SPSS and SAS files; Broman and Woo 2018, "Data
Organization in Spreadsheets", "No empty cells": no -999. A real 99 among its neighbors is none.
"""

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.inference import NEARLY_ALL
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among

NINES = r"^\s*(?:(?:-9{2,7}|9{2,9}|-8{3,5})(?:\.0{0,6})?|-?9{3,5}\.9{1,2})\s*$"
BELOW_ZERO = r"^\s*-9{3,7}(?:\.[09]{0,6})?\s*$"
TYPES = ("integer", "number", "year")
LONGEST = 20          # bytes
FEWEST_ROWS = 2       # that hold it: a number that stands once may be real, unless it alone is below zero
FEWEST_OTHERS = 10    # rows with other numbers
FAR = 1.0             # times the width of all other numbers lies between it and the next of them


def sentinel_mask(column: ColumnProfile) -> Mask:
    """Return which values of a column of numbers are such numbers; none in a column of another type."""
    values = column.distinct.values
    none = np.zeros(len(values), np.bool_)
    if column.type not in TYPES or not column.distinct.is_counted:
        return none
    perhaps = matching_among(values, ~column.is_blank & is_short(values, LONGEST), NINES)
    if not perhaps.any():
        return none
    numbers = _numbers(values)
    others = np.isfinite(numbers) & ~perhaps & ~column.odd
    if column.distinct.count_where(others) < max(FEWEST_OTHERS, (1 - NEARLY_ALL) * column.filled):
        return none
    least, most = float(numbers[others].min()), float(numbers[others].max())
    gap = np.where(numbers > most, numbers - most, least - numbers)
    is_far = gap >= FAR * max(most - least, 1.0)
    is_told = column.distinct.counts >= FEWEST_ROWS
    if least >= 0:
        is_told = is_told | matching_among(values, perhaps, BELOW_ZERO)
    return np.asarray(perhaps & is_far & is_told, np.bool_)


def _numbers(values: pa.Array) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return each value as a number; NaN where it is none."""
    import pyarrow.compute as pc

    trimmed = pc.utf8_trim_whitespace(values)
    is_number = pc.match_substring_regex(trimmed, r"^[+-]?(?:[0-9]{1,15}(?:\.[0-9]*)?|\.[0-9]+)$")
    read = pc.if_else(is_number, trimmed, pa.scalar(None, trimmed.type)).cast(pa.float64())
    found: np.ndarray[tuple[int], np.dtype[np.float64]] = read.to_numpy(zero_copy_only=False)
    return found
