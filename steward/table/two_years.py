"""Tells fiscal and other years that reach from one year into the next, as 2010-11, from months that are written alike."""

import re
from collections.abc import Set as AbstractSet

import pyarrow as pa

MOST_VALUES, FEWEST = 1_200, 3
YEARS = frozenset(("year", "yr", "years", "fy", "fiscal", "cy", "school", "academic", "season", "biennium", "winter"))
_TWO_YEARS = re.compile(r"(?:19|20)(?P<begin>[0-9]{2})[-/](?P<end>[0-9]{2})")


def are_two_years(values: pa.Array, header: AbstractSet[str]) -> bool:
    """Return whether different texts all name a year and the next one, and no months; `header` are the words of the name.

    The name says so, or there are three: a series of months has others than 2009-10, 2010-11 and 2011-12.
    """
    found = [_TWO_YEARS.fullmatch(text.strip()) for text in values.to_pylist()] if len(values) <= MOST_VALUES else []
    are_years = bool(found) and all(one is not None and (int(one["begin"]) + 1) % 100 == int(one["end"]) for one in found)
    return are_years and (len(found) >= FEWEST or not header.isdisjoint(YEARS))
