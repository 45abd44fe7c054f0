"""What the remedy takes out of a table, and when it refuses."""

import pytest

from steward.remedies import StepDoesNotFit, remedy
from tests.builders import cells_of, sheet_of, step

REMEDY = remedy("suppress_small_cells")
TABLE = {"Area": ["a", "b", "c", "Total"], "F": ["3", "30", "99", "132"], "M": ["20", "40", "98", "158"],
         "X": ["90", "95", "97", "282"], "Total": ["113", "165", "294", "572"]}
NAMES = ("F", "M", "X", "Total")


def test_the_small_count_and_its_companions_are_emptied():
    after = cells_of(REMEDY.apply(sheet_of(TABLE, chunks=2), step(REMEDY.name, columns=NAMES, fewest=11)))
    assert after == {**TABLE, "F": ["", "", "99", "132"], "M": ["", "", "98", "158"]}


def test_a_star_may_stand_in_their_place():
    after = cells_of(REMEDY.apply(sheet_of(TABLE), step(REMEDY.name, columns=NAMES, mark="star")))
    assert after["F"][:2] == ["*", "*"]


def test_where_totals_are_told_nowhere_else_only_small_ones_go():
    table = {name: cells[:3] for name, cells in TABLE.items() if name != "Total"}
    after = cells_of(REMEDY.apply(sheet_of(table), step(REMEDY.name, columns=NAMES[:3], totals="unknown")))
    assert after == {**table, "F": ["", "30", "99"]}


@pytest.mark.parametrize("columns", [(), ("F", "Gone"), ("F", "M", "X")])
def test_what_cannot_be_proven_changes_nothing_and_says_why(columns):
    with pytest.raises(StepDoesNotFit) as refused:
        REMEDY.apply(sheet_of({**TABLE, "Total": ["113", "n/a", "294", "572"]}), step(REMEDY.name, columns=columns or NAMES))
    assert str(refused.value.words.where)


def test_a_table_without_small_counts_stays_as_it_is():
    sheet = sheet_of({**TABLE, "F": ["30", "30", "99", "159"], "Total": ["140", "165", "294", "599"]})
    assert REMEDY.apply(sheet, step(REMEDY.name, columns=NAMES)) is sheet
