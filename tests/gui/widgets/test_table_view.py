"""A table of text hands no spreadsheet a formula to run."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from steward.gui.widgets.table_view import TableView


@pytest.mark.parametrize(("cell", "copied"), [
    ("Oak St", "Oak St"), ("=1+1", "'=1+1"), ("-5.2", "-5.2"), ("@sum", "'@sum"), ("a\tb", '"a\tb"'), ("", "")])
def test_a_copied_cell_is_never_a_formula(qtbot, cell, copied):
    table = TableView("Rows")
    qtbot.addWidget(table)
    table.show_rows(("name",), ((cell,),))
    table.setCurrentIndex(table.model().index(0, 0))
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == copied


def test_without_a_chosen_cell_nothing_is_copied(qtbot):
    table = TableView("Rows")
    qtbot.addWidget(table)
    table.show_rows(("name",), (("x",),))
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
