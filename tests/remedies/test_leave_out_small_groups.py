"""Records that stand nearly alone are left out, by what they hold and not by their numbers."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, remedy
from tests.builders import cells_of, sheet_of, step

REMEDY = remedy("leave_out_small_groups")
CELL = st.sampled_from(["a", "b", "c", "", " "])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=40), st.integers(1, 6))
def test_exactly_the_records_of_groups_that_are_large_enough_stay(pairs, fewest):
    sheet = sheet_of({"x": [one for one, _two in pairs], "y": [two for _one, two in pairs]}, chunks=2)
    alike = [(one.strip(), two.strip()) for one, two in pairs]
    sizes = Counter(alike)
    after = REMEDY.apply(sheet, step(REMEDY.name, columns=("x", "y"), fewest=fewest))
    assert after.rows.tolist() == [place + 2 for place, one in enumerate(alike) if sizes[one] >= fewest]


def test_next_month_finds_other_records():
    rule = step(REMEDY.name, columns=("x",), fewest=2)
    assert cells_of(REMEDY.apply(sheet_of({"x": ["a", "a", "b"]}), rule)) == {"x": ["a", "a"]}
    assert cells_of(REMEDY.apply(sheet_of({"x": ["b", "a", "b"]}), rule)) == {"x": ["b", "b"]}


@pytest.mark.parametrize("columns", [(), ("x", "gone")])
def test_columns_that_are_not_there_are_refused(columns):
    with pytest.raises(StepDoesNotFit):
        REMEDY.apply(sheet_of({"x": ["a"]}), step(REMEDY.name, columns=columns, fewest=2))


def test_a_table_without_records_stays_one():
    assert REMEDY.apply(sheet_of({"x": []}), step(REMEDY.name, columns=("x",), fewest=2)).height == 0
