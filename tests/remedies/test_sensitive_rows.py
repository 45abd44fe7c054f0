"""Rows that the program's lists name lose their place, or go."""

import pytest

from steward.remedies import StepDoesNotFit, remedy
from tests.builders import cells_of, sheet_of, step

HIDE, OUT = remedy("hide_place_of_rows"), remedy("leave_out_sensitive_rows")
TABLE = {"Offense": ["Rape", "Theft", "rapes (2)", "Grape theft"], "Address": ["1 Oak St", "2 Oak St", "3 Oak St", "4 Oak St"],
         "Latitude": ["45.1", "45.2", "45.3", "45.4"]}
TOLD = {"words": ("rape",), "never": ("rape crisis",)}


def test_the_place_goes_and_the_rest_stays():
    rule = step(HIDE.name, "Offense", **TOLD, places=("Address", "Latitude", "Gone"))
    assert cells_of(HIDE.apply(sheet_of(TABLE, chunks=2), rule)) == {
        **TABLE, "Address": ["", "2 Oak St", "", "4 Oak St"], "Latitude": ["", "45.2", "", "45.4"]}


def test_the_rows_go():
    after = OUT.apply(sheet_of(TABLE, chunks=2), step(OUT.name, "Offense", **TOLD))
    assert after.rows.tolist() == [3, 5]


def test_phrases_of_the_never_list_are_taken_out_before_one_looks():
    sheet = sheet_of({**TABLE, "Offense": ["Rape crisis line", "Rape crisis line after rape", "x", "y"]})
    assert OUT.apply(sheet, step(OUT.name, "Offense", **TOLD)).rows.tolist() == [2, 4, 5]


def test_next_month_other_rows_are_found():
    sheet = sheet_of({**TABLE, "Offense": ["Theft", "Rape", "Theft", "Theft"]})
    assert OUT.apply(sheet, step(OUT.name, "Offense", **TOLD)).rows.tolist() == [2, 4, 5]


@pytest.mark.parametrize("one", [HIDE, OUT])
def test_without_words_or_column_it_is_refused(one):
    with pytest.raises(StepDoesNotFit):
        one.apply(sheet_of(TABLE), step(one.name, "Offense"))
    with pytest.raises(StepDoesNotFit):
        one.apply(sheet_of(TABLE), step(one.name, "Gone", **TOLD))


def test_where_nothing_is_found_nothing_changes():
    sheet = sheet_of({**TABLE, "Offense": ["Theft"] * 4})
    assert OUT.apply(sheet, step(OUT.name, "Offense", **TOLD)) is sheet
    assert HIDE.apply(sheet, step(HIDE.name, "Offense", **TOLD, places=("Address",))) is sheet
