from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.readers.formats._cells import cell_text


@pytest.mark.parametrize(("value", "text"), [
    (5.0, "5"), (-3.0, "-3"), (0.1 + 0.2, "0.3"), (1e20, "100000000000000000000"), (1e-7, "0.0000001"), (12.5, "12.5"),
    (45.512345678901, "45.512345678901"), (-122.123456789012, "-122.123456789012"), (1 / 3, "0.333333333333333"), (7, "7"),
    (True, "TRUE"), (False, "FALSE"), (None, ""), ("", ""), (" x ", " x "),
    (date(2024, 2, 29), "2024-02-29"), (datetime(2024, 1, 2, 3, 4, 59, 999_999), "2024-01-02T03:05:00"),
    (datetime(2024, 1, 2, 3, 4, 5, 250_000), "2024-01-02T03:04:05.250"), (time(13, 5, 9), "13:05:09"),
    (timedelta(hours=30, minutes=5), "30:05:00"), (timedelta(seconds=-90), "-00:01:30")])
def test_a_cell_becomes_the_text_that_the_workbook_means(value, text):
    assert cell_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_numbers_keep_fifteen_digits_and_never_show_an_exponent(value):
    text = cell_text(value)
    assert float(text) == pytest.approx(value, rel=1e-14, abs=0)
    assert "e" not in text.lower()


@given(st.text())
def test_text_is_left_as_it_is(value):
    assert cell_text(value) == value
