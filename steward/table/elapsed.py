"""Lengths of time written like a clock: 1:30:00 that something took, and no half past one.

They count on past 24 hours, or their column's name says that it tells how long something took.
"""

import re

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.header_words import header_words
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, mask_of, matching

LONGEST_BYTES, NEARLY_ALL, FEWEST, A_DAY = 16, 0.9, 3, 24
ELAPSED = frozenset(("elapsed", "duration", "durations", "runtime", "took", "lasted", "lag", "delay", "downtime", "uptime",
                     "turnaround"))
OF_A_TIME = frozenset(("response", "turnout", "travel", "waiting", "wait", "processing", "handling", "queue", "hold", "talk",
                       "service", "total", "average", "avg", "mean", "median", "percentile", "cycle", "lead", "idle"))
TIME = frozenset(("time", "times"))
AT = frozenset(("start", "started", "end", "ended", "at", "from", "to", "of", "arrived", "begin", "began", "stamp"))
PATTERN = r"^-?[0-9]{1,4}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?$"
_PARTS = re.compile(r"(-?)([0-9]+):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?")


def elapsed(column: ColumnProfile) -> Mask:
    """Return which values are such lengths of time; none where the column may as well tell the time of day."""
    return column.once(_elapsed)


def seconds_of(text: str, *, two_are_hours: bool) -> tuple[int, str] | None:
    """Return a length in whole seconds, below zero with a sign in front, and the digits behind the point; None: it is none."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return None
    sign, first, second, third, rest = found.groups()
    if third is None:
        whole = int(first) * 3600 + int(second) * 60 if two_are_hours else int(first) * 60 + int(second)
    else:
        whole = int(first) * 3600 + int(second) * 60 + int(third)
    return (-whole if sign else whole), (rest or "").rstrip("0")


def _elapsed(column: ColumnProfile) -> Mask:
    import pyarrow.compute as pc

    none = np.zeros(len(column.is_blank), np.bool_)
    if column.type not in ("string", "time") or not column.filled:
        return none
    values = column.distinct.values
    if column.type == "string" and not _is_worth_trying(values):
        return none
    found = matching(values, PATTERN) & is_short(values, LONGEST_BYTES)
    if not FEWEST <= column.distinct.count_where(found) >= NEARLY_ALL * column.filled:
        return none
    if _says_so(column.name):
        return found
    first = pc.cast(pc.list_element(pc.split_pattern(pc.utf8_ltrim(values.filter(pa.array(found)), "-"), ":"), 0), pa.int64())
    return found if column.type == "string" and bool(mask_of(pc.greater(first, A_DAY)).any()) else none


def _is_worth_trying(values: pa.Array) -> bool:
    return bool(matching(values[:FEWEST * 20], PATTERN).any())


def _says_so(name: str) -> bool:
    words = set(header_words(name))
    if words & ELAPSED:
        return not words & {"start", "end", "started", "ended"}
    return bool(words & TIME and words & OF_A_TIME) and not words & (AT - {"of", "to", "from"})
