"""Days that a spreadsheet shows by the number it keeps for them: 43831 is 2020-01-01, 43831.5 is noon of that day.

Source: ECMA-376 part 1, section 18.17.4.1, "Date conversion for serial date-times": days since 1899-12-30, or since 1904-01-01.
"""

from datetime import date, datetime, timedelta

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table._words import words_of
from steward.table.days import EPOCH, Days
from steward.table.distinct import Mask
from steward.table.inference import profile_column
from steward.table.mixed_days import days_read, in_several_ways
from steward.table.period import DATE_TYPES
from steward.table.profile import ColumnProfile
from steward.table.sheet import Column
from steward.table.text import bytes_of, is_short, mask_of, matching, matching_among, within

FIRST_DAYS = {1900: datetime(1899, 12, 30), 1904: datetime(1904, 1, 1)}    # noqa: DTZ001  # a cell has no time zone
SERIAL = r"^\s*[1-9][0-9]{4}(?:\.[0-9]{1,15})?\s*$"
LONGEST = 24                    # bytes
DIGITS = bytes_of("123456789")
FEWEST, NEARLY_ALL = 2, 0.9     # different days that are written as such; of the other filled cells
NEAR = 5 * 366                  # days before the first and behind the last of them
LOOKED_AT, SOME = 400, 0.5      # values of a column of texts in a quick look, of which so many are days or their numbers
DAY_OR_NUMBER = (r"^\s*(?:[0-9]{5}(?:\.[0-9]+)?\s*$|[0-9]{8}|[0-9]{1,4}[-/.](?:[0-9]{1,2}(?:[^0-9]|$)|[A-Za-z]{3})"
                 r"|[0-9]{1,2},? ?[A-Za-z]{3,9}[.,]{0,2} ?[0-9]{2}|(?:[A-Za-z]{3,9}[.,]{0,2} ?){1,2}[0-9])")
ALONE = (32_874, 55_153)        # from 1990 to 2050: what a column of such numbers alone may hold
ALONE_FEWEST = 5
HEADERS = frozenset(("date", "dates", "datetime", "dt"))
Numbers = npt.NDArray[np.float64]
_TO_EPOCH = (EPOCH - date(1899, 12, 30)).days


def serial_mask(column: ColumnProfile) -> Mask:
    """Return which values are day numbers: among days, or alone under a header that promises days."""
    return column.once(_serials)


def day_of(text: str, system: int, *, has_times: bool) -> str:
    """Return the day, or the moment where the number tells one, in ISO 8601; only for texts that SERIAL matches."""
    moment = FIRST_DAYS[system] + timedelta(seconds=round(float(text) * 86_400))
    return moment.isoformat() if has_times or "." in text else moment.date().isoformat()


def _serials(column: ColumnProfile) -> Mask:
    values, none = column.distinct.values, np.zeros(len(column.is_blank), np.bool_)
    if column.type in ("integer", "number"):
        return _alone(column) if words_of(column.name) & HEADERS else none
    if column.type not in ("string", *DATE_TYPES) or (column.type == "string" and not _may_be_days(column)):
        return none
    among = (column.odd if column.type in DATE_TYPES else ~column.is_blank) & is_short(values, LONGEST)
    found = matching_among(values, among & within(values, DIGITS), SERIAL)
    known = _days_beside(column, found) if found.any() else None
    if known is None:
        return none
    numbers = _numbers(values, found) - _TO_EPOCH
    near = (numbers >= known.min() - NEAR) & (numbers <= known.max() + NEAR)
    found[found] = near
    return found if near.mean() >= NEARLY_ALL else none


def _may_be_days(column: ColumnProfile) -> bool:
    """Return whether some of the values look like days or their numbers, so that all are worth a look."""
    filled = np.flatnonzero(~column.is_blank & ~column.is_missing_word)
    some = filled[::max(1, len(filled) // LOOKED_AT)]
    return bool(matching(column.distinct.values.take(pa.array(some)), DAY_OR_NUMBER).mean() >= SOME) if len(some) else False


def _numbers(values: pa.Array, mask: Mask) -> Numbers:
    import pyarrow.compute as pc

    numbers = pc.utf8_trim_whitespace(values.filter(pa.array(mask))).cast(pa.float64())
    return np.asarray(numbers.to_numpy(zero_copy_only=False), np.float64)


def _alone(column: ColumnProfile) -> Mask:
    values = column.distinct.values
    found = matching_among(values, ~column.is_blank & ~column.odd, SERIAL)
    numbers = _numbers(values, found)
    is_day = (numbers >= ALONE[0]) & (numbers <= ALONE[1])
    is_enough = np.count_nonzero(is_day) >= max(ALONE_FEWEST, NEARLY_ALL * np.count_nonzero(~column.is_blank))
    found[found] = is_day
    return found if is_enough else np.zeros(len(found), np.bool_)


def _days_beside(column: ColumnProfile, serials: Mask) -> Numbers | None:
    """Return the days that are written as such; None where few are, or where other cells are no days."""
    rest = ~serials & ~column.is_blank & ~column.is_missing_word
    if not rest.any() or (column.type == "string" and not _begin_as_days(column, rest)):
        return None
    values = column.distinct.values.filter(pa.array(rest))
    other = profile_column(Column(name=column.name, label=column.name, values=pa.chunked_array([values]), position=1))
    read: Days | None = days_read(other, in_several_ways(other))
    if read is None or np.count_nonzero(read.known) < max(FEWEST, NEARLY_ALL * len(values)):
        return None
    return np.asarray(read.numbers[read.known], np.float64)


def _begin_as_days(column: ColumnProfile, rest: Mask) -> bool:
    """Return whether most of some other cells hold a figure, as every day does: a quick look."""
    import pyarrow.compute as pc

    some = column.distinct.values.take(pa.array(np.flatnonzero(rest)[:100]))
    return bool(mask_of(pc.match_substring_regex(some, r"[0-9][0-9]")).mean() >= NEARLY_ALL)
