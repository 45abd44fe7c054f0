"""The bureau on the Describe page: found by letters and former names, warned of where it is taken for another, and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.prepare._element_row import ElementRow
from steward.tasks import drafting


@pytest.fixture
def row(opened_window, qtbot):
    opened_window.session.go("describe", "publisher")
    QApplication.processEvents()
    found = next(row for row in opened_window.view().findChildren(ElementRow) if row.element.id == "publisher")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found.field)
    return found


def choose(row, text):
    row.field.selectAll()
    QTest.keyClicks(row.field, text)
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def warning(row):
    return " ".join(label.text() for label in row._warning.findChildren(QLabel)) if row._warning.isVisible() else ""


def press(row, name):
    QApplication.processEvents()
    next(one for one in row.findChildren(QPushButton) if one.isVisible() and one.accessibleName().startswith(name)).click()
    QApplication.processEvents()


@pytest.mark.parametrize(("typed", "bureau"), [("PFR", "pfr"), ("BDS", "ppd"), ("smart city", "bps"), ("auditor", "auditor")])
def test_a_bureau_is_chosen_by_its_letters_or_a_former_name_and_saved(row, opened_window, qtbot, typed, bureau):
    choose(row, typed)
    session = opened_window.session
    qtbot.waitUntil(lambda: drafting.load(session.house, session.draft.id).record.publisher == bureau)


def test_a_bureau_that_is_taken_for_another_is_warned_of_at_once(row):
    choose(row, "water")
    assert warning(row) == ""
    choose(row, "FPDR")
    assert "easily taken for Portland Fire & Rescue (PF&R)" in warning(row)
    assert "Public Safety" in warning(row)


def test_the_warning_leads_to_the_other_one_and_back(row):
    choose(row, "FPDR")
    press(row, "Choose Portland Fire & Rescue")
    assert row.value() == "pfr"
    press(row, "Choose Fire & Police")
    assert row.value() == "fpdr"


def test_an_answer_to_the_warning_is_not_asked_again(row):
    choose(row, "attorney")
    press(row, "No, Office of the City Attorney")
    assert warning(row) == ""
    choose(row, "auditor")
    assert "City Attorney" in warning(row)
    choose(row, "city attorney")
    assert warning(row) == ""


def test_a_suggestion_beside_the_field_leaves_the_list_usable(row):
    from steward.vocabulary.message import say

    row.suggest("water", say("From the settings."))
    choose(row, "PFR")
    assert row.value() == "pfr"
    row.suggest("water", say("From the settings."))
    press(row, "Bureau: use Portland Water Bureau")
    assert (row.value(), row.field.text()) == ("water", "Portland Water Bureau (PWB)")
