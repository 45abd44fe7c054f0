import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.vocabulary.positions import NOWHERE, Positions

NUMBERS = st.lists(st.integers(0, 2**62))


@given(NUMBERS)
def test_positions_hold_what_they_were_given(numbers):
    assert list(Positions(numbers)) == numbers


@given(NUMBERS)
def test_positions_from_bytes_equal_positions_from_numbers(numbers):
    assert Positions(np.array(numbers, np.int64).tobytes()) == Positions(numbers)


@given(NUMBERS, st.slices(20))
def test_a_slice_of_positions_is_the_slice_of_the_numbers(numbers, part):
    assert list(Positions(numbers)[part]) == numbers[part]


def test_equal_positions_have_equal_hashes():
    assert hash(Positions([3, 4])) == hash(Positions(iter([3, 4])))


def test_positions_say_how_many_they_are_and_not_which():
    assert repr(Positions([7])) == "Positions(1 numbers)"


def test_nowhere_is_empty_and_differs_from_a_list():
    assert not NOWHERE
    assert NOWHERE != []


@given(NUMBERS)
def test_positions_go_to_bytes_and_come_back(numbers):
    assert Positions(Positions(numbers).to_bytes()) == Positions(numbers)


@given(st.lists(st.integers(-5, 5), min_size=1))
def test_positions_are_asked_from_both_ends_like_a_list(numbers):
    held = Positions(numbers)
    assert [held[place] for place in range(-len(numbers), len(numbers))] == numbers * 2
    assert [one in held for one in range(-6, 7)] == [one in numbers for one in range(-6, 7)]


def test_a_position_past_the_end_is_refused():
    with pytest.raises(IndexError):
        Positions([1, 2])[2]


def test_what_is_no_whole_number_is_refused():
    with pytest.raises(TypeError):
        Positions([1.5])


def test_a_million_positions_take_eight_bytes_each():
    assert len(Positions(range(1_000_000)).to_bytes()) == 8_000_000


def test_positions_cannot_be_changed():
    with pytest.raises(TypeError):
        Positions([1])[0] = 2


@given(st.integers(0, 2**40), st.integers(0, 50))
def test_a_range_of_positions_is_the_same_as_its_numbers(first, count):
    run = Positions(range(first, first + count))
    assert run == Positions(list(run))
    assert Positions(list(run)) == run
    assert hash(run) == hash(Positions(list(run)))
    assert run.to_bytes() == Positions(list(run)).to_bytes()


def test_a_range_differs_from_numbers_that_only_begin_and_end_alike():
    assert Positions(range(1, 5)) != Positions([1, 3, 2, 4])
