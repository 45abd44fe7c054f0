"""Dates that went wrong, made up at random: each is found in its rows, whatever stands around it."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from steward.schema.checks.changed_columns import CHECK as CHANGED
from steward.schema.checks.default_dates import CHECK as DEFAULTS
from steward.schema.checks.excel_days import CHECK as EXCEL
from steward.schema.checks.future_dates import CHECK as FUTURE
from steward.schema.checks.mixed_dates import CHECK as MIXED
from steward.schema.checks.outside_period import CHECK as PERIOD
from steward.schema.checks.series_gaps import CHECK as GAPS
from steward.schema.context import Context
from steward.schema.field import Constraints, Field
from steward.schema.inference import infer_fields
from steward.schema.surroundings import Surroundings
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of
from tests.schema.spoiled import days, months_as_days

TODAY = date(2026, 1, 31)
FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%B %d, %Y", "%Y-%m-%dT%H:%M:%S")
few = settings(max_examples=30, deadline=None)
places = st.sets(st.integers(0, 59), min_size=1, max_size=4)


def looked(check, sheet, **known):
    """Return the findings of one check on a sheet, with what is known around it."""
    profile = profile_table(sheet, Silence(), 1)
    fields = {field.column: field for field in infer_fields(profile)}
    return list(check.examine(Context(profile=profile, fields=fields, around=Surroundings(**known))))


def opened(cells, name="opened"):
    return sheet_of({name: list(cells)})


def put(cells, where, what):
    """Return the cells with one of `what` in each of those places, and the rows of these."""
    changed = list(cells)
    for number, place in enumerate(sorted(where)):
        changed[place] = what[number % len(what)]
    return changed, [place + 2 for place in sorted(where)]


# Months that became days

@few
@given(first=st.integers(1, 12), count=st.integers(8, 36), year=st.integers(10, 20), typed=st.integers(2010, 2026))
def test_months_that_became_days_are_found_whenever_they_were_typed(first, count, year, typed):
    assume(first - 1 + count > 12)          # more than one year, else nobody can tell
    finding, = looked(EXCEL, opened(months_as_days(first, count, year, typed)))
    assert (finding.count, finding.tier, finding.remedies) == (count, Tier.DECIDE, ("rebuild_months",))


@few
@given(st.permutations(months_as_days(7, 24)))
def test_the_order_of_the_records_does_not_hide_them(cells):
    assert len(looked(EXCEL, opened(cells))) == 1


@pytest.mark.parametrize("form", ["{day}-{name}", "{name}-{day}", "{name} {day}"])
def test_months_shown_as_a_spreadsheet_shows_them_are_found(form):
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    cells = [form.format(name=names[(6 + place) % 12], day=15 + (6 + place) // 12) for place in range(24)]
    assert looked(EXCEL, opened(cells))[0].count == 24


def test_one_year_of_months_is_found_where_the_declared_period_says_so():
    cells = months_as_days(1, 12, 15)
    assert looked(EXCEL, opened(cells)) == []
    finding, = looked(EXCEL, opened(cells), period=(date(2015, 1, 1), date(2015, 12, 31)))
    assert "period" in str(finding.words.next_step)
    assert looked(EXCEL, opened(cells), period=(date(2020, 1, 1), date(2020, 12, 31))) == []


@few
@given(st.sets(st.dates(date(2020, 1, 1), date(2020, 12, 31)), min_size=10, max_size=60))
def test_days_of_a_year_in_their_order_are_days(found):
    assert looked(EXCEL, opened(day.isoformat() for day in sorted(found))) == []


# Outside the period, in the future, at the zero of a calendar

@few
@given(form=st.sampled_from(FORMS), where=places, far=st.integers(1, 4000))
def test_dates_outside_the_period_are_found_in_their_rows(form, where, far):
    first, last = date(2020, 1, 1), date(2020, 2, 29)
    outside = [(first - timedelta(far)).strftime(form), (last + timedelta(far)).strftime(form)]
    cells, rows = put(days(60, form=form), where, outside)
    finding, = looked(PERIOD, opened(cells), period=(first, last))
    assert list(finding.rows) == rows


def test_dates_on_the_ends_of_the_period_are_in_it():
    assert looked(PERIOD, opened(days(60)), period=(date(2020, 1, 1), date(2020, 2, 29))) == []


@pytest.mark.parametrize("name", ["expires", "Date of Birth", "due_date", "YearBuiltDate", "scheduled for", "lastInspected"])
def test_columns_of_other_times_are_not_held_against_the_period(name):
    assert looked(PERIOD, opened(days(60), name), period=(date(2010, 1, 1), date(2010, 2, 28))) == []


@few
@given(where=places, ahead=st.integers(2, 300_000))
def test_dates_that_have_not_come_yet_are_found_in_their_rows(where, ahead):
    assume(ahead < 360_000)
    cells, rows = put(days(60), where, [(TODAY + timedelta(ahead)).isoformat()])
    assert list(looked(FUTURE, opened(cells), today=TODAY)[0].rows) == rows


def test_tomorrow_is_no_future_and_nobody_knows_the_day_without_a_clock():
    cells = [*days(59), (TODAY + timedelta(1)).isoformat()]
    assert looked(FUTURE, opened(cells), today=TODAY) == []
    assert looked(FUTURE, opened([*days(59), "2925-01-01"])) == []


@few
@given(where=places, zero=st.sampled_from(["1900-01-01", "1970-01-01", "1899-12-30", "1969-12-31", "1904-01-01"]))
def test_the_zeros_of_calendars_are_found_in_their_rows(where, zero):
    cells, rows = put(days(60), where, [zero])
    assert list(looked(DEFAULTS, opened(cells))[0].rows) == rows


# Orders and ways of writing

@few
@given(where=st.sets(st.integers(0, 59), min_size=3, max_size=20), sign=st.sampled_from("/-."))
def test_two_orders_in_one_column_are_found(where, sign):
    american = [day.replace("/", sign) for day in days(60, form="%m/%d/%Y")]
    cells, _ = put(american, where, [f"{day}{sign}6{sign}2020" for day in range(13, 31)])
    finding, = looked(MIXED, opened(cells))
    assert (finding.kind, finding.tier) == ("two-date-orders", Tier.DECIDE)


@few
@given(where=st.sets(st.integers(0, 59), min_size=1, max_size=30))
def test_dates_written_otherwise_than_the_rest_are_found_in_their_rows(where):
    cells, rows = put(days(60), where, ["Jan 5, 2020", "5 January 2020", "1-Feb-20"])
    finding, = looked(MIXED, opened(cells))
    assert (finding.kind, list(finding.rows)) == ("text-date", rows)


@pytest.mark.parametrize("cells", [days(60, form="%m/%d/%Y"), days(60), days(60, form="%d/%m/%Y"), ["oak"] * 9, [""] * 9])
def test_one_way_of_writing_is_left_to_another_check(cells):
    assert looked(MIXED, opened(cells)) == []


# Gaps, and columns that changed

@few
@given(step=st.sampled_from([1, 7]), before=st.integers(20, 60), after=st.integers(20, 60), gap=st.integers(15, 100))
def test_a_sudden_gap_is_found_between_its_rows(step, before, after, gap):
    first = days(before, step=step)
    begin = date.fromisoformat(first[-1]) + timedelta(step * gap)
    finding, = looked(GAPS, opened([*first, *days(after, begin, step)]))
    assert (list(finding.rows), finding.tier) == ([before + 1, before + 2], Tier.NOTE)


@few
@given(st.lists(st.integers(1, 3), min_size=30, max_size=80))
def test_a_series_without_a_sudden_gap_is_quiet(steps):
    day, cells = date(2020, 1, 1), []
    for step in steps:
        cells.append(day.isoformat())
        day += timedelta(step)
    assert looked(GAPS, opened(cells)) == []


@pytest.mark.parametrize(("before", "cells", "is_found"), [
    (Field(column="c", name="c", type="integer"), ["oak", "elm"], True),
    (Field(column="c", name="c", type="integer"), ["1.5", "2"], False),
    (Field(column="c", name="c", type="date"), ["2020-01-31", "2020-02-01"], False),
    (Field(column="c", name="c", type="string"), ["oak", "elm"], False),
    (Field(column="c", name="other", type="integer"), ["oak", "elm"], False),
    (Field(column="c", name="c", constraints=Constraints(enum=("oak", "elm"))), ["ash", "fir"], True),
    (Field(column="c", name="c", constraints=Constraints(enum=("oak", "elm"))), ["ash", "elm"], False),
])
def test_a_column_is_held_against_what_it_was(before, cells, is_found):
    assert bool(looked(CHANGED, sheet_of({"c": cells}), earlier=(before,))) is is_found
