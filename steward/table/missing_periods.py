"""Which months, quarters or years are missing in a series that has all others.

A table with one row for each year, or as many for each, is such a series; one of events is, where each year has so many that
none could be without any by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FEWEST = 5                  # different periods
FEW_EVENTS = 8              # records of the sparsest period beside a gap: by chance none would be left once in 3,000
EVEN = 0.8                  # of the periods have equally many records: then it is no matter of chance
MOST_GAPS, MOST_MISSING = 3, 0.35    # of the periods from the first to the last
REGULAR = 0.7               # of the steps are the usual one
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gap:
    """Periods that are missing: the ones before and behind, and how many."""

    before: int
    behind: int
    missing: int


def gaps_of(ordinals: Numbers, counts: Numbers) -> Sequence[Gap]:
    """Return the gaps in a series. Shape: one number of a period, and how many records it has, for each of its values."""
    there, inverse = np.unique(ordinals, return_inverse=True)
    records = np.bincount(inverse, weights=counts).astype(np.int64) if len(there) else np.zeros(0, np.int64)
    if len(there) < FEWEST:
        return ()
    steps = np.diff(there)
    values, times = np.unique(steps, return_counts=True)
    usual = int(values[times.argmax()])
    wide = np.flatnonzero(steps > usual)
    missing = int((steps[wide] // usual - 1).sum())
    is_series = times.max() >= REGULAR * len(steps) and not (steps % usual).any()
    if not is_series or not 0 < len(wide) <= MOST_GAPS or missing > MOST_MISSING * (len(there) + missing):
        return ()
    if not _is_even(records) and min(records[wide].min(), records[wide + 1].min()) < FEW_EVENTS:
        return ()
    return tuple(Gap(int(there[place]), int(there[place + 1]), int(steps[place] // usual) - 1) for place in wide.tolist())


def _is_even(records: Numbers) -> bool:
    """Return whether nearly all periods have equally many records."""
    return bool(np.bincount(records).max() >= EVEN * len(records))
