"""A table is opened, read otherwise, mended and looked through with Tab, arrows and Enter alone, and the focus in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox

from tests.gui.test_prepare import go, texts

MOST_STEPS = 150
TEXT = ("Fees of the bureau\nid,name,opened,fee\n"
        + "".join(f'{row},"Elm {row}",2024-01-{row:02d},{row}.50\n' for row in range(1, 20))
        + "20,Smith, John,2024-02-01,3.00\nstation,chief,crew,calls\nN1,Lee,4,9\nN2,Roe,5,8\nN3,Doe,6,7\n")


def named(widget):
    return widget.accessibleName() or (widget.text().replace("&", "") if hasattr(widget, "text") else "")


def press(key, times=1):
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def tab_to(window, name):
    """Come to the control of that name, and see it."""
    passed = []
    for _ in range(MOST_STEPS):
        widget = QApplication.focusWidget()
        if widget is not None and named(widget).startswith(name) and widget.isEnabled():
            QTest.qWait(20)
            assert not widget.visibleRegion().isEmpty(), f"{name} has the focus out of sight"
            return widget
        passed.append(named(widget) if widget is not None else "nothing")
        QTest.keyClick(widget or window, Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"{name} is not among {passed}")


def changed(window, name, seen, *keys):
    """Change a guess with keys, and give back how the file is read then."""
    field = tab_to(window, name)
    assert isinstance(field, QComboBox | QSpinBox)
    for key in keys:
        press(key)
    QTest.qWait(400 if isinstance(field, QSpinBox) else 0)
    return seen(window).step


@pytest.fixture
def chosen(window, tmp_path, seen, monkeypatch):
    path = tmp_path / "fees.csv"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr("steward.gui.widgets.drop_zone.choose_file", lambda _parent: path)
    go(window, "open")
    tab_to(window, "Choose a file")
    press(Qt.Key.Key_Return)
    seen(window)
    return window


def test_every_guess_about_a_file_is_changed_by_keys(chosen, seen):
    window, down, up = chosen, Qt.Key.Key_Down, Qt.Key.Key_Up
    assert changed(window, "Letters written as", seen, down).encoding is not None
    assert changed(window, "Columns are divided by", seen, down).delimiter == ";"
    assert changed(window, "Columns are divided by", seen, up).delimiter == ","
    assert changed(window, "Quotation marks", seen, down).quoting is not None
    assert changed(window, "Quotation marks", seen, up).quoting == "doubled"
    assert changed(window, "First row with column names", seen, up).header_rows == (3,)
    assert changed(window, "Column names", seen, up).header_rows == ()
    tab_to(window, "Undo what was changed here")
    press(Qt.Key.Key_Return)
    seen(window)
    assert changed(window, "First row of the table", seen, up).region[0] == 3
    assert changed(window, "Last row of the table", seen, up).region[2] > 0
    assert changed(window, "First column of the table", seen, up).region[1] == 2
    assert changed(window, "Last column of the table", seen, down).region[3] == 3
    tab_to(window, "Undo what was changed here")
    press(Qt.Key.Key_Return)
    seen(window)
    tab_to(window, "The beginning of the file")
    press(down, 2)
    press(Qt.Key.Key_Return)
    assert len(seen(window).step.header_rows) == 1


def test_a_table_is_found_mended_sorted_and_looked_through_by_keys(chosen, seen, settle, qtbot):
    window, enter, down = chosen, Qt.Key.Key_Return, Qt.Key.Key_Down
    assert changed(window, "Tables found in it", seen, down).region is not None
    tab_to(window, "Open the table")
    press(enter)
    settle(window.session)
    go(window, "columns")
    tab_to(window, "Put this row into the table")
    press(enter)
    settle(window.session)
    assert window.session.workbench.candidate.column("name").values.to_pylist()[-1] == "Smith, John"
    go(window, "open")
    tab_to(window, "See the whole table")
    press(enter)
    settle(window.session)
    explorer = window.view().place.explorer
    tab_to(window, "Find in the table")
    QTest.keyClicks(QApplication.focusWidget(), "Elm 7")
    press(enter)
    qtbot.waitUntil(lambda: explorer.rows.currentIndex().data() == "Elm 7", timeout=10_000)
    tab_to(window, "Go to row")
    QTest.keyClicks(QApplication.focusWidget(), "12")
    press(enter)
    qtbot.waitUntil(lambda: explorer.rows.currentIndex().row() == 9, timeout=10_000)
    tab_to(window, "Next finding")
    press(enter)
    settle(window.session)
    tab_to(window, "Sort downward")
    press(enter)
    settle(window.session)
    assert explorer.arranged.order.descending
    tab_to(window, "The chosen cell in full")
    assert "Different values" in texts(explorer.panel)
