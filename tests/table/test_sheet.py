import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.sheet import Quarantined, unique_names
from tests.builders import cells_of, chunked, sheet_of

LABELS = st.lists(st.sampled_from([None, "", " ", "a", "a (2)", "Column 1", "Column 2", "b"]), max_size=8)


@given(LABELS)
def test_every_column_gets_a_name_of_its_own(labels):
    names = unique_names(labels)
    assert len(set(names)) == len(labels)
    assert all(name.strip() for name in names)


def test_blank_and_repeated_labels_get_the_names_that_people_expect():
    assert unique_names(["Status", "", "Status", None]) == ("Status", "Column 2", "Status (2)", "Column 4")


def test_numbers_that_other_labels_have_taken_are_passed_over():
    assert unique_names(["A", "A (3)", "A", "A", "A (2)", "A"]) == ("A", "A (3)", "A (2)", "A (4)", "A (2) (2)", "A (5)")


def test_thousands_of_columns_of_one_name_are_numbered_through():
    assert unique_names(["A"] * 9_000)[-1] == "A (9000)"


def test_the_other_columns_are_shared_when_one_changes_or_goes():
    sheet = sheet_of({"a": ["1"], "b": ["2"], "c": ["3"]})
    changed = sheet.without("a").with_values("b", chunked(["9"]))
    assert cells_of(changed) == {"b": ["9"], "c": ["3"]}
    assert changed.column("c").values is sheet.column("c").values
    assert cells_of(sheet)["b"] == ["2"]


def test_taken_records_keep_their_rows_and_lines():
    taken = sheet_of({"a": ["x", "y", "z"]}, first_row=5, chunks=2).take(np.array([2, 0]))
    assert (cells_of(taken)["a"], taken.rows.tolist(), taken.lines.tolist()) == (["z", "x"], [7, 5], [7, 5])


@pytest.mark.parametrize("act", [lambda sheet: sheet.column("gone"), lambda sheet: sheet.without("gone"),
                                 lambda sheet: sheet.with_values("gone", chunked([]))])
def test_a_column_that_is_not_there_is_a_key_error(act):
    with pytest.raises(KeyError):
        act(sheet_of({"a": ["1"]}))


def test_what_python_says_of_a_sheet_shows_no_cell():
    apart = [Quarantined(row=3, line=3, cells=2, text="123-45-6789")]
    assert "123-45" not in repr(sheet_of({"Case": ["123-45-6788"]}, quarantine=apart))
