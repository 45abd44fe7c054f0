"""Ranges of cells as they are written in workbooks, turned into rows and columns."""

import re
from functools import cache

from steward.readers.hidden._book import LAST_COLUMN, LAST_ROW, Area
from steward.vocabulary.column_letters import column_of, letters_of

_AREA = re.compile(r"\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?")
_MOST_AREAS = 5_000


def areas(text: str) -> tuple[Area, ...]:
    """Return the ranges in a list such as "A2:C9 E1 F:F"; what is none is passed over."""
    return tuple(found for part in text.split()[:_MOST_AREAS] if (found := area(part)))


def area(text: str) -> Area | None:
    """Return one range, None where it is not written as one."""
    found = _AREA.fullmatch(text)
    if found is None or not text:
        return None
    left, top, right, bottom = found.groups()
    first = (int(top) if top else 1, column_of(left) if left else 1)
    if ":" not in text:
        return (first[0], first[1], int(top) if top else LAST_ROW, column_of(left) if left else LAST_COLUMN)
    return (*first, int(bottom) if bottom else LAST_ROW, column_of(right) if right else LAST_COLUMN)


@cache
@cache
def known_columns() -> dict[bytes, int]:
    """Return the number of every column Excel has, by its letters."""
    return {letters_of(number).encode(): number for number in range(1, LAST_COLUMN + 1)}
