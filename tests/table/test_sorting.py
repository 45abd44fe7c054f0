import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table import distinct as distinct_module
from steward.table.inference import profile_column
from steward.table.sorting import order_of
from tests.builders import sheet_of


def in_order(cells, *, name="n", **how):
    column = profile_column(sheet_of({name: cells}).columns[0])
    return [cells[place] for place in order_of(column, **how).tolist()]


def test_numbers_are_sorted_by_size():
    assert in_order(["10", "9", "-3", "2.5"]) == ["-3", "2.5", "9", "10"]
    assert in_order(["10", "9", "-3", "2.5"], descending=True) == ["10", "9", "2.5", "-3"]


def test_numbers_dressed_up_for_a_report_are_sorted_by_size_too():
    assert in_order(["$1,204", "$95.50", "$3", "($7)"]) == ["($7)", "$3", "$95.50", "$1,204"]


@pytest.mark.parametrize("cells", [
    ["01/31/2026", "12/01/2025", "02/01/2026"], ["3-Jan-2026", "1-Feb-2026", "2-Dec-2026"],
    ["January 5, 2026", "March 1, 2026", "April 1, 2026"]])
def test_dates_are_sorted_by_time(cells):
    from datetime import datetime

    forms = ("%m/%d/%Y", "%d-%b-%Y", "%B %d, %Y")

    def moment(cell):
        for form in forms:
            try:
                return datetime.strptime(cell, form)
            except ValueError:
                continue
        raise AssertionError(cell)

    assert in_order(cells) == sorted(cells, key=moment)
    assert in_order(cells, descending=True) == sorted(cells, key=moment, reverse=True)


def test_times_of_day_are_sorted_by_the_clock():
    assert in_order(["1:05 PM", "11:00 AM", "12:30 AM"]) == ["12:30 AM", "11:00 AM", "1:05 PM"]


def test_blank_cells_are_last_in_both_directions():
    cells = ["b", "", "a", "  "]
    assert in_order(cells) == ["a", "b", "", "  "]
    assert in_order(cells, descending=True) == ["b", "a", "", "  "]


def test_what_is_not_of_the_columns_type_stands_behind_it_in_both_directions():
    cells = [*map(str, range(20)), "unknown", ""]
    assert in_order(cells)[-2:] == ["unknown", ""]
    assert in_order(cells, descending=True)[0] == "19"
    assert in_order(cells, descending=True)[-2:] == ["unknown", ""]


def test_upper_and_lower_case_count_alike_and_equal_cells_keep_their_order():
    assert in_order(["oak", "Ash", "OAK", "ash"]) == ["Ash", "ash", "oak", "OAK"]
    assert in_order(["oak", "Ash", "OAK", "ash"], descending=True) == ["oak", "OAK", "Ash", "ash"]


def expected(cells, *, descending):
    numbers = [cell for cell in cells if cell.strip()]
    blanks = [cell for cell in cells if not cell.strip()]
    return sorted(numbers, key=lambda cell: float(cell) * (-1 if descending else 1)) + blanks


@given(st.lists(st.one_of(st.integers(-50, 50).map(str), st.just("")), max_size=60), st.booleans(), st.booleans())
def test_any_numbers_are_sorted_as_python_sorts_them(cells, descending, is_counted):
    kept = distinct_module.SAMPLE_ROWS
    distinct_module.SAMPLE_ROWS = kept if is_counted else 1   # without a dictionary where the first cells differ
    try:
        assert in_order(cells, descending=descending) == expected(cells, descending=descending)
    finally:
        distinct_module.SAMPLE_ROWS = kept


@given(st.lists(st.text("abAB é", max_size=3), max_size=60), st.booleans())
def test_any_texts_are_sorted_stably_by_their_lower_case(cells, descending):
    filled = [cell for cell in cells if cell.strip()]
    lowered = sorted(filled, key=lambda cell: cell.strip().lower().encode(), reverse=descending)  # keeps ties in order
    assert in_order(cells, descending=descending) == [*lowered, *(cell for cell in cells if not cell.strip())]
