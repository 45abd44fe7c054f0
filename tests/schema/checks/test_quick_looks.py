"""A quick look at the borders of a cell passes over none that the slow look would have found."""

import numpy as np
import pyarrow as pa
import pytest

from steward.schema.checks import damaged_numbers, formatted_numbers, text_numbers
from steward.table import code_widths
from steward.table.text import matching, within

CELLS = ("1", "1k", "0012", "0012-1234", "'12", '="12"', "1 234", "12345678901234560", "$1k", "(1K)",
         "\uff11\uff12", "\u20ac1 thousand")
BEGUN = ("1 million", "1 thou", "1 thousand", "1 ", "'1", "123456789012345")
SIGNS = [chr(code) for code in (*range(1, 0x3000), *range(0xFE00, 0x10000))]
LOOKS = {
    "text numbers": (text_numbers.TEXT_NUMBER, text_numbers.BEGINS, None),
    "shortened": (formatted_numbers.SHORTENED, formatted_numbers.SHORTENED_BEGINS, formatted_numbers.SHORTENED_ENDS),
    "short ZIP codes": (code_widths.SHORTER_ZIP, code_widths.BORDERS, code_widths.BORDERS),
    "digits": (code_widths.DIGITS, code_widths.BORDERS, code_widths.BORDERS),
    "long numbers": (damaged_numbers.LONG, damaged_numbers.LONG_BEGINS, damaged_numbers.LONG_ENDS),
}


@pytest.mark.parametrize("name", LOOKS)
def test_no_sign_at_a_border_hides_a_cell(name):
    pattern, begins, ends = LOOKS[name]
    behind = (cell + sign for cell in (*CELLS, *BEGUN) for sign in SIGNS)
    cells = pa.array(["", *(sign + cell for cell in CELLS for sign in SIGNS), *behind])
    found = matching(cells, pattern)
    assert found.any()
    assert not np.flatnonzero(found & ~within(cells, begins, ends)).size
