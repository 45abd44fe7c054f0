"""Counts by several categories: parted where no total reaches across, refused otherwise, and attacked by trying every table."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, remedy
from steward.table.count_slices import slices
from steward.table.count_table import NotTwoWay
from tests.builders import cells_of, sheet_of, step

REMEDY = remedy("suppress_small_cells")
TOTAL = "Total"
NAMES = ("Area", "Sex", "Year")
VALUES = (("North", "South", "East"), ("F", "M", "X"), ("2024", "2025", "2026"))


def cube(counts, sizes, added):
    """Return every cell of a cube by its labels, with the totals of the categories in `added`."""
    labels = [VALUES[axis][:size] for axis, size in enumerate(sizes)]
    inner = dict(zip(product(*labels), counts, strict=False))
    axes = [[*values, *([TOTAL] if axis in added else [])] for axis, values in enumerate(labels)]
    return inner, {key: sum(count for cell, count in inner.items() if fits(cell, key)) for key in product(*axes)}


def fits(cell, key):
    return all(one in (TOTAL, other) for one, other in zip(key, cell, strict=True))


def long(full):
    keys = list(full)
    return sheet_of({**{NAMES[axis]: [key[axis] for key in keys] for axis in range(len(keys[0]))},
                     "Count": [str(full[key]) for key in keys]}), ["Count"]


def wide(full):
    """Return the same with the second category across."""
    across = list(dict.fromkeys(key[1] for key in full))
    rows = list(dict.fromkeys((key[0], *key[2:]) for key in full))
    labels = {name: [row[place] for row in rows] for place, name in enumerate(("Area", *NAMES[2:])[:len(rows[0])])}
    counts = {name: [str(full[row[0], name, *row[1:]]) for row in rows] for name in across}
    return sheet_of({**labels, **counts}), across


def published(sheet, names, full):
    """Return what the published table tells of each cell, None where it is suppressed."""
    cells = cells_of(sheet)
    told = [cells[name][place] for name, place in _places(sheet, names, full)]
    return {key: int(cell) if cell else None for key, cell in zip(full, told, strict=True)}


def _places(sheet, names, full):
    cells = cells_of(sheet)
    for key in full:
        across = names[0] if len(names) == 1 else key[1]
        wanted = key if len(names) == 1 else (key[0], *key[2:])
        labels = [cells[name] for name in sheet.names if name not in names]
        yield across, list(zip(*labels, strict=True)).index(tuple(wanted))


def can_be(cell, value, told, inner, known):
    """Return whether some table has what is told, and this value in a cell: an attacker who tries every table.

    `known` are the totals that are known besides. Suppressed counts are at least 1.
    """
    hidden = [key for key in inner if told[key] is None]
    rules = [(key, total) for key, total in (told | known).items() if TOTAL in key and total is not None]
    rules = [([one for one in hidden if fits(one, key)], total - sum(told[one] or 0 for one in inner if fits(one, key)))
             for key, total in rules]
    if TOTAL in cell:
        shown = sum(told[one] or 0 for one in inner if fits(one, cell))
        rules.append(([one for one in hidden if fits(one, cell)], value - shown))
    given_cells = {cell: value} if cell in hidden else {}
    return _solvable(hidden, rules, given_cells)


def _solvable(hidden, rules, chosen):
    sums = [(len([one for one in cells if one not in chosen]), left - sum(chosen.get(one, 0) for one in cells))
            for cells, left in rules]
    if any(left < free or (not free and left) for free, left in sums):
        return False
    free = [one for one in hidden if one not in chosen]
    bounds = {one: min((left - (open_ - 1) for (cells, _), (open_, left) in zip(rules, sums, strict=True) if one in cells),
                       default=1) for one in free}
    if not free:
        return True
    one = min(free, key=bounds.get)
    return any(_solvable(hidden, rules, {**chosen, one: value}) for value in range(1, bounds[one] + 1))


def margins(inner, fewest):
    """Return the totals of lines and of all that readers may know: none that is itself a small count."""
    sums = defaultdict(int)
    for cell, count in inner.items():
        for key in ((cell[0], TOTAL), (TOTAL, cell[1]), (TOTAL, TOTAL)):
            sums[key] += count
    return {key: total for key, total in sums.items() if not 0 < total < fewest}


tables = st.tuples(st.integers(2, 3), st.integers(2, 3), st.lists(st.integers(0, 9), min_size=18, max_size=18))
forms = st.sampled_from((long, wide))


def attacked(full, inner, form, fewest, *, totals, known):
    """Suppress, and check that each small count can be anything from 1, or what its parts are at least, to just below."""
    sheet, names = form(full)
    try:
        after = REMEDY.apply(sheet, step(REMEDY.name, columns=tuple(names), fewest=fewest, totals=totals))
    except StepDoesNotFit:
        return False
    told = published(after, names, full)
    gone = {key for key, count in full.items() if told[key] is None and TOTAL in key and count >= fewest}
    known = {key: total for key, total in known.items() if key not in gone}   # such a total has to go elsewhere, too
    assert {key: count for key, count in told.items() if count is not None}.items() <= full.items()
    for key, count in full.items():
        if 0 < count < fewest:
            assert told[key] is None
            least = max(1, sum(1 for cell, part in inner.items() if part and fits(cell, key)))
            assert all(can_be(key, value, told, inner, known) for value in range(least, fewest))
    return True


@settings(max_examples=25, deadline=None)
@given(tables, st.sets(st.integers(0, 1)), forms, st.integers(2, 5))
def test_totals_in_the_table_tell_of_no_small_count_more_than_that_it_is_small(table, added, form, fewest):
    height, width, counts = table
    inner, full = cube(counts, (height, width), added)
    attacked(full, inner, form, fewest, totals="unknown", known={})


@settings(max_examples=30, deadline=None)
@given(tables, st.sets(st.integers(0, 1)), forms, st.integers(2, 4))
def test_totals_told_elsewhere_tell_no_more_either(table, added, form, fewest):
    height, width, counts = table
    inner, full = cube(counts, (height, width), added)
    attacked(full, inner, form, fewest, totals="known", known=margins(inner, fewest))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=12, max_size=12), st.sets(st.integers(0, 2), max_size=2), forms, st.integers(2, 4))
def test_three_categories_are_parted_or_refused_and_never_told(counts, added, form, fewest):
    inner, full = cube(counts, (2, 2, 3), added)
    attacked(full, inner, form, fewest, totals="unknown", known={})


def test_the_attacker_works_out_what_is_suppressed_alone():
    inner, full = cube([3, 20, 30, 40], (2, 2), {0, 1})
    told = {**full, ("North", "F"): None}
    assert [value for value in range(1, 30) if can_be(("North", "F"), value, told, inner, {})] == [3]


COUNTS = [3, 20, 30, 40, 50, 60, 70, 80, 2, 90, 25, 35]


@pytest.mark.parametrize("form", [long, wide])
@pytest.mark.parametrize("added", [(), (0,), (1,), (0, 1)])
def test_three_categories_are_suppressed_slice_by_slice(form, added):
    inner, full = cube(COUNTS, (2, 2, 3), added)
    assert attacked(full, inner, form, 5, totals="unknown", known={})


@pytest.mark.parametrize(("added", "totals", "why"), [
    ((0, 1, 2), "unknown", "each with totals"), ((0, 1), "known", "told elsewhere"), ((), "known", "told elsewhere")])
@pytest.mark.parametrize("form", [long, wide])
def test_what_cannot_be_parted_is_refused_with_the_reason(form, added, totals, why):
    sheet, names = form(cube(COUNTS, (2, 2, 3), added)[1])
    with pytest.raises(NotTwoWay, match=why):
        slices(sheet, names, are_totals_known=totals == "known")


def test_a_year_that_adds_up_the_others_is_found_by_its_numbers():
    inner, full = cube(COUNTS, (2, 2, 3), ())
    both = {(area, sex, "Together"): sum(inner[area, sex, year] for year in VALUES[2]) for area, sex, _ in inner}
    with pytest.raises(NotTwoWay, match="add up others"):
        slices(*long({**full, **both}), are_totals_known=False)


def test_a_list_whose_last_line_adds_up_the_others_under_any_name_is_refused():
    sheet = sheet_of({"Race": ["A", "B", "C", "Citywide"], "People": ["4", "25", "60", "89"]})
    with pytest.raises(NotTwoWay, match="add up others"):
        slices(sheet, ["People"], are_totals_known=True)


@pytest.mark.parametrize("more", [
    {"Number": ["1", "2", "3", "4"]}, {"Code": ["N", "N", "S", "S"]}, {"Year": ["2026"] * 4},
    {"City half": ["x", "x", "y", "y"]}])
def test_what_another_column_tells_is_no_category_of_its_own(more):
    columns = {"Area": ["North", "North", "South", "South"], "Sex": ["F", "M", "F", "M"], "Count": ["3", "40", "50", "60"]}
    table, = slices(sheet_of({**more, **columns}), ["Count"], are_totals_known=True)
    assert (table.height, table.width) == (2, 2)


@pytest.mark.parametrize("cell", ["*", "<5", "-4", "n/a", "(X)"])
def test_marks_of_an_earlier_suppression_and_negative_counts_are_refused(cell):
    with pytest.raises(NotTwoWay, match="suppressed before"):
        slices(sheet_of({"Area": ["a", "b"], "F": [cell, "40"], "M": ["3", "50"]}), ["F", "M"], are_totals_known=True)


def test_a_total_that_is_told_elsewhere_stays_where_counts_can_go_in_its_place():
    _, full = cube([3, 11, 95, 12, 40, 90, 99, 98, 97], (3, 3), {0, 1})
    for totals in ("known", "unknown"):
        sheet, names = long(full)
        told = published(REMEDY.apply(sheet, step(REMEDY.name, columns=("Count",), fewest=11, totals=totals)), names, full)
        assert all(told[key] is not None for key in full if TOTAL in key)
