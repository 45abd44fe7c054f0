"""The short numbers and the results of formulas in Excel's binary records."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as some

from steward.readers.formats._biff import _take_formula, short_number
from steward.readers.formats._stored_cells import StoredCells


@given(some.integers(-(1 << 29), (1 << 29) - 1), some.booleans())
def test_a_whole_number_comes_back_in_units_or_hundredths(number, is_hundredths):
    short, = struct.unpack("<I", struct.pack("<i", number << 2 | 2 | is_hundredths))
    assert short_number(short) == (number / 100 if is_hundredths else number)


@given(some.floats(allow_nan=False, allow_infinity=False, width=16))
def test_the_upper_bits_of_a_number_come_back(number):
    bits, = struct.unpack("<Q", struct.pack("<d", number))
    assert bits & 0x3FFFFFFFF == 0
    assert short_number(bits >> 32) == number


@pytest.mark.parametrize(("last", "zeros"), [(bytes(8), (1, 2)), (bytes(6) + b"\xff\xff", ())])
def test_formulas_that_nobody_calculated_are_told_of(last, zeros):
    cells = StoredCells()
    for row, result in enumerate((bytes(8), last)):
        _take_formula(cells, struct.pack("<HHH", row, 0, 0) + result + bytes(6))
    assert cells.told({}, is_1904=False).zeros == zeros


@pytest.mark.parametrize(("last", "empties"), [(b"\3" + bytes(5) + b"\xff\xff", (1, 2)), (struct.pack("<d", 2.5), ())])
def test_formulas_that_all_have_an_empty_result_are_told_of(last, empties):
    cells = StoredCells()
    for row, result in enumerate((b"\3" + bytes(5) + b"\xff\xff", last)):
        _take_formula(cells, struct.pack("<HHH", row, 0, 0) + result + bytes(6))
    assert cells.told({}, is_1904=False).empties == empties
