"""Counts of two columns, as a reviewer looks at them."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.privacy.crosstab import MOST_VALUES, REST, crosstab
from steward.table import distinct
from tests.privacy.tables import make_profile

PAIRS = st.lists(st.tuples(st.sampled_from(["a", "b", "", " "]), st.sampled_from("xyz")), min_size=1, max_size=80)


def table_of(pairs):
    return crosstab(*make_profile({"down": [one for one, _ in pairs], "across": [other for _, other in pairs]}).columns)


@settings(deadline=None, max_examples=40)
@given(PAIRS)
def test_every_pair_is_counted_once(pairs):
    found = table_of(pairs)
    by_hand = Counter((one.strip(), other) for one, other in pairs)
    counted = {(down, across): int(found.counts[row, column]) for row, down in enumerate(found.down)
               for column, across in enumerate(found.across)}
    assert {pair: count for pair, count in counted.items() if count} == by_hand
    assert int(found.counts.sum()) == len(pairs)


def test_the_most_frequent_value_stands_first():
    found = table_of([("a", "x"), ("b", "x"), ("b", "y")])
    assert (found.down, found.across) == (("b", "a"), ("x", "y"))


def test_values_beyond_what_a_screen_holds_are_counted_together():
    found = table_of([(str(number), "x") for number in range(100)])
    assert (len(found.down), found.down[-1]) == (MOST_VALUES, REST)
    assert int(found.counts[-1, 0]) == 100 - (MOST_VALUES - 1)


def test_small_cells_hold_somebody_and_fewer_than_the_threshold():
    found = table_of([("a", "x")] * 11 + [("a", "y")] * 10 + [("b", "x")] * 20)
    assert np.argwhere(found.small(11)).tolist() == [[found.down.index("a"), found.across.index("y")]]


def test_a_column_without_a_dictionary_is_counted_as_exactly(monkeypatch):
    monkeypatch.setattr(distinct, "SAMPLE_ROWS", 4)
    pairs = [(str(number % 17), "xy"[number % 2]) for number in range(40)]
    assert int(table_of(pairs).counts.sum()) == 40
    assert sorted(table_of(pairs).down) == sorted({one for one, _ in pairs})
