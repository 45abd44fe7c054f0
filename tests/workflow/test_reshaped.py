"""The account of a reshape: every filled cell is counted once, and found again."""

from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies.reshape import REMEDY
from steward.workflow.reshaped import account_of
from tests.builders import sheet_of, step

CELLS = st.sampled_from(["", " ", "a", "1", "é"])


def counted(sheet, **parameters):
    made = step("reshape", **{"ids": ("kind",), "values": ("Jan", "Feb"), "left_out": ("Total",), **parameters})
    after = REMEDY.apply(sheet, made)
    return account_of(sheet, after, made), after, made


def report():
    return sheet_of({"kind": ["HOMES", "new", "old", "SHOPS", "new", "Total"], "Jan": ["", "1", "", "", "7", "8"],
                     "Feb": ["", "2", "4", "", "", "6"], "Total": ["", "3", "4", "", "7", "14"]})


def test_each_filled_cell_is_counted_by_what_becomes_of_it():
    account, _, _ = counted(report(), rows_left_out=(7,), titles="Section", title_rows=(2, 5))
    assert (account.filled, account.moved, account.kept, account.titles) == (16, 4, 3, 2)
    assert (account.columns_left_out, account.rows_left_out, account.without_value, account.idle_titles) == (3, 4, 0, 0)
    assert account.is_proven


def test_a_row_without_values_is_told_and_kept_where_blanks_give_rows():
    sheet = sheet_of({"kind": ["new", "empty"], "Jan": ["1", ""], "Feb": ["2", " "], "Total": ["3", "9"]})
    account, after, _ = counted(sheet)
    assert (account.without_value, account.rows_without_value, account.columns_left_out) == (1, 1, 2)
    kept, whole, _ = counted(sheet, blanks="keep")
    assert (kept.without_value, kept.rows_without_value, kept.kept) == (0, 0, 2)
    assert (after.height, whole.height, account.is_proven, kept.is_proven) == (2, 4, True, True)


def test_a_title_above_no_row_is_told():
    sheet = sheet_of({"kind": ["ALL", "HOMES", "new", "LAST"], "Jan": ["", "", "1", ""], "Feb": [""] * 4, "Total": [""] * 4})
    account, _, _ = counted(sheet, titles="Section", title_rows=(2, 3, 5))
    assert (account.titles, account.idle_titles, account.is_proven) == (1, 2, True)


def test_names_that_are_filled_down_are_found_where_they_stood():
    sheet = sheet_of({"kind": ["new", ""], "Jan": ["1", "2"], "Feb": ["", ""], "Total": ["", ""]})
    account, _, _ = counted(sheet, filled_down=("kind",))
    assert (account.kept, account.is_proven) == (1, True)


@pytest.mark.parametrize(("column", "cells"), [("Value", ["1", "2", "4", "9"]), ("kind", ["new", "new", "odd", "new"])])
def test_a_cell_that_is_another_afterward_is_noticed(column, cells):
    _, after, made = counted(report(), rows_left_out=(7,), titles="Section", title_rows=(2, 5))
    other = after.with_values(column, pa.chunked_array([pa.array(cells)]))
    assert not account_of(report(), other, made).is_proven


def test_a_record_that_is_missing_or_of_another_row_is_noticed():
    _, after, made = counted(report(), rows_left_out=(7,), titles="Section", title_rows=(2, 5))
    assert not account_of(report(), after.take(after.rows[:0]), made).is_proven
    assert not account_of(report(), replace(after, rows=after.rows + 1), made).is_proven


@settings(max_examples=25)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=6), st.sampled_from(["keep", ""]), st.data())
def test_the_account_of_any_table_comes_out_even(rows, blanks, data):
    columns = list(zip(*rows, strict=True)) if rows else [()] * 4
    sheet = sheet_of(dict(zip(("kind", "Jan", "Feb", "Total"), columns, strict=True)))
    gone = data.draw(st.sets(st.sampled_from(sheet.rows.tolist()))) if rows else ()
    account, _, _ = counted(sheet, blanks=blanks, rows_left_out=tuple(sorted(gone)))
    assert account.is_proven
    assert account.filled == sum(bool(cell.strip()) for row in rows for cell in row)
