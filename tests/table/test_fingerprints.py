"""Same texts have the same number, and texts that occur again are found by it."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table import fingerprints as made
from steward.table.fingerprints import again, fingerprints

texts = st.lists(st.text(alphabet="ab\0é漢", max_size=30), max_size=30)


@given(texts, st.sampled_from([pa.string(), pa.large_string()]), st.integers(0, 5))
def test_texts_share_a_number_where_they_are_the_same(cells, kind, start):
    numbers = fingerprints(pa.array(cells, kind).slice(start)).tolist()
    cells = cells[start:]
    assert [[one == other for other in numbers] for one in numbers] == [[one == other for other in cells] for one in cells]


@given(texts)
def test_those_that_occur_again_are_found(cells):
    assert again(fingerprints(pa.array(cells, pa.string()))).tolist() == [cells.count(cell) > 1 for cell in cells]


@pytest.mark.parametrize("pieces", [1, 2, 3, 7])
def test_pieces_give_the_same_numbers(monkeypatch, pieces):
    cells = pa.array(["", "a", "abcdefgh", "abcdefghi", "a" * 200, "é"] * 3)
    whole = fingerprints(cells)
    monkeypatch.setattr(made, "PIECE_VALUES", pieces)
    assert np.array_equal(fingerprints(cells), whole)


def test_long_texts_that_differ_at_their_ends_may_share_one_and_are_told_apart_by_length():
    one, other, longer = (f"{'x' * 100}{tail}" for tail in ("a", "b", "ab"))
    first, second, third = fingerprints(pa.array([one, other, longer])).tolist()
    assert first == second != third
