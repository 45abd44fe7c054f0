"""Kinds of things: common values of columns that sort the rows, and neighborhoods by the name of their column."""

import pytest

from steward.table.inference import profile_column
from steward.table.kinds import FEWEST_ROWS, kinds, neighborhoods
from tests.builders import sheet_of


def columns(**cells):
    sheet = sheet_of(cells)
    return [profile_column(column) for column in sheet.columns]


MANY = ["Pruning"] * 30 + ["Storm damage"] * 20 + ["Planting"] * (FEWEST_ROWS - 1) + ["", "NULL"]


def test_common_values_come_first_and_rare_ones_not_at_all():
    assert kinds(columns(kind=MANY)) == (("kind", ("Pruning", "Storm damage")),)


@pytest.mark.parametrize("cells", [[str(number) for number in range(60)], ["Pruning"] * 60, ["1", "2"] * 30,
                                   [f"name {number % 50}" for number in range(600)]])
def test_columns_that_do_not_sort_give_no_kinds(cells):
    assert kinds(columns(kind=cells)) == ()


def test_columns_that_may_tell_of_people_are_left_out():
    assert kinds(columns(kind=MANY), without={"kind"}) == ()
    assert neighborhoods(columns(Neighborhood=MANY), without={"Neighborhood"}) == ()


@pytest.mark.parametrize("header", ["Neighborhood", "NEIGHBORHOOD_NAME", "neighbourhood", "Nbhd Name"])
def test_neighborhoods_are_known_by_the_name_of_their_column(header):
    found = columns(**{header: ["Kenton"] * 12 + ["boise"] * 12 + ["Arbor Lodge"] * 3 + ["12"] * 20})
    assert neighborhoods(found) == ("boise", "Kenton")
    assert kinds(found) == ()
