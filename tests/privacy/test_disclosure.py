"""How easily people are singled out."""

from collections import Counter, defaultdict
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.privacy.disclosure import disclosure, group_sizes, rows_in_small_groups
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


def classes_by_hand(rows, places):
    groups = defaultdict(list)
    for number, row in enumerate(rows):
        groups[tuple(row[place].strip() for place in places)].append(number)
    return groups


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_the_risks_are_the_means_over_rows_that_the_literature_defines(rows):
    found = disclosure(columns_of(rows)[:2], 3, sampling_fraction=0.25)
    groups = classes_by_hand(rows, (0, 1)).values()
    each_row = [1 / len(group) for group in groups for _ in group]
    assert found.highest_prosecutor_risk == max(each_row)
    assert abs(found.average_prosecutor_risk - sum(each_row) / len(rows)) < 1e-12
    assert found.records_at_risk == sum(risk > 1 / 3 for risk in each_row) / len(rows)
    assert abs(found.marketer_risk - 0.25 * sum(each_row) / len(rows)) < 1e-12
    assert found.highest_journalist_risk == 0.25 * max(each_row)


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_diversity_is_the_smallest_number_of_values_in_a_group(rows):
    columns = columns_of(rows)
    diversity = disclosure(columns[:2], 3, columns[2:]).diversity[0]
    groups = classes_by_hand(rows, (0, 1)).values()
    values = [{rows[number][2].strip() for number in group} for group in groups]
    assert diversity.smallest == min(map(len, values))
    assert diversity.rows_alike == sum(len(group) for group, held in zip(groups, values, strict=True)
                                       if len(held) == 1 and len(group) > 1)


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_rows_in_small_groups_are_named_by_their_places(rows):
    groups = classes_by_hand(rows, (0, 1, 2)).values()
    by_hand = sorted(number for group in groups if len(group) < 4 for number in group)
    assert rows_in_small_groups(columns_of(rows), 4).tolist() == by_hand


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_the_riskiest_combination_singles_out_as_many_rows_as_any(rows):
    named = disclosure(columns_of(rows), 4).combinations
    unique = {places: Counter(map(len, classes_by_hand(rows, places).values()))[1]
              for count in (2, 3) for places in combinations(range(3), count)}
    assert not named or named[0].unique_rows == max(unique.values())
    assert all(one.unique_rows == unique[tuple(int(name[1:]) for name in one.columns)] for one in named)


def test_a_combination_that_tells_nothing_new_is_left_away():
    table = {"zip": ["97201", "97202"] * 12, "age": [str(40 + row) for row in range(24)], "city": ["Portland"] * 24}
    named = [one.columns for one in disclosure(make_profile(table).columns, 11).combinations]
    assert ("zip", "age", "city") not in named


def test_a_group_in_which_everybody_has_the_same_diagnosis_is_counted():
    table = {"zip": ["97201"] * 12 + ["97202"] * 12, "diagnosis": ["asthma"] * 12 + ["asthma", "none"] * 6}
    columns = make_profile(table).columns
    diversity = disclosure(columns[:1], 11, columns[1:]).diversity[0]
    assert (diversity.column, diversity.smallest, diversity.rows_alike) == ("diagnosis", 1, 12)
