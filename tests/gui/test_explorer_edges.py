"""The whole table at its edges: odd cells, odd names, thousands of columns, and the same table after a change."""

import csv
import io

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from steward.vocabulary.recipe import Step
from tests.gui.conftest import at_rest


@pytest.fixture
def explore(look_through):
    """Return a function that shows a table of these rows and gives its explorer."""
    def shown(rows):
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        return look_through(text.getvalue())

    return shown


@pytest.fixture
def explore_page(window, tmp_path, settle, qtbot):
    """Return a function that opens a table of these rows in the window and gives the explorer of its page."""
    def opened(rows):
        path = tmp_path / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        window.session.begin(path)
        settle(window.session)
        window.session.go("table")
        page = window.view()
        qtbot.waitUntil(lambda: page.place.explorer is not None and page.place.explorer.table is not None, timeout=30_000)
        page.place.explorer.settle = at_rest(qtbot, page.place.explorer)
        page.place.explorer.settle()
        return page.place.explorer

    return opened


ROWS = [("R&D", "Note", "Fee"), ("a", "x", "1"), ("b", "", "2"), ("b & c", "y", ""), ("d", "x", "4")]


def numbers(explorer):
    return explorer.arranged.view.rows(0, 99)


def here(explorer):
    index = explorer.rows.currentIndex()
    return explorer._model().row_number(index.row()), explorer.table.sheet.names[index.column()]


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def chips(explorer):
    return [button.accessibleName() for button in explorer.filters.findChildren(QPushButton)
            if button.accessibleName().startswith("Take away") and button.isVisible()]


def add_filter(explorer, kind, text="", *, anywhere=False):
    explorer.filters.any_column.setCurrentIndex(explorer.filters.any_column.findData("any" if anywhere else "one"))
    explorer.filters.kind.setCurrentIndex(explorer.filters.kind.findData(kind))
    explorer.filters.text.setText(text)
    explorer.filters.add.click()
    explorer.settle()


@pytest.mark.parametrize(("kind", "text", "shown"), [
    ("contains", "b", [3, 4]), ("is", "x", [2, 5]), ("blank", "", [3, 4]), ("filled", "", [2, 3, 4, 5])])
def test_any_column_means_any_column_however_cells_are_compared(explore, kind, text, shown):
    explorer = explore(ROWS)
    add_filter(explorer, kind, text, anywhere=True)
    assert numbers(explorer) == shown
    assert len(chips(explorer)) == 1
    assert "Any column" in chips(explorer)[0]


def test_a_chip_names_the_column_with_its_ampersand(explore):
    explorer = explore(ROWS)
    explorer.rows.go_to(0, 0)
    add_filter(explorer, "contains", "b & c")
    assert chips(explorer) == ["Take away the filter: R&D holds “b & c”"]
    assert numbers(explorer) == [4]


def test_the_same_filter_is_not_added_twice(explore):
    explorer = explore(ROWS)
    add_filter(explorer, "contains", "x", anywhere=True)
    add_filter(explorer, "contains", "x", anywhere=True)
    assert len(chips(explorer)) == 1


def test_a_filter_without_its_text_asks_for_it(explore):
    explorer = explore(ROWS)
    add_filter(explorer, "is")
    assert explorer.filters.text.hasFocus()
    assert chips(explorer) == []


def test_where_no_row_is_left_the_table_says_so_and_comes_back(explore):
    explorer = explore(ROWS)
    add_filter(explorer, "contains", "no such text", anywhere=True)
    assert numbers(explorer) == []
    assert "0 of 4 rows are shown." in texts(explorer)
    assert (explorer.panel.cell.toPlainText(), explorer.panel.alike.isEnabled()) == ("", False)
    assert "No row is shown, so no cell is chosen." in texts(explorer.panel)
    explorer.search.next_wanted.emit(False)
    explorer.panel.alike_wanted.emit()
    explorer.settle()
    next(one for one in explorer.filters.findChildren(QPushButton) if one.accessibleName().startswith("Take away")).click()
    explorer.settle()
    assert numbers(explorer) == [2, 3, 4, 5]
    assert (explorer.panel.cell.toPlainText(), explorer.panel.alike.isEnabled()) == ("a", True)


def test_every_field_above_the_table_has_a_label_that_stays_when_it_is_filled(explore):
    explorer = explore(ROWS)
    labels = {label.buddy(): label.text() for label in explorer.findChildren(QLabel) if label.buddy() is not None}
    search, filters = explorer.search, explorer.filters
    assert [labels.get(field) for field in (search.text, search.column, search.row, filters.any_column)] == [
        "Find", "Column", "Go to row", "Show rows where"]


def test_a_row_that_a_filter_hides_is_told_and_not_confused_with_one_that_is_not_there(explore):
    explorer = explore(ROWS)
    add_filter(explorer, "is", "x", anywhere=True)
    explorer.search.row_wanted.emit(3)
    explorer.settle()
    assert "Row 3 is there, but the filters hide it." in texts(explorer)


def test_after_a_change_the_filter_line_names_the_column_of_the_chosen_cell(explore):
    explorer = explore(ROWS)
    explorer.rows.go_to(1, 2)
    explorer.settle()
    explorer.show_table(explorer.table)
    explorer.settle()
    assert here(explorer) == (2, "R&D")
    assert explorer.filters.any_column.itemText(0) == "R&D"
    assert explorer.panel.heading.text() == "R&D"
    add_filter(explorer, "is", "a")
    assert numbers(explorer) == [2]


