"""How cells are written, told without a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table.cell_shapes import MOST_SHAPES, shape_of, shapes_in, shapes_of
from steward.vocabulary.positions import Positions
from tests.builders import sheet_of


@pytest.mark.parametrize(("cell", "shape"), [
    ("512-34-6789", "d3-d2-d4"), ("  512 34 6789 ", "d3 d2 d4"), ("PRM2024/0017", "a3d4/d4"), ("(503) 281-0101", "(d3) d3-d4"),
    ("Ærø9", "a3d1"), ("٣٤٥", "d3"), ("", "empty"), ("  ", "empty"), ("--", "signs"), ("a*b", "a1?a1"),
    ("The applicant called twice and asked for a copy of the file", "text"), ("1" * 41, "text")])
def test_a_shape_tells_runs_of_digits_and_letters(cell, shape):
    assert shape_of(cell) == shape


@given(st.text())
def test_a_shape_is_never_the_cell(cell):
    shape = shape_of(cell)
    assert shape != cell or cell in {"text", "signs", "empty"}


@given(st.text(st.sampled_from("ad0159-/. "), min_size=1, max_size=12))
def test_no_cell_of_everyday_signs_is_its_own_shape(cell):
    assert shape_of(cell) != cell


def test_the_most_frequent_shapes_come_first_and_only_a_few_are_told():
    assert shapes_of(["1-1", "22", "2-2", "a", "b-b", "c.c"]) == ("d1-d1", "a1", "a1-a1")
    assert len(shapes_of(["1", "1-1", "1.1", "1/1", "1 1"])) == MOST_SHAPES


def test_only_the_cells_in_the_named_rows_are_looked_at():
    sheet = sheet_of({"Permit": ["12", "A-1", "A-2", ""]}, first_row=5)
    assert shapes_in(sheet, "Permit", Positions([6, 7])) == ("a1-d1",)
