"""How easily people are singled out."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.privacy.disclosure import disclosure, group_sizes
from tests.privacy.tables import make_profile

ROWS = st.lists(st.tuples(st.sampled_from("ab "), st.sampled_from("xyz"), st.sampled_from(["", "1", " "])), min_size=1,
                max_size=60)


def columns_of(rows):
    return make_profile({f"c{place}": [row[place] for row in rows] for place in range(len(rows[0]))}).columns


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_groups_are_those_that_counting_by_hand_gives(rows):
    plain = [tuple(cell.strip() for cell in row) for row in rows]
    by_hand = sorted(plain.count(row) for row in set(plain))
    assert sorted(group_sizes(columns_of(rows)).tolist()) == by_hand


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_leaving_out_a_column_never_lowers_k(rows):
    columns = columns_of(rows)
    sizes = [disclosure(columns[:count], 11).smallest_group for count in range(1, len(columns) + 1)]
    assert all(wide >= narrow for wide, narrow in pairwise(sizes))


def test_rows_in_groups_below_the_threshold_are_counted():
    found = disclosure(make_profile({"zip": ["97201"] * 11 + ["97202"] * 10 + ["97203"]}).columns, 11)
    assert (found.smallest_group, found.unique_rows, found.rows_in_small_groups, found.threshold) == (1, 1, 11, 11)


def test_many_columns_of_many_values_are_counted_without_a_huge_table():
    many = {f"c{place}": [str((row * 7919 + place) % 997) for row in range(2_000)] for place in range(6)}
    assert int(group_sizes(make_profile(many).columns).sum()) == 2_000


def test_no_columns_give_no_groups():
    assert disclosure((), 11).smallest_group == 0
