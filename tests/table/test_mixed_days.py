"""The days of columns whose dates are written in several ways, against the days that were written."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies.blank_default_dates import REMEDY as BLANK
from steward.schema.checks.default_dates import CHECK as DEFAULTS
from steward.schema.checks.future_dates import CHECK as FUTURE
from steward.schema.context import Context
from steward.schema.inference import infer_fields
from steward.schema.surroundings import Surroundings
from steward.table.days import NO_DAY, number_of
from steward.table.inference import profile_column, profile_table
from steward.table.mixed_days import known_days
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from tests.builders import sheet_of

WAYS = ("%Y-%m-%d", "%m/%d/%Y", "%B %d, %Y")
past = st.dates(date(2001, 1, 1), date(2025, 12, 31))


def mixed(days):
    """Return the days written in turns in three ways, beside two that show that the month stands in front."""
    return ["1/31/2020", "2/28/2020", "2020-03-31", *(day.strftime(WAYS[place % 3]) for place, day in enumerate(days))]


def found_by(check, cells):
    sheet = sheet_of({"opened": cells})
    profile = profile_table(sheet, Silence(), 1)
    fields = {field.column: field for field in infer_fields(profile)}
    return list(check.examine(Context(profile=profile, fields=fields, around=Surroundings(today=date(2026, 1, 31)))))


def days_in(cells):
    return known_days(profile_column(sheet_of({"opened": cells}).columns[0]))


@settings(max_examples=40)
@given(st.lists(past, min_size=6, max_size=40))
def test_the_days_are_those_that_were_written(days):
    assert days_in(mixed(days)).per_row[3:].tolist() == [number_of(day) for day in days]


def test_a_date_of_two_readings_is_no_day_where_nobody_can_tell():
    numbers = days_in(["1/31/2020", "31/1/2020", "3/4/2020", "2020-05-06", "July 8, 2020"]).per_row.tolist()
    assert numbers == [number_of(date(2020, 1, 31))] * 2 + [NO_DAY, number_of(date(2020, 5, 6)), number_of(date(2020, 7, 8))]


def test_texts_have_no_days():
    assert days_in(["100 SE Division St", "12 NE Fremont St", "7 N Lombard St"]) is None


def test_a_future_and_a_default_date_are_told_before_all_are_written_in_one_way():
    cells = mixed([date(2024, 1, 1) + timedelta(days=place) for place in range(60)])
    assert not found_by(FUTURE, cells)
    assert not found_by(DEFAULTS, cells)
    assert [list(finding.rows) for finding in found_by(FUTURE, [*cells, "5/17/2031"])] == [[len(cells) + 2]]
    assert [list(finding.rows) for finding in found_by(DEFAULTS, [*cells, "1900-01-00"])] == [[len(cells) + 2]]


def test_the_default_date_of_such_a_column_is_made_empty():
    sheet = sheet_of({"opened": [*mixed([date(2024, 5, 5)] * 9), "1900-01-00"]})
    changed = BLANK.apply(sheet, Step(remedy="blank_default_dates", column="opened"))
    assert changed.columns[0].values.to_pylist() == [*sheet.columns[0].values.to_pylist()[:-1], ""]
