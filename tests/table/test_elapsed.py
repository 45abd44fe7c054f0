"""Lengths of time that look like times of day, and times of day that are none."""

import pytest

from steward.table.elapsed import elapsed
from steward.table.inference import profile_column
from tests.builders import sheet_of

SHORT = [f"0:{number:02d}:30" for number in range(20)]


def count(name, cells):
    return int(elapsed(profile_column(sheet_of({name: cells}).columns[0])).sum())


@pytest.mark.parametrize("name", ["Response Time", "Elapsed", "call_duration", "Percentile (90) of Response Time for 1st Unit",
                                  "Total Time", "AvgWaitTime"])
def test_a_column_whose_name_says_that_something_took_so_long(name):
    assert count(name, SHORT) == len(SHORT)


@pytest.mark.parametrize("name", ["Start Time", "Time", "Response started at", "Elapsed start", "Opens", "x"])
def test_a_column_of_times_of_day_is_left_alone(name):
    assert count(name, SHORT) == 0


def test_hours_past_a_day_are_no_time_of_day_whatever_the_column_is_called():
    assert count("x", [*SHORT, "26:10:00"]) == len(SHORT) + 1
    assert count("x", [*SHORT, "24:00:00"]) == 0


@pytest.mark.parametrize("cells", [["", ""], [], ["oak", "elm", "fir"], ["1:30:00", "1:31:00", "soon", "later"],
                                   ["1:75:00"] * 5])
def test_other_columns_are_none(cells):
    assert count("duration", cells) == 0
