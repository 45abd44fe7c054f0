"""Texts that are something else in disguise: amounts, times, days and lists. How they are written today is no rule to keep."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from steward.table._calendar import MONTHS
from steward.table.text import is_short, matching
from steward.table.written_places import PAIR

LONGEST_BYTES, SAMPLE_VALUES = 60, 200
AMOUNT = r"^[-+(]?[$€£]?[0-9., ]*(?:[$€£%]|[0-9],[0-9])[0-9., ]*[$€£%]?\)?$"
CLOCK = r"^[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?(?: ?[AaPp]\.?[Mm]\.?)?$"
DAY = rf"(?i)\b(?:{'|'.join(MONTHS)})[a-z]*\.?[ ,/-]+'?[0-9]|[0-9](?:st|nd|rd|th)?[ ,/-]+(?:{'|'.join(MONTHS)})"
MONTH = r"^(?:0?[1-9]|1[0-2])[/-](?:19|20)[0-9]{2}$"
YEARS = r"(?i)(?:^|[^0-9])(?:fy ?(?:[0-9]{2}|)|)(?:19|20)[0-9]{2}(?:[^0-9]|$)|(?i)^fy ?'?[0-9]{2}"
BETWEEN = ";|/"


def are_dressed(values: pa.Array) -> bool:
    """Return whether most of some values are amounts, times, days or places that are written as text."""
    return _most(values, f"{AMOUNT}|{CLOCK}|{PAIR}|{MONTH}|{DAY}")


def are_years(values: pa.Array) -> bool:
    """Return whether most values tell of a year: there will be others next year."""
    return _most(values, YEARS)


def are_lists(values: Sequence[str]) -> bool:
    """Return whether some of a few values list several things each: a thing stands in two of them."""
    parts = [[part.strip() for part in _split(value)] for value in values]
    lists = [one for one in parts if len(one) > 1]
    seen: dict[str, int] = {}
    for one in parts:
        for part in set(one):
            seen[part] = seen.get(part, 0) + 1
    return any(seen[part] > 1 for one in lists for part in one if part)


def _split(value: str) -> list[str]:
    for sign in BETWEEN:
        value = value.replace(sign, BETWEEN[0])
    return value.split(BETWEEN[0])


def _most(values: pa.Array, pattern: str) -> bool:
    places = np.linspace(0, len(values) - 1, min(len(values), SAMPLE_VALUES)).astype(np.int64)
    some = values.take(pa.array(places))
    return bool(len(some)) and int((matching(some, pattern) & is_short(some, LONGEST_BYTES)).sum()) * 2 > len(some)
