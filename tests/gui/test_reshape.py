"""Reshaping by hand: columns, names and rows are chosen, before and after stand beside each other, and it can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.prepare._reshape_words import account_words, lost_words
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.workflow.reshaped import ReshapeAccount
from tests.gui.test_pages import settled_audit
from tests.tasks.test_reshaping import REPORT, TWO_ROWS
from tests.tasks.test_row_kinds import PRINTED, WORKSHEET


@pytest.fixture
def opened(page_of):
    """Return a function that opens a text as a table and comes to a page."""
    return lambda text, page="reshape": page_of(text, page)


@pytest.fixture
def form(opened):
    return opened(REPORT)


def texts(widget):
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget, name):
    QApplication.processEvents()
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible())


def tick(page, name, box):
    """Tick a box as the keyboard does."""
    table = page.columns.table
    table.setCurrentIndex(table.model().index(page.columns._sheet.names.index(name), 2 + box))
    QTest.keyClick(table, Qt.Key.Key_Space)


def pick(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def shown(page, settle):
    settle(page.session)
    model = page.looks.after.model()
    names = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return names, model.rowCount()


def test_the_form_begins_with_what_steward_proposes(form, settle):
    assert "6 columns are values, 1 is repeated beside each of them, 1 is left out." in texts(form)
    assert shown(form, settle) == (["Section", "Kind", "Month", "Measure", "Value"], 16)
    told = texts(form.looks)
    assert "Before: 6 rows, 8 columns" in told
    assert "After: 16 rows, 5 columns" in told
    assert "All 32 filled cells are accounted for: 16 in rows of their own" in told


def test_columns_are_ticked_with_the_keyboard_and_one_tick_takes_the_others_away(form, settle):
    tick(form, "Mar-19 Value", 0)
    tick(form, "Total", 0)
    settle(form.session)
    assert form._wish.values == {"Jan-19 No.", "Jan-19 Value", "Feb-19 No.", "Feb-19 Value", "Mar-19 No.", "Total"}
    assert form._wish.left_out == frozenset()
    tick(form, "Total", 1)
    assert ("Total" in form._wish.values, form._wish.left_out) == (False, {"Total"})
    button(form, "As Steward proposes").click()
    assert len(form._wish.values) == 6
    button(form, "Tick all as values").click()
    assert (len(form._wish.values), form._wish.left_out) == (8, frozenset())


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_the_form_of_a_full_report_can_be_used_in_a_window_of_any_width(opened, settle, size):
    page = opened(PRINTED)
    page.window().resize(*size)
    settle(page.session)
    assert [group for group, fate in page.rows.fates.items() if fate.isVisible()] == ["sections", "totals", "others"]
    assert not settled_audit(page.window())


def test_with_no_value_ticked_it_says_so_and_cannot_be_done(form, settle):
    button(form, "Tick none").click()
    settle(form.session)
    assert "No column is chosen whose cells become rows." in texts(form.looks)
    assert (form.act.isEnabled(), form.looks.after.isVisible()) == (False, False)


def test_the_new_columns_are_named_and_their_names_taken_apart_or_not(form, settle):
    form.names.apart.click()
    form.names.what.setText("What")
    form.names.value.setText("How many")
    form.names.value.editingFinished.emit()
    assert shown(form, settle)[0] == ["Section", "Kind", "What", "How many"]
    assert form.looks.after.model().data(form.looks.after.model().index(0, 2)) == "Jan-19 No."
    form.names.blanks.click()
    assert shown(form, settle) == (["Section", "Kind", "What", "How many"], 18)


def test_two_columns_of_one_name_are_refused_in_words(form, settle):
    form.names.value.setText("Kind")
    form.names.value.editingFinished.emit()
    settle(form.session)
    assert "would have the same name" in texts(form.looks)
    assert not form.act.isEnabled()


def test_titles_and_totals_are_left_out_kept_in_a_column_or_stay(form, settle):
    pick(form.rows.fates["sections"], "left_out")
    pick(form.rows.fates["totals"], "column")
    form.rows.names["totals"].setText("Row")
    form.rows.names["totals"].editingFinished.emit()
    assert shown(form, settle) == (["Row", "Kind", "Month", "Measure", "Value"], 22)
    assert form.rows.fates["totals"].accessibleName() == "1 row that adds up others"
    assert not form.rows.fates["others"].isVisible()


def test_a_second_row_of_names_is_asked_about_and_can_be_named(opened, settle):
    page = opened(TWO_ROWS.replace("Mar-19,", "Mar-19,Mar-19"))
    assert "1 second row of names" in texts(page.rows)
    page.rows.names["subheaders"].setText("What is counted")
    page.rows.names["subheaders"].editingFinished.emit()
    assert shown(page, settle) == (["Kind", "Month", "What is counted", "Value"], 18)
    pick(page.rows.fates["subheaders"], "left_out")
    assert shown(page, settle) == (["Kind", "Month", "Value"], 18)


def test_a_row_is_taken_for_what_the_person_says(form, settle):
    form.looks.before.selectRow(1)
    pick(form.looks.kind, "total")
    form.looks.take.click()
    assert shown(form, settle)[1] == 10
    assert "2 rows that add up others" in texts(form.rows)
    form.looks.before.selectRow(1)
    pick(form.looks.kind, "record")
    form.looks.take.click()
    assert shown(form, settle)[1] == 16


def test_changing_rows_without_choosing_one_leads_to_the_rows(form):
    form.looks.before.clearSelection()
    form.looks.take.click()
    assert form.looks.before.hasFocus()


def test_the_reshape_becomes_a_step_and_answers_the_finding_and_is_undone(form, settle):
    window, session = form.window(), form.session
    form.act.click()
    settle(session)
    assert window.windowTitle().startswith("Check the columns")
    assert (session.workbench.candidate.height, len(session.draft.recipe.steps)) == (16, 1)
    assert [given.kind for given in session.draft.decisions] == ["pivoted-report"]
    assert "Turn 6 columns into rows, as Month, Measure and Value." in texts(window.view())
    button(window.view(), "Undo the last change").click()
    settle(session)
    assert session.workbench.candidate.height == 6


def test_any_table_can_be_reshaped_from_the_columns_page(opened, settle):
    view = opened("Place,Trees,Signs\nNorth,1,2\nSouth,3,4\n", "columns")
    window = view.window()
    button(view, "Reshape the table by hand").click()
    settle(window.session)
    form = window.view()
    assert "Every row looks like a record." in texts(form.rows)
    button(form, "Tick none").click()
    tick(form, "Trees", 0)
    tick(form, "Signs", 0)
    assert shown(form, settle) == (["Place", "Category", "Value"], 4)
    form.act.click()
    settle(window.session)
    assert window.session.workbench.candidate.names == ("Place", "Category", "Value")


def test_what_was_chosen_stays_while_one_looks_at_another_page(form, settle):
    form.names.what.setText("When")
    form.names.what.editingFinished.emit()
    form.session.go("columns")
    settle(form.session)
    form.session.go("reshape")
    settle(form.session)
    assert form.names.what.text() == form._wish.what == "When"


@pytest.mark.parametrize(("text", "kinds"), [
    (PRINTED, {"▸ Title of a section", "• Record", "Σ Total", "– Line of the printed page", "■ Names of columns", "¶ Note"}),
    (WORKSHEET, {"■ Names of columns", "i Describes a dataset", "? No record"})])
def test_the_finding_shows_its_rows_painted_by_what_they_are(opened, text, kinds):
    from steward.gui.widgets.row_table import RowTable

    view = opened(text, "columns")
    model = view.findChild(RowTable).model()
    assert {model.data(model.index(row, 0)) for row in range(model.rowCount())} == kinds
    grounds = {model.data(model.index(row, 0), Qt.ItemDataRole.BackgroundRole).name() for row in range(model.rowCount())}
    assert len(grounds) >= min(3, len(kinds))


def test_the_card_of_a_report_leads_to_the_form(opened, settle):
    view = opened(REPORT, "columns")
    window = view.window()
    button(view, "Choose the columns, names and rows yourself").click()
    settle(window.session)
    assert window.windowTitle().startswith("Reshape the table")


def test_a_worksheet_leads_to_another_file_or_sheet(opened, settle):
    view = opened(WORKSHEET, "columns")
    window = view.window()
    button(view, "Choose another file or sheet").click()
    settle(window.session)
    assert window.windowTitle().startswith("Open the table")


def test_only_the_newest_wish_is_shown(form, settle):
    for name in ("One", "Two", "Three"):
        form.names.what.setText(name)
        form.names.what.editingFinished.emit()
    assert shown(form, settle)[0][2] == "Three"
    form.names.value.setText("Three")
    form.names.value.editingFinished.emit()
    form.names.value.setText("Four")
    form.names.value.editingFinished.emit()
    assert shown(form, settle)[0] == ["Section", "Kind", "Three", "Measure", "Four"]
    assert form.act.isEnabled()


def test_a_refusal_at_the_last_moment_is_told(form, settle, monkeypatch):
    def refuse(*_given):
        raise Refused(words(say("It cannot be done now.")))

    monkeypatch.setattr("steward.tasks.deciding.apply_remedy", refuse)
    form.act.click()
    settle(form.session)
    assert "It cannot be done now." in texts(form.window())
    assert form.act.isEnabled()


def account(**more):
    return ReshapeAccount(**{**dict.fromkeys(("filled", "moved", "kept", "titles", "columns_left_out", "rows_left_out",
                                              "without_value", "rows_without_value", "idle_titles"), 0),
                             "is_proven": True, **more})


@pytest.mark.parametrize(("facts", "told", "lost"), [
    ({}, "The table holds nothing.", ""),
    ({"filled": 1, "moved": 1}, "The 1 filled cell is accounted for: 1 in a row of its own.", ""),
    ({"filled": 5, "moved": 2, "without_value": 3, "rows_without_value": 2},
     "All 5 filled cells are accounted for: 2 in rows of their own, 3 in rows without values.", "2 rows hold no value"),
    ({"filled": 3, "moved": 2, "idle_titles": 1},
     "All 3 filled cells are accounted for: 2 in rows of their own, 1 title of a section without rows.",
     "1 title of a section has no row below it")])
def test_the_account_is_told_in_whole_sentences(facts, told, lost):
    assert str(account_words(account(**facts))) == told
    assert str(lost_words(account(**facts))).startswith(lost)
