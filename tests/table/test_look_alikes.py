"""Which labels mean the same, and which only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.look_alikes import clusters, fingerprint

SAME = [
    ("N.E.", "NE"),
    ("NE", "Northeast"),
    ("North East", "northeast"),
    ("North-East", "N.E."),
    ("Open", "OPEN "),
    ("Parks & Recreation", "Parks and Recreation"),
    ("SE Division St", "SE Division Street"),
    ("Ave.", "avenue"),
    ("José", "Jose"),
    ("Fire, Portland", "Portland Fire"),
    ("Dept. of Parks", "Department of Parks"),
    ("O'Hare", "OHare"),
    ("St. Johns", "St Johns"),
    ("Police  Bureau", "Police Bureau"),
    ("St. Johns", "Saint Johns"),
    ("Mt. Scott-Arleta", "Mount Scott - Arleta"),
    ("U.S.", "US"),
    ("Engine 1", "engine 1"),
]
DIFFERENT = [
    ("A+", "A-"),
    ("1-2", "12"),
    ("1.5", "15"),
    ("Engine 1", "Engine 11"),
    ("North to South", "South to North"),
    ("No", "North"),
    ("S", "South"),
    ("Street", "State"),
    ("East", "West"),
    ("<5", ">5"),
    ("Unit 2 of 3", "Unit 3 of 2"),
    ("Ann Lee", "Ann Leigh"),
    ("漢", "字"),
    ("M", "F"),
    ("50%", "50"),
    ("5", "-5"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_labels_that_mean_the_same_meet(one, other):
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_labels_that_mean_something_else_do_not(one, other):
    assert fingerprint(one) != fingerprint(other)


def test_ways_to_say_yes_and_no_meet_where_nothing_else_is_said():
    found = clusters(["Y", "N", "Yes", "y", "X"], [9, 8, 2, 1, 1])
    assert [one.labels for one in found] == [("Y", "Yes", "y")]
    assert clusters(["Y", "N", "y"], [9, 8, 1]) == clusters(["Yes", "Y", "A", "B", "C"], [9, 8, 1, 1, 1]) == ()


def test_the_commonest_label_of_a_cluster_comes_first():
    found, = clusters(["NE", "North", "Northeast", "N.E."], [2, 9, 5, 1])
    assert (found.labels, found.counts) == (("Northeast", "NE", "N.E."), (5, 2, 1))


def test_labels_that_differ_in_blanks_alone_are_left_to_another_check():
    assert clusters(["Open", " Open"], [2, 1]) == ()


def test_a_cluster_does_not_show_its_labels_by_accident():
    assert "Northeast" not in repr(clusters(["NE", "Northeast"], [1, 1]))


@given(st.text(max_size=20))
def test_any_text_has_a_fingerprint_and_its_capitals_have_the_same(text):
    if text.upper().casefold() == text.casefold():
        assert fingerprint(text.upper()) == fingerprint(text)
