"""Columns that together tell every row from every other: candidates for the primary key of a table.

A key is as short as it can be: one column, else two, else three, and no part of a key is one already. Measures, sentences and
columns with gaps are no part of any. Source: Abedjan, Golab, Naumann 2015, "Profiling relational data", section 3.1 (pruning).
"""

from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from steward.schema.proposal import KeyCandidate
from steward.schema.proposals._asked import FEWEST_ROWS
from steward.table.profile import ColumnProfile, TableProfile

MOST_COLUMNS, MOST_TOGETHER, MOST_KEYS = 10, 3, 3
FEWEST_ROWS_TOGETHER = 50    # in fewer, several columns are all different by chance
ALONE = 0.5                  # of the rows: a column of so many different values makes anything a key
SAMPLE_ROWS = 5_000
LONGEST_BYTES = 60
LARGEST = 2.0**62             # more combinations do not fit a whole number
Codes = npt.NDArray[np.int64]


def key_candidates(profile: TableProfile, identifiers: Collection[str],
                   private: Collection[str] = ()) -> tuple[KeyCandidate, ...]:
    """Return the candidates, the likeliest first; none of few rows. `identifiers`: columns in which each is once.

    What may tell of a person (`private`) is no part of any: a key is published.
    """
    height = profile.sheet.height
    if height < FEWEST_ROWS:
        return ()
    whole = [column for column in profile.columns
             if column.name not in private and not column.missing and not column.is_missing_word.any()]
    alone = [(column.name,) for column in whole if column.name in identifiers]
    found = alone or (_together(whole, height) if height >= FEWEST_ROWS_TOGETHER else [])
    return tuple(KeyCandidate(columns=names, rows=height) for names in found[:MOST_KEYS])


def _together(columns: Sequence[ColumnProfile], height: int) -> list[tuple[str, ...]]:
    """Return the shortest combinations that are all different."""
    usable = [column for column in columns if _may_be_part(column, height)][:MOST_COLUMNS]
    codes = {column.name: np.asarray(column.distinct.codes, np.int64) for column in usable}
    sizes = {column.name: len(column.distinct.values) for column in usable}
    for count in range(2, MOST_TOGETHER + 1):
        found = [names for names in combinations(codes, count) if _tells_apart([codes[name] for name in names],
                                                                               [sizes[name] for name in names])]
        if found:
            return found
    return []


def _may_be_part(column: ColumnProfile, height: int) -> bool:
    """Return whether a column may be part of a key: few different values, short ones, and nothing that is measured."""
    count = column.distinct_count
    if count is None or column.type in ("number", "geopoint", "duration") or not 1 < count <= ALONE * height:
        return False
    return bool(column.distinct.values.nbytes <= LONGEST_BYTES * max(1, len(column.distinct.values)))


def _tells_apart(parts: Sequence[Codes], sizes: Sequence[int]) -> bool:
    """Return whether no two rows are alike in all parts; the first rows are tried before all are."""
    if not len(parts[0]) <= float(np.prod([float(size) for size in sizes])) < LARGEST:
        return False
    return _all_differ([part[:SAMPLE_ROWS] for part in parts], sizes) and _all_differ(parts, sizes)


def _all_differ(parts: Sequence[Codes], sizes: Sequence[int]) -> bool:
    combined = parts[0]
    for part, size in zip(parts[1:], sizes[1:], strict=True):
        combined = combined * size + part
    ordered = np.sort(combined)
    return not bool((ordered[1:] == ordered[:-1]).any())
