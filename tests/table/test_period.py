from dataclasses import replace
from datetime import date

import pytest

from steward.table.inference import profile_column, profile_table
from steward.table.period import day_span, usual_step
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of


def span_of(cells):
    return day_span(profile_column(sheet_of({"Day": cells}).columns[0]))


@pytest.mark.parametrize("cells", [
    ["2017-01-02", "2018-04-30", ""],
    ["2017-01-02T10:00:00", "2018-04-30T23:59:00"],
    ["1/2/2017", "4/30/2018"],
    ["4/30/2018 23:59", "1/2/2017 1:00"],
    ["January 2, 2017", "April 30, 2018"],
])
def test_the_span_is_the_first_and_last_day_however_it_is_written(cells):
    assert span_of(cells) == (date(2017, 1, 2), date(2018, 4, 30))


def test_days_before_1970_count_too():
    assert span_of(["1871-03-04", "1905-06-01"]) == (date(1871, 3, 4), date(1905, 6, 1))


def test_a_cell_that_is_no_date_is_passed_over():
    assert span_of(["2017-01-02"] * 30 + ["soon", "2018-04-30"]) == (date(2017, 1, 2), date(2018, 4, 30))


@pytest.mark.parametrize("cells", [["1", "2"], ["a", "b"], ["", ""], []])
def test_a_column_without_dates_has_no_span(cells):
    assert span_of(cells) is None


def test_a_table_tells_of_the_days_of_all_its_columns():
    sheet = sheet_of({"Opened": ["2017-01-02", "2018-04-30"], "Closed": ["2017-02-02", "2019-01-31"], "Kind": ["a", "b"]})
    assert profile_table(sheet, Silence()).period == (date(2017, 1, 2), date(2019, 1, 31))
    assert profile_table(sheet_of({"Kind": ["a"]}), Silence()).period is None


@pytest.mark.parametrize(("cells", "days"), [
    (["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-02-01"], 31.0),
    (["1/5/2026 10:00", "1/5/2026 23:00", "1/6/2026 1:00", "1/7/2026 2:00", "1/8/2026 9:30"], 1.0),
    (["2026-01-01", "2026-02-01", "2026-03-01"], None), (["a", "b", "c", "d"], None),
])
def test_the_usual_step_is_that_between_most_days_however_often_each_comes(cells, days):
    assert usual_step(profile_column(sheet_of({"Day": cells}).columns[0])) == days


def test_a_table_steps_as_its_closest_column_does():
    rows = range(1, 9)
    sheet = sheet_of({"Year": [f"{2000 + row}-01-01" for row in rows], "Day": [f"2026-01-0{row}" for row in rows]})
    assert profile_table(sheet, Silence()).step_days == 1.0


def test_the_days_of_a_column_are_read_once_whichever_table_holds_it(monkeypatch):
    asked = []
    monkeypatch.setattr("steward.table.profile.day_span", lambda column: asked.append(column.name) or day_span(column))
    profile = profile_table(sheet_of({"Day": ["2020-01-01", "2020-02-01"], "Seen": ["2020-03-01", "2020-04-01"]}), Silence())
    without = replace(profile, columns=profile.columns[:1])
    assert (profile.period, without.period) == ((date(2020, 1, 1), date(2020, 4, 1)), (date(2020, 1, 1), date(2020, 2, 1)))
    assert asked == ["Day", "Seen"]
