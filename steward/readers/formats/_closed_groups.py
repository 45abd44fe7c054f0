"""Which hidden rows lie in a group that somebody closed (Data, Group), and not hidden one by one.

Source: ECMA-376 part 1, 18.3.1.73 (row: `outlineLevel`, and `collapsed` on the row beside the group that stands for it).
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import groupby


def closed_groups(hidden: Iterable[int], levels: Mapping[int, int], collapsed: Container[int]) -> list[int]:
    """Return the hidden rows of closed groups.

    Shape: `levels` says how deep in groups a row lies, for rows in any; `collapsed` are the rows that stand for closed ones.
    Programs that do not write those hide a whole group; a part of an open one was hidden by hand.
    """
    grouped = sorted(row for row in {*hidden} if levels.get(row, 0) > 0)
    return [row for run in _runs(grouped) if _is_closed(run, levels, collapsed) for row in run]


def _runs(rows: list[int]) -> Iterator[list[int]]:
    """Give the rows in runs without a gap."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        yield [row for _, row in run]


def _is_closed(run: list[int], levels: Mapping[int, int], collapsed: Container[int]) -> bool:
    before, behind, least = run[0] - 1, run[-1] + 1, min(levels[row] for row in run)
    is_whole = levels.get(before, 0) < least and levels.get(behind, 0) < least
    return is_whole or any(row in collapsed for row in (before, *run, behind))
