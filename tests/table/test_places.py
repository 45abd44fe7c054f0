import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.places import among, different, first_among, last_among, numbers_of, positions_of, without

RUNS = st.builds(lambda first, count: list(range(first, first + count)), st.integers(0, 9), st.integers(0, 9))


@given(st.lists(st.integers(0, 40)) | RUNS)
def test_positions_of_numbers_are_the_numbers(numbers):
    assert list(positions_of(np.array(numbers, np.int64))) == numbers


def test_a_whole_column_of_rows_takes_no_room_for_each():
    rows = np.arange(2, 1_000_002)
    assert isinstance(positions_of(rows)._numbers, range)


@given(st.lists(st.integers(-5, 5)))
def test_each_number_is_there_once_and_in_order(numbers):
    assert different(np.array(numbers, np.int32)).tolist() == sorted(set(numbers))


@given(st.sets(st.integers(0, 30)), st.lists(st.integers(0, 40)))
def test_places_without_others_are_those_left(places, others):
    left = without(np.array(sorted(places), np.int64), np.array(others, np.int64))
    assert left.tolist() == sorted(places - set(others))


@given(st.lists(st.integers(0, 40)) | RUNS)
def test_positions_come_back_as_the_numbers_they_were_made_of(numbers):
    assert numbers_of(positions_of(np.array(numbers, np.int64))).tolist() == numbers


@given(st.lists(st.integers(0, 20)), st.sets(st.integers(0, 20)), st.integers(1, 9))
def test_the_first_and_the_last_of_some_numbers_are_found_piece_by_piece(numbers, wanted, piece):
    places, held = [place for place, number in enumerate(numbers) if number in wanted], np.array(sorted(wanted), np.int64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("steward.table.places.PIECE", piece)
        found = [look(np.array(numbers, np.int64), held) for look in (first_among, last_among)]
    assert among(np.array(numbers, np.int64), held).tolist() == places
    assert found == ([places[0], places[-1]] if places else [None, None])
