"""The text of a workbook's cell: whole numbers whole, dates and times in ISO 8601, truth values as Excel shows them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

_EXACT_DIGITS = 15          # as many as Excel shows and keeps
LARGEST_WHOLE = 1e21
_MIDNIGHT = time()


def cell_text(value: Any) -> str:
    """Return a cell as text; an empty cell gives an empty text. Source: ISO 8601; Excel keeps 15 digits."""
    kind = value.__class__
    if kind is str:
        return str(value)
    if kind is float or kind is int:
        return _number(float(value)) if kind is float else str(value)
    if kind is bool:
        return "TRUE" if value else "FALSE"
    return _moment(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < LARGEST_WHOLE:
        return str(int(value))
    text = repr(value)
    if len(text) > _EXACT_DIGITS + 1:
        text = f"{value:.{_EXACT_DIGITS}g}"
    return format(Decimal(text), "f") if "e" in text else text


def _moment(value: Any) -> str:
    if isinstance(value, datetime):
        whole = _to_milliseconds(value)
        return whole.isoformat(timespec="milliseconds" if whole.microsecond else "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return _to_milliseconds(datetime.combine(date(2000, 1, 1), value)).time().isoformat()
    if isinstance(value, timedelta):
        return _duration(value)
    return "" if value is None else str(value)


def _to_milliseconds(value: datetime) -> datetime:
    """Return the moment to the millisecond: Excel keeps fractions of a day, which miss the whole second by a hair."""
    milliseconds = round(value.microsecond / 1000)
    return value.replace(microsecond=0) + timedelta(milliseconds=milliseconds)


def _duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
