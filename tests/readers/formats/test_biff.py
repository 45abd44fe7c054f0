"""The short numbers of Excel's binary records."""

import struct

from hypothesis import given
from hypothesis import strategies as some

from steward.readers.formats._biff import short_number


@given(some.integers(-(1 << 29), (1 << 29) - 1), some.booleans())
def test_a_whole_number_comes_back_in_units_or_hundredths(number, is_hundredths):
    short, = struct.unpack("<I", struct.pack("<i", number << 2 | 2 | is_hundredths))
    assert short_number(short) == (number / 100 if is_hundredths else number)


@given(some.floats(allow_nan=False, allow_infinity=False, width=16))
def test_the_upper_bits_of_a_number_come_back(number):
    bits, = struct.unpack("<Q", struct.pack("<d", number))
    assert bits & 0x3FFFFFFFF == 0
    assert short_number(bits >> 32) == number
