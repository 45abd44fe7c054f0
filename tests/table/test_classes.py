"""Rows that are alike in some columns."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.table import classes, distinct
from tests.builders import chunked

CELL = st.sampled_from(["a", "b", "", " ", "\u00a0"])


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=40), st.integers(1, 3), st.sampled_from([1, 1 << 24]),
       st.sampled_from([4, 20_000]))
def test_each_row_counts_those_that_are_alike_and_blank_cells_are(rows, chunks, most_cells, sample_rows):
    kept = classes._MOST_CELLS, distinct.SAMPLE_ROWS
    classes._MOST_CELLS, distinct.SAMPLE_ROWS = most_cells, sample_rows
    try:
        columns = [distinct.distinct(chunked([row[place] for row in rows], chunks)) for place in range(3)]
        found = classes.classes_of(columns, len(rows))
    finally:
        classes._MOST_CELLS, distinct.SAMPLE_ROWS = kept
    alike = [tuple(cell.strip() for cell in row) for row in rows]
    assert found.size_of_each_row().tolist() == [Counter(alike)[row] for row in alike]
    assert len(found.examples()) == len(set(alike))
    assert not len(found.keys) or int(np.max(found.keys)) < found.width
