"""Where one stands after going somewhere and back: at the same step, the same finding, the same button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from steward.gui.widgets.finding_card import FindingCard
from steward.vocabulary.decision import Choice
from tests.gui.test_prepare import answer, go, press


@pytest.fixture
def left_out(opened_window, settle):
    """Return the privacy page after a column was left out."""
    view = go(opened_window, "privacy")
    answer(view, "Leave out this column")
    press(view, "Leave out this column")
    settle(opened_window.session)
    opened_window.activateWindow()
    return opened_window.view()


def press_key_on(view, name, settle):
    button = next(one for one in view.findChildren(QPushButton) if one.text().replace("&", "") == name and one.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(view.session)
    QApplication.processEvents()
    return QApplication.focusWidget()


def test_after_undo_and_redo_the_keyboard_stands_where_it_can_go_on(left_out, settle):
    assert press_key_on(left_out, "Undo the last change", settle).text() == "&Redo"
    assert press_key_on(left_out, "Redo", settle).text() == "&Undo the last change"


def test_redo_brings_the_answer_back_with_the_change(left_out, settle):
    press_key_on(left_out, "Undo the last change", settle)
    assert left_out.session.draft.decisions == ()
    press_key_on(left_out, "Redo", settle)
    assert [given.choice for given in left_out.session.draft.decisions] == [Choice.REMEDY]


def test_what_is_renewed_under_the_focus_leaves_it_on_the_page(opened_window):
    opened_window.activateWindow()
    view = go(opened_window, "privacy")
    press(view, "Show in the table")
    view = go(opened_window, "privacy")
    button = next(one for one in view.findChildren(QPushButton) if one.accessibleName().startswith("Show in the table"))
    button.setFocus()
    view.refresh()
    QApplication.processEvents()
    assert QApplication.focusWidget() is view


@pytest.mark.parametrize("step", ["open", "privacy", "columns"])
def test_the_whole_table_leads_back_to_the_step_it_was_opened_from(opened_window, settle, step):
    go(opened_window, step)
    go(opened_window, "table")
    settle(opened_window.session)
    press(opened_window.view(), "Back to the steps")
    assert opened_window.view().step.value == step


def test_the_whole_table_leads_back_to_the_finding_that_was_shown_in_it(opened_window, settle):
    opened_window.activateWindow()
    view = go(opened_window, "privacy")
    found = view.findChildren(FindingCard)[-1].finding
    go(opened_window, "table", f"{found.kind}|{found.column or ''}")
    settle(opened_window.session)
    press(opened_window.view(), "Back to the steps")
    QTest.qWait(20)
    view = opened_window.view()
    card = next(one for one in view.findChildren(FindingCard) if one.finding.key == found.key)
    top = card.mapTo(view.area.viewport(), card.rect().topLeft()).y()
    assert 0 <= top < view.area.viewport().height()
    assert QApplication.focusWidget() is card
