"""Dates in several ways of writing, days as numbers, months read as days, and the zeros of calendars."""

from datetime import date, timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.table.days import NO_DAY, days_of, number_of
from steward.table.default_days import default_mask
from steward.table.inference import profile_column
from steward.table.month_days import MonthDay, as_month_day
from steward.table.written_dates import NAMED, iso_dates, read_dates
from tests.builders import sheet_of

DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))


def column(*cells):
    return profile_column(sheet_of({"c": list(cells)}).columns[0])


@settings(max_examples=25)
@given(day=DAYS, form=st.sampled_from([form for form in NAMED if "%Y" in form]))
def test_a_date_with_its_month_written_out_is_read_whatever_the_order(day, form):
    for order in ("mdy", "dmy"):
        assert iso_dates(pa.array([day.strftime(form)]), order).to_pylist() == [day.isoformat()]


@settings(max_examples=25)
@given(day=DAYS, order=st.sampled_from(["mdy", "dmy"]), sign=st.sampled_from("/.-"))
def test_a_date_of_numbers_is_read_in_the_order_that_was_chosen(day, order, sign):
    form = sign.join(["%m", "%d", "%Y"] if order == "mdy" else ["%d", "%m", "%Y"])
    assert iso_dates(pa.array([day.strftime(form)]), order).to_pylist() == [day.isoformat()]


def test_a_date_that_has_one_order_only_is_read_in_that():
    assert iso_dates(pa.array(["13/4/2020", "4/13/2020"]), "mdy").to_pylist() == ["2020-04-13", "2020-04-13"]


@pytest.mark.parametrize("text", ["2/30/2020", "soon", "", "2020", "1.2", "13/13/2020", "Feb 30, 2020"])
def test_what_is_no_date_stays_unread(text):
    assert iso_dates(pa.array([text]), "mdy").to_pylist() == [None]


def test_the_reading_tells_which_orders_there_are():
    reading = read_dates(column("13/4/2020", "4/13/2020", "4/5/2020", "2020-01-31", "5 May 2020"))
    assert reading.is_mdy.tolist() == [False, True, True, False, False]
    assert reading.is_dmy.tolist() == [True, False, True, False, False]
    assert (reading.has_two_orders, reading.is_date.all()) == (True, True)


def test_a_column_of_words_is_not_read():
    assert read_dates(column("oak", "elm")) is None


@settings(max_examples=40)
@given(days=st.lists(DAYS, min_size=1, max_size=8), form=st.sampled_from(["%Y-%m-%d", "%m/%d/%Y", "%Y-%m-%dT%H:%M:%S"]))
def test_days_are_counted_from_1970(days, form):
    profile = column(*(day.strftime(form) for day in days))
    if profile.type in ("date", "datetime") and profile.format != "%d/%m/%Y":
        assert days_of(profile).per_row.tolist() == [number_of(day) for day in days]


def test_cells_that_are_no_days_have_no_number():
    assert days_of(column(*["2020-01-31"] * 19, "soon", "")).numbers.tolist()[1:] == [NO_DAY, NO_DAY]


@pytest.mark.parametrize("text", ["15-Jul", "Jul-15", "jul 15", "15 JUL", " Jul-'15 "])
def test_a_month_and_a_day_are_read(text):
    assert as_month_day(text) == MonthDay(7, 15)


@pytest.mark.parametrize("text", ["15-July", "Jul-2015", "41-Jul", "Jul", "15", "2015-07", ""])
def test_other_texts_are_no_month_and_day(text):
    assert as_month_day(text) is None


@pytest.mark.parametrize("zero", ["1900-01-01", "1970-01-01", "1899-12-30", "1900-01-00", "0000-00-00", "9999-12-31"])
def test_the_zero_of_a_calendar_is_told_among_days_of_our_time(zero):
    cells = [(date(2020, 1, 1) + timedelta(days=place)).isoformat() for place in range(30)]
    found = column(*cells, zero)
    assert found.distinct.values.filter(pa.array(default_mask(found))).to_pylist() == [zero]


def test_the_zero_of_a_calendar_among_its_neighbors_is_a_day():
    assert not default_mask(column(*(f"{year}-01-01" for year in range(1895, 1910)))).any()
    assert not default_mask(column("1900-01-01", "1900-01-01")).any()


def test_a_column_of_addresses_is_not_read_to_its_end():
    assert read_dates(column("100 SE Division St", "12 NE Fremont St", "7 N Lombard St")) is None
    assert read_dates(column("1/5/2020", "12 NE Fremont St", "7 N Lombard St")) is not None
