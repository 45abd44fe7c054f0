"""What takes long in the window's own thread is built in pieces, with the window awake in between."""

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from steward.gui.prepare._recipe import RecipeCard
from steward.gui.turns import Turns


@pytest.fixture
def turns(qapp, monkeypatch):
    """Return turns that let the window have its turn after each step."""
    monkeypatch.setattr("steward.gui.turns.PIECE_SECONDS", 0.0)
    owner = QObject()
    made = Turns(owner)
    made.owner = owner
    return made


def test_the_window_is_heard_between_two_steps(turns, qtbot):
    done = []
    QTimer.singleShot(0, lambda: done.append("heard"))
    turns.begin([lambda: done.append("first"), lambda: done.append("second")])
    assert (done, turns.is_under_way) == (["first"], True)
    qtbot.waitUntil(lambda: not turns.is_under_way)
    assert done == ["first", "heard", "second"]


def test_what_was_begun_before_is_left_when_something_else_begins_even_within_a_step(turns, qtbot):
    done = []
    turns.begin([lambda: done.append("old"), lambda: done.append("never")])
    turns.begin([lambda: turns.begin([lambda: done.append("new")]), lambda: done.append("never")])
    qtbot.waitUntil(lambda: not turns.is_under_way)
    assert done == ["old", "new"]


def test_what_is_left_can_be_had_at_once(turns):
    done = []
    turns.begin([lambda: done.append(1), lambda: done.append(2), lambda: done.append(3)])
    turns.finish()
    assert (done, turns.is_under_way) == ([1, 2, 3], False)


def test_who_presses_a_key_while_a_page_is_filled_does_so_on_the_whole_page(opened_window, monkeypatch):
    monkeypatch.setattr("steward.gui.turns.PIECE_SECONDS", 0.0)
    opened_window.session.go("columns")
    page = opened_window.view()
    assert (page._turns.is_under_way, page.findChild(RecipeCard)) == (True, None)
    QTest.keyClick(opened_window.windowHandle(), Qt.Key.Key_Shift)
    assert (page._turns.is_under_way, page.findChild(RecipeCard) is not None, page._heard) == (False, True, None)