def test_a_column_that_was_left_out_is_no_more_offered(explore_page, window, settle, qtbot):
    from steward.tasks.deciding import apply_remedy

    explorer = explore_page(ROWS)
    explorer.rows.go_to(0, 2)
    add_filter(explorer, "filled")
    house = window.session.house
    gone = Step(remedy="leave_out_column", column="Fee")
    window.session.rework(lambda bench, progress: apply_remedy(house, bench, None, gone, progress))
    settle(window.session)
    qtbot.waitUntil(lambda: explorer.table.sheet.names == ("R&D", "Note"), timeout=30_000)
    explorer.settle()
    assert [explorer.search.column.itemText(place) for place in range(explorer.search.column.count())] == ["R&D", "Note"]
    assert (chips(explorer), numbers(explorer)) == ([], [2, 3, 4, 5])
    assert here(explorer)[1] in ("R&D", "Note")


def test_a_text_is_found_round_the_end_and_backward(explore):
    explorer = explore(ROWS)
    explorer.search.text.setText("x")
    explorer.settle()
    seen = []
    for backward in (False, False, False, True):
        explorer.search.next_wanted.emit(backward)
        explorer.settle()
        seen.append(here(explorer))
    assert seen == [(2, "Note"), (5, "Note"), (2, "Note"), (5, "Note")]


def test_a_whole_cell_and_one_column_narrow_the_hits(explore):
    explorer = explore([("a", "b"), ("x", "xx"), ("xy", "x")])
    explorer.rows.go_to(0, 0)
    explorer.search.text.setText("x")
    explorer.settle()
    counts = [explorer.search.count.text()]
    for box in (explorer.search.one_column, explorer.search.whole_cell):
        box.click()
        explorer.settle()
        counts.append(explorer.search.count.text())
    assert [one.split()[-1] if "of" in one else one.split()[0] for one in counts] == ["4", "2", "1"]


def go_to(explorer, typed):
    explorer.search.row.setText(typed)
    QTest.keyClick(explorer.search.row, Qt.Key.Key_Return)
    explorer.settle()
    return here(explorer)[0]


def test_a_row_number_is_taken_as_a_clerk_types_it(explore):
    explorer = explore([("n",), *((str(number),) for number in range(1, 1200))])
    assert [go_to(explorer, typed) for typed in ("1,003", "7", " 1004 ", "7", "1 005")] == [1003, 7, 1004, 7, 1005]


def test_what_is_no_row_number_moves_nothing_and_is_told(explore):
    explorer = explore(ROWS)
    explorer.rows.go_to(2, 1)
    for typed in ("", "-4", "12abc", "9" * 40, "¾"):
        explorer.said.setText("")
        assert go_to(explorer, typed) == 4
        assert "Type the number of a row" in texts(explorer)


def copied_text(explorer, *cells):
    pick, model = QItemSelection(), explorer.rows.model()
    for top, left, bottom, right in cells:
        pick.select(model.index(top, left), model.index(bottom, right))
    explorer.rows.selectionModel().select(pick, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    explorer.rows.copy_wanted.emit()
    explorer.settle()
    return QGuiApplication.clipboard().text()


def copied(explorer, *cells):
    return list(csv.reader(io.StringIO(copied_text(explorer, *cells), newline=""), delimiter="\t"))


def test_tabs_quotes_and_line_breaks_are_copied_so_that_a_spreadsheet_reads_them_back(explore):
    cells = [("a", "b"), ("tab\there", 'say "so"'), ("two\nlines", "é 😀")]
    assert copied(explore(cells), (0, 0, 1, 1)) == [list(row) for row in cells[1:]]


def test_no_copied_cell_is_run_by_a_spreadsheet(explore):
    formulas = ("=1+1", "@SUM(A1)", "+A1", "-A1", '=HYPERLINK("x")')
    explorer = explore([("a", "b"), *((cell, "1") for cell in formulas)])
    assert copied(explorer, (0, 0, 4, 0)) == [["'" + cell] for cell in formulas]
    assert "5 begin like formulas and have an apostrophe before them." in texts(explorer)


def test_two_blocks_that_touch_are_copied_once(explore):
    assert copied(explore(ROWS), (0, 0, 1, 0), (1, 0, 2, 0)) == [["a"], ["b"], ["b & c"]]


def test_a_cell_of_megabytes_is_shown_from_its_beginning_and_copied_whole(explore):
    long = "wörter " * 200_000
    explorer = explore([("a", "b"), (long, "1"), ("short", "2")])
    explorer.rows.go_to(0, 0)
    explorer.settle()
    assert "Only the beginning of this long cell is shown." in texts(explorer.panel)
    assert len(explorer.panel.cell.toPlainText()) == 20_000
    assert copied_text(explorer, (0, 0, 0, 0)) == long


def test_a_marked_cell_is_spoken_with_its_row_column_and_mark(explore):
    explorer = explore([("Name of pet", "Contact"), *((f"pet {number}", f"a{number}@example.org") for number in range(9))])
    model = explorer.rows.model()
    spoken = model.data(model.index(3, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Column Contact, row 5: a3@example.org, marked: e-mail addresses"


def test_the_next_finding_comes_round_and_shift_goes_back(explore):
    explorer = explore([("Name of pet", "Contact", "Phone"),
                        *((f"pet {n}", f"a{n}@example.org", f"503-555-01{n:02d}") for n in range(9))])
    total, seen = len(explorer.table.findings), []
    assert total > 1
    for _step in range(total + 1):
        explorer.findings.step()
        seen.append(explorer.findings.finding.key)
    assert seen[0] == seen[-1]
    assert len(set(seen)) == total
    explorer.findings.step(backward=True)
    assert explorer.findings.finding.key == seen[total - 1]
