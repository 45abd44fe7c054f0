"""Rows that are alike in some columns, numbered: the equivalence classes of the privacy literature, on dictionary codes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.distinct import Distinct
from steward.table.text import blank_mask

Codes = npt.NDArray[np.int64]
_MOST_CELLS = 16_000_000   # counted directly up to here (128 MB), sorted beyond


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """The classes of a table.

    Shape: `keys` has a number per row, the same for rows of one class, all below `width`; not every number need be taken.
    """

    keys: Codes
    width: int

    def sizes(self) -> Codes:
        """Return for each number below `width` how many rows have it. Unit: rows."""
        return np.bincount(self.keys, minlength=self.width) if len(self.keys) else np.zeros(0, np.int64)

    def size_of_each_row(self) -> Codes:
        """Return for each row how many rows are in its class, itself counted."""
        return self.sizes()[self.keys] if len(self.keys) else np.zeros(0, np.int64)

    def examples(self) -> Codes:
        """Return the 0-based place of one row of each class, in the order of the numbers that are taken."""
        some = np.full(self.width, -1, np.int64)
        some[self.keys] = np.arange(len(self.keys))
        return some[some >= 0]

    def split_by(self, codes: Codes, count: int) -> "Classes":
        """Return the classes of rows that have the same number in `codes` too; all of them are below `count`."""
        keys, width = self.keys * count + codes, self.width * count
        if width <= _MOST_CELLS:
            return Classes(keys=keys, width=width)
        values, numbers = np.unique(keys, return_inverse=True)
        return Classes(keys=numbers.astype(np.int64), width=len(values))


def classes_of(columns: Sequence[Distinct], height: int) -> Classes:
    """Return the classes of rows that are alike in all of the columns; without columns all rows are alike."""
    found = Classes(keys=np.zeros(height, np.int64), width=1)
    for column in columns:
        found = found.split_by(*codes_of(column))
    return found


def codes_of(column: Distinct) -> tuple[Codes, int]:
    """Return a number per row, the same for equal cells, and how many numbers there are. Blank cells are alike."""
    known, codes = column.values, column.codes
    if codes is None:
        encoded = known.dictionary_encode()
        known, codes = encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False)
    return _blank_is_one(known)[codes], max(1, len(known))


def _blank_is_one(known: pa.Array) -> Codes:
    numbers, blank = np.arange(len(known), dtype=np.int64), blank_mask(known)
    if blank.any():
        numbers[blank] = int(np.flatnonzero(blank)[0])
    return numbers
