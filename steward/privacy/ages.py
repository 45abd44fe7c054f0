"""Tells ages under a header that is only a code: they spread over a human life, and few are above ninety."""

import re

from steward.privacy.evidence import Evidence

_CODE = re.compile(r"(?i)\s*(?:(?:unnamed|field|column|col|fld|var|attr|value|data|[xfcvqkadept])?"
                   r"[ :_.-]*[0-9]{0,3}[a-z]?)?\s*")
_WHOLE = re.compile(r"[0-9]{1,3}(?:\.0)?")
_FEWEST, _LEAST_VALUES, _LEAST_SPAN = 30, 25, 40
_OLDEST, _LEAST_OLDEST = 104, 61     # no minutes and seconds
_OLD, _MOST_OLD = 90, 0.06           # shares of a hundred lie there more often


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
