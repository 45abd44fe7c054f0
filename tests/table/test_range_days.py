"""Ranges that a spreadsheet read as days, where no other range of the column is left to tell it."""

import pytest

from steward.table.inference import profile_column
from steward.table.range_days import range_days, rebuilt
from tests.builders import sheet_of


def read(name, *cells):
    return range_days(profile_column(sheet_of({name: cells * 4}).column(name)))


@pytest.mark.parametrize(("name", "cells", "is_day_first"), [
    ("age_group", ("5-Jan", "10-Jun"), False), ("AgeGroup", ("1-May", "6-Oct"), True),
    ("size", ("2020-01-05", "2020-06-10"), False)])
def test_the_name_of_the_column_tells_ranges_and_the_rising_numbers_their_order(name, cells, is_day_first):
    found = read(name, *cells)
    assert (found.is_whole, found.is_day_first) == (True, is_day_first)
    assert found.mask.all()


@pytest.mark.parametrize(("name", "cells"), [
    ("opened", ("5-Jan", "10-Jun")),                      # no word of ranges
    ("age group date", ("5-Jan", "10-Jun")),              # a word of days beside it
    ("size", ("5-Jan", "5-Jan")),                         # one range alone
    ("size", ("5-Jan", "6-Oct", "1-May")),                # they rise neither way
    ("size", ("2019-01-05", "2020-06-10")),               # days of two years
    ("size", ("5-Jan", "large", "small", "10-Jun"))])     # words among them
def test_days_are_no_ranges_where_the_name_or_the_cells_speak_against_it(name, cells):
    assert read(name, *cells) is None


def test_a_range_that_is_rebuilt_has_a_plain_dash_where_no_other_shows_how_it_is_written():
    found = read("size", "5-Jan", "10-Jun")
    assert [rebuilt(pair, found, day_first=False) for pair in found.pairs] == ["1-5", "6-10"]
