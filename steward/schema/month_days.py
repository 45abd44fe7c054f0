"""Which columns hold months that a spreadsheet read as days, and how each value reads as a month.

A spreadsheet reads "Jul-15" as July 15 of the present year and shows it as "15-Jul". So all dates lie in one year, the days
of the month lie close together, and read as years they give months that follow each other without a gap. A column of real days
of one year in the order of the calendar is none, nor is one with a single day of the month, unless the declared period says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from steward.schema.context import Context
from steward.schema.days import days
from steward.table.days import Days
from steward.table.distinct import Mask
from steward.table.month_days import DAY_MONTH, as_month_day
from steward.table.period import DATE_TYPES
from steward.table.places import different
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among

FEWEST = 6                 # different months
WIDEST = 12                # days of the month, from the first to the last
GAPLESS = 0.85             # of the months from the first to the last are there
MANY, SPARSE = 24, 0.4     # of so many different months fewer need be there: real days would not all lie so close together
MOST_VALUES = 400          # different values; more are no months
MOSTLY = 0.9               # of the filled cells
Pairs = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Reading:
    """A column of months read as days. `months` has, per value, the month counted from year 0, -1 where there is none."""

    column: ColumnProfile
    mask: Mask
    months: Pairs
    is_declared: bool      # the declared period says so, too


def month_days(context: Context) -> Iterator[Reading]:
    """Yield the columns whose days of the month are really years."""
    dated = {name: found for name, found in context.once(days).items() if found.column.type in DATE_TYPES}
    for column in context.columns:
        months, years = _of_days(dated[column.name]) if column.name in dated else (_of_text(column), None)
        if months is not None and (reading := _judged(context, column, months, years)) is not None:
            yield reading


def _of_days(found: Days) -> tuple[Pairs | None, Pairs | None]:
    """Return per value the month that the day of the month would make, and the year it is in; None for too many values."""
    known = found.known
    if not FEWEST <= len(different(found.numbers[known])) <= MOST_VALUES:
        return None, None
    months, years = np.full(len(known), -1, np.int32), np.full(len(known), -1, np.int32)
    days = np.asarray(found.numbers[known]).astype("datetime64[D]")
    first_of_month = days.astype("datetime64[M]")
    month = first_of_month.astype(np.int64)     # counted from January 1970
    months[known] = (2000 + (days - first_of_month).astype(np.int64) + 1) * 12 + month % 12
    years[known] = 1970 + month // 12
    return months, years


def _of_text(column: ColumnProfile) -> Pairs | None:
    if column.type != "string" or not column.distinct.is_counted or len(column.is_blank) > MOST_VALUES:
        return None
    values = column.distinct.values
    perhaps = matching_among(values, ~column.is_blank & is_short(values, 12), DAY_MONTH)
    if column.distinct.count_where(perhaps) < MOSTLY * max(column.filled, 1):
        return None
    months = np.full(len(perhaps), -1, np.int32)
    for place in np.flatnonzero(perhaps).tolist():
        read = as_month_day(values[place].as_py())
        if read is not None:
            months[place] = (2000 + read.day) * 12 + read.month - 1
    return months


def _judged(context: Context, column: ColumnProfile, months: Pairs, years: Pairs | None) -> Reading | None:
    mask = months >= 0
    read = different(months[mask])
    if len(read) < FEWEST or (years is not None and len(different(years[mask])) > 1):
        return None
    span = int(read[-1] - read[0]) + 1
    day_span = int(read[-1] // 12 - read[0] // 12) + 1
    if day_span > WIDEST or len(read) < (GAPLESS if len(read) < MANY else SPARSE) * span:
        return None
    is_declared = _is_declared(context, read, years[mask] if years is not None else None)
    if not is_declared and (day_span == 1 or _in_calendar_order(column, months, years)):
        return None
    return Reading(column, mask, months, is_declared)


def _is_declared(context: Context, read: Pairs, years: Pairs | None) -> bool:
    """Return whether the months lie in the declared period and the days do not."""
    if context.around.period is None:
        return False
    first, last = context.around.period
    months_fit = first.year * 12 + first.month - 1 <= read[0] and read[-1] <= last.year * 12 + last.month - 1
    return bool(months_fit and (years is None or not first.year <= int(years[0]) <= last.year))


def _in_calendar_order(column: ColumnProfile, months: Pairs, years: Pairs | None) -> bool:
    """Return whether the records stand in the order of the days of one year, which months of several years do not."""
    codes = column.distinct.codes
    per_row = months if codes is None else months[codes]
    per_row = per_row[per_row >= 0]
    as_days = (per_row % 12) * 100 + per_row // 12 - 2000
    steps, month_steps = np.diff(as_days), np.diff(per_row)
    sorted_as_days = bool((steps >= 0).all() or (steps <= 0).all())
    sorted_as_months = bool((month_steps >= 0).all() or (month_steps <= 0).all())
    return (sorted_as_days and not sorted_as_months) or (years is None and not sorted_as_months)
