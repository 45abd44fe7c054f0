import csv
import io

import numpy as np
import pytest

from steward.table.marks import marks_of
from steward.tasks import exploring
from steward.tasks.checking import check
from steward.tasks.exploring import Explored, Filter, Order, View
from steward.tasks.house import House
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from tests.builders import sheet_of


def explored(columns):
    sheet = sheet_of(columns)
    with House.open() as house:
        report = check(house, sheet, Silence())
    marks = marks_of(sheet, report.findings)
    findings = tuple(mark.finding for mark in marks.marks)
    return Explored(sheet=sheet, original=sheet, profile=report.profile, findings=findings, marks=marks)


@pytest.fixture
def table():
    return explored({"Name": ["b", "a", "c", "a"], "Count": ["10", "9", "", "2"],
                     "Contact": ["ann@example.org", "bo@example.org", "", "cy@example.net"]})


def arranged(table, order=None, filters=(), before=None):
    return exploring.arrange(table, order or Order(), filters, before, Silence())


def test_rows_are_sorted_and_filtered_together(table):
    shown = arranged(table, Order(column="Count"), (Filter(kind="filled", column="Contact"),))
    assert shown.view.rows(0, 9) == [5, 3, 2]
    assert arranged(table, Order(column="Name", descending=True)).view.rows(0, 9) == [4, 2, 3, 5]


def test_another_filter_keeps_the_order_that_was_worked_out(table):
    first = arranged(table, Order(column="Count"))
    second = arranged(table, Order(column="Count"), (Filter(kind="contains", text="A", column="Name"),), first)
    assert second.order_places is first.order_places
    assert second.view.rows(0, 9) == [5, 3]
    third = arranged(table, Order(), second.filters, second)
    assert third.mask is second.mask
    assert third.view.rows(0, 9) == [3, 5]


def test_the_rows_of_a_finding_are_reached_and_shown_alone(table):
    email = next(found for found in table.findings if found.kind == "email")
    view = arranged(table, Order(column="Name")).view
    first = exploring.first_of(view, email)
    assert view.rows(first, 1) == [3]
    assert view.rows(exploring.next_of(view, email, first), 1) == [5]
    assert exploring.next_of(view, email, first, backward=True) == 2
    assert arranged(table, filters=(exploring.finding_filter(email),)).view.rows(0, 9) == [2, 3, 5]
    assert str(exploring.short_name(email)) == "e-mail addresses"


def test_a_filter_by_a_finding_goes_with_the_finding(table):
    email = next(found for found in table.findings if found.kind == "email")
    filters = (exploring.finding_filter(email), Filter(kind="blank", column="Count"), Filter(kind="blank", column="gone"))
    assert exploring.renewed(filters, table) == filters[:2]
    assert exploring.renewed(filters, explored({"Count": ["1"]})) == (filters[1],)


def test_copied_cells_are_read_back_by_a_spreadsheet(table):
    odd = explored({"a": ["tab\there", 'quote "', "two\nlines"], "b": ["1", "", "é"]})
    text = exploring.copied(View(odd.sheet), (range(3),), (0, 1), Silence()).text
    assert list(csv.reader(io.StringIO(text), delimiter="\t")) == [["tab\there", "1"], ['quote "', ""], ["two\nlines", "é"]]


def test_copied_cells_that_a_spreadsheet_would_run_are_defused(table):
    cells = ["=1+1", "-5", "+15035550100", "@SUM(A1)", "-cmd|x", "5"]
    copied = exploring.copied(View(explored({"a": cells}).sheet), (range(6),), (0,), Silence())
    assert copied.text.split("\n") == ["'=1+1", "-5", "'+15035550100", "'@SUM(A1)", "'-cmd|x", "5"]
    assert copied.defused == 4


def test_chosen_rows_and_columns_are_copied_in_their_order_with_a_header_on_wish(table):
    copied = exploring.copied(View(table.sheet), (range(1), range(2, 4)), (1, 0), Silence(), with_header=True)
    assert copied.text.split("\n") == ["Count\tName", "10\tb", "\tc", "2\ta"]
    assert (copied.rows, copied.columns) == (3, 2)


def test_too_many_cells_are_not_copied(table, monkeypatch):
    monkeypatch.setattr(exploring, "MOST_CELLS", 3)
    assert exploring.copied(View(table.sheet), (range(4),), (0,), Silence()) is None
    monkeypatch.setattr(exploring, "MOST_CELLS", 99)
    monkeypatch.setattr(exploring, "MOST_CHARACTERS", 3)
    assert exploring.copied(View(table.sheet), (range(4),), (0,), Silence()) is None


@pytest.mark.parametrize("shown", [(2, 3, 4, 5, 6), (6, 5, 4, 3, 2), (4, 2, 6)])
@pytest.mark.parametrize("rows", [(2, 4, 5), (3,), (6, 2), ()])
def test_the_next_row_of_a_finding_is_the_next_one_shown_round_the_end(rows, shown):
    view = View(sheet_of({"a": list("vwxyz")}), places=np.array(shown) - 2)
    finding = Finding(kind="odd", tier=Tier.WARN, count=max(1, len(rows)), rows=Positions(rows), words=Words(what=say("Odd.")))
    marked = [place for place, row in enumerate(shown) if row in rows]
    assert exploring.first_of(view, finding) == (marked[0] if marked else None)
    for at in range(len(shown)):
        after, before = [place for place in marked if place > at] or marked, [place for place in marked if place < at] or marked
        assert exploring.next_of(view, finding, at) == (after[0] if after else None)
        assert exploring.next_of(view, finding, at, backward=True) == (before[-1] if before else None)


def test_a_column_is_told_in_figures(table):
    seen = exploring.glimpse(table, "Count")
    told = exploring.portrait(table, seen, Silence())
    assert told == seen   # so few values are counted at once
    assert (told.missing, told.distinct, told.smallest, told.largest) == (1, 3, "2", "10")
