"""Dates, times and durations as a workbook stores them, in ISO 8601: a count of days, by its date system and number format.

Decision: a day that the calendar does not have is published as the workbook shows it, for a person to correct: day 0 of the
1900 system is 1900-01-00, day 60 is 1900-02-29. Days before the first and beyond the year 9999, which a workbook shows as
signs, stay the stored number. Source: ECMA-376 part 1, 18.17.4.1; the day that never was: Microsoft support article 214326.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.readers.formats._number_format import Kind, NumberFormat

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]
_DAY_MS, _SECOND_MS = 86_400_000, 1_000
_NEVER_WAS = 60                                  # 29 February 1900
_LAST_DAY_1900, _LAST_DAY_1904 = 2_958_465, 2_957_003   # 31 December 9999
_LONGEST_HOURS = 10_000 * 366


def moments(known: NumberFormat, values: Floats, *, is_1904: bool) -> tuple[pa.Array, Mask]:
    """Return the texts of day counts, null where the stored number stays, and which are shown otherwise by the workbook."""
    if known.kind is Kind.DURATION:
        return _durations(values), np.zeros(len(values), bool)
    last = _LAST_DAY_1904 if is_1904 else _LAST_DAY_1900
    with np.errstate(invalid="ignore"):
        stays = ~((values >= 0) & (values < last + 1))
    whole = np.where(stays, 0, np.rint(np.where(stays, 0, values) * _DAY_MS)).astype(np.int64)
    days, of_day = whole // _DAY_MS, whole % _DAY_MS
    texts = _dates(days, is_1904=is_1904)
    clock = _clock(of_day)
    is_time_only = (days == 0) & ((known.kind is Kind.TIME) | ((not is_1904) & (of_day > 0)))
    if known.kind is Kind.TIME:
        texts[is_time_only] = clock[is_time_only]
        texts[~is_time_only] += "T" + clock[~is_time_only]
    else:
        with_time = ((of_day > 0) | (known.kind is Kind.DATETIME)) & ~is_time_only
        texts[with_time] += "T" + clock[with_time]
        texts[is_time_only] = clock[is_time_only]
    texts[stays] = None
    return pa.array(texts, pa.string()), _is_otherwise(known, days, of_day, stays)


def _is_otherwise(known: NumberFormat, days: npt.NDArray[np.int64], of_day: npt.NDArray[np.int64], stays: Mask) -> Mask:
    """Return which the workbook shows without a part that is published: its day or year, its time of day, its date."""
    if known.kind is Kind.TIME:
        return stays | (days > 0)
    if not known.is_whole_date:
        return np.ones(len(days), bool)
    return stays | ((of_day > 0) & (known.kind is Kind.DATE))


def _dates(days: npt.NDArray[np.int64], *, is_1904: bool) -> Texts:
    epoch = np.datetime64("1904-01-01" if is_1904 else "1899-12-30")
    shift = 0 if is_1904 else (days < _NEVER_WAS).astype(np.int64)
    distinct, inverse = np.unique(days + shift, return_inverse=True)
    texts: Texts = np.datetime_as_string(epoch + distinct).astype(object)[inverse]
    if not is_1904:
        texts[days == 0], texts[days == _NEVER_WAS] = "1900-01-00", "1900-02-29"
    return texts


def _clock(of_day: npt.NDArray[np.int64]) -> Texts:
    """Return times of day, with thousandths of a second where there are any."""
    distinct, inverse = np.unique(of_day, return_inverse=True)
    moment = np.datetime64("2000-01-01T00:00:00.000") + distinct
    full, short = np.datetime_as_string(moment, "ms"), np.datetime_as_string(moment, "s")
    return np.array([(long if thousandths else plain)[11:] for long, plain, thousandths in zip(
        full.tolist(), short.tolist(), (distinct % _SECOND_MS).tolist(), strict=True)], object)[inverse]


def _durations(values: Floats) -> pa.Array:
    """Return hours, minutes and seconds: 30:00:00. Beyond all measure the stored number stays."""
    return pa.array([_duration(value) if abs(value) < _LONGEST_HOURS else None for value in values.tolist()], pa.string())


def _duration(days: float) -> str:
    whole = round(abs(days) * _DAY_MS)
    seconds, thousandths = divmod(whole, _SECOND_MS)
    behind = f".{thousandths:03d}" if thousandths else ""
    return f"{'-' if days < 0 and whole else ''}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{behind}"
