"""Which group lacks a period."""

import numpy as np

from steward.table.missing_in_groups import fewest_records, group_gaps, records_of_groups


def test_no_gap_is_told_where_the_groups_are_known_beforehand_to_hold_too_few_records():
    random, told, spared = np.random.default_rng(11), 0, 0
    for _ in range(600):
        groups, periods = int(random.integers(1, 7)), int(random.integers(1, 9))
        full = np.arange(groups * periods)
        kept = np.delete(full, random.integers(0, len(full), int(random.integers(0, 3))))
        group, rank = (np.unique(each, return_inverse=True)[1] for each in (kept // periods, kept % periods))
        if not len(kept):
            continue
        may_tell = records_of_groups(np.bincount(group)) >= fewest_records(int(rank.max()) + 1)
        found = group_gaps(group, rank)
        assert may_tell or found is None
        told, spared = told + (found is not None), spared + (not may_tell)
    assert told
    assert spared
