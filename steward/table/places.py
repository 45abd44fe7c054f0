"""Row and line numbers of the table as positions that a finding can hold, and what is asked of places of records.

Context: numpy's set functions keep every other thread of the program waiting, for a quarter of a second with a million numbers,
and the window with them. Decision: `different` sorts and `without` marks, neither of which does.
"""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from steward.table.sheet import RowNumbers
from steward.vocabulary.positions import Positions

PIECE = 1 << 16   # numbers looked at together, where the first one that fits is enough
Number = TypeVar("Number", bound=np.integer[Any])


def different(numbers: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Return each number once, in ascending order."""
    ordered = np.sort(numbers)
    once: npt.NDArray[Number] = ordered[np.append(np.ones(min(len(ordered), 1), np.bool_), ordered[1:] != ordered[:-1])]
    return once


def without(places: RowNumbers, others: RowNumbers) -> RowNumbers:
    """Return the 0-based places that are none of the others, in their order."""
    is_other = np.zeros(int(max(places.max(initial=-1), others.max(initial=-1))) + 1, np.bool_)
    is_other[others] = True
    return places[~is_other[places]]


def positions_of(numbers: RowNumbers) -> Positions:
    """Return the numbers as positions; where none is left out between the first and the last, as a range.

    Ten findings about a whole column of ten million rows would hold 800 MB of row numbers and as much of lines.
    """
    if not len(numbers):
        return Positions()
    first, last = int(numbers[0]), int(numbers[-1])
    if last - first == len(numbers) - 1 and bool(np.all(numbers[1:] > numbers[:-1])):
        return Positions(range(first, last + 1))
    return Positions(numbers.astype("int64", copy=False).tobytes())


def numbers_of(positions: Positions) -> RowNumbers:
    """Return the positions as numbers, which nobody may change; a range is counted up in numpy, not one by one in Python."""
    held = positions.held
    if isinstance(held, range):
        return np.arange(held.start, held.stop, held.step, dtype=np.int64)
    numbers = np.frombuffer(held, np.int64)
    numbers.flags.writeable = False
    return numbers


def among(numbers: RowNumbers, wanted: RowNumbers) -> RowNumbers:
    """Return the 0-based places of those numbers that are among the wanted ones, which stand in ascending order."""
    if not len(wanted):
        return np.zeros(0, np.int64)
    places = np.searchsorted(wanted, numbers)
    places[places == len(wanted)] = 0
    return np.flatnonzero(wanted[places] == numbers)


def first_among(numbers: RowNumbers, wanted: RowNumbers) -> int | None:
    """Return the place of the first number that is among the wanted ones, which stand in ascending order; None: none is."""
    for start in range(0, len(numbers), PIECE):
        if len(found := among(numbers[start:start + PIECE], wanted)):
            return start + int(found[0])
    return None


def last_among(numbers: RowNumbers, wanted: RowNumbers) -> int | None:
    """Return the place of the last number that is among the wanted ones, which stand in ascending order; None: none is."""
    return None if (place := first_among(numbers[::-1], wanted)) is None else len(numbers) - 1 - place
