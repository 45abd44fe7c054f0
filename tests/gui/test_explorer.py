"""The whole table on its page: found, filtered, sorted, jumped in, copied, with the keyboard and beside the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.explorer.words import fate_words
from steward.gui.widgets.bars import BarList, Histogram
from steward.table.whereabouts import Fate
from tests.gui.conftest import at_rest

LINES = ("A title of the report", "", "Permit,Issued,Applicant email,Fee",
         "P-1,01/31/2026,ann@example.org,100", "P-2,12/01/2025,bo@example.org,20", "P-3,02/01/2026,cy@example.net,3",
         "P-4,03/01/2026,di@example.net,=1+1", "P-5,04/01/2026,,7,one too many", "P-6,05/01/2026,ed@example.com,")


@pytest.fixture
def explorer(look_through):
    """Return the explorer with a table of six rows, of which one does not fit."""
    return look_through("\n".join(LINES) + "\n")


def table_page(window, tmp_path, settle):
    """Return the page of the whole table, with the six rows."""
    path = tmp_path / "permits.csv"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    window.session.begin(path)
    settle(window.session)
    window.session.go("table")
    return window.view()


@pytest.fixture
def explorer_page(window, tmp_path, settle, qtbot):
    """Return the same on its page in the window."""
    page = table_page(window, tmp_path, settle)
    qtbot.waitUntil(lambda: page.place.explorer is not None and page.place.explorer.isVisible(), timeout=30_000)
    page.place.explorer.settle = at_rest(qtbot, page.place.explorer)
    page.place.explorer.settle()
    return page.place.explorer


def numbers(explorer):
    return explorer.arranged.view.rows(0, 99)


def here(explorer):
    index = explorer.rows.currentIndex()
    return explorer._model().row_number(index.row()), explorer.table.sheet.names[index.column()]


def press(widget, name):
    QTest.qWait(20)
    next(one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible()).click()


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_page_shows_every_row_with_its_number(explorer_page):
    assert numbers(explorer_page) == [4, 5, 6, 7, 9]
    assert "5 rows." in texts(explorer_page)
    assert explorer_page.isVisible()


def test_the_first_step_leads_to_the_whole_table(explorer_page):
    window = explorer_page.window()
    window.session.go("open")
    press(window.view(), "See the whole table")
    QApplication.processEvents()
    assert window.windowTitle().startswith("The whole table")


def test_a_press_on_a_name_sorts_upward_then_downward_then_as_in_the_file(explorer):
    place = explorer.table.sheet.names.index("Issued")
    orders = []
    for _press in range(3):
        explorer.rows.order_wanted.emit(place)
        explorer.settle()
        orders.append(numbers(explorer))
    assert orders == [[5, 4, 6, 7, 9], [9, 7, 6, 4, 5], [4, 5, 6, 7, 9]]
    assert "In the order of the file." in texts(explorer)


def test_the_keyboard_sorts_too(explorer):
    explorer.rows.go_to(0, explorer.table.sheet.names.index("Permit"))
    press(explorer.panel, "Sort downward")
    explorer.settle()
    assert numbers(explorer) == [9, 7, 6, 5, 4]
    assert explorer.rows.horizontalHeader().isSortIndicatorShown()


def test_a_text_is_found_and_its_hits_are_counted(explorer):
    explorer.search.text.setFocus()
    QTest.keyClicks(explorer.search.text, "EXAMPLE.ORG")
    explorer.settle()
    assert explorer.search.count.text() == "2 found"
    QTest.keyClick(explorer.search.text, Qt.Key.Key_Return)
    explorer.settle()
    assert (here(explorer), explorer.search.count.text()) == ((4, "Applicant email"), "1 of 2")
    QTest.keyClick(explorer.search.text, Qt.Key.Key_F3)
    explorer.settle()
    assert (here(explorer), explorer.search.count.text()) == ((5, "Applicant email"), "2 of 2")
    QTest.keyClick(explorer.search.text, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    explorer.settle()
    assert here(explorer) == (4, "Applicant email")


def test_a_text_that_is_nowhere_is_told(explorer):
    explorer.search.text.setFocus()
    QTest.keyClicks(explorer.search.text, "no such text")
    QTest.keyClick(explorer.search.text, Qt.Key.Key_Return)
    explorer.settle()
    assert "nowhere" in texts(explorer)


def test_control_f_and_control_g_come_to_their_fields(explorer):
    explorer.rows.setFocus()
    QTest.keyClick(explorer.rows, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert explorer.search.text.hasFocus()
    QTest.keyClick(explorer.search.text, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert explorer.search.row.hasFocus()


def go_to(explorer, row):
    explorer.search.row.setText(str(row))
    QTest.keyClick(explorer.search.row, Qt.Key.Key_Return)
    explorer.settle()


def test_a_row_is_reached_by_the_number_that_the_spreadsheet_shows(explorer):
    go_to(explorer, 6)
    assert here(explorer)[0] == 6


@pytest.mark.parametrize(("row", "words"), [(1, "as a title"), (3, "names of the columns"), (99, "after the last row")])
def test_a_row_that_is_not_in_the_table_says_where_it_went(explorer, row, words):
    go_to(explorer, row)
    assert words in texts(explorer)


def test_a_row_that_does_not_fit_is_shown_as_it_stands_in_the_file(explorer):
    go_to(explorer, 8)
    assert explorer.aside.isVisible()
    assert explorer.aside.model().data(explorer.aside.model().index(0, 1)) == LINES[7]
    go_to(explorer, 6)
    assert explorer.rows.isVisible()


def test_what_is_no_number_is_told(explorer):
    go_to(explorer, "six")
    assert "Type the number of a row" in texts(explorer)


def test_every_fate_of_a_row_has_its_words():
    told = [str(fate_words(fate, 7)) for fate in Fate if fate is not Fate.TABLE]
    assert all("ow 7" in words for words in told)
    assert len(set(told)) == len(Fate) - 1
    assert str(fate_words("blank", 1204)) == "Row 1204 is blank in the file and was passed over."


def test_filters_are_chips_that_can_be_taken_away(explorer):
    explorer.rows.go_to(0, explorer.table.sheet.names.index("Applicant email"))
    explorer.filters.text.setText("example.org")
    explorer.filters.add.click()
    explorer.settle()
    assert (numbers(explorer), "2 of 5 rows are shown." in texts(explorer)) == ([4, 5], True)
    explorer.rows.go_to(0, explorer.table.sheet.names.index("Permit"))
    press(explorer.panel, "Show only rows with this value")
    explorer.settle()
    assert numbers(explorer) == [4]
    press(explorer.filters, "Take away the filter: Applicant email holds")
    explorer.settle()
    assert numbers(explorer) == [4]
    press(explorer.filters, "Take away the filter: Permit is")
    explorer.settle()
    assert numbers(explorer) == [4, 5, 6, 7, 9]


def test_blank_cells_can_be_shown_alone(explorer):
    explorer.rows.go_to(0, explorer.table.sheet.names.index("Fee"))
    explorer.filters.kind.setCurrentIndex(explorer.filters.kind.findData("blank"))
    explorer.filters.add.click()
    explorer.settle()
    assert numbers(explorer) == [9]


def test_f8_goes_from_finding_to_finding_with_its_words(explorer_page):
    seen = set()
    explorer_page.window().view().title.setFocus()   # where the focus is when the page comes up
    for _finding in explorer_page.table.findings:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        explorer_page.settle()
        seen.add(explorer_page.findings.finding.key)
        assert str(explorer_page.findings.finding.words.what) in texts(explorer_page.findings)
    assert seen == {found.key for found in explorer_page.table.findings}


def test_a_finding_shows_its_rows_alone(explorer):
    explorer.come_to(("email", "Applicant email"))
    explorer.settle()
    assert here(explorer) == (4, "Applicant email")
    press(explorer.findings, "Next row of it")
    explorer.settle()
    assert here(explorer) == (5, "Applicant email")
    press(explorer.findings, "Show only its rows")
    explorer.settle()
    assert numbers(explorer) == [4, 5, 6, 7, 9]
    assert "Marked: e-mail addresses" in texts(explorer.panel)


def test_going_round_the_end_of_a_finding_is_said(explorer):
    explorer.come_to(("email", "Applicant email"))
    explorer.settle()
    first, told = here(explorer)[0], []
    for _row in explorer.findings.finding.rows:
        press(explorer.findings, "Next row of it")
        explorer.settle()
        told.append("There is none after this" in texts(explorer))
    assert here(explorer)[0] == first
    assert told == [False] * (len(told) - 1) + [True]
    press(explorer.findings, "Row before")
    explorer.settle()
    assert "There is none before this" in texts(explorer)
    explorer._on_alike()
    explorer.settle()
    press(explorer.findings, "Next row of it")
    explorer.settle()
    assert "This is the only row of it that is shown." in texts(explorer)


def test_a_card_leads_to_its_rows_in_the_table(explorer_page):
    window = explorer_page.window()
    window.session.go("privacy")
    press(window.view(), "Show in the table")
    explorer_page.settle()
    assert explorer_page.isVisible()
    assert explorer_page.findings.finding.kind == "email"


def test_chosen_cells_are_copied_and_formulas_are_defused(explorer):
    explorer.rows.selectAll()
    explorer.rows.copy_wanted.emit()
    explorer.settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "P-1\t01/31/2026\tann@example.org\t100"
    assert lines[3].endswith("\t'=1+1")
    assert "Copied 5 × 4 cells. 1 begins like a formula" in texts(explorer)


def test_the_panel_tells_the_cell_and_its_column_in_figures(explorer):
    explorer.rows.go_to(1, explorer.table.sheet.names.index("Issued"))
    explorer.settle()
    assert explorer.panel.cell.toPlainText() == "12/01/2025"
    told = texts(explorer.panel)
    assert all(words in told for words in ("Row 5, column Issued", "Different values", "10 characters", "05/01/2026"))
    assert "2025-12-01" in explorer.panel.findChild(Histogram).accessibleDescription()
    explorer.rows.go_to(1, explorer.table.sheet.names.index("Permit"))
    explorer.settle()
    assert explorer.panel.findChild(BarList).accessibleDescription().startswith("P-1: 1")


def test_a_column_is_reached_by_its_name(explorer):
    explorer.search.column_wanted.emit(3)
    assert here(explorer) == (4, "Fee")


def test_the_table_after_a_change_keeps_filters_that_still_mean_something(explorer):
    explorer.filters.text.setText("P-")
    explorer.rows.go_to(0, 0)
    explorer.filters.add.click()
    explorer.settle()
    explorer.show_table(explorer.table)
    explorer.settle()
    assert len(explorer.arranged.filters) == 1


def test_in_a_low_window_rows_are_in_sight_at_once(window, tmp_path, settle, qtbot):
    window.resize(683, 384)    # of a small screen at 200%
    page = table_page(window, tmp_path, settle)

    def first_row_is_in_sight():
        if page.place.explorer is None or not page.place.explorer.isVisible():
            return False
        view = page.place.explorer.rows.viewport()
        top = view.mapTo(page.area.viewport(), QPoint(0, 0)).y()
        return 0 < top < page.area.viewport().height() - 2 * page.place.explorer.rows.rowHeight(0)

    qtbot.waitUntil(first_row_is_in_sight, timeout=30_000)
