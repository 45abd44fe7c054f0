"""Bounds of suppressed cells, held against trying every table that has the same published numbers."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from steward.table.flows import Flow, Network

REACH = 30


def flows_of(cells, *, with_rows=True):
    """Return the flows of a table of rows, row by row, then the totals of rows, of columns, and of all."""
    height, width = len(cells), len(cells[0])
    bottom, right = height, height + 1 + width
    column = {place: height + 1 + place for place in range(width)}
    found = [Flow(row, column[place], cells[row][place]) for row in range(height) for place in range(width)]
    found += [Flow(right, row, sum(cells[row]), may_go=False) for row in range(height)] if with_rows else []
    found += [Flow(column[place], bottom, sum(row[place] for row in cells), may_go=False) for place in range(width)]
    return [*found, Flow(bottom, right, sum(map(sum, cells)), may_go=False)]


def every_value(cells, hidden, of):
    """Return all values of one hidden cell in tables of the same totals, whose other cells are as published."""
    height, width = len(cells), len(cells[0])
    most = max(map(sum, cells)) + max(sum(row[place] for row in cells) for place in range(width))
    found, places = set(), sorted(hidden)

    def fits(trial):
        return all(sum(trial[row]) == sum(cells[row]) for row in range(height)) and all(
            sum(trial[row][place] for row in range(height)) == sum(row[place] for row in cells) for place in range(width))

    limits = [min(sum(cells[place // width]), sum(row[place % width] for row in cells), most) for place in places]
    for values in product(*(range(1, limit + 1) for limit in limits)):
        trial = [list(row) for row in cells]
        for place, value in zip(places, values, strict=True):
            trial[place // width][place % width] = value
        if fits(trial):
            found.add(trial[of // width][of % width])
    return found


def tables(fewest, most, counts):
    """Draw tables of so many rows and columns, all rows of one length."""
    return st.integers(fewest, most).flatmap(lambda width: st.lists(
        st.lists(counts, min_size=width, max_size=width), min_size=fewest, max_size=most))


@settings(max_examples=25, deadline=None)
@given(tables(2, 3, st.integers(0, 5)), st.randoms(use_true_random=False))
def test_bounds_are_those_of_trying_every_table(cells, draw):
    width = len(cells[0])
    filled = [place for place in range(len(cells) * width) if cells[place // width][place % width]]
    assume(filled)
    hidden = draw.sample(filled, min(len(filled), 4))
    network = Network(flows_of(cells))
    for place in hidden:
        interval = network.interval(place, hidden, REACH)
        values = every_value(cells, hidden, place)
        assert (interval.least, interval.most) == (min(values), max(values))
        assert values == set(range(interval.least, interval.most + 1))


@settings(max_examples=25, deadline=None)
@given(tables(3, 5, st.integers(0, 40)), st.integers(3, 11))
def test_what_is_protected_cannot_be_narrowed_down(cells, fewest):
    network, width = Network(flows_of(cells)), len(cells[0])
    small = [place for place in range(len(cells) * width) if 0 < cells[place // width][place % width] < fewest]
    chosen = network.protected(small, fewest)
    if chosen is None:
        return
    assert chosen >= set(small)
    assert all(network.flows[one].may_go and network.flows[one].value for one in chosen)
    for one in small:
        interval = network.interval(one, chosen, fewest)
        assert interval.least <= 1
        assert interval.most >= fewest - 1


def test_a_cell_suppressed_alone_is_worked_out():
    network = Network(flows_of([[3, 20], [30, 40]]))
    interval = network.interval(0, [0], REACH)
    assert (interval.least, interval.most) == (3, 3)


def test_the_smallest_cells_that_help_go_with_it():
    network = Network(flows_of([[3, 20, 90], [30, 40, 95], [99, 98, 97]]))
    assert network.protected([0], 11) == {0, 1, 3, 4}


def test_two_in_each_line_are_not_enough_where_their_sums_are_small():
    cells = [[1, 1, 50], [1, 1, 50], [50, 50, 50]]
    network = Network(flows_of(cells))
    interval = network.interval(0, [0, 1, 3, 4], REACH)
    assert (interval.least, interval.most) == (1, 1)
    assert len(network.protected([0, 1, 3, 4], 11)) > 4


def test_where_nothing_large_enough_stands_beside_it_nothing_is_promised():
    assert Network(flows_of([[3, 0], [0, 9]])).protected([0, 3], 11) is None


def test_a_column_without_known_totals_of_its_rows_needs_one_more_cell():
    cells = [[3], [40], [60]]
    flows = flows_of(cells, with_rows=False)
    rows = [Flow(5, row, cells[row][0]) for row in range(3)]
    network = Network([*flows, *rows])
    hidden_rows = range(len(flows), len(flows) + 3)
    assert network.interval(0, [0, *hidden_rows], REACH).most == 3
    assert network.interval(0, [0, 1, *hidden_rows], REACH).most == REACH + 3


def test_numbers_that_do_not_add_up_are_no_network():
    with pytest.raises(ValueError, match="add up"):
        Network([Flow(0, 1, 3), Flow(1, 0, 4)])
