"""How easily people in the table can be singled out by what many know of them.

Context: a table without names still singles out the one veteran of 93 in a ZIP code. Decision: groups of equal
quasi-identifiers are counted on dictionary codes, blank cells as one value. Source: Sweeney 2002, "k-anonymity".
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.profile import ColumnProfile

Codes = npt.NDArray[np.int64]
_MOST_CELLS = 50_000_000   # counted directly up to here, sorted beyond


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The risk of a whole table. The threshold's source: CMS cell size suppression policy, no cell of 1 to 10."""

    quasi_identifiers: tuple[str, ...]   # column names
    smallest_group: int                  # k
    unique_rows: int
    rows_in_small_groups: int            # rows in groups smaller than the threshold
    threshold: int


def disclosure(quasi: Sequence[ColumnProfile], threshold: int) -> Disclosure:
    """Return how many rows are alike in the quasi-identifiers. Unit: rows. Without columns or rows all counts are 0."""
    sizes = group_sizes(quasi)
    small = sizes[sizes < threshold]
    return Disclosure(quasi_identifiers=tuple(column.name for column in quasi),
                      smallest_group=int(sizes.min()) if len(sizes) else 0,
                      unique_rows=int((sizes == 1).sum()), rows_in_small_groups=int(small.sum()), threshold=threshold)


def group_sizes(quasi: Sequence[ColumnProfile]) -> Codes:
    """Return the size of each group of rows that are alike in all of the columns, in no order."""
    if not quasi:
        return np.zeros(0, np.int64)
    keys, width = _codes(quasi[0])
    for column in quasi[1:]:
        codes, count = _codes(column)
        keys, width = keys * count + codes, width * count
        if width > _MOST_CELLS:
            values, keys = np.unique(keys, return_inverse=True)
            width = len(values)
    counts = np.bincount(keys, minlength=width) if len(keys) else np.zeros(0, np.int64)
    return counts[counts > 0].astype(np.int64)


def _codes(column: ColumnProfile) -> tuple[Codes, int]:
    """Return a number per row, the same for equal cells, and how many numbers there are. Blank cells are alike."""
    known, codes = column.distinct.values, column.distinct.codes
    if codes is None:
        encoded = known.dictionary_encode()
        known, codes = encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False)
    return _blank_is_one(known)[codes], max(1, len(known))


def _blank_is_one(known: pa.Array) -> Codes:
    import pyarrow.compute as pc

    numbers = np.arange(len(known), dtype=np.int64)
    blank = pc.equal(pc.utf8_trim_whitespace(known), "").to_numpy(zero_copy_only=False)
    if blank.any():
        numbers[blank] = int(np.flatnonzero(blank)[0])
    return numbers
