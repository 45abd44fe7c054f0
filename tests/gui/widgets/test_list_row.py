"""Lines of a list: pressed as a whole, named in one sentence, walked by arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from steward.gui.widgets.list_row import ListRow, RowList
from steward.gui.widgets.tag import Tag


def row(name):
    return ListRow(name, ("below",), Tag("New", "note"), f"{name}. New", side="Claimed by you")


@pytest.fixture
def lines(qapp, qtbot):
    box = RowList()
    qtbot.addWidget(box)
    box.show_lines([row(name) for name in "ABC"])
    box.show()
    yield box.findChildren(ListRow)
    box.close()


def test_everything_on_it_belongs_to_the_one_button(lines):
    pressed = []
    lines[0].clicked.connect(lambda: pressed.append("A"))
    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert pressed == ["A"]
    assert all(child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for child in lines[0].findChildren(QWidget))


def test_it_shows_title_lines_state_and_side(lines):
    assert [label.text() for label in lines[0].findChildren(QLabel) if label.text()] == ["A", "below", "New", "Claimed by you"]


def test_arrow_keys_stop_at_the_ends(lines):
    lines[0].setFocus()
    for key, expected in ((Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 2)):
        QTest.keyClick(next(line for line in lines if line.hasFocus()), key)
        assert lines[expected].hasFocus()


def test_other_keys_are_left_alone(lines):
    lines[0].setFocus()
    QTest.keyClick(lines[0], Qt.Key.Key_Right)
    QTest.keyClick(lines[1], Qt.Key.Key_Home)
    assert not lines[2].hasFocus()
