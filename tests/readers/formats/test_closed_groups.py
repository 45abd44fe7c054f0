import pytest

from steward.readers.formats._closed_groups import closed_groups


@pytest.mark.parametrize(("hidden", "levels", "collapsed", "closed"), [
    ([3, 4], {3: 1, 4: 1}, {5}, [3, 4]),                             # the row below stands for the group
    ([3, 4], {3: 1, 4: 1}, {2}, [3, 4]),                             # the row above does
    ([3, 4], {3: 1, 4: 1}, set(), [3, 4]),                           # a whole group, of a program that writes no such row
    ([3], {2: 1, 3: 1, 4: 1}, set(), []),                            # inside an open group
    ([3, 4], {2: 1, 3: 2, 4: 2, 5: 1}, set(), [3, 4]),               # a group within an open one
    ([3, 4, 5], {2: 1, 3: 2, 4: 2, 5: 1, 6: 1}, {5}, [3, 4, 5]),     # closed groups, one within the other
    ([3, 8], {3: 1}, {4}, [3]),                                      # a row of no group was hidden by hand
    ([], {3: 1}, {4}, []),
])
def test_rows_are_of_a_closed_group_where_it_is_marked_or_hidden_as_a_whole(hidden, levels, collapsed, closed):
    assert closed_groups(hidden, levels, collapsed) == closed
