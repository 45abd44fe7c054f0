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


def kinds(found):
    return {cell: [one.kind for one in findings] for cell, findings in found.items()}


def test_a_page_is_told_which_of_its_cells_and_rows_are_marked():
    marks = marks_of(SHEET, [finding("cell", "b", (4, 2)), finding("row", None, (3,)), finding("second", "b", (4,))])
    assert kinds(marks.on(np.array([2, 3, 4]))) == {(0, 1): ["cell"], (2, 1): ["cell", "second"], (1, ALL_OF_IT): ["row"]}
    assert kinds(marks.on(np.array([4]))) == {(0, 1): ["cell", "second"]}
    assert marks.on(np.array([], np.int64)) == {}


def test_a_finding_about_a_column_marks_the_column_and_no_cell():
    marks = marks_of(SHEET, [finding("empty", "a"), finding("record", "publisher of the record")])
    assert marks.on(np.array([2, 3])) == {}
    assert [one.kind for one in marks.of_column(0)] == ["empty"]
    assert len(marks.marks) == 1
