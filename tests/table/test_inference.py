import random
import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table._shapes import BEGINNING, SHAPES
from steward.table.inference import profile_column, profile_table
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of


def profiled(cells, name="value", chunks=1):
    return profile_column(sheet_of({name: cells}, chunks=chunks).column(name))


def odd_rows(profile):
    return profile.distinct.places_where(profile.odd).tolist()


@pytest.mark.parametrize(("cells", "expected"), [
    (["1", "-20", "+3"], ("integer", None)),
    (["1", "2.5", "3e5", ".5"], ("number", None)),
    (["2020-01-31", "2024-02-29"], ("date", None)),
    (["4/30/2018", "12/1/2019"], ("date", "%m/%d/%Y")),
    (["30/4/2018", "1/12/2019"], ("date", "%d/%m/%Y")),
    (["January 1, 2019", "May 12, 2019"], ("date", "%B %d, %Y")),
    (["4/30/2018 23:59", "4/1/2018 0:02"], ("datetime", "%m/%d/%Y %H:%M")),
    (["4/30/2018 11:59 PM"], ("datetime", "%m/%d/%Y %I:%M %p")),
    (["2020-01-31T14:05:00Z", "2020-01-31T14:05:00-08:00"], ("datetime", None)),
    (["2020-01-31 14:05:00"], ("datetime", "%Y-%m-%d %H:%M:%S")),
    (["00:07:31", "23:59:59"], ("time", None)),
    (["2015-07", "2015-12"], ("yearmonth", None)),
    (["true", "false", "TRUE"], ("boolean", None)),
    (["P1DT2H3S", "P3W"], ("duration", None)),
    (["PT5M", "PT1H30M", "P6M", "P1Y6M3DT2H", "PT0.5S"], ("duration", None)),
    (["P", "PT", "P1DT", "P1H"], ("string", None)),
    (["-122.68, 45.52"], ("geopoint", None)),
    (["[-122.68, 45.52]"], ("geopoint", "array")),
    (['{"lon": -122.68, "lat": 45.52}', '{"lat": 45.5, "lon": -122.6}'], ("geopoint", "object")),
    (["Main St", "Oak St"], ("string", None)),
    (["", " ", "\u00a0"], ("string", None)),
    ([], ("string", None)),
])
def test_a_column_has_the_type_of_all_its_cells(cells, expected):
    profile = profiled(cells)
    assert (profile.type, profile.format) == expected
    assert not profile.odd.any()


@pytest.mark.parametrize(("name", "cells"), [
    ("value", ["007", "012", "450"]),
    ("ZIP code", ["97201", "97217"]),
    ("HomeZip", ["97201", "97217"]),
    ("contact", ["5035550100", "9715550123"]),
    ("fax", ["5550100"]),
    ("parcel", ["123456", "234567"]),
    ("fiscal_year", ["2019", "2020"]),
    ("Fiscal year", ["2019-10", "2020-11"]),
    ("serial", ["1234567890123456", "1234567890123457"]),
    ("day", ["2020-02-30", "2021-02-29"]),
    ("span", ["15-Jul", "16-Aug"]),
])
def test_codes_and_things_that_only_look_like_numbers_or_dates_stay_text(name, cells):
    profile = profiled(cells, name)
    assert profile.type == "string"
    assert not profile.odd.any()


def test_years_are_years_only_under_a_header_that_says_so():
    assert profiled(["1999", "2020"], "Year built").type == "year"
    assert profiled(["1999", "2020"], "count").type == "integer"


def test_eleven_odd_cells_in_a_hundred_thousand_do_not_turn_dates_into_text():
    cells = [f"20{day % 20:02d}-0{day % 9 + 1}-{day % 28 + 1:02d}" for day in range(100_000)]
    places = random.Random(7).sample(range(100_000), 11)
    for place in places:
        cells[place] = "soon"
    profile = profiled(cells, chunks=7)
    assert profile.type == "date"
    assert odd_rows(profile) == sorted(places)


def test_odd_cells_are_named_where_values_are_not_counted():
    cells = [f"{place}.{place:06d}" for place in range(40_000)]
    cells[39_999], cells[3] = "x39", "x4"
    profile = profiled(cells, chunks=3)
    assert not profile.distinct.is_counted
    assert (profile.type, odd_rows(profile)) == ("number", [3, 39_999])


def test_a_column_of_two_minds_is_text():
    assert profiled(["1", "2", "3", "a", "b", "c"]).type == "string"


def test_words_for_nothing_do_not_hide_the_type():
    profile = profiled(["NULL"] * 7 + ["1", "2", "3"])
    assert profile.type == "integer"
    assert profile.distinct.count_where(profile.is_missing_word) == 7


def test_none_and_unknown_are_plain_words_in_a_column_of_text():
    profile = profiled(["None", "Unknown", "Minor", "NULL"])
    assert profile.distinct.count_where(profile.is_missing_word) == 1


def test_one_leading_zero_among_many_numbers_is_named_and_makes_no_code():
    profile = profiled([str(number) for number in range(1, 1000)] + ["007"])
    assert (profile.type, odd_rows(profile)) == ("integer", [999])


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 12, 31)),
       st.sampled_from(["%m/%d/%Y", "%B %d, %Y", "%d %b %Y", "%m/%d/%Y %I:%M %p", "%Y-%m-%d %H:%M"]))
def test_whatever_strftime_writes_is_a_date(moment, form):
    assert profiled([moment.strftime(form)]).type in ("date", "datetime")


@given(st.lists(st.text(max_size=8), max_size=30), st.integers(1, 4))
def test_missing_and_filled_make_the_height(cells, chunks):
    profile = profiled(cells, chunks=chunks)
    assert profile.missing == sum(not cell.strip() for cell in cells)
    assert profile.missing + profile.filled == len(cells)


def test_columns_keep_their_order_with_any_number_of_workers():
    sheet = sheet_of({f"c{number}": [str(number)] * number * 5 + [""] * (50 - number * 5) for number in range(10)})
    for workers in (1, 4):
        assert tuple(column.name for column in profile_table(sheet, Silence(), workers).columns) == sheet.names


def test_a_person_can_stop_the_profile():
    class Stopped:
        def report(self, fraction, message):
            raise Cancelled

    with pytest.raises(Cancelled):
        profile_table(sheet_of({"a": ["1"]}), Stopped())


@given(st.data())
def test_no_shape_is_passed_over_by_the_look_at_how_values_begin(data):
    shape = data.draw(st.sampled_from(SHAPES))
    text = data.draw(st.from_regex(re.compile(shape.pattern, re.ASCII), fullmatch=True))
    assert re.match(BEGINNING, text, re.ASCII)
