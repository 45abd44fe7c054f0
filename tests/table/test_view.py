import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.view import View
from tests.builders import sheet_of


@pytest.fixture
def view():
    return View(sheet_of({"street": ["Oak", "Elm", "oak", "Ash"], "number": ["10", "9", "x", ""]}, chunks=3))


def test_a_page_holds_the_records_in_file_order(view):
    assert view.page(1, 2) == [("Elm", "9"), ("oak", "x")]
    assert view.page(3, 10) == [("Ash", "")]
    assert view.page(9, 10) == []


def test_a_page_of_another_order_holds_its_records(view):
    turned = view.ordered(np.array([3, 1, 0, 2]))
    assert turned.page(0, 3) == [("Ash", ""), ("Elm", "9"), ("Oak", "10")]
    assert turned.rows(0, 9) == [5, 3, 2, 4]
    assert turned.position_of(0) == 2


def test_an_order_of_the_whole_is_kept_among_the_chosen_records(view):
    among = np.array([True, False, True, False])
    assert view.ordered(np.array([3, 2, 1, 0]), among).page(0, 9) == [("oak", "x"), ("Oak", "10")]
    assert view.ordered(None, among).rows(0, 9) == [2, 4]
    assert view.ordered(None, among).position_of(1) is None


def test_the_rows_of_a_finding_can_be_shown_alone(view):
    assert view.only(np.array([3, 5])).page(0, 9) == [("Elm", "9"), ("Ash", "")]
    assert view.ordered(np.array([3, 2, 1, 0])).only(np.array([3, 5])).rows(0, 9) == [5, 3]


def test_a_long_cell_is_read_no_further_than_it_is_shown(view):
    long = View(sheet_of({"text": ["é" * 1_000_000, "short"]}))
    assert long.page(0, 2, longest=3) == [("ééé",), ("sho",)]
    assert len(long.cell(0, 0)) == 1_000_000


def test_a_character_that_the_cut_would_divide_is_left_away():
    cells = View(sheet_of({"text": ["a🌲b🌲" * 50]}))
    assert cells.cell(0, 0, longest=3) == "a🌲b"


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()])
def test_slices_of_arrow_text_are_read_where_they_begin(kind):
    from dataclasses import replace

    sheet = sheet_of({"text": ["b", "c"]})
    values = pa.chunked_array([pa.array(["a", "b", "c", "d"], kind).slice(1, 2)])
    assert View(replace(sheet, columns=(replace(sheet.columns[0], values=values),))).page(0, 9) == [("b",), ("c",)]


def test_a_table_without_columns_or_rows_has_empty_pages():
    assert View(sheet_of({"n": []})).page(0, 100) == []
    assert len(View(sheet_of({"n": []}))) == 0


@given(st.lists(st.text(), max_size=30), st.integers(1, 5), st.integers(0, 40), st.integers(0, 40))
def test_pages_are_what_arrow_holds(cells, chunks, offset, count):
    view = View(sheet_of({"n": cells}, chunks=chunks))
    assert [cell for cell, in view.page(offset, count)] == cells[offset:offset + count]
    assert [cell for cell, in view.page(offset, count, longest=2)] == [cell[:2] for cell in cells[offset:offset + count]]
