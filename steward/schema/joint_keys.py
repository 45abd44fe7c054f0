"""Columns that only together tell the rows of a sheet apart.

No part of such a key tells rows apart by itself, and no key is part of another. Measures are no part of any.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from steward.table.classes import classes_of
from steward.table.distinct import Distinct, distinct
from steward.table.profile import ColumnProfile

MOST_PARTS, MOST_COLUMNS = 3, 10
SAMPLE_ROWS = 5_000
MEASURED = frozenset(("number", "geopoint", "geojson", "duration"))    # types that name nothing


def joint_keys(columns: Sequence[ColumnProfile], height: int) -> tuple[tuple[ColumnProfile, ...], ...]:
    """Return the combinations of two or three columns of which no two rows have the same values, the shortest first.

    `columns` are without gaps and measure nothing. The first ten are tried, without those that are all different alone.
    """
    usable = [column for column in columns if _is_part(column, height)][:MOST_COLUMNS]
    firsts = {column.name: distinct(column.column.values[:SAMPLE_ROWS]) for column in usable}
    found: list[tuple[ColumnProfile, ...]] = []
    for parts in _combined(usable):
        names = {part.name for part in parts}
        if any(names.issuperset(part.name for part in key) for key in found):
            continue
        if _all_differ([firsts[name] for name in names]) and _all_differ([part.distinct for part in parts]):
            found.append(parts)
    return tuple(found)


def _combined(columns: Sequence[ColumnProfile]) -> Iterator[tuple[ColumnProfile, ...]]:
    for count in range(2, MOST_PARTS + 1):
        yield from combinations(columns, count)


def _is_part(column: ColumnProfile, height: int) -> bool:
    import pyarrow.compute as pc

    count = column.distinct_count
    return 1 < (pc.count_distinct(column.distinct.values).as_py() if count is None else count) < height


def _all_differ(parts: Sequence[Distinct]) -> bool:
    return int(classes_of(parts, parts[0].height).sizes().max(initial=0)) <= 1
