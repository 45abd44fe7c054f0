import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from steward.table.places import positions_of

RUNS = st.builds(lambda first, count: list(range(first, first + count)), st.integers(0, 9), st.integers(0, 9))


@given(st.lists(st.integers(0, 40)) | RUNS)
def test_positions_of_numbers_are_the_numbers(numbers):
    assert list(positions_of(np.array(numbers, np.int64))) == numbers


def test_a_whole_column_of_rows_takes_no_room_for_each():
    rows = np.arange(2, 1_000_002)
    assert isinstance(positions_of(rows)._numbers, range)
