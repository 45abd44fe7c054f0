"""Dates that a workbook of the strict kind writes as ISO 8601, as the days that every other workbook stores.

Decision: they then go the way of all dates, so that a date is published alike however the workbook was saved.
Source: ISO/IEC 29500-1, 18.17.4 (dates) and 18.18.11 (cells of the type "d").
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import numpy as np
import pyarrow as pa

from steward.readers.formats._sheet_scan import Rows

_ZERO, _ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LEAP_DAY = 61      # Excel's day of 1 March 1900; it counts a 29 February before it that never was
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?Z?")


def with_moments(rows: Rows, *, is_1904: bool) -> Rows:
    """Return the rows with such dates among their numbers; one that is no date keeps the text that it is."""
    known = [(*place, days) for *place, text in rows.moments if (days := days_of(text, is_1904=is_1904)) is not None]
    if not known:
        return rows
    places = np.array([one[:3] for one in known], np.int64)
    return replace(rows, rows=np.concatenate([rows.rows, places[:, 0]]), columns=np.concatenate([rows.columns, places[:, 1]]),
                   styles=np.concatenate([rows.styles, places[:, 2]]),
                   numbers=pa.concat_arrays([rows.numbers, pa.array([repr(one[3]) for one in known], pa.string())]))


def days_of(text: str, *, is_1904: bool) -> float | None:
    """Return the days since the workbook's first one, or of a time alone the part of a day; None for anything else."""
    found = _MOMENT.fullmatch(text)
    if found is None or not (found[1] or found[2]):
        return None
    try:
        day = date.fromisoformat(found[1]) if found[1] else None
        clock = time.fromisoformat(found[2] or "00:00").replace(tzinfo=UTC)
    except ValueError:
        return None
    part = (datetime.combine(_ZERO, clock) - datetime.combine(_ZERO, time(tzinfo=UTC))).total_seconds() / 86_400
    if day is None:
        return part
    passed = (day - (_ZERO_1904 if is_1904 else _ZERO)).days
    days = passed if is_1904 or passed >= _LEAP_DAY else passed - 1
    return days + part if days >= (0 if is_1904 else 1) else None
