"""What becomes of times, of whole numbers with a point, and of formulas."""

import pytest

from steward.remedies import remedy
from steward.table.inference import profile_column
from tests.builders import sheet_of
from tests.remedies.test_changes import changed


@pytest.mark.parametrize(("cell", "iso"), [
    ("7:15 AM", "07:15:00"), ("7:15pm", "19:15:00"), ("12 a.m.", "00:00:00"), ("12:05 P.M.", "12:05:00"), ("07:15", "07:15:00"),
    ("07:15:30", "07:15:30"), ("1/31/2020 7:15 PM", "2020-01-31T19:15:00"), ("2020-01-31 07:15", "2020-01-31T07:15:00"),
    ("Jan 31, 2020, 7 pm", "2020-01-31T19:00:00"), ("25:00", "25:00"), ("noon", "noon"), ("", ""),
    ("Tea at 4:00 PM", "Tea at 4:00 PM"),
])
def test_each_time_is_read_for_itself(cell, iso):
    assert changed("read_times", [cell, "00:00:00"]) == [iso, "00:00:00"]


def test_the_order_is_asked_where_a_date_can_be_read_both_ways():
    def asked(cell):
        return len(remedy("read_times").questions(profile_column(sheet_of({"c": [cell]}).columns[0])))

    assert (asked("4/5/2020 7:15 PM"), asked("4/15/2020 7:15 PM"), asked("7:15 PM")) == (1, 0, 0)
    assert changed("read_times", ["4/5/2020 7:15 PM"], order="dmy") == ["2020-05-04T19:15:00"]


def test_a_column_without_times_stays():
    assert changed("read_times", ["oak", ""]) == ["oak", ""]


def test_only_a_zero_behind_the_point_goes():
    assert changed("whole_numbers", ["2015.0", "-3.0", "2.5", "2.00", "v1.0", ""]) == ["2015", "-3", "2.5", "2.00", "v1.0", ""]


@pytest.mark.parametrize(("cell", "shown"), [
    ('=HYPERLINK("https://example.org","Map")', "Map"), ('=HYPERLINK("https://example.org")', "https://example.org"),
    ('="two ""words"""', 'two "words"'), ("=A1+1", "=A1+1"), ("oak", "oak"),
])
def test_what_a_formula_shows_is_kept(cell, shown):
    assert changed("keep_shown", [cell]) == [shown]


def test_formulas_are_kept_as_text_and_numbers_stay():
    assert changed("disarm_formulas", ["=A1+1", "@cmd", "-5", "-cmd|x", "oak"]) == ["'=A1+1", "'@cmd", "-5", "'-cmd|x", "oak"]


@pytest.mark.parametrize(("cell", "iso", "seconds"), [
    ("1:30:00", "PT1H30M", "5400"), ("00:07:31", "PT7M31S", "451"), ("26:10:00", "PT26H10M", "94200"), ("0:00:00", "PT0S", "0"),
    ("12:30", "PT12M30S", "750"), ("-0:05:00", "-PT5M", "-300"), ("0:00:01.50", "PT1.5S", "1.5"), ("noon", "noon", "noon"),
    ("", "", ""), ("7:75:00", "7:75:00", "7:75:00")])
def test_a_length_of_time_is_written_so_that_others_can_reckon_with_it(cell, iso, seconds):
    from frictionless import Schema

    assert changed("write_durations", [cell]) == [iso]
    assert changed("write_durations", [cell], form="seconds") == [seconds]
    if iso != cell:
        read = Schema.from_descriptor({"fields": [{"name": "a", "type": "duration"}]}).fields[0].create_cell_reader()
        assert read(iso)[0].total_seconds() == float(seconds)
        assert profile_column(sheet_of({"c": [iso]}).columns[0]).type == "duration"


def test_what_two_numbers_mean_is_asked_where_they_stand():
    def asked(*cells):
        return [one.parameter for one in remedy("write_durations").questions(profile_column(sheet_of({"c": cells}).columns[0]))]

    assert (asked("1:30:00"), asked("1:30:00", "12:30")) == (["form"], ["form", "two"])
    assert changed("write_durations", ["12:30"], two="hours") == ["PT12H30M"]
