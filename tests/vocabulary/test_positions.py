import numpy as np
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
