"""Looks at the values of many small columns together, and gives each column its own part of the answer.

Context: making a pattern ready takes longer than trying it on a few hundred values, and a table of five thousand columns would
make it ready five thousand times. Decision: light columns are laid one after the other and looked at as one; heavy ones stay
as they are, since to lay them together costs a copy.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, tee
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.text import size_bytes

Portioned = TypeVar("Portioned")

LIGHT_BYTES = 1 << 18
HEAVY_BYTES = 1 << 20    # of one piece of work: above that, trying patterns takes far longer than making them ready
MOST_VALUES = 1 << 20
MOST_TOGETHER = 500      # columns, so that one can stop between them


def each(columns: Iterable[pa.Array], look: Callable[[pa.Array], Mask]) -> Iterator[Mask]:
    """Yield what `look` says of each column's values. What it says of a value must not hang on the other values."""
    for group in _groups(columns):
        yield from _of_group(group, look)


def each_among(columns: Iterable[tuple[pa.Array, Mask]], look: Callable[[pa.Array], Mask]) -> Iterator[Mask]:
    """Yield what `look` says of the masked values of each column; it is not asked about the others."""
    ahead, behind = tee(columns)
    taken = (values.take(pa.array(np.flatnonzero(among))) for values, among in ahead)
    for (values, among), told in zip(behind, each(taken, look), strict=True):
        found = np.zeros(len(values), np.bool_)
        found[among] = told
        yield found


def each_text(columns: Iterable[pa.Array], write: Callable[[pa.Array], pa.Array]) -> Iterator[pa.Array]:
    """Yield what `write` makes of each column's values, one value of each."""
    for group in _groups(columns):
        yield from _of_group(group, write)


def in_portions(columns: Sequence[Portioned], size: Callable[[Portioned], int]) -> Iterator[list[Portioned]]:
    """Give neighbors together as long as they have not too many values for all their masks to be held at once."""
    portion: list[Portioned] = []
    total = 0
    for column in columns:
        if portion and total + size(column) > MOST_VALUES:
            yield portion
            portion, total = [], 0
        portion.append(column)
        total += size(column)
    if portion:
        yield portion


def _of_group(group: Sequence[pa.Array], look: Callable[[pa.Array], Any]) -> Iterable[Any]:
    if len(group) == 1:
        return (look(group[0]),)
    found = look(pa.concat_arrays(group))
    return [found[start:end] for start, end in pairwise(accumulate(map(len, group), initial=0))]


def _groups(columns: Iterable[pa.Array]) -> Iterator[list[pa.Array]]:
    """Give neighbors of one type together until they weigh enough."""
    group: list[pa.Array] = []
    weight = 0
    for values in columns:
        size = size_bytes(values)
        if group and (weight + size > LIGHT_BYTES or values.type != group[0].type):
            yield group
            group, weight = [], 0
        group.append(values)
        weight += size
    if group:
        yield group


def shared_out(sizes: Sequence[int]) -> list[list[int]]:
    """Return the places of columns of so many bytes as pieces of work, the heaviest first; light ones make one together."""
    groups: list[list[int]] = []
    weight = 0
    for place in sorted(range(len(sizes)), key=lambda place: -sizes[place]):
        if not groups or weight + sizes[place] > HEAVY_BYTES or len(groups[-1]) >= MOST_TOGETHER:
            groups.append([])
            weight = 0
        groups[-1].append(place)
        weight += sizes[place]
    return groups
