import datetime as dt

import numpy as np
import pytest

from steward.readers.formats._moments import moments
from steward.readers.formats._number_format import parsed


def text(code, value, is_1904=False):
    texts, otherwise = moments(parsed(code), np.array([value]), is_1904=is_1904)
    return texts[0].as_py(), bool(otherwise[0])


@pytest.mark.parametrize(("code", "value", "expected"), [
    ("m/d/yyyy", 45293.0, "2024-01-02"), ("yyyy-mm-dd", 1.0, "1900-01-01"), ("m/d/yyyy", 59.0, "1900-02-28"),
    ("m/d/yyyy", 61.0, "1900-03-01"), ("m/d/yyyy", 2958465.0, "9999-12-31"), ("m/d/yy h:mm", 45293.0, "2024-01-02T00:00:00"),
    ("m/d/yy h:mm", 45293.5, "2024-01-02T12:00:00"), ("h:mm", 0.75, "18:00:00"), ("h:mm:ss", 0.0, "00:00:00"),
    ("mm:ss.0", 1.5 / 86400, "00:00:01.500"), ("m/d/yy h:mm", 45293 + 1.25 / 86400, "2024-01-02T00:00:01.250")])
def test_moments_are_written_as_the_calendar_does(code, value, expected):
    assert text(code, value) == (expected, False)


@pytest.mark.parametrize(("value", "expected"), [(0.0, "1900-01-00"), (60.0, "1900-02-29")])
def test_days_that_never_were_are_shown_as_the_workbook_shows_them(value, expected):
    assert text("m/d/yyyy", value) == (expected, False)


@pytest.mark.parametrize(("value", "expected"), [
    (0.0, "1904-01-01"), (60.0, "1904-03-01"), (43831.0, "2024-01-02"), (2957003.0, "9999-12-31")])
def test_the_date_system_of_1904_counts_from_its_own_first_day(value, expected):
    assert text("m/d/yyyy", value, is_1904=True) == (expected, False)


@pytest.mark.parametrize("value", [-1.0, -0.5, 2958466.0, 1e15, float("nan")])
def test_what_the_calendar_does_not_reach_stays_the_stored_number(value):
    assert text("m/d/yyyy", value) == (None, True)


@pytest.mark.parametrize(("code", "value", "expected"), [
    ("mmm-yy", 42186.0, "2015-07-01"), ("d-mmm", 44027.0, "2020-07-15"), ("yyyy", 44027.0, "2020-07-15"),
    ("m/d/yyyy", 45293.5, "2024-01-02T12:00:00"), ("h:mm", 45293.5, "2024-01-02T12:00:00"), ("m/d/yyyy", 0.5, "12:00:00")])
def test_a_moment_that_is_shown_in_part_is_published_whole_and_told(code, value, expected):
    assert text(code, value) == (expected, True)


@pytest.mark.parametrize(("value", "expected"), [
    (1.25, "30:00:00"), (0.0, "00:00:00"), (-0.5, "-12:00:00"), (100.0, "2400:00:00"), (1 / 86400, "00:00:01"), (1e12, None)])
def test_elapsed_time_is_hours_minutes_and_seconds(value, expected):
    assert text("[h]:mm", value) == (expected, False)


def test_every_day_of_the_calendar_is_the_one_that_python_knows():
    values = np.arange(61, 80_000, 37, dtype=np.float64)
    texts, _ = moments(parsed("yyyy-mm-dd"), values, is_1904=False)
    assert texts.to_pylist() == [(dt.date(1899, 12, 30) + dt.timedelta(days=int(day))).isoformat() for day in values]
