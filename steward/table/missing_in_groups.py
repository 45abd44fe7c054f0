"""Which group of a table has no record in a period for which the others have one: one station without March.

Decision: only a table that is as good as full tells something. Nearly every group must have a record, or as many as the others,
in each period from its first to its last one; then the few places that are empty are no matter of chance.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FEWEST_PERIODS, FEWEST_GROUPS = 5, 2
MOST_PLACES = 1_000_000    # groups times periods
LONG = 0.5                 # of all periods: such a group goes through the series, others come and go
OF_LONG = 0.9              # of the records belong to these
EVEN, FULL = 0.8, 0.9      # of the places that are filled have as many records; of all places are filled
MOST_GROUPS = 3            # with a gap; and never more than half of them
MOST_MISSING = 0.35        # of the periods of one group
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class GroupGaps:
    """What is missing. `beside` are the 0-based places of the first records before and behind each gap."""

    groups: int
    periods: int
    beside: Numbers


def group_gaps(group: Numbers, rank: Numbers) -> GroupGaps | None:
    """Return the gaps of single groups; None where there is none, or the table is not full enough to tell.

    Shape: for each record the number of its group and that of its period, both from 0 on and none left out; periods count in
    their order, and need not follow closely.
    """
    height, width = (int(each.max(initial=-1)) + 1 for each in (group, rank))
    if width < FEWEST_PERIODS or height < FEWEST_GROUPS or height * width > MOST_PLACES:
        return None
    records = np.bincount(group * width + rank, minlength=height * width).reshape(height, width)
    is_long = np.count_nonzero(records, axis=1) >= max(FEWEST_PERIODS, LONG * width)
    filled = records[is_long] > 0
    empty = _between_first_and_last(filled) & ~filled
    if not _tells(records[is_long], len(group), empty):
        return None
    holes = np.zeros(records.shape, np.bool_)
    holes[is_long] = empty
    ends = holes & ~np.roll(holes, -1, axis=1), holes & ~np.roll(holes, 1, axis=1)      # no gap touches the first or last one
    keys = np.concatenate([np.flatnonzero(ends[0]) + 1, np.flatnonzero(ends[1]) - 1])
    per_record = group * width + rank
    return GroupGaps(groups=int(empty.any(axis=1).sum()), periods=int(empty.sum()),
                     beside=np.unique([int(np.argmax(per_record == key)) for key in keys]))


def fewest_records(periods: int) -> int:
    """Return how many records a group must have at least to go through a series of so many periods."""
    return math.ceil(max(FEWEST_PERIODS, LONG * periods))


def records_of_groups(counts: Numbers) -> int:
    """Return how many records each of those groups has at least that together hold nearly all records; 0 where none do.

    Above that number of `fewest_records` there is nothing to tell. Shape: `counts` are the records of each group.
    """
    largest = np.sort(counts)[::-1]
    enough = np.flatnonzero(largest.cumsum() >= OF_LONG * largest.sum())
    place = max(int(enough[0]) if len(enough) else 0, FEWEST_GROUPS - 1)
    return int(largest[place]) if place < len(largest) else 0


def _between_first_and_last(filled: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    begun = np.logical_or.accumulate(filled, axis=1)
    not_ended = np.logical_or.accumulate(filled[:, ::-1], axis=1)[:, ::-1]
    return np.asarray(begun & not_ended, np.bool_)


def _tells(records: Numbers, height: int, empty: npt.NDArray[np.bool_]) -> bool:
    """Return whether the groups that go through the series are so full that what is empty was forgotten."""
    filled, gaps = records[records > 0], int(empty.any(axis=1).sum())
    if not 0 < gaps <= min(MOST_GROUPS, len(records) // 2) or records.sum() < OF_LONG * height:
        return False
    is_even = np.bincount(filled).max() >= EVEN * len(filled)
    is_full = len(filled) >= FULL * (len(filled) + np.count_nonzero(empty))
    of_one = np.count_nonzero(empty, axis=1) / np.maximum(np.count_nonzero(records, axis=1), 1)
    others_have = (np.count_nonzero(records, axis=0) * 2 >= len(records))[empty.any(axis=0)]
    return bool(is_even and is_full and of_one.max() <= MOST_MISSING and others_have.all())
