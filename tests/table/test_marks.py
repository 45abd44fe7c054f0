import numpy as np

from steward.table.marks import ALL_OF_IT, marks_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from tests.builders import sheet_of


def finding(kind, column=None, rows=()):
    return Finding(kind=kind, tier=Tier.WARN, column=column, count=max(1, len(rows)), rows=Positions(rows),
                   words=Words(what=say("Odd.")))


SHEET = sheet_of({"a": ["x", "y", "z"], "b": ["1", "2", "3"]})


def kinds(page, columns=(ALL_OF_IT, 0, 1)):
    cells = {(place, column): page.at(place, column) for place in range(len(page.numbers)) for column in columns}
    return {cell: [one.kind for one in findings] for cell, findings in cells.items() if findings}


def test_a_page_is_told_which_of_its_cells_and_rows_are_marked():
    marks = marks_of(SHEET, [finding("cell", "b", (4, 2)), finding("row", None, (3,)), finding("second", "b", (4,))])
    assert kinds(marks.on(np.array([2, 3, 4]))) == {(0, 1): ["cell"], (2, 1): ["cell", "second"], (1, ALL_OF_IT): ["row"]}
    assert kinds(marks.on(np.array([4]))) == {(0, 1): ["cell", "second"]}
    assert kinds(marks.on(np.array([], np.int64))) == {}


def test_beside_a_row_stands_what_is_said_of_all_of_it_or_else_the_strictest_mark_in_it():
    marks = marks_of(SHEET, [finding("cell", "b", (2, 4)), finding("row", None, (4,)), finding("other", "a", (2, 3))])
    page = marks.on(np.array([4, 2, 3, 5]))
    assert [[one.kind for one in page.beside(place)] for place in range(4)] == [["row"], ["cell"], ["other"], []]


def test_a_finding_about_a_column_marks_the_column_and_no_cell():
    marks = marks_of(SHEET, [finding("empty", "a"), finding("record", "publisher of the record")])
    assert kinds(marks.on(np.array([2, 3]))) == {}
    assert [one.kind for one in marks.of_column(0)] == ["empty"]
    assert len(marks.marks) == 1
