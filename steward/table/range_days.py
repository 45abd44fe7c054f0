"""Ranges such as "1-5" that a spreadsheet read as days: it shows 5-Jan and keeps 2020-01-05. Beside them stand 6-10 and 13-15.

Only a range whose two numbers are a month and a day is damaged, so others of the column are left and tell what all of them are.
Where none is left, the column's name tells: an "Age group" or a "Size" is no day of one year.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from steward.table.distinct import Mask
from steward.table.header_words import header_words
from steward.table.month_days import DAY_MONTH, as_month_day
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among

MOST_VALUES, LONGEST = 300, 24
FEWEST_RANGES, NEARLY_ALL, FITTING = 2, 0.9, 0.8
RANGE = re.compile(r"\s*(?P<first>[0-9]{1,4})(?P<between>\s*(?:-|–|to|/)\s*)(?P<last>[0-9]{1,4})"
                   r"(?P<behind>\s*[A-Za-z. ]{0,12})\s*")
_OPEN = re.compile(r"(?i)\s*(?:[<>≤≥]?\s*[0-9]{1,4}\s*\+?|(?:under|over|below|above|less than|more than|up to)\s+[0-9]{1,4}"
                   r"|[0-9]{1,4}\s*(?:and|or|&)\s*(?:over|older|more|above|under|less|up|younger|below)|(?:pre-?k|pk|k)\s*(?:-|–|to)\s*[0-9]{1,2}|total|all|unknown|other)\s*")
_YEAR = r"(?:19|20)[0-9]{2}"
_DAYS = (re.compile(rf"\s*{_YEAR}-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?:[T ]00:00(?::00)?)?\s*"),
         re.compile(rf"\s*(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?[0-9])/{_YEAR}\s*"))
_ANY_YEAR = re.compile(_YEAR)
_WITH_YEAR = re.compile(r"-(?:[0-9]{2}|[0-9]{4})\s*$")
PERHAPS = (rf"{DAY_MONTH}|^\s*(?:{_YEAR}-[01][0-9]-[0-3][0-9]|[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR})"
           r"|(?i)^\s*[0-9]{1,2}-[a-z]{3}-[0-9]{2,4}\s*$")
# Under these words nobody writes days, unless one of the others stands beside them.
_NAMED = frozenset(("age", "ages", "band", "bands", "bin", "bins", "bracket", "brackets", "bucket", "class", "range", "ranges",
                    "group", "groups", "grade", "grades", "size", "sizes", "interval", "rooms", "bedrooms", "units", "depth",
                    "employees", "household", "house", "houses", "people", "persons", "score", "scores", "rating", "quantity",
                    "qty", "length", "width", "height", "weight", "diameter", "distance", "speed", "hours", "ratio"))
_DATED = frozenset(("date", "dates", "day", "days", "dob", "birthday", "on", "when", "start", "started", "starts", "end",
                    "ended", "ends", "due", "time", "month", "months", "week", "year", "since", "until", "updated", "modified",
                    "built", "opened", "closed", "created"))
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RangeDays:
    """What is damaged: the month and day of each value, None where it is none; and how the column writes a range."""

    column: ColumnProfile
    pairs: tuple[Pair | None, ...]
    between: str
    behind: str
    is_day_first: bool     # they fit the other ranges only so
    is_whole: bool = False     # no other range is left: only the column's name tells

    @property
    def mask(self) -> Mask:
        """Return which values are ranges that became days."""
        return np.array([pair is not None for pair in self.pairs], np.bool_)


def range_days(column: ColumnProfile) -> RangeDays | None:
    """Return the ranges of a column that became days; None where there are none, or nothing tells what they were."""
    return column.remember("range-days", lambda: _range_days(column))


def _range_days(column: ColumnProfile) -> RangeDays | None:
    values = column.distinct.values
    if column.type not in ("string", "date", "datetime") or not column.distinct.is_counted or len(values) > MOST_VALUES:
        return None
    if not matching_among(values, ~column.is_blank & is_short(values, LONGEST), PERHAPS).any():
        return None
    texts = column.distinct.texts()
    pairs = tuple(_pair(text) for text in texts)
    ranges = [found for text in texts if (found := RANGE.fullmatch(text)) and int(found["first"]) < int(found["last"])]
    is_nothing = (column.is_blank | column.is_missing_word).tolist()
    filled = [text for text, is_none in zip(texts, is_nothing, strict=True) if not is_none]
    others = sum(1 for text in filled if _OPEN.fullmatch(text) and not RANGE.fullmatch(text))
    count = sum(pair is not None for pair in pairs)
    if not count or len(ranges) + count + others < NEARLY_ALL * len(filled):
        return None
    shown = [pair for pair in pairs if pair is not None]
    day_first = _day_first(shown, _bounds(ranges), _opens(filled))
    is_whole = day_first is None and not ranges and _is_named(column)
    day_first = _rising(shown) if is_whole else day_first
    if day_first is None:
        return None
    written = Counter((found["between"], found["behind"].rstrip()) for found in ranges)
    between, behind = written.most_common(1)[0][0] if written else ("-", "")
    return RangeDays(column, pairs, between, behind, day_first, is_whole)


def _is_named(column: ColumnProfile) -> bool:
    """Return whether a column's name speaks of ranges and not of days, and its days, where they have a year, have one."""
    words = set(header_words(column.name))
    years = {found.group() for text in column.distinct.texts() if (found := _ANY_YEAR.search(text)) is not None}
    return not words.isdisjoint(_NAMED) and words.isdisjoint(_DATED) and len(years) <= 1


