"""The table that shows any number of rows: what a cell shows, says and is marked with, and which keys it keeps."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from steward.gui import theme
from steward.gui.widgets.marked_table import MarkedModel, MarkedTable
from steward.gui.widgets.shown_text import in_one_line
from steward.table.marks import marks_of
from steward.table.view import View
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from tests.builders import sheet_of

Role = Qt.ItemDataRole


def finding(column=None, rows=(), tier=Tier.DECIDE):
    return Finding(kind="odd", tier=tier, column=column, count=1, rows=Positions(rows), words=Words(what=say("Odd.")))


def model_of(columns, *findings, **more):
    sheet = sheet_of(columns)
    return MarkedModel(View(sheet), marks_of(sheet, findings), lambda _finding: "e-mail addresses", **more)


@pytest.fixture
def shown(qtbot, qapp):
    """Return a function that shows a table of these columns."""
    theme.apply(qapp, "light")

    def show(columns, *findings):
        table = MarkedTable("The whole table")
        qtbot.addWidget(table)
        table.show_model(model_of(columns, *findings), 99)
        table.resize(500, 300)
        table.show()
        return table

    return show


def told(model, row, column, role):
    return model.data(model.index(row, column), role)


def test_a_cell_is_spoken_with_column_row_value_and_mark():
    model = model_of({"Contact": ["ann@example.org", ""]}, finding("Contact", (2,)))
    assert told(model, 0, 0, Role.AccessibleTextRole) == "Column Contact, row 2: ann@example.org, marked: e-mail addresses"
    assert told(model, 1, 0, Role.AccessibleTextRole) == "Column Contact, row 3: blank"


def test_a_mark_is_a_sign_and_a_color_on_its_cell_alone(qapp):
    model = model_of({"a": ["x", "y"], "b": ["x", "y"]}, finding("a", (3,)))
    assert not told(model, 1, 0, Role.DecorationRole).isNull()
    assert told(model, 1, 0, Role.BackgroundRole) == theme.theme().color("caution_surface")
    assert told(model, 0, 0, Role.DecorationRole) is None
    assert told(model, 1, 1, Role.BackgroundRole) is None


def test_rows_and_columns_carry_the_sign_of_what_is_found_in_them(qapp):
    model = model_of({"a": ["x", "y"], "b": ["x", "y"]}, finding("b", (3,)), finding(None, (2,)))
    for section, way in ((0, Qt.Orientation.Vertical), (1, Qt.Orientation.Vertical), (1, Qt.Orientation.Horizontal)):
        assert not model.headerData(section, way, Role.DecorationRole).isNull()
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.DecorationRole) is None
    assert model.headerData(1, Qt.Orientation.Vertical, Role.DisplayRole) == "3"


def test_a_cell_of_megabytes_is_painted_from_its_beginning():
    model = model_of({"a": ["é" * 3_000_000]})
    assert len(told(model, 0, 0, Role.DisplayRole)) == 200
    assert told(model, 0, 0, Role.ToolTipRole).count("é") == 1_200


def test_numbers_are_set_to_the_right():
    model = model_of({"n": ["1"], "t": ["a"]}, numeric=frozenset("n"))
    assert told(model, 0, 0, Role.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert told(model, 0, 1, Role.TextAlignmentRole) is None


@pytest.mark.parametrize(("cell", "plain", "revealed"), [
    ("two\r\nlines\n", "two⏎lines⏎", "two⏎lines⏎"), ("  a b ", "  a b ", "··a b·"), ("a\u00a0b", "a\u00a0b", "a⍽b"),
    ("a\tb", "a\tb", "a→b"), ("   ", "   ", "···"), ("", "", "")])
def test_line_breaks_are_always_seen_and_blanks_on_wish(cell, plain, revealed):
    assert in_one_line(cell) == plain
    assert in_one_line(cell, reveal=True) == revealed


def test_ten_million_rows_are_shown_from_a_page(qapp):
    import numpy as np

    small = sheet_of({"a": [str(number) for number in range(1_000)]})
    view = View(small, np.arange(10_000_000) % 1_000)
    model = MarkedModel(view, marks_of(small, ()), lambda _finding: "")
    assert model.rowCount() == 10_000_000
    assert told(model, 9_999_999, 0, Role.DisplayRole) == "999"


def test_of_a_thousand_columns_the_cells_of_those_in_sight_are_read(qapp):
    model = model_of({f"c{place}": ["x", "y"] for place in range(1_000)})
    assert told(model, 1, 7, Role.DisplayRole) == "y"
    assert list(model._pages[0].columns) == [7]


def test_chosen_blocks_are_copied_as_rows_and_columns(shown):
    table = shown({name: [str(number) for number in range(9)] for name in "abc"})
    pick, model = QItemSelection(), table.model()
    pick.select(model.index(1, 0), model.index(3, 1))
    pick.select(model.index(6, 0), model.index(6, 1))
    table.selectionModel().select(pick, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert table.chosen() == ([range(1, 4), range(6, 7)], [0, 1])


def test_the_keys_for_copying_ask_for_a_copy(shown, qtbot):
    table = shown({"a": ["x"]})
    with qtbot.waitSignal(table.copy_wanted):
        QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))


def test_page_down_scrolls_the_table_and_not_the_page_around_it(shown):
    from PySide6.QtGui import QShortcut

    table, taken = shown({"a": [str(number) for number in range(500)]}), []
    around = QShortcut(QKeySequence(Qt.Key.Key_PageDown), table, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    around.activated.connect(lambda: taken.append(1))
    table.go_to(0, 0)
    table.setFocus()
    QApplication.processEvents()
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    assert table.currentIndex().row() > 1
    assert not taken


def test_coming_to_a_cell_brings_it_into_sight(shown):
    table = shown({"a": [str(number) for number in range(5_000)]})
    table.go_to(4_321, 0)
    assert table.viewport().rect().intersects(table.visualRect(table.model().index(4_321, 0)))


def test_thousands_of_columns_are_shown_and_come_to(shown):
    table = shown({f"c{place}": ["x", str(place)] for place in range(5_000)})
    table.go_to(1, 4_999)
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
    assert told(table.model(), 1, 4_999, Role.AccessibleTextRole) == "Column c4999, row 3: 4999"
