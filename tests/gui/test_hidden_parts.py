"""Rows and columns that nobody sees in the spreadsheet: asked about before the table is opened, and led back to after."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from steward.gui.prepare._reading import ReadingForm
from tests.gui.test_importing import choose, field, grid_of
from tests.gui.test_prepare import go, press, texts
from tests.readers.books import book


@pytest.fixture
def out_of_sight(tmp_path):
    def hide(workbook):
        sheet = workbook.active
        sheet.auto_filter.ref, _ = "A1:C260", sheet.auto_filter.add_filter_column(0, ["P-2"])
        for number in (252, 253, 300):
            sheet.row_dimensions[number].hidden = True
        sheet.column_dimensions["C"].hidden = True

    return book(tmp_path / "hidden.xlsx", [["Permit", "Fee", "Note"], *([f"P-{one}", one, "x"] for one in range(2, 400))], hide)


def test_each_kind_of_hidden_rows_is_asked_about_and_left_out_by_itself(window, out_of_sight, seen, settle):
    go(window, "open")
    window.session.importing.start(out_of_sight)
    seen(window)
    choose(window, "2 rows are hidden by a filter", "out")
    seen(window)
    choose(window, "One row is hidden by hand", "in")
    seen(window)
    choose(window, "One column is hidden", "out")
    seen(window)
    press(window.view(), "Open the table")
    settle(window.session)
    sheet = window.session.workbench.original
    assert (len(sheet.columns), sorted({*range(2, 400)} - {*sheet.rows.tolist()})) == (2, [252, 253])
    kinds = [finding.kind for finding in window.session.workbench.report.findings]
    assert ("hidden-row" in kinds, "filtered-row" in kinds, "hidden-column" in kinds) == (True, False, False)


def test_a_way_leads_to_the_hidden_rows_among_those_shown(window, out_of_sight, seen):
    go(window, "open")
    window.session.importing.start(out_of_sight)
    seen(window)
    form, grid = window.view().findChild(ReadingForm), grid_of(window)
    by_filter, by_hand, column = (one for one in form.findChildren(QPushButton) if "Show" in one.text())
    by_filter.click()
    assert grid.current_row() == 252
    assert "hidden in the file" in grid.currentIndex().data()
    by_hand.click()
    assert grid.current_row() == 300
    column.click()
    assert grid.currentIndex().column() == 3


def test_what_is_hidden_is_told_above_the_rows_until_it_is_decided_about(window, out_of_sight, seen):
    go(window, "open")
    window.session.importing.start(out_of_sight)
    seen(window)
    assert "2 rows are hidden by a filter. One row is hidden by hand. One column is hidden." in texts(window.view())
    press(window.view(), "Decide about them")
    assert QApplication.focusWidget() is field(window, "2 rows are hidden by a filter")
    choose(window, "2 rows are hidden by a filter", "out")
    seen(window)
    press(window.view(), "Decide about them")
    assert QApplication.focusWidget() is field(window, "One row is hidden by hand")
    choose(window, "One row is hidden by hand", "in")
    seen(window)
    choose(window, "One column is hidden", "in")
    seen(window)
    assert "They are still in the file" not in texts(window.view())


def test_a_finding_about_hidden_rows_leads_back_to_the_question(window, out_of_sight, seen, settle):
    window.session.begin(out_of_sight)
    settle(window.session)
    window.session.go("columns", "filtered-row|")
    settle(window.session)
    press(window.view(), "Read it another way")
    seen(window)
    press(window.view(), "Decide about them")
    assert QApplication.focusWidget() is field(window, "2 rows are hidden by a filter")
