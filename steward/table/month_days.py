"""Texts that name a month and a day without a year: "15-Jul", as spreadsheets show days of the present year, and "Jul-15"."""

import re
from typing import NamedTuple

from steward.table._calendar import MONTHS

NAMES = "|".join(MONTHS)
DAY_MONTH = rf"(?i)^\s*(?:(?P<day>[0-3]?[0-9])[- ](?P<name>{NAMES})|(?P<name2>{NAMES})[- ]'?(?P<day2>[0-3]?[0-9]))\s*$"
_READ = re.compile(DAY_MONTH)


class MonthDay(NamedTuple):
    """A month, and the day of the month that is perhaps a year of two digits."""

    month: int
    day: int


def as_month_day(text: str) -> MonthDay | None:
    """Return what a text such as "15-Jul" or "Jul-15" names; None where it is no such text."""
    match = _READ.match(text)
    if match is None:
        return None
    name, day = match["name"] or match["name2"], match["day"] or match["day2"]
    return MonthDay(MONTHS.index(name.lower()) + 1, int(day))
