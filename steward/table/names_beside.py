"""Tells names that begin anew to the right: those of another table beside the first one, which every reader takes for one."""

from collections.abc import Callable, Sequence
from itertools import groupby

FEWEST = 2      # columns of a table


def first_columns(labels: Sequence[str | None], last_filled: Callable[[int], int]) -> tuple[int, ...]:
    """Return the 0-based places of the first columns of tables that stand beside each other; none where there is one table.

    Shape: `last_filled` gives the place of the last record with anything in a column, -1 for an empty column.
    """
    names = [" ".join((label or "").casefold().split()) for label in labels]
    blocks = [[place for place, _ in group] for is_named, group in groupby(enumerate(names), key=lambda pair: bool(pair[1]))
              if is_named]
    if len(blocks) > 1 and min(map(len, blocks)) >= FEWEST and _are_apart(blocks, names, last_filled):
        return tuple(block[0] for block in blocks)
    return _where_repeated(names)


def _where_repeated(names: Sequence[str]) -> tuple[int, ...]:
    start = next((place for place in range(FEWEST, len(names)) if names[0] and names[place] == names[0]), 0)
    if not start or len(names) % start or not all(names) or len(set(names[:start])) != start:
        return ()
    places = range(0, len(names), start)
    return tuple(places) if all(names[place:place + start] == names[:start] for place in places) else ()


def _are_apart(blocks: Sequence[Sequence[int]], names: Sequence[str], last_filled: Callable[[int], int]) -> bool:
    """Return whether empty columns stand between blocks of columns that have a name in common or end in different rows."""
    named = {place for block in blocks for place in block}
    if any(last_filled(place) >= 0 for place in range(blocks[0][0], blocks[-1][-1] + 1) if place not in named):
        return False
    shared = set.intersection(*({names[place] for place in block} for block in blocks))
    return bool(shared) or len({max(map(last_filled, block)) for block in blocks}) > 1
