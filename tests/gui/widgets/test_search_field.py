"""A field that finds an entry while one types: by keyboard and mouse, and what was chosen is never lost by a wrong word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from steward.gui import theme
from steward.gui.widgets.search_field import Entry, SearchField
from steward.gui.widgets.spacing import column

ENTRIES = tuple(Entry(id=name, label=name.title(), detail=f"Not {name[::-1]}") for name in ("alder", "ash", "birch", "cedar"))


def find(text):
    return [entry for entry in ENTRIES if text.casefold() in entry.label.casefold()]


@pytest.fixture
def field(qapp, qtbot):
    theme.apply(qapp, "light")
    page = QWidget()
    layout = column(page)
    made = SearchField(find, ENTRIES[3], "Type a tree")
    page.other = QLineEdit()
    for widget in (made, made.list, page.other):
        layout.addWidget(widget)
    made.page = page    # which Python would let go
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    return made


def type_in(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)
    QApplication.processEvents()


def test_the_list_opens_with_what_fits(field):
    assert field.shown == ()
    type_in(field, "a")
    assert field.shown == ("alder", "ash", "cedar")
    assert "Not hsa" in field.list.item(1).text()


def test_arrow_keys_and_enter_choose(field, qtbot):
    type_in(field, "a")
    with qtbot.waitSignal(field.picked):
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.chosen, field.text(), field.shown) == ("ash", "Ash", ())


def test_the_mouse_chooses(field, qtbot):
    type_in(field, "b")
    with qtbot.waitSignal(field.picked):
        place = field.list.visualItemRect(field.list.item(0)).center()
        QTest.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.chosen == "birch"


def test_the_down_key_opens_the_whole_list(field):
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert len(field.shown) == len(ENTRIES)


def test_escape_turns_back(field):
    type_in(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.chosen, field.text(), field.shown) == ("cedar", "Cedar", ())


@pytest.mark.parametrize(("typed", "chosen"), [("oak", "cedar"), ("a", "cedar"), ("ash", "ash"), (" BIRCH ", "birch")])
def test_leaving_takes_a_full_name_and_keeps_the_choice_otherwise(field, typed, chosen):
    type_in(field, typed)
    field.page.other.setFocus()
    QApplication.processEvents()
    assert (field.chosen, field.text()) == (chosen, chosen.title())


def test_emptying_the_field_takes_the_choice_away(field, qtbot):
    field.clear()
    with qtbot.waitSignal(field.picked):
        field.page.other.setFocus()
    assert field.chosen == ""
