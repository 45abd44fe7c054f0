"""The days of a column of dates as numbers, from 1970-01-01 on: quick to compare, a million at once."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile

EPOCH = date(1970, 1, 1)
NO_DAY = np.iinfo(np.int32).min
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Days:
    """The day of each value of a column, counted from 1970-01-01; NO_DAY where it is none."""

    column: ColumnProfile
    numbers: Numbers

    @property
    def known(self) -> Mask:
        """Return which values are days."""
        return np.asarray(self.numbers != NO_DAY, np.bool_)

    @property
    def per_row(self) -> Numbers:
        """Return the day of each record."""
        codes = self.column.distinct.codes
        return self.numbers if codes is None else self.numbers[codes]


def days_of(column: ColumnProfile) -> Days:
    """Return the days of a column of dates or moments."""
    return Days(column, _numbers(column))


def first_days(column: ColumnProfile) -> Numbers:
    """Return for each value of a column of years or months the number of its first day; NO_DAY for any other value."""
    import pyarrow.compute as pc

    found = np.full(len(column.is_blank), NO_DAY, np.int32)
    places = np.flatnonzero(~(column.is_blank | column.odd))
    values = pc.utf8_slice_codeunits(pc.utf8_trim_whitespace(column.distinct.values.take(pa.array(places))), 0, len("2020-01"))
    tail = "-01" if column.type == "yearmonth" else "-01-01"
    read = pc.strptime(pc.binary_join_element_wise(values.cast(pa.string()), tail, ""), "%Y-%m-%d", "s", error_is_null=True)
    is_read = np.asarray(read.is_valid().to_numpy(zero_copy_only=False), np.bool_)
    seconds = read.fill_null(0).cast(pa.int64()).to_numpy(zero_copy_only=False)
    found[places[is_read]] = (seconds[is_read] // 86_400).astype(np.int32)
    return found


def number_of(day: date) -> int:
    """Return a day as `Days` counts it."""
    return (day - EPOCH).days


def _numbers(column: ColumnProfile) -> Numbers:
    import pyarrow.compute as pc

    found = np.full(len(column.is_blank), NO_DAY, np.int32)
    places = np.flatnonzero(~(column.is_blank | column.odd))
    values = pc.utf8_trim_whitespace(column.distinct.values.take(pa.array(places)))
    if column.format is None:  # ISO 8601: the day stands in front, whatever follows
        values = pc.utf8_slice_codeunits(values, 0, len("2020-01-31"))
    moments = pc.strptime(values, column.format or "%Y-%m-%d", "s", error_is_null=True)
    read = np.asarray(moments.is_valid().to_numpy(zero_copy_only=False), np.bool_)
    seconds = moments.fill_null(0).cast(pa.int64()).to_numpy(zero_copy_only=False)
    found[places[read]] = (seconds[read] // 86_400).astype(np.int32)
    return found
