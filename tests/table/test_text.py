import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.table import text as table_text
from steward.table.text import blank_mask, byte_lengths, first_bytes, flat_bytes, is_short, last_bytes, matching, matching_among

VALUES = st.lists(st.text(max_size=6), max_size=20)
KINDS = pytest.mark.parametrize("kind", [pa.string(), pa.large_string()])


@KINDS
@given(VALUES, st.integers(0, 5))
def test_lengths_and_bytes_are_those_of_the_text(kind, texts, skipped):
    values = pa.array(texts, kind).slice(skipped)
    encoded = [text.encode() for text in texts[skipped:]]
    assert byte_lengths(values).tolist() == [len(text) for text in encoded]
    assert first_bytes(values).tolist() == [text[0] if text else 0 for text in encoded]
    assert last_bytes(values).tolist() == [text[-1] if text else 0 for text in encoded]
    assert flat_bytes(values).tobytes() == b"".join(encoded)


@KINDS
@given(VALUES | st.lists(st.sampled_from(["", " ", "\u00a0", "\u2003", "\t\n", "a", " a", "\x1f", "\u200b", "é"])))
def test_blank_is_what_python_takes_for_blank(kind, texts):
    assert blank_mask(pa.array(texts, kind)).tolist() == [not text.strip() for text in texts]


@given(st.lists(st.tuples(st.sampled_from(["a1", "b", "1", ""]), st.booleans())))
def test_only_the_masked_values_are_looked_at(pairs):
    import numpy as np

    values = pa.array([text for text, _ in pairs], pa.string())
    among = np.array([chosen for _, chosen in pairs], np.bool_)
    assert matching_among(values, among, "[0-9]").tolist() == [chosen and "1" in text for text, chosen in pairs]


@KINDS
@pytest.mark.parametrize("together", [1, 2, 3, 7])
def test_a_long_column_looked_at_piece_by_piece_gives_the_same(kind, together, monkeypatch):
    values = pa.array(["", " ", "a1", "\u00a0", "é", "bb", "1", "c 2 d"] * 2 + ["z"], kind).slice(1)
    among = np.arange(len(values)) % 3 > 0
    looks = (lambda: blank_mask(values), lambda: matching(values, "[0-9]"), lambda: matching_among(values, among, "[a-z]"),
             lambda: is_short(values, 1))
    at_once = [look().tolist() for look in looks]
    monkeypatch.setattr(table_text, "PIECE_VALUES", together)
    assert [look().tolist() for look in looks] == at_once
