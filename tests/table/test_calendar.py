import re
from datetime import date, datetime, timedelta

import pytest

from steward.table._calendar import pattern_of
from steward.table._shapes import SHAPES

DAYS = [date(2019, 1, 1) + timedelta(days=number) for number in range(800)]


@pytest.mark.parametrize("form", ["%Y-%m-%d", "%m/%d/%Y", "%d.%m.%Y", "%B %d, %Y", "%d-%b-%y", "%Y%m%d"])
def test_every_day_of_the_calendar_matches(form):
    pattern = re.compile(f"(?i)^{pattern_of(form)}$")
    assert all(pattern.match(day.strftime(form)) for day in DAYS)


@pytest.mark.parametrize("text", ["2019-02-29", "2020-02-30", "1900-02-29", "2019-04-31", "2019-13-01", "2019-00-10",
                                  "2019-01-32",
                                  "2019-1-5", "0999-01-01", "2019-01-01 ", "x2019-01-01"])
def test_days_that_the_calendar_does_not_have_do_not_match(text):
    assert not re.match(f"^{pattern_of('%Y-%m-%d', padded=True)}$", text)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.format], ids=lambda shape: shape.format)
def test_a_pattern_takes_nothing_that_strptime_refuses(shape):
    pattern = re.compile(shape.pattern)
    for month in ("1", "02", "2", "11", "13", "Feb", "February", "Apr", "May"):
        for day in ("0", "1", "09", "28", "29", "30", "31", "32"):
            for year in ("1900", "2000", "2019", "2020", "00", "19"):
                text = (shape.format.replace("%Y", year).replace("%y", year).replace("%m", month).replace("%b", month)
                        .replace("%B", month).replace("%d", day).replace("%H", "23").replace("%I", "12").replace("%M", "59")
                        .replace("%S", "7").replace("%p", "pm").replace("%f", "5"))
                if pattern.match(text):
                    assert datetime.strptime(text, shape.format)
