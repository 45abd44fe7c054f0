"""A list of names with boxes: ticked with mouse and keyboard, and spoken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from steward.gui.widgets.table_view import ACCESSIBLE
from steward.gui.widgets.tick_table import TickModel, TickTable


@pytest.fixture
def table(qtbot):
    table = TickTable("Columns", TickModel(("R&D", "Fee\n(USD)"), ("1, 2", "").__getitem__, ("Column", "Cells"),
                                           ("Is values", "Leave out")), 2)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()
    table.told = []
    table.ticked.connect(lambda *told: table.told.append(told))
    return table


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_ticks_the_box_one_stands_on(table, key):
    table.setCurrentIndex(table.model().index(1, 3))
    QTest.keyClick(table, key)
    assert table.told == [(1, 1, True)]


def test_a_click_anywhere_in_the_cell_ticks_it_and_on_a_name_nothing(table):
    for column in (2, 0):
        box = table.visualRect(table.model().index(0, column))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert table.told == [(0, 0, True)]


def test_what_is_ticked_is_shown_and_spoken(table):
    table.show_ticks([1], [])
    model = table.model()
    assert model.data(model.index(1, 2), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.data(model.index(1, 2)) == "Yes"
    assert model.data(model.index(1, 2), ACCESSIBLE) == "Fee⏎(USD), Is values: ticked"
    assert model.data(model.index(0, 3), ACCESSIBLE) == "R&D, Leave out: not ticked"
    table.setCurrentIndex(model.index(1, 2))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.told == [(1, 0, False)]


def test_a_screen_reader_knows_the_boxes_as_boxes(table):
    table.show_ticks([0], [])
    node = QAccessible.queryAccessibleInterface(table)
    cells = {child.text(QAccessible.Text.Name): child.state() for child in map(node.child, range(node.childCount()))}
    told = {name: (state.checkable, state.checked) for name, state in cells.items() if name.startswith("R&D")}
    assert told == {"R&D": (0, 0), "R&D, Is values: ticked": (1, 1), "R&D, Leave out: not ticked": (1, 0)}


def test_what_stands_beside_a_name_is_asked_for_only_once_it_is_seen(qtbot):
    asked = []
    table = TickTable("Columns", TickModel([str(place) for place in range(16_000)], lambda place: asked.append(place) or "cell",
                                           ("Column", "Cells"), ("Is values",)), 2)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    assert table.model().data(table.model().index(3, 1)) == "cell"
    assert len(set(asked)) < 100


def test_an_empty_list_shows_its_heads(qtbot):
    table = TickTable("Columns", TickModel((), str, ("Column", "Cells"), ("Is values",)), 2)
    qtbot.addWidget(table)
    table.show_ticks([])
    assert (table.model().rowCount(), table.model().columnCount()) == (0, 3)