def _rising(shown: list[Pair]) -> bool | None:
    """Return whether all pairs rise only with the day in front; None where they rise neither way, or one range is alone."""
    if len(set(shown)) < FEWEST_RANGES:
        return None
    return False if all(month < day for month, day in shown) else True if all(day < month for month, day in shown) else None


def _day_first(shown: list[Pair], bounds: list[Pair], opens: set[int]) -> bool | None:
    """Return whether the first number was taken for the day; None where the pairs are no ranges of the column, either way."""
    turned = [(day, month) for month, day in shown]
    if len(bounds) >= FEWEST_RANGES:
        return False if _fit(shown, bounds) else True if _fit(turned, bounds) else None
    return False if _follow(shown, bounds, opens) else True if _follow(turned, bounds, opens) else None


def _opens(texts: Iterable[str]) -> set[int]:
    """Return the numbers of cells such as "7+", "65 and over" and "Under 5", with which ranges begin and end."""
    cells = (text for text in texts if _OPEN.fullmatch(text) and not RANGE.fullmatch(text))
    return {int(found.group()) for text in cells if (found := re.search("[0-9]+", text)) is not None}


def _follow(pairs: list[Pair], ranges: list[Pair], opens: set[int]) -> bool:
    """Return whether all ranges follow each other without a gap, and an open one stands at one of their ends."""
    every = sorted({*pairs, *ranges})
    if len(set(pairs)) < FEWEST_RANGES or any(first >= last for first, last in every):
        return False
    is_unbroken = all(after[0] - before[1] in (0, 1) for before, after in pairwise(every))
    ends = {every[0][0], every[0][0] - 1, every[-1][1], every[-1][1] + 1}
    return is_unbroken and bool(ranges or opens & ends)


def _bounds(ranges: Iterable["re.Match[str]"]) -> list[Pair]:
    return [(int(found["first"]), int(found["last"])) for found in ranges]


def _pair(text: str) -> Pair | None:
    """Return the month and the day that a cell shows; None where it shows none."""
    plain = _WITH_YEAR.sub("", text) if text.count("-") > 1 else text
    read = as_month_day(plain)
    if read is not None:
        return read.month, read.day
    found = next((match for one in _DAYS if (match := one.fullmatch(text))), None)
    return None if found is None else (int(found["month"]), int(found["day"]))


def _fit(pairs: list[Pair], ranges: list[Pair]) -> bool:
    """Return whether the pairs are ranges of the same kind: they rise, and begin or end beside another, or are as wide."""
    every = {*pairs, *ranges}
    begins, ends = {first for first, _ in every}, {last for _, last in every}
    widths = {last - first for first, last in ranges}
    fitting = sum(1 for first, last in pairs if first < last and (first - 1 in ends or first in ends or last + 1 in begins
                                                                  or last in begins or last - first in widths))
    return fitting >= FITTING * len(pairs)


def rebuilt(pair: Pair, found: RangeDays, *, day_first: bool) -> str:
    """Return the range as the column writes it; `day_first`: the spreadsheet took the first number for the day."""
    first, last = reversed(pair) if day_first else pair
    return f"{first}{found.between}{last}{found.behind}"
