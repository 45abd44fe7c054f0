"""Python looks through all it holds only once no table is open."""

import gc

import pytest

from steward.gui.leftovers import Sweep, look_seldom


@pytest.fixture(autouse=True)
def as_before():
    """Give the thresholds back."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_all_is_looked_through_once_no_table_is_open_and_never_before(opened_window, monkeypatch, qtbot):
    looked = []
    monkeypatch.setattr("steward.gui.leftovers.gc.collect", lambda: looked.append(opened_window.session.workbench))
    look_seldom()
    sweep = Sweep(opened_window.session)
    sweep.setInterval(0)
    opened_window.session.workbench_changed.emit()
    qtbot.waitUntil(lambda: not sweep.isActive())
    assert looked == []
    opened_window.session.leave()
    qtbot.waitUntil(lambda: bool(looked))
    assert (looked, gc.get_threshold()[2] > 1_000_000) == ([None], True)
