"""The days of a column whose dates are written in several ways: what is wrong with them need not wait for one way."""

import numpy as np
import pyarrow as pa

from steward.table.days import NO_DAY, Days, Numbers, days_of
from steward.table.distinct import Mask
from steward.table.period import DATE_TYPES
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among
from steward.table.written_dates import LONGEST, MIDNIGHT, Reading, iso_dates, read_dates

NEARLY_ALL = 0.9       # of the filled cells are dates, written one way or another
FEWEST = 3             # cells
CLOCK = r"^.{6,}[T ][0-9]{1,2}:[0-9]{2}"


def in_several_ways(column: ColumnProfile) -> Reading | None:
    """Return how a column reads whose cells are nearly all dates that no single form covers; None for every other column."""
    if column.type not in ("string", *DATE_TYPES) or (column.type in DATE_TYPES and not column.odd.any()):
        return None
    reading = read_dates(column)
    if reading is None or not FEWEST <= column.distinct.count_where(reading.is_date) >= NEARLY_ALL * column.filled:
        return None
    return None if _tells_times(column, reading) else reading


def _tells_times(column: ColumnProfile, reading: Reading) -> bool:
    """Return whether some or all cells of a column of dates have a time that counts behind them: it is one of moments."""
    values = column.distinct.values
    others = ~column.is_blank & ~reading.is_date & is_short(values, LONGEST)
    return bool(matching_among(values, others, CLOCK).any()
                or (reading.is_date == matching_among(values, reading.is_date, MIDNIGHT)).all())


def known_days(column: ColumnProfile) -> Days | None:
    """Return the days of a column of dates, in whatever ways they are written; None for a column of other things."""
    return days_read(column, in_several_ways(column))


def days_read(column: ColumnProfile, reading: Reading | None) -> Days | None:
    """Return the same where it is known how the column reads whose dates are written in several ways.

    A date of which nobody can tell whether the month or the day stands in front is no day here.
    """
    found = days_of(column) if column.type in DATE_TYPES else None
    if reading is None:
        return found
    numbers = found.numbers.copy() if found is not None else np.full(len(column.is_blank), NO_DAY, np.int32)
    places = np.flatnonzero(_certain(reading) & (numbers == NO_DAY))
    order = "dmy" if (reading.is_dmy & ~reading.is_mdy).any() else "mdy"
    numbers[places] = _read(column.distinct.values.take(pa.array(places)), order)
    return Days(column, numbers)


def _certain(reading: Reading) -> Mask:
    """Return which dates have one reading: by themselves, or because the others show the order."""
    doubtful = reading.is_mdy & reading.is_dmy
    shown = bool((reading.is_mdy ^ reading.is_dmy).any()) and not reading.has_two_orders
    return reading.is_date if shown else reading.is_date & ~doubtful


def _read(values: pa.Array, order: str) -> Numbers:
    import pyarrow.compute as pc

    days = pc.strptime(iso_dates(values, order), "%Y-%m-%d", "s", error_is_null=True).cast(pa.date32()).cast(pa.int32())
    return np.asarray(days.fill_null(NO_DAY).to_numpy(zero_copy_only=False), np.int32)
