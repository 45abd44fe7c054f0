"""Tables of counts laid out as two-way tables, suppressed, and held against an attacker who tries everything."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.table.count_table import NotTwoWay, small_counts, suppression, two_way
from tests.builders import sheet_of
from tests.table.test_flows import tables

AREAS = ("North", "South", "East")


def wide(rows, *, with_totals=False, extra=None):
    names = [f"G{place}" for place in range(len(rows[0]))]
    cells = [list(row) for row in rows]
    if with_totals:
        cells = [[*row, sum(row)] for row in cells]
        cells.append([sum(row[place] for row in cells) for place in range(len(cells[0]))])
        names = [*names, "Total"]
    labels = [*(f"Area {place}" for place in range(len(rows))), *(["Total"] if with_totals else [])]
    columns = {"Area": labels, **{name: [str(row[place]) for row in cells] for place, name in enumerate(names)}}
    return sheet_of({**columns, **(extra or {})}), names


def gone(sheet, names, fewest=11, *, known=True):
    found = suppression(two_way(sheet, names), fewest, are_totals_known=known)
    return set(found.small), set(found.others)


def test_a_small_count_takes_three_others_with_it_where_totals_are_told():
    sheet, names = wide([[3, 20, 90], [30, 40, 95], [99, 98, 97]], with_totals=True)
    assert gone(sheet, names) == ({(0, "G0")}, {(0, "G1"), (1, "G0"), (1, "G1")})


def test_without_totals_anywhere_only_the_small_ones_go():
    sheet, names = wide([[3, 20, 90], [30, 40, 95]])
    assert gone(sheet, names, known=False) == ({(0, "G0")}, set())


def test_zero_may_be_told_and_a_small_total_goes_too():
    sheet, names = wide([[4, 3, 0], [30, 40, 95], [50, 60, 70]], with_totals=True)
    small, others = gone(sheet, names)
    assert small == {(0, "G0"), (0, "G1"), (0, "Total")}
    assert (0, "G2") not in others


def test_a_list_of_counts_with_its_total_hides_one_more():
    sheet = sheet_of({"Race": ["A", "B", "C", "Total"], "People": ["4", "25", "60", "89"]})
    assert gone(sheet, ["People"]) == ({(0, "People")}, {(1, "People")})


def test_two_columns_of_categories_are_a_table_too():
    pairs = list(product(AREAS, ("F", "M", "Total")))
    counts = dict(zip(product(AREAS, "FM"), (2, 40, 30, 50, 60, 70), strict=True))
    told = [counts.get(pair, counts.get((pair[0], "F"), 0) + counts.get((pair[0], "M"), 0)) for pair in pairs]
    sheet = sheet_of({"Area": [one for one, _ in pairs], "Sex": [two for _, two in pairs], "Count": list(map(str, told))})
    small, others = gone(sheet, ["Count"])
    assert small == {(0, "Count")}
    assert others == {(pairs.index(pair), "Count") for pair in (("North", "M"), ("South", "F"), ("South", "M"))}


@pytest.mark.parametrize(("columns", "names"), [
    ({"Area": ["a", "b"], "F": ["3", "40"], "M": ["20", "30"], "Percent F": ["13", "57"]}, ["F", "M"]),
    ({"Area": ["a", "b"], "F": ["3", "n/a"], "M": ["20", "30"]}, ["F", "M"]),
    ({"Area": ["a", "a"], "F": ["3", "40"], "M": ["20", "30"]}, ["F", "M"]),
    ({"Area": ["a", "b"], "F": ["3", "40"], "M": ["20", "30"], "Total": ["23", "71"]}, ["F", "M", "Total"]),
    ({"Area": ["a", "b", "Subtotal"], "F": ["3", "40", "43"]}, ["F"]),
    ({"A": ["a"], "B": ["b"], "C": ["c"], "People": ["3"]}, ["People"]),
    ({"Area": ["a", "b", "c"], "F": ["3", "4", "1"], "M": ["2", "3", "5"], "F and M": ["5", "7", "6"], "X": ["50", "60", "9"]},
     ["F", "M", "F and M", "X"]),
    ({"Area": ["a", "b"], "F": ["3", "0"], "M": ["0", "40"]}, ["F", "M"]),
    ({"Area": []}, [])])
def test_what_cannot_be_proven_is_refused_with_the_reason(columns, names):
    with pytest.raises(NotTwoWay) as refused:
        gone(sheet_of(columns), names)
    assert str(refused.value.why).endswith(".")


def possible(rows, hidden, fewest):
    """Return the values that each hidden cell can have for one who knows all totals of the table, by trying all tables."""
    height, width = len(rows), len(rows[0])
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(row[place] for row in full) for place in range(width + 1)])
    inner = [(row, place) for row, place in hidden if row < height and place < width]
    seen = {cell: set() for cell in hidden}
    for values in product(range(1, 2 * fewest + 8), repeat=len(inner)):
        trial = [list(row) for row in rows]
        for (row, place), value in zip(inner, values, strict=True):
            trial[row][place] = value
        whole = [[*row, sum(row)] for row in trial]
        whole.append([sum(row[place] for row in whole) for place in range(width + 1)])
        published = [cell for cell in product(range(height + 1), range(width + 1)) if cell not in hidden]
        if all(whole[row][place] == full[row][place] for row, place in published):
            for row, place in hidden:
                seen[row, place].add(whole[row][place])
    return seen


@settings(max_examples=40, deadline=None)
@given(tables(2, 3, st.integers(0, 9)), st.integers(2, 4))
def test_an_attacker_who_tries_every_table_learns_no_more_than_that_a_count_is_small(rows, fewest):
    sheet, names = wide(rows, with_totals=True)
    try:
        table = two_way(sheet, names)
        found = suppression(table, fewest, are_totals_known=True)
    except NotTwoWay:
        return
    assert set(found.small) == set(small_counts(table, fewest))
    hidden = {(row, names.index(name)) for row, name in (*found.small, *found.others)}
    if len([cell for cell in hidden if cell[0] < len(rows) and cell[1] < len(rows[0])]) > 4:
        return
    seen = possible(rows, hidden, fewest)
    for row, name in found.small:
        place = names.index(name)
        addends = [rows[one][two] for one in range(len(rows)) for two in range(len(rows[0]))
                   if (row in (one, len(rows))) and (place in (two, len(rows[0])))]
        assert seen[row, place] >= set(range(sum(1 for count in addends if count), fewest))
