"""Patterns of a schema, judged by RE2, which takes time in proportion to the text; one that can explode elsewhere is refused.

Source: frictionless 5.21 holds `re.compile("^{pattern}$").match` against a value. RE2 answers alike for plain letters without
line breaks; other values go to Python's `re`, unless it might try without end there.
"""

import re
from typing import Any

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.text import byte_lengths, mask_of, matching

PLAIN = r"^[\x20-\x7e]*$"
MANY = 20   # a repetition of so many or more is as good as endless
LONGEST_CELL = 200   # letters for which a pattern must come to an end
MOST_STEPS = 100_000_000   # for one value: about a second
REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
LOOKS = ("ASSERT", "ASSERT_NOT")


class PatternRefused(ValueError):
    """A pattern that RE2 does not read and that may take without end in Python."""


def keeps_pattern(values: pa.Array, pattern: str) -> Mask:
    """Return which values keep the pattern as frictionless holds it against them. Raises: PatternRefused."""
    written = f"^{pattern}$"
    by_re2 = _by_re2(values, written)
    explodes = can_explode(written, int(byte_lengths(values).max(initial=0)))
    if by_re2 is None and explodes:
        raise PatternRefused
    if by_re2 is not None and explodes:
        return by_re2
    ours = mask_of(_plain(values)) if by_re2 is not None else np.zeros(len(values), np.bool_)
    kept = by_re2 if by_re2 is not None else np.zeros(len(values), np.bool_)
    places = np.flatnonzero(~ours)
    if len(places):
        kept = kept.copy()
        match = re.compile(written).match
        kept[places] = [match(value) is not None for value in values.take(pa.array(places)).to_pylist()]
    return kept


def explodes(pattern: str) -> bool:
    """Return whether a pattern of a schema cannot be read, or may take without end on a cell of ordinary length."""
    try:
        return can_explode(f"^{re.compile(pattern).pattern}$", LONGEST_CELL)
    except (re.error, OverflowError):
        return True


def can_explode(pattern: str, longest: int = 0) -> bool:
    """Return whether Python may try without end: a repetition of what can be taken in several ways, or steps beyond measure.

    `longest` is the number of characters of the longest value. Each repetition that stands beside others multiplies the steps
    by it; what a lookahead tries is not tried again.
    """
    from re import _parser  # type: ignore[attr-defined]  # Python's typeshed leaves it out

    parsed = _parser.parse(pattern)
    return _repeats(parsed, inside=False) or longest ** _repetitions(parsed) > MOST_STEPS


def _repeats(parsed: Any, *, inside: bool) -> bool:
    for name, argument in parsed:
        is_repeat = str(name) in REPEATS
        if inside and (str(name) == "BRANCH" or (is_repeat and argument[0] != argument[1])):
            return True
        if any(_repeats(part, inside=inside or (is_repeat and int(argument[1]) >= MANY)) for part in _parts(argument)):
            return True
    return False


def _repetitions(parsed: Any) -> int:
    """Return how many repetitions of unknown length stand beside each other, at most, where each may give back what it took."""
    beside, apart = 0, 0
    for name, argument in parsed:
        inner = max(map(_repetitions, _parts(argument)), default=0)
        if str(name) in LOOKS:
            apart = max(apart, inner)
        else:
            beside += max(inner, int(str(name) in REPEATS and int(argument[1]) >= MANY))
    return max(beside, apart)


def _parts(argument: Any) -> list[Any]:
    if hasattr(argument, "pattern") or hasattr(argument, "getwidth"):
        return [argument]
    return [part for one in argument for part in _parts(one)] if isinstance(argument, (tuple, list)) else []


def _plain(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.match_substring_regex(values, PLAIN)


def _by_re2(values: pa.Array, written: str) -> Mask | None:
    try:
        return matching(values, f"^(?:{written})")
    except pa.ArrowInvalid:
        return None
