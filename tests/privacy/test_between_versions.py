"""What two versions of a dataset tell together."""

from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.privacy.between_versions import Recoded, difference, forgotten, key_of, singled_out, tells_more, told_in_full
from tests.builders import step

rows = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["1", "2", ""])), max_size=25)


def columns(**cells):
    return {name: pa.chunked_array([pa.array(list(values), pa.string())]) for name, values in cells.items()}


def two(pairs):
    return columns(zip=[one for one, _ in pairs], age=[other for _, other in pairs])


@given(rows, rows, st.integers(1, 6))
def test_small_changes_of_groups_are_counted_as_a_plain_count_does(before, after, threshold):
    told = difference(two(before), two(after), ("zip", "age"), threshold)
    change = Counter(after)
    change.subtract(before)
    small = [count for count in change.values() if count and abs(count) < threshold]
    assert (told.groups, told.added, told.removed) == (
        len(small), sum(count for count in small if count > 0), -sum(count for count in small if count < 0))
    assert told.all_added - told.all_removed == len(after) - len(before)
    assert told.smallest == min(Counter(after).values(), default=len(before))


def held(before, after, about, threshold=3):
    return singled_out(difference(two(before), two(after), ("zip", "age"), threshold), about, threshold)


A, B = ("a", "1"), ("b", "2")


@pytest.mark.parametrize(("before", "after", "about", "told"), [
    ([A] * 5 + [B], [A] * 6 + [B], "person", (1, 0)),              # one more: whoever knows them knows which
    ([A] * 5 + [B], [A] * 7 + [B] * 2 + [("a", "2")], "person", (0, 0)),   # four more, beside single rows
    ([A] * 5 + [B] * 5, [A] * 6 + [B] * 8, "person", (1, 0)),      # every group was kept large: the difference is not
    ([A] * 5 + [B] * 5, [A] * 9 + [B] * 9, "person", (0, 0)),
    ([A] * 5 + [B] * 5, [A] * 4 + [B] * 9, "person", (0, 1)),
    ([A] * 5 + [B], [A] * 6 + [B] * 2, "incident", (0, 0)),        # an ordinary week
    ([A] * 5 + [B], [A] * 9, "incident", (0, 1)),                  # one that is gone, as when a case was sealed
    ([A] * 5 + [B] * 2, [("a", "2")] * 9, "incident", (0, 0)),     # a window that moves on
])
def test_new_rows_alone_are_told_only_where_they_single_people_out(before, after, about, told):
    found = held(before, after, about)
    assert (found.added, found.removed) == told


@given(rows, rows, st.integers(1, 6))
def test_of_incidents_nothing_is_told_of_rows_that_came(before, after, threshold):
    assert held(before, before + after, "incident", threshold).groups == 0


def test_only_what_both_versions_have_is_held_against_each_other():
    told = difference(columns(zip="aab"), columns(zip="aabb", age="1234"), ("age", "zip"), 11)
    assert (told.columns, told.added) == (("zip",), 1)
    assert difference(columns(zip="a"), columns(age="1"), ("age", "zip"), 11).groups == 0


def test_a_remedy_that_is_not_done_again_is_named_and_one_that_is_replaced_is_not():
    last = [step("address_to_zip", "Address"), step("leave_out_column", "Name"), step("trim_blanks", "Kind")]
    told = forgotten(last, [step("address_to_block", "Address")], ("Address", "Name", "Kind"))
    assert [one.column for one in told] == ["Name"]
    assert forgotten(last, last, ("Address", "Kind")) == ()


def test_a_remedy_in_several_columns_is_forgotten_in_each_of_them_where_it_is_not_done_again():
    last = [step("suppress_small_cells", columns=("Women", "Men"))]
    assert [one.column for one in forgotten(last, [], ("Area", "Women", "Men"))] == ["Women", "Men"]
    now = [step("suppress_small_cells", columns=("Men",))]
    assert [one.column for one in forgotten(last, now, ("Women", "Men"))] == ["Women"]
    assert forgotten(last, last, ("Area", "Women", "Men")) == ()


@pytest.mark.parametrize(("before", "after"), [
    ("1990", "1990-04-03"), ("2026-01", "2026-01-05"), ("97201", "97201-1234"), ("45.52", "45.52313"), ("-122.7", "-122.6765"),
    ("***-**-6789", "512-34-6789")])
def test_a_cell_tells_more_than_what_it_was_made_coarser_to(before, after):
    assert tells_more(before, after)
    assert not tells_more(after, before)


@pytest.mark.parametrize(("before", "after"), [("", "x"), ("Pruning", "Prunings"), ("12", "13"), ("45.52", "45.61313"),
                                               ("a", "a"), ("***1", "5122"), ("***1", "**21")])
def test_other_changes_tell_no_more(before, after):
    assert not tells_more(before, after)


def test_the_first_unique_column_that_finds_rows_again_is_the_key():
    before = columns(kind="xxy", id=["1", "2", "3"], other=["7", "8", "9"])
    assert key_of(before, columns(kind="xyy", id=["2", "3", "4"], other=["7", "8", "9"])) == "id"
    assert key_of(columns(id=["1", ""]), columns(id=["1", ""])) is None


def test_cells_told_in_full_are_counted_by_column_for_the_rows_found_again():
    before = columns(id=["1", "2", "3"], born=["1990", "1985", "1971"], note=["", "x", ""], kind=["a", "b", "c"])
    after = columns(id=["3", "2", "9"], born=["1971-02-01", "1985-03-04", "1960-01-01"], note=["said", "x", "y"],
                    kind=["c", "b", "a"])
    assert told_in_full(before, after, "id", {}) == {"born": 2}
    assert told_in_full(before, after, "id", {"note": "scrub_text"}) == {"born": 2, "note": 1}


def test_rare_values_told_again_count_until_enough_rows_have_them():
    before = columns(id=list("abcd"), race=["Other", "Other", "White", "White"])
    after = columns(id=list("abcd"), race=["Somali", "White", "White", "White"])
    assert told_in_full(before, after, "id", {}, Recoded(word="Other", fewest={"race": 3})) == {"race": 1}
    assert told_in_full(before, after, "id", {}, Recoded(word="Other", fewest={"race": 1})) == {}


def test_one_cell_that_grew_is_no_remedy_undone():
    before = columns(id=list("abcdef"), kind=["1"] * 6)
    after = columns(id=list("abcdef"), kind=["1-2", *["1"] * 5])
    assert told_in_full(before, after, "id", {}) == {}
