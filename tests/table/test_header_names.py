"""Names of columns that keep the file rules, and which columns tell places together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.header_names import LONGEST, is_ruled, ruled_name, ruled_names
from steward.table.map_pairs import named_pairs, other_of

NAMES = st.lists(st.text(max_size=60), max_size=8)


@pytest.mark.parametrize(("name", "wanted"), [
    ("status", "status"), ("Opened At", "opened_at"), ("% Complete", "pct_complete"), ("# of Units", "no_of_units"),
    ("Café (Sq. Ft.)", "cafe_sq_ft"), ("Total Number of Applications Received per Month", "tot_no_apps_received_month"),
    ("漢字", "column"), ("", "column"), ("Case-ID", "Case-ID")])
def test_the_nearest_name_that_keeps_the_rules(name, wanted):
    assert ruled_name(name) == wanted


@given(NAMES)
def test_all_names_keep_the_rules_and_are_different(names):
    found = ruled_names(names)
    assert len(found) == len(names)
    assert all(is_ruled(name) for name in found)
    assert len({name.lower() for name in found}) == len(found)


@given(NAMES)
def test_names_that_keep_the_rules_stay(names):
    once = ruled_names(names)
    assert ruled_names(once) == once


@pytest.mark.parametrize("name", ["a" * (LONGEST + 1), "a b", "é", "a/b", ""])
def test_other_names_do_not(name):
    assert not is_ruled(name)


@pytest.mark.parametrize(("names", "pairs"), [
    (("lon", "lat"), [("lon", "lat")]),
    (("Latitude", "Longitude"), [("Longitude", "Latitude")]),
    (("X_COORD", "Y_COORD"), [("X_COORD", "Y_COORD")]),
    (("X Coordinate", "Y Coordinate"), [("X Coordinate", "Y Coordinate")]),
    (("start_lat", "start_lng", "end_lat", "end_lng"), [("start_lng", "start_lat"), ("end_lng", "end_lat")]),
    (("lon", "y"), [("lon", "y")]),
    (("start_lat", "end_lng"), []),
    (("max", "may"), []),
    (("lat",), []),
])
def test_columns_that_tell_places_together(names, pairs):
    assert list(named_pairs(names)) == pairs


def test_the_partner_of_a_column():
    assert (other_of("lat", ("id", "lat", "lon")), other_of("id", ("id", "lat", "lon"))) == ("lon", None)
