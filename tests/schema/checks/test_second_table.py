"""A second table below or beside the first one is told where it begins; ordinary tables are left alone."""

from dataclasses import replace

import numpy as np
import pytest

from steward.schema.checks.second_table import CHECK, SMALL
from steward.table.sheet import Quarantined
from tests.builders import sheet_of_rows
from tests.schema.checks.looking import found

FIRST = [["1", "Elm", "2"], ["2", "Oak", "3"], ["3", "Fir", "4"]]


def told(header, rows):
    return [(finding.kind, finding.column, list(finding.rows)) for finding in found(CHECK, sheet_of_rows(header, rows))]


@pytest.mark.parametrize("second", [
    [["station", "street", "calls"], ["N1", "Ash", "9"], ["N2", "Yew", "8"]],
    [["year", "bureau", "total"], ["2019", "Water", "9"], ["2020", "Parks", "8"]],
    [["year", "total", ""], ["2019", "9", ""], ["2020", "8", ""], ["2021", "7", ""]]])
@pytest.mark.parametrize("more", [1, 20])
def test_another_row_of_names_within_the_data_is_told_with_its_row(second, more):
    first = [[str(place), name, fee] for place, (_, name, fee) in enumerate(FIRST * more)]
    assert told(["id", "name", "fee"], first + second) == [("second-table", None, [len(first) + 2])]


def test_the_rows_of_each_table_are_said():
    rows = [*FIRST, ["no", "way", "sum"], ["7", "x", "1"], ["8", "y", "2"]]
    finding, = found(CHECK, sheet_of_rows(["id", "name", "fee"], rows))
    assert "choose rows 1 to 4 under" in str(finding.words.next_step)
    assert "for the rows from 5 on" in str(finding.words.next_step)


@pytest.mark.parametrize("row", [
    ["id", "name", "fee"], ["n/a", "Ash", "unknown"], ["4", "Ash", "closed"], ["none", "Elm", "waived"], ["HOMES:", "", ""],
    ["see note", "Ash", "see note"], ["Total", "", "9"]])
def test_one_odd_row_among_records_is_no_second_table(row):
    assert told(["id", "name", "fee"], [*FIRST, row, *FIRST]) == []


def test_words_in_the_last_rows_are_no_names_of_a_table():
    assert told(["id", "name", "fee"], [*FIRST, ["checked", "by", "Elm"], ["4", "Ash", "5"]]) == []


@pytest.mark.parametrize(("header", "column"), [
    (["id", "name", "fee", "id", "name", "fee"], "id (2)"), (["id", "fee", "ID", "Fee ", "id", "fee"], "ID"),
    (["id", "fee", None, "id", "fee"], "id (2)")])
def test_names_that_begin_anew_to_the_right_are_told_with_the_column(header, column):
    rows = [["" if name is None else str(place * 7 % 11) for name in header] for place in range(6)]
    assert told(header, rows) == [("table-beside", column, [])]


def test_a_table_behind_an_empty_column_that_ends_in_another_row_is_told():
    rows = [["1", "a", "", "x", "9"], ["2", "b", "", "y", "8"], ["3", "c", "", "", ""]]
    assert told(["id", "name", None, "street", "calls"], rows) == [("table-beside", "street", [])]


@pytest.mark.parametrize("header", [
    ["id", "name", None, "street", "calls"], ["id", "in", "out", "in", "out"], ["fee", "fee", "fee", "fee"],
    ["id", "name", "fee", "id", "name", "sum"], ["id", "name", "fee", "id", "name"], [None, "a", None, "a"]])
def test_other_names_are_those_of_one_table(header):
    rows = [["" if name is None else str(place * 7 % 11) for name in header] for place in range(6)]
    assert told(header, rows) == []


def test_set_apart_rows_that_begin_with_names_are_told_as_another_table():
    apart = [Quarantined(row=row, line=row, cells=4, text=text) for row, text in enumerate(
        ("station,street,chief,calls", "N1,Ash,Lee,9", "N2,Yew,Roe,8", "N3,Box,Lee,7"), start=5)]
    finding, = found(CHECK, sheet_of_rows(["id", "name", "fee"], FIRST, quarantine=apart))
    assert (finding.kind, list(finding.rows)) == ("second-table", [5, 6, 7, 8])
    assert "choose rows 1 to 4 under" in str(finding.words.next_step)
    torn = [replace(one, text="x1,a,b,2") for one in apart]
    assert found(CHECK, sheet_of_rows(["id", "name", "fee"], FIRST, quarantine=torn)) == []


def below_a_gap(header, upper, lower):
    """Return a sheet with two blank rows between its records."""
    sheet = sheet_of_rows(header, [*upper, *lower])
    gap = len(upper) + 2
    rows = np.concatenate([sheet.rows[:len(upper)], sheet.rows[len(upper):] + 2])
    return replace(sheet, rows=rows, lines=None, provenance=replace(sheet.provenance, blank_rows=(gap, gap + 1)))


WORDS = [["Kim", "Kenton", "open"], ["Lee", "Kenton", "open"], ["Roe", "Lents", "shut"], ["Ash", "Lents", "open"]]
TREES = [["Tree", "Place", "Health"], ["Elm", "street", "good"], ["Fir", "park", "poor"], ["Oak", "park", "good"],
         ["Yew", "park", "good"]]


def test_a_row_of_names_below_blank_rows_is_told_where_no_figure_shows_it():
    finding, = found(CHECK, below_a_gap(["name", "area", "state"], WORDS, TREES))
    assert (finding.kind, list(finding.rows)) == ("second-table", [8])


@pytest.mark.parametrize("lower", [WORDS, [["Elm", "Kenton", "good"], *TREES[1:]], [["Elm", "park", "good"], *TREES[1:]],
                                   [["Kim", "Kenton", ""], *WORDS]])
def test_records_below_blank_rows_are_no_names(lower):
    assert found(CHECK, below_a_gap(["name", "area", "state"], WORDS, lower)) == []


def test_a_second_table_far_down_is_told_in_a_table_of_no_types():
    upper = [[str(place), f"Lee {place % 7}", f"{place % 9}.5"] for place in range(SMALL)]
    lower = [[f"Ash {place % 7}", str(place % 5), f"row {place % 3}"] for place in range(SMALL // 2)]
    assert told(["id", "name", "fee"], [*upper, ["street", "calls", "chief"], *lower]) == [("second-table", None, [SMALL + 2])]
    one = [[cell if place % 31 else "", name, fee] for place, (cell, name, fee) in enumerate(upper)]
    assert told(["id", "name", "fee"], [*one, ["not yet", "Lee 3", "waived"], *one]) == []
