import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from steward.table.distinct import SAMPLE_ROWS, distinct, rows_of
from tests.builders import chunked

CELLS = st.lists(st.sampled_from(["", "a", "b", "é", "long text"]), max_size=40)


@given(CELLS, st.integers(1, 5))
def test_values_and_codes_give_the_column_back(cells, chunks):
    column = chunked(cells, chunks)
    known = distinct(column)
    assert known.height == len(cells)
    assert rows_of(known, known.values).to_pylist() == cells
    assert len(set(known.values.to_pylist())) == len(known.values) == len(set(cells))


@given(CELLS)
def test_counts_and_places_are_those_of_the_rows(cells):
    known = distinct(chunked(cells, 2))
    mask = np.array([value == "a" for value in known.values.to_pylist()], np.bool_)
    assert known.count_where(mask) == cells.count("a")
    assert known.places_where(mask).tolist() == [place for place, cell in enumerate(cells) if cell == "a"]
    assert int(known.counts.sum()) == len(cells)


def test_a_long_column_of_different_values_is_not_counted():
    cells = [str(number) for number in range(SAMPLE_ROWS + 1)]
    known = distinct(chunked(cells, 3))
    assert not known.is_counted
    assert known.places_where(np.array([cell in ("7", "20000") for cell in cells])).tolist() == [7, 20000]


def test_a_long_column_of_few_values_is_counted():
    known = distinct(chunked(["a", "b"] * SAMPLE_ROWS, 4))
    assert known.is_counted
    assert known.counts.tolist() == [SAMPLE_ROWS, SAMPLE_ROWS]
