"""Making text plain, and looking."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.privacy.spans import matches, normalized


@pytest.mark.parametrize(("odd", "plain"), [
    ("５１７", "517"), ("a\u200bb", "ab"), ("1–2", "1-2"), ("1\u00a02", "1 2"), ("O’Connor", "O'Connor"), ("plain", "plain"),
    ("José", "Jose"), ("Đặng", "Dang"), ("한국", "한국"), ("٥١٧", "517"), ("5१7", "517"),
    ("mаria@example.org", "maria@example.org"), ("Олена", "Олена"), ("5\u0336\u200b1\u03367", "517"), ("−12", "-12")])
def test_odd_signs_become_plain(odd, plain):
    assert normalized(pa.array(["first", odd])).to_pylist() == ["first", plain]


def test_plain_values_are_not_copied():
    values = pa.array(["a", "b"])
    assert normalized(values) is values


@given(st.lists(st.text(max_size=20), max_size=20))
def test_there_are_as_many_values_as_before(texts):
    assert len(normalized(pa.array(texts, pa.string()))) == len(texts)


def test_matching_nothing_gives_nothing():
    assert matches(pa.array([], pa.string()), "a").tolist() == []
