import random

import numpy as np
import pyarrow as pa
import pytest

from steward.readers.formats._cells import cell_text
from steward.readers.formats._number_format import parsed
from steward.readers.formats._number_texts import number_texts
from steward.readers.formats._shown_numbers import floats_of, shown

CODES = ("00000", "000-00-0000", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "0.00%", '"$"#,##0.00', "$#,##0",
         "#,##0.00 €", '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', "0.00;[Red]-0.00", "#,##0_);(#,##0)",
         "0.0##", "000.00", '"SR-"0000', "0.00E+00", "# ?/?", '0" km"', "#", "#.##", "[<10]0.0;0", "0.00;;",
         "[$€-407] #,##0.00")
NUMBERS = (0.0, 1.0, -1.0, 7.0, 2139.0, 123456789.0, -42.5, 0.125, 0.1, 0.07, 1.005, 1234.5, -1234.5, 1e-7, 1 / 3, 99.999,
           1e14, 123456789012345.0, 1e15, 1e20, 0.29, 2.675, 1234567.891)


@pytest.mark.parametrize("code", CODES)
def test_numbers_together_are_shown_as_each_of_them_alone(code):
    known = parsed(code)
    if known.kind.value == "plain":
        return
    found = shown(known, np.array(NUMBERS))
    alone = [known.shown(cell_text(number)) for number in NUMBERS]
    assert list(zip(found.texts.to_pylist(), found.is_otherwise.tolist(), strict=True)) == alone


def test_any_numbers_by_any_format_are_shown_as_each_of_them_alone():
    dice = random.Random(11)
    for code in CODES:
        known = parsed(code)
        numbers = [round(dice.uniform(-10, 10) * 10 ** dice.randrange(8), dice.randrange(9)) for _ in range(150)]
        found = shown(known, np.array(numbers))
        alone = [known.shown(cell_text(number)) for number in numbers]
        assert list(zip(found.texts.to_pylist(), found.is_otherwise.tolist(), strict=True)) == alone, code


def test_what_is_no_number_keeps_what_the_reader_makes_of_it():
    values = floats_of(pa.array(["1", "--2", "1e999", "1e21", "+5"], pa.string()))
    assert [None if np.isnan(value) else value for value in values.tolist()] == [1.0, None, None, None, 5.0]
    assert shown(parsed("00"), values).texts.to_pylist() == ["01", None, None, None, "05"]


def test_numbers_without_a_format_are_written_as_one_cell_is():
    dice = random.Random(5)
    numbers = [*NUMBERS, *(round(dice.uniform(-1e6, 1e6), dice.randrange(9)) for _ in range(500)), 0.1 + 0.2, 2.0 ** 53, -0.0]
    assert number_texts(np.array(numbers)).to_pylist() == [cell_text(number) for number in numbers]
    whole = [5.0, -3.0, 0.0]
    assert number_texts(np.array(whole)).to_pylist() == ["5", "-3", "0"]


@pytest.mark.parametrize("code", ["mmm-yy", "yyyy-mm-dd hh:mm", "h:mm AM/PM"])
def test_a_number_that_no_calendar_reaches_is_shown_as_it_is_stored_and_never_as_a_time_of_day(code):
    found = shown(parsed(code), np.array([-2.25, 3e6]))
    assert found.texts.to_pylist() == ["-2.25", "3000000"]
    assert found.is_otherwise.all()
