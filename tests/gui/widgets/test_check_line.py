"""A point to confirm wraps, is ticked by mouse and keyboard, and is as high as its words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from steward.gui import theme
from steward.gui.widgets.check_line import CheckLine

LONG = "The record and the description of every column are right, as far as the first rows show."


@pytest.fixture
def line(qapp, qtbot):
    theme.apply(qapp, "light")
    line = CheckLine(LONG)
    qtbot.addWidget(line)
    line.resize(240, line.heightForWidth(240))
    line.show()
    return line


def test_a_click_on_the_sentence_ticks_it(line):
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(230, line.height() - 3))
    assert line.isChecked()


def test_the_space_bar_ticks_it(line):
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert line.isChecked()


def test_the_narrower_the_higher(line):
    assert line.heightForWidth(160) > line.heightForWidth(320) >= theme.theme().size("target")


def test_its_sentence_is_its_name_also_after_a_change(line):
    line.say("Rights & limits are right.")
    assert line.accessibleName() == "Rights & limits are right."


def test_a_tick_is_seen_and_not_only_colored(line):
    before = line.grab().toImage()
    line.setChecked(True)
    assert line.grab().toImage() != before
