"""Tables that nothing parts are offered one by one, each with all of the file accounted for; one table is one."""

import random

import pytest

from tests.readers.books import book
from tests.readers.opened import cells_of, look_here, read_here

FIRST = [["id", "name", "fee"], ["1", "Elm", "2"], ["2", "Oak", "3"], ["3", "Fir", "4"], ["4", "Ash", "5"]]
OTHERS = [
    [["station", "street", "calls"], ["N1", "Ash", "9"], ["N2", "Yew", "8"], ["N3", "Box", "8"]],
    [["station", "street", "chief", "crew", "calls"], *([f"N{row}", "Ash", "Lee", str(row), "9"] for row in range(3))],
    [["station", "calls"], ["N1", "9"], ["N2", "8"], ["N3", "7"]]]


GAP = [["name", "area", "state"], ["Kim", "Kenton", "open"], ["Lee", "Kenton", "open"], ["Roe", "Lents", "shut"],
       ["Ash", "Lents", "open"], [], ["Trees of the park"], ["Tree", "Place", "Health"], ["Elm", "street", "good"],
       ["Fir", "park", "poor"], ["Oak", "park", "good"], ["Yew", "park", "good"]]


def as_text(folder, rows, *, is_padded=False):
    width = max(map(len, rows))
    path = folder / "table.csv"
    path.write_text("".join(",".join([*row, *[""] * ((width - len(row)) * is_padded)]) + "\n" for row in rows))
    return path


def as_padded_text(folder, rows):
    return as_text(folder, rows, is_padded=True)


def as_book(folder, rows):
    return book(folder / "table.xlsx", [[int(cell) if cell.isdigit() else cell for cell in row] for row in rows])


@pytest.mark.parametrize("write", [as_text, as_padded_text, as_book])
@pytest.mark.parametrize("second", OTHERS)
def test_each_of_two_tables_without_a_gap_can_be_read_alone(tmp_path, write, second):
    path = write(tmp_path, [*FIRST, *second])
    tables = look_here(path).touching
    assert [(top, bottom) for top, _, bottom, _ in tables] == [(1, 5), (6, 5 + len(second))]
    for region, rows in zip(tables, (FIRST, second), strict=True):
        reading = read_here(path, region=region)
        assert (list(reading.labels), [list(cells) for cells in cells_of(reading)]) == (rows[0], rows[1:])
        assert reading.account.missing == 0
        assert not reading.quarantine
        assert look_here(path, region=region).touching == tables


@pytest.mark.parametrize("write", [as_padded_text, as_book])
def test_a_table_right_beside_another_is_offered_up_to_its_own_last_row(tmp_path, write):
    rows = [["id", "fee", "id", "fee"], ["1", "2", "7", "8"], ["2", "3", "9", "1"], ["3", "4"]]
    path = write(tmp_path, rows)
    assert look_here(path).touching == ((1, 1, 4, 2), (1, 3, 3, 4))
    assert cells_of(read_here(path, region=(1, 3, 3, 4))) == [("7", "8"), ("9", "1")]


def test_a_title_and_a_blank_line_above_the_second_table_belong_to_it_or_to_none(tmp_path):
    path = as_text(tmp_path, [*FIRST, [], ["Calls"], *OTHERS[2]])
    assert look_here(path).touching == ((1, 1, 5, 3), (7, 1, 11, 2))


@pytest.mark.parametrize("rows", [
    [["HOMES", "", ""]], [["id", "name", "fee"]], [["5", "Smith", " John", "9"], ["6", "Doe", " Ann", "1"]],
    [["Total", "", "14"]], [["n/a", "Ash", "unknown"]], [["Prepared by", "Lee"]], [["", "see", "notes"]]])
def test_odd_rows_of_one_table_are_no_other_table(tmp_path, rows):
    assert look_here(as_text(tmp_path, [*FIRST, *rows, *FIRST[1:]])).touching == ()
    assert look_here(as_padded_text(tmp_path, [*FIRST, *rows])).touching == ()


def test_rows_of_words_with_many_different_lengths_are_one_table(tmp_path):
    dice = random.Random(3)
    rows = [[dice.choice("abcdefgh") * dice.randint(1, 9) for _ in range(dice.randint(2, 5))] for _ in range(400)]
    assert look_here(as_text(tmp_path, [["one", "two", "three"], *rows])).touching == ()


def test_a_table_of_words_below_a_blank_line_is_offered_with_its_title(tmp_path):
    path = as_padded_text(tmp_path, GAP)
    assert [(top, bottom) for top, _, bottom, _ in look_here(path).touching] == [(1, 5), (7, 12)]
