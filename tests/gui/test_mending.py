"""Rows that were set apart are joined, split and put into the table on the card of their finding."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from steward.gui.prepare._mending import MendForm
from tests.gui.audit import audit

LINES = ["id,name,opened,fee", *(f"{number},Elm {number},2024-01-{number:02d},{number}.50" for number in range(1, 20))]


@pytest.fixture
def form_of(page_of):
    """Return a function that opens a table with more lines and gives the form on the columns page."""
    return lambda *lines: page_of("\n".join([*LINES, *lines]) + "\n", "columns").findChild(MendForm)


def button(form, text):
    return next(one for one in form.findChildren(QPushButton) if one.text() == text)


def cells(form):
    return form._cells


def names(window):
    return window.session.workbench.candidate.column("name").values.to_pylist()


def test_a_proposed_row_is_put_into_the_table_with_one_press(window, form_of, settle):
    form = form_of("20,Smith, John,2024-02-01,3.00")
    assert cells(form) == ("20", "Smith, John", "2024-02-01", "3.00")
    button(form, "Put this row into the table").click()
    settle(window.session)
    assert names(window)[-1] == "Smith, John"
    assert window.session.workbench.candidate.quarantine == ()


def test_all_rows_that_are_alike_are_put_in_together(window, form_of, settle):
    form = form_of("20,Smith, John,2024-02-01,3.00", "21,Doe, Ann,2024-02-02,4.00")
    button(form, "Put all 2 rows like this one in").click()
    settle(window.session)
    assert names(window)[-2:] == ["Smith, John", "Doe, Ann"]


def test_a_row_that_nobody_can_guess_is_mended_by_hand(window, form_of, settle):
    form = form_of("20,a,b,c,d,e")
    put = button(form, "Put this row into the table")
    assert not put.isEnabled()
    form._table.selectRow(1)
    button(form, "Join with the next cell").click()
    button(form, "Join with the next cell").click()
    assert cells(form) == ("20", "a,b,c", "d", "e")
    button(form, "Take back").click()
    assert cells(form) == ("20", "a,b", "c", "d", "e")
    form._table.selectRow(1)
    form._point.setCursorPosition(2)
    button(form, "Split here").click()
    assert cells(form) == ("20", "a,", "b", "c", "d", "e")
    assert not put.isEnabled()


def test_a_row_after_another_stays_to_be_decided(window, form_of, settle):
    form = form_of("20,Smith, John,2024-02-01,3.00", "21,x,y,z,q,r,s")
    button(form, "Put this row into the table").click()
    settle(window.session)
    again = window.view().findChild(MendForm)
    assert [again.findChild(QComboBox).itemText(0)] == ["Row 22, 7 cells"]


def test_what_cannot_be_joined_leaves_the_row_as_it_is(form_of):
    form = form_of("20,Smith, John,2024-02-01,3.00")
    before = cells(form)
    button(form, "Join with the next row").click()
    assert cells(form) == before


def test_the_form_can_be_used_without_seeing_it(window, form_of):
    form_of("20,Smith, John,2024-02-01,3.00")
    QTest.qWait(50)
    assert audit(window, window.view()) == []


def test_a_cell_is_split_at_the_letter_where_the_cursor_stands_whatever_signs_come_before(form_of):
    form = form_of("20,🌳🌳 Elm 7,3.00")
    form._table.selectRow(form._cells.index("🌳🌳 Elm 7"))
    form._point.setCursorPosition(len("🌳🌳 Elm".encode("utf-16-le")) // 2)
    button(form, "Split here").click()
    assert cells(form) == ("20", "🌳🌳 Elm", " 7", "3.00")


def test_a_row_of_one_cell_is_told_in_one_word(form_of):
    form = form_of("alone", "30,Elm,2024-02-03,5.00")   # a lone cell below the last record would be a note
    assert form._state.text() == "It has 1 cell, the table has 4 columns."


def test_no_button_of_the_form_widens_a_narrow_page(window, form_of):
    form = form_of("20,Smith, John,2024-02-01,3.00", "21,Doe, Ann,2024-02-02,4.00")
    window.resize(640, 560)
    QTest.qWait(50)
    assert window.view().area.horizontalScrollBar().maximum() == 0
    assert [one.text() for one in form.findChildren(QPushButton) if one.width() < one.minimumSizeHint().width()] == []
