"""Days that a program wrote where nobody typed one: the zeros and ends of calendars.

Source: the zeros of Excel (1900 and 1904), Access and SQL Server, Unix and .NET, and the ends of their calendars. A real day
among others of its time is none: in a column of years when houses were built 1900-01-01 stands between its neighbors.
"""

from datetime import date

import numpy as np

from steward.table._words import NO_DAY_AT_ALL
from steward.table.days import Days, number_of
from steward.table.distinct import Mask
from steward.table.mixed_days import known_days
from steward.table.places import different
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among

ZEROS = tuple(number_of(day) for day in (
    date(1, 1, 1), date(1753, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1900, 1, 2),
    date(1901, 1, 1), date(1904, 1, 1), date(1969, 12, 31), date(1970, 1, 1),
    date(2099, 12, 31), date(2999, 12, 31), date(9999, 12, 31)))
NEAR_DAYS = 1_000                     # a real day has another one so near
LONGEST = 32                          # bytes


def default_mask(column: ColumnProfile) -> Mask:
    """Return which values of a column of dates, in whatever ways they are written, are such days; none of other columns."""
    found = known_days(column)
    return np.zeros(len(column.is_blank), np.bool_) if found is None else default_days(found)


def default_days(found: Days) -> Mask:
    """Return the same of days that are known already."""
    return _alone(found) | _impossible(found)


def _alone(found: Days) -> Mask:
    """Return which values are the zero of a calendar and have no other day near them."""
    zero = found.known & np.isin(found.numbers, ZEROS)
    others = different(found.numbers[found.known & ~zero])
    if not zero.any() or not len(others):
        return np.zeros(len(zero), np.bool_)
    far = [number for number in ZEROS if np.abs(others.astype(np.int64) - number).min() > NEAR_DAYS]
    return zero & np.isin(found.numbers, far)


def _impossible(found: Days) -> Mask:
    """Return which of the other values are days that no calendar has."""
    column = found.column
    values, unread = column.distinct.values, ~found.known & ~column.is_blank
    return matching_among(values, unread & is_short(values, LONGEST), NO_DAY_AT_ALL) if unread.any() else unread
