"""Tabs: one stays down, a press asks for another, names are shown letter by letter."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from steward.gui import theme
from steward.gui.widgets.tab_row import TabRow

TABS = {"about": "About the table", "who": "Who looks after it", "when": "When and where"}


@pytest.fixture
def tabs(qapp, qtbot):
    theme.apply(qapp, "light")
    page = QWidget()   # a window would not be made narrower than its parts
    qtbot.addWidget(page)
    made = TabRow(TABS, "who")
    made.setParent(page)
    made.resize(900, 60)
    page.show()
    QApplication.processEvents()
    yield made
    page.close()


def test_the_tab_that_is_open_is_told_apart_without_color(tabs):
    told = {name: button.accessibleDescription() for name, button in tabs._buttons.items()}
    assert told == {"about": "", "who": "This group is open.", "when": ""}
    assert [name for name, button in tabs._buttons.items() if button.isChecked()] == ["who"]


def test_a_press_asks_for_the_tab(tabs, qtbot):
    with qtbot.waitSignal(tabs.chosen) as asked:
        QTest.mouseClick(tabs._buttons["when"], Qt.MouseButton.LeftButton)
    assert asked.args == ["when"]


def test_the_keyboard_asks_for_a_tab_too(tabs, qtbot):
    tabs._buttons["about"].setFocus()
    with qtbot.waitSignal(tabs.chosen) as asked:
        QTest.keyClick(tabs._buttons["about"], Qt.Key.Key_Space)
    assert asked.args == ["about"]


def test_a_count_on_a_tab_changes_what_is_read_and_what_is_spoken(tabs):
    tabs.name("about", "Rights & limits, 2 open")
    assert tabs._buttons["about"].accessibleName() == "Rights & limits, 2 open"
    assert tabs._buttons["about"].text() == "Rights && limits, 2 open"


@pytest.mark.parametrize(("width", "lines"), [(900, 1), (200, 3)])
def test_tabs_stand_beside_each_other_only_where_there_is_room(tabs, width, lines):
    tabs.resize(width, 200)
    QApplication.processEvents()
    assert len({button.y() for button in tabs._buttons.values()}) == lines


def test_the_row_can_be_made_narrower_again_after_it_was_wide(tabs):
    assert tabs.minimumSizeHint().width() < 300


def test_tabs_in_one_line_stand_at_even_gaps_and_none_is_cut(tabs):
    tabs.name("who", "Who looks after it (12 open)")
    QApplication.processEvents()
    shown = sorted((button.geometry() for button in tabs._buttons.values()), key=lambda place: place.x())
    gaps = {after.left() - before.right() for before, after in pairwise(shown)}
    assert len(gaps) == 1
    assert all(button.width() >= button.sizeHint().width() for button in tabs._buttons.values())


def test_a_tab_is_as_wide_open_as_closed(tabs):
    widths = [button.width() for button in tabs._buttons.values()]
    for button in tabs._buttons.values():
        button.setChecked(not button.isChecked())
    QApplication.processEvents()
    assert [button.width() for button in tabs._buttons.values()] == widths
