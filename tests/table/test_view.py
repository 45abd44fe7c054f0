import numpy as np
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


def test_numbers_are_sorted_by_size_and_stand_before_words(view):
    assert [number for _, number in view.sorted_by("number").page(0, 9)] == ["9", "10", "", "x"]
    assert [number for _, number in view.sorted_by("number", descending=True).page(0, 2)] == ["10", "9"]


def test_records_are_found_by_text_in_any_column_and_in_any_case(view):
    assert view.containing("OAK").page(0, 9) == [("Oak", "10"), ("oak", "x")]
    assert len(view.containing("no such")) == 0
    assert view.containing("") is view


def test_a_found_record_can_be_sorted_and_keeps_its_row(view):
    found = view.containing("oak").sorted_by("street", descending=True)
    assert found.page(0, 9) == [("oak", "x"), ("Oak", "10")]
    assert found.rows(0, 9) == [4, 2]


def test_the_rows_of_a_finding_can_be_shown_alone(view):
    assert view.only(np.array([3, 5])).page(0, 9) == [("Elm", "9"), ("Ash", "")]


@given(st.lists(st.integers(-50, 50).map(str), max_size=30))
def test_sorting_numbers_sorts_them(cells):
    view = View(sheet_of({"n": cells}, chunks=2)).sorted_by("n")
    assert [int(cell) for cell, in view.page(0, 99)] == sorted(int(cell) for cell in cells)
