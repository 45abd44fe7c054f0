"""Tells ages under a header that is only a code: they spread over a human life, and few are above ninety; and bands of them."""

import re
from itertools import pairwise

from steward.privacy.evidence import Evidence
from steward.privacy.recognizers.age import BAND
from steward.privacy.spans import matches

_CODE = re.compile(r"(?i)\s*(?:(?:unnamed|field|column|col|fld|var|attr|value|data|[xfcvqkadept])?"
                   r"[ :_.-]*[0-9]{0,3}[a-z]?)?\s*")
_WHOLE = re.compile(r"[0-9]{1,3}(?:\.0)?")
_FEWEST, _LEAST_VALUES, _LEAST_SPAN = 30, 25, 40
_OLDEST, _LEAST_OLDEST = 104, 61     # no minutes and seconds
_OLD, _MOST_OLD = 90, 0.06           # shares of a hundred lie there more often
_CLOSED = re.compile(r"\s*(?:ages? )?([0-9]{1,3}) ?(?:-|–|to) ?([0-9]{1,3})(?: ?(?:yrs?|years?))?\s*", re.IGNORECASE)
_FEWEST_BANDS, _MOST_BANDS, _WIDEST, _ADULT = 3, 20, 19, 18
_LEAST_LISTED = 0.6            # of different cells: others decline or do not know
_ROUND, _MOST_ROUND = 30, 8    # days past due come in steps of thirty: 0, 30, 60, 90, 120


def are_bands(evidence: Evidence) -> bool:
    """Return whether nearly all cells are one of a few bands that follow each other over a life, as "25-34" and "65+".

    Source: the bands of the U.S. Census Bureau's age tables; those of grades and hours end before thirty.
    """
    if evidence.profile.type != "string" or not evidence.is_repeated or not evidence.reading.is_meaningless:
        return False
    cells = [str(cell) for cell in evidence.sample.to_pylist()]
    closed = sorted((int(band.group(1)), int(band.group(2))) for cell in cells if (band := _CLOSED.fullmatch(cell)))
    share = float(matches(evidence.sample, rf"^\s*{BAND}\s*$").mean())
    if not _FEWEST_BANDS <= len(closed) <= _MOST_BANDS or share < _LEAST_LISTED:
        return False
    are_next = all(first[1] < second[0] <= first[1] + 1 for first, second in pairwise(closed))
    are_narrow = all(1 < end - start <= _WIDEST for start, end in closed if start >= _ADULT)
    return are_next and are_narrow and closed[-1][0] >= _LEAST_SPAN


def are_days(evidence: Evidence) -> bool:
    """Return whether whole numbers come in steps of thirty: days that a bill is old, which nobody's years do."""
    cells = {cell.strip().removesuffix(".0") for cell in evidence.sample.to_pylist()}
    is_few = evidence.is_repeated and _FEWEST_BANDS <= len(cells) <= _MOST_ROUND
    return is_few and all(cell.isdigit() and int(cell) % _ROUND == 0 for cell in cells)


def are_likely(evidence: Evidence) -> bool:
    """Return whether whole numbers spread as the ages of people do, under a header as "F5" or none.

    Source: U.S. Census Bureau, 2020 Census age tables: under one in a hundred people is ninety and older.
    """
    profile = evidence.profile
    if profile.type not in ("integer", "number") or profile.filled < _FEWEST or not _CODE.fullmatch(profile.column.label or ""):
        return False
    cells = [cell.strip() for cell in evidence.sample.to_pylist()]
    if not _LEAST_VALUES <= len(cells) <= _OLDEST + 1 or not all(map(_WHOLE.fullmatch, cells)):
        return False
    ages = sorted(int(cell.partition(".")[0]) for cell in cells)
    is_spread = _LEAST_OLDEST <= ages[-1] <= _OLDEST and ages[-1] - ages[0] >= _LEAST_SPAN
    return is_spread and sum(age >= _OLD for age in ages) <= _MOST_OLD * len(ages)
