"""Row and line numbers of the table as positions that a finding can hold."""

import numpy as np

from steward.table.sheet import RowNumbers
from steward.vocabulary.positions import Positions


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
