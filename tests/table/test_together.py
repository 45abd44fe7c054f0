"""Small columns that are looked at together get what they get alone."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from steward.table import together
from steward.table.inference import profile_column, profile_table
from steward.table.text import blank_mask, matching
from steward.table.together import each, each_among, shared_out
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

WRITTEN = st.sampled_from(["", " ", "1", "2.5", "007", "2020-01-31", "1/2/2019", "n/a", "Main St", "é", "\u00a0"])
CELLS = st.lists(WRITTEN, max_size=9)
KINDS = st.sampled_from([pa.string(), pa.large_string()])


@given(st.lists(st.tuples(CELLS, KINDS), max_size=8), st.integers(1, 60))
def test_each_column_gets_its_own_part_of_the_answer(columns, most_bytes):
    values = [pa.array(cells, kind) for cells, kind in columns]
    kept, together.LIGHT_BYTES = together.LIGHT_BYTES, most_bytes
    try:
        found = [mask.tolist() for mask in each(iter(values), lambda some: matching(some, "[0-9]"))]
    finally:
        together.LIGHT_BYTES = kept
    assert found == [[any(sign.isdecimal() for sign in cell) for cell in cells] for cells, _ in columns]


def test_heavy_columns_are_not_laid_together_with_others(monkeypatch):
    monkeypatch.setattr(together, "LIGHT_BYTES", 40)
    looked_at = []
    columns = [pa.array([text]) for text in ("a" * 100, "b", "c")]
    list(each(columns, lambda some: looked_at.append(len(some)) or blank_mask(some)))
    assert looked_at == [1, 2]


@given(st.lists(st.integers(0, together.HEAVY_BYTES * 2), max_size=40))
def test_every_column_is_in_one_piece_of_work_and_no_piece_is_heavy_unless_its_one_column_is(sizes):
    groups = shared_out(sizes)
    assert sorted(place for group in groups for place in group) == list(range(len(sizes)))
    assert all(len(group) == 1 or sum(sizes[place] for place in group) <= together.HEAVY_BYTES for group in groups)


@given(st.lists(st.lists(WRITTEN, min_size=6, max_size=6), min_size=1, max_size=8))
def test_columns_profiled_together_get_the_types_they_get_alone(columns):
    sheet = sheet_of({f"year {number}" if number % 2 else f"zip {number}": cells for number, cells in enumerate(columns)})
    for found in profile_table(sheet, Silence()).columns:
        alone = profile_column(found.column)
        assert (found.type, found.format) == (alone.type, alone.format)
        for mask in ("is_blank", "odd", "is_missing_word"):
            assert getattr(found, mask).tolist() == getattr(alone, mask).tolist()


@given(st.lists(st.lists(st.tuples(WRITTEN, st.booleans()), max_size=9), max_size=8), st.integers(1, 60))
def test_only_the_masked_values_of_each_column_are_looked_at(columns, most_bytes):
    asked = []
    pairs = ((pa.array([cell for cell, _ in column], pa.string()), np.array([among for _, among in column], np.bool_))
             for column in columns)
    kept, together.LIGHT_BYTES = together.LIGHT_BYTES, most_bytes
    try:
        masks = each_among(pairs, lambda some: asked.extend(some.to_pylist()) or matching(some, "[0-9]"))
        found = [mask.tolist() for mask in masks]
    finally:
        together.LIGHT_BYTES = kept
    assert found == [[among and any(sign.isdecimal() for sign in cell) for cell, among in column] for column in columns]
    assert asked == [cell for column in columns for cell, among in column if among]
