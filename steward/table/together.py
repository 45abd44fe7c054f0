"""Looks at the values of many small columns together, and gives each column its own part of the answer.

Context: making a pattern ready takes longer than trying it on a few hundred values, and a table of five thousand columns would
make it ready five thousand times. Decision: light columns are laid one after the other and looked at as one; heavy ones stay
as they are, since to lay them together costs a copy.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import pyarrow as pa

from steward.table.distinct import Mask

LIGHT_BYTES = 1 << 18
HEAVY_BYTES = 1 << 20    # of one piece of work: above that, trying patterns takes far longer than making them ready
MOST_TOGETHER = 500      # columns, so that one can stop between them


def each(columns: Iterable[pa.Array], look: Callable[[pa.Array], Mask]) -> Iterator[Mask]:
    """Yield what `look` says of each column's values. What it says of a value must not hang on the other values."""
    for group in _groups(columns):
        yield from _of_group(group, look)


def _of_group(group: Sequence[pa.Array], look: Callable[[pa.Array], Mask]) -> Iterable[Mask]:
    if len(group) == 1:
        return (look(group[0]),)
    ends = np.cumsum([len(values) for values in group])
    return np.split(look(pa.concat_arrays(group)), ends[:-1])


def _groups(columns: Iterable[pa.Array]) -> Iterator[list[pa.Array]]:
    """Give neighbors of one type together until they weigh enough."""
    group: list[pa.Array] = []
    weight = 0
    for values in columns:
        if group and (weight + values.nbytes > LIGHT_BYTES or values.type != group[0].type):
            yield group
            group, weight = [], 0
        group.append(values)
        weight += values.nbytes
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
