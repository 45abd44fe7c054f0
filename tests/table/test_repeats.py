import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from steward.table import repeats
from steward.table.distinct import Distinct, distinct
from steward.table.repeats import repeated_places
from tests.builders import chunked

RECORDS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "yy"]), st.sampled_from("pqrst")), max_size=40)


def expected(records):
    seen, later = set(), []
    for place, record in enumerate(records):
        if record in seen:
            later.append(place)
        seen.add(record)
    return later


@given(RECORDS)
def test_each_later_occurrence_is_named(records):
    columns = [distinct(chunked([record[place] for record in records])) for place in range(3)]
    assert repeated_places(columns).tolist() == expected(records)


@given(RECORDS)
def test_columns_whose_values_are_not_counted_are_compared_too(records):
    columns = [Distinct(values=pa.array([record[place] for record in records], pa.string()), codes=None) for place in range(3)]
    assert repeated_places(columns).tolist() == expected(records)


def test_no_columns_repeat_nothing():
    assert len(repeated_places([])) == 0


def test_records_numbered_share_by_share_repeat_the_same_ones(monkeypatch):
    chance = np.random.default_rng(7)
    columns = [distinct(chunked([f"v{number}" for number in chance.integers(0, width, 3000)])) for width in (5, 40, 90)]
    at_once = repeated_places(columns)
    monkeypatch.setattr(repeats, "SHARE_RECORDS", 100)
    assert len(at_once)
    assert repeated_places(columns).tolist() == at_once.tolist()
