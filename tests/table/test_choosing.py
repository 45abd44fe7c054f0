import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.choosing import Filter, Wanted, chosen, hits, next_hit
from steward.table.inference import profile_table
from steward.table.view import View
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

CELLS = {"street": ["Oak St", "Elm", "oak", "Ash"], "note": ["", "by the oak", "x", "a.b"]}


def table_of(columns):
    return profile_table(sheet_of(columns), Silence())


@pytest.fixture
def table():
    return table_of(CELLS)


def shown(table, *filters):
    mask = chosen(table, filters, Silence())
    return list(range(table.sheet.height)) if mask is None else np.flatnonzero(mask).tolist()


def test_without_a_filter_everything_is_shown(table):
    assert chosen(table, (), Silence()) is None


def test_rows_are_shown_that_hold_a_text_in_any_column_or_in_one(table):
    assert shown(table, Filter(kind="contains", text="OAK")) == [0, 1, 2]
    assert shown(table, Filter(kind="contains", text="OAK", column="note")) == [1]


def test_a_text_is_no_pattern(table):
    assert shown(table, Filter(kind="contains", text="a.b")) == [3]
    assert shown(table, Filter(kind="contains", text=".*")) == []


def test_rows_are_shown_that_hold_exactly_one_of_some_values(table):
    assert shown(table, Filter(kind="is", column="street", values=("oak", "Ash"))) == [2, 3]


def test_blank_and_filled_cells_can_be_shown(table):
    assert shown(table, Filter(kind="blank", column="note")) == [0]
    assert shown(table, Filter(kind="filled", column="note")) == [1, 2, 3]


def test_the_rows_of_a_finding_can_be_shown(table):
    assert shown(table, Filter(kind="rows", rows=np.array([3, 5]))) == [1, 3]


def test_several_filters_are_all_held(table):
    assert shown(table, Filter(kind="contains", text="oak"), Filter(kind="filled", column="note")) == [1, 2]


def test_hits_are_cells_and_are_counted_in_the_order_shown(table):
    found = hits(table, View(table.sheet, np.array([2, 1, 0])), Wanted(text="oak"), Silence())
    assert found.total == 3
    first = found.after(0, -1)
    assert (first.row, first.column, first.number) == (0, 0, 1)
    second = found.after(first.row, first.column)
    assert (second.row, second.column, second.number) == (1, 1, 2)
    assert found.after(2, 0).number == 1
    assert found.after(0, 0, backward=True).number == 3


def test_a_whole_cell_is_found_whatever_blanks_and_case_it_has():
    table = table_of({"a": [" Oak ", "Oak St", "OAK"]})
    assert hits(table, View(table.sheet), Wanted(text="oak", whole_cell=True), Silence()).total == 2


def test_one_column_alone_can_be_searched(table):
    assert hits(table, View(table.sheet), Wanted(text="oak", column="note"), Silence()).total == 1


def test_nothing_is_found_where_nothing_is_looked_for(table):
    assert hits(table, View(table.sheet), Wanted(text=""), Silence()).after(0, 0) is None
    assert next_hit(View(table.sheet), Wanted(text="no such"), 0, 0, Silence()) is None
    assert next_hit(View(table_of({"a": []}).sheet), Wanted(text="a"), 0, 0, Silence()) is None


def test_a_search_can_be_stopped(table):
    class Stopped:
        def report(self, fraction, message):
            raise Cancelled

    with pytest.raises(Cancelled):
        hits(table, View(table.sheet), Wanted(text="oak"), Stopped())


@given(st.lists(st.tuples(st.text("aAb", max_size=2), st.text("aAb", max_size=2)), min_size=1, max_size=20), st.data())
def test_stepping_without_counting_comes_to_the_same_cells(rows, given_data):
    table = table_of({"one": [one for one, _ in rows], "other": [other for _, other in rows]})
    view, wanted = View(table.sheet, np.array(given_data.draw(st.permutations(range(len(rows)))))), Wanted(text="a")
    counted = hits(table, view, wanted, Silence())
    row, column = given_data.draw(st.integers(0, len(rows) - 1)), given_data.draw(st.integers(-1, 2))
    for backward in (False, True):
        quick = next_hit(view, wanted, row, column, Silence(), backward=backward)
        slow = counted.after(row, column, backward=backward)
        assert (quick is None) == (slow is None)
        assert quick is None or (quick.row, quick.column) == (slow.row, slow.column)
