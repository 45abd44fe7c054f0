"""The tables of a sheet are found wherever they stand, and nothing outside them goes uncounted."""

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.readers.regions import find_regions, outside


class Paper:
    """A sheet to write on; rows and columns count from 1."""

    def __init__(self, height=60, width=30):
        self.cells = [[""] * width for _ in range(height)]

    def put(self, row, column, rows):
        for down, record in enumerate(rows):
            for across, cell in enumerate(record):
                self.cells[row - 1 + down][column - 1 + across] = cell
        return (row, column, row + len(rows) - 1, column + max(map(len, rows)) - 1)

    def regions(self):
        filled = np.array([[bool(cell.strip()) for cell in row] for row in self.cells])
        return find_regions(filled, lambda row: self.cells[row - 1])

    @property
    def filled(self):
        return np.array([[bool(cell.strip()) for cell in row] for row in self.cells])


def table(rows=8, names=("Station", "Calls", "Year")):
    return [list(names), *([f"St {row}", *(str(row * 7 + place) for place in range(len(names) - 1))] for row in range(rows))]


def test_a_sheet_with_one_table_is_one_region():
    paper = Paper()
    where = paper.put(1, 1, table())
    assert paper.regions() == (where,)


def test_a_table_that_stands_away_from_the_corner_is_found():
    paper = Paper()
    where = paper.put(7, 4, table())
    assert paper.regions() == (where,)


def test_two_tables_side_by_side_are_two_regions_the_larger_first():
    paper = Paper()
    small, large = paper.put(1, 1, table(5)), paper.put(1, 6, table(9, ("Street", "Trees", "Height")))
    assert paper.regions() == (large, small)


def test_two_tables_one_below_another_are_two_regions():
    paper = Paper()
    upper, lower = paper.put(1, 1, table(9)), paper.put(13, 1, table(6, ("Street", "Trees", "Height")))
    assert paper.regions() == (upper, lower)


def test_a_blank_row_inside_a_table_does_not_cut_it():
    paper = Paper()
    paper.put(1, 1, table(5))
    paper.put(8, 1, table(5)[1:])
    assert paper.regions() == ((1, 1, 12, 3),)


def test_the_same_header_once_more_goes_on_with_the_table():
    paper = Paper()
    paper.put(1, 1, table(5))
    paper.put(8, 1, table(5))
    assert paper.regions() == ((1, 1, 13, 3),)


def test_a_spacer_column_does_not_cut_a_table():
    paper = Paper()
    paper.put(1, 1, table(6))
    paper.put(1, 5, table(6, ("Crew", "Hours")))
    assert paper.regions() == ((1, 1, 7, 6),)


def test_titles_above_a_table_are_inside_its_region():
    paper = Paper()
    paper.put(1, 1, [["Calls by station"], ["Fiscal year 2019"]])
    paper.put(4, 1, table())
    assert paper.regions() == ((1, 1, 12, 3),)


def test_notes_beside_and_below_a_table_are_outside_and_counted():
    paper = Paper()
    where = paper.put(1, 1, table())
    paper.put(2, 6, [["Note: figures are preliminary"], ["Ask the bureau"]])
    paper.put(12, 1, [["Source: CAD"], ["Printed in June"]])
    assert paper.regions() == (where,)
    assert outside(paper.filled, paper.regions()[0]) == 4


def test_a_sheet_of_nothing_but_lines_of_text_is_one_region():
    paper = Paper()
    paper.put(2, 2, [["One"], ["Two"], ["Three"]])
    assert paper.regions() == ((2, 2, 4, 2),)


def test_an_empty_sheet_has_no_region():
    assert Paper().regions() == ()


def test_a_form_with_cells_all_over_is_left_whole():
    dice = random.Random(1)
    paper = Paper(120, 60)
    for row in range(1, 120, 3):
        for column in range(1, 60, 3):
            paper.put(row, column, [[str(dice.random())]])
    assert len(paper.regions()) == 1


@settings(max_examples=35, deadline=None)
@given(st.data())
def test_every_table_of_a_generated_sheet_is_found(data):
    paper, row, wanted = Paper(200, 30), data.draw(st.integers(1, 5)), []
    for number in range(data.draw(st.integers(1, 4))):
        column = data.draw(st.integers(1, 4))
        names = [f"Name {number} {place}" for place in range(data.draw(st.integers(2, 6)))]
        names = [name.replace("0", "a").replace("1", "b").replace("2", "c").replace("3", "d") for name in names]
        where = paper.put(row, column, table(data.draw(st.integers(3, 9)), names))
        wanted.append(where)
        row = where[2] + data.draw(st.integers(2, 4))
    largest = max((bottom - top) * (right - left) for top, left, bottom, right in wanted)
    offered = {where for where in wanted if (where[2] - where[0]) * (where[3] - where[1]) > 0.2 * largest}
    assert offered <= set(paper.regions())


@settings(max_examples=35, deadline=None)
@given(st.lists(st.lists(st.booleans(), min_size=9, max_size=9), min_size=1, max_size=14))
def test_cells_inside_and_outside_are_all_of_them(rows):
    filled = np.array(rows)
    found = find_regions(filled, lambda row: ["x" if cell else "" for cell in rows[row - 1]])
    assert bool(found) == bool(filled.any())
    for top, left, bottom, right in found:
        inside = int(filled[top - 1:bottom, left - 1:right].sum())
        assert inside + outside(filled, (top, left, bottom, right)) == int(filled.sum())


def test_a_long_table_with_many_blank_rows_is_left_whole():
    filled = np.ones((60_000, 12), np.bool_)
    filled[49::50] = False
    assert find_regions(filled, lambda _row: ["1"] * 12) == ((1, 1, 59_999, 12),)


def test_sections_with_titles_of_their_own_between_blank_rows_are_one_table():
    paper = Paper()
    paper.put(1, 1, [["Building permits by month"]])
    paper.put(3, 1, table(4, ("Type", "Jul", "Aug", "Sep")))
    paper.put(9, 1, [["Commercial"], *table(4, ("Type", "Jul", "Aug", "Sep"))[1:]])
    paper.put(15, 1, [["Trade"], *table(4, ("Type", "Jul", "Aug", "Sep"))[1:]])
    assert paper.regions() == ((1, 1, 19, 4),)


def test_a_title_above_other_names_begins_another_table():
    paper = Paper()
    first = paper.put(1, 1, table(9, ("Type", "Jul", "Aug", "Sep")))
    paper.put(12, 1, [["Staff by station"], *table(6, ("Station", "Chief", "Crew", "Cars"))])
    assert paper.regions()[0] == first
    assert len(paper.regions()) == 2
