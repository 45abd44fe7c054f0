"""Cells of the table that nobody sees in the spreadsheet wait for a decision in the column they stand in."""

import openpyxl
import pytest
from openpyxl.styles import Font

from steward.tasks import deciding, opening, sealing
from steward.tasks.unseen_cells import KIND
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier

QUIET = Silence()
ROWS = [("Permit", "Kind", "Remark"), *((f"BP-{row}", "Fence", f"Remark {row}") for row in range(2, 40))]


def white(sheet):
    sheet["C5"].font = sheet["C9"].font = Font(color="FFFFFFFF")


def without_format(sheet):
    sheet["C5"].number_format = sheet["C9"].number_format = ";;;"


def merged(sheet):
    sheet.merge_cells("B5:C5")
    sheet.merge_cells("B9:C9")
    for row in (5, 9):
        sheet._cells[row, 3] = openpyxl.cell.Cell(sheet, row, 3, "under")


@pytest.fixture
def begun(house, tmp_path):
    """Return a way to open a workbook of permits after a change of its sheet."""
    def begin(change, first_column=1):
        book = openpyxl.Workbook()
        for row in ROWS:
            book.active.append(row)
        change(book.active)
        if first_column > 1:
            book.active.insert_cols(1, first_column - 1)
        book.save(tmp_path / "permits.xlsx")
        return opening.begin(house, tmp_path / "permits.xlsx", QUIET)
    return begin


def unseen(bench):
    return [found for found in bench.report.findings if found.kind == KIND]


@pytest.mark.parametrize("change", [white, without_format, merged])
def test_cells_that_nobody_sees_wait_for_a_decision_in_their_column(begun, change):
    bench = begun(change)
    found, = unseen(bench)
    assert (found.tier, found.column, found.count, tuple(found.rows)) == (Tier.DECIDE, "Remark", 2, (5, 9))
    assert found.key in {one.key for one in sealing.outstanding(bench)}


def test_a_table_whose_cells_are_seen_asks_nothing(begun):
    assert unseen(begun(lambda _sheet: None)) == []


def test_a_table_that_begins_further_right_names_the_same_column(begun):
    found, = unseen(begun(white, first_column=3))
    assert (found.column, tuple(found.rows)) == ("Remark", (5, 9))


@pytest.mark.parametrize("step", [Step(remedy="leave_out_column", column="Remark"),
                                  Step(remedy="leave_out_rows", parameters={"rows": (5, 9)})])
def test_what_is_left_out_is_asked_about_no_more(house, begun, step):
    bench = begun(white)
    assert unseen(deciding.apply_remedy(house, bench, unseen(bench)[0], step, QUIET)) == []


def test_a_white_cell_of_another_sheet_is_only_listed(house, tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.create_sheet("Notes")["C5"] = "seen by nobody"
    white(book["Notes"])
    book.save(tmp_path / "permits.xlsx")
    bench = opening.begin(house, tmp_path / "permits.xlsx", QUIET)
    assert [thing.kind for thing in bench.report.hidden] == ["invisible_text"]
    assert unseen(bench) == []
