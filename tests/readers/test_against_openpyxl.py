"""Workbooks that were made at random, read by Steward and by openpyxl, with a list of what each cell is published as."""

import datetime as dt
import random
import re

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table

from steward.readers.formats import _sheet_scan
from tests.readers.books import with_part
from tests.readers.opened import cells_of, read_here

DAY = dt.date(2024, 1, 2)
SHEET = "xl/worksheets/sheet1.xml"
# format, stored, published: worked out by hand from what Excel shows
KNOWN = [
    ("General", 12.5, "12.5"), ("General", 5035551234, "5035551234"), ("General", -3, "-3"), ("General", 0.1, "0.1"),
    ("General", "007", "007"), ("@", "1/2", "1/2"), ("General", True, "TRUE"), ("General", False, "FALSE"),
    ("00000", 2139, "02139"), ("000-00-0000", 12345678, "012-34-5678"), ("0.00", 5, "5.00"), ("0%", 0.07, "7%"),
    ("0.0%", 0.125, "12.5%"), ('"$"#,##0.00', 1234.5, "$1,234.50"), ('"$"#,##0.00', -1234.5, "-$1,234.50"),
    ("#,##0", 1234567, "1234567"), ("yyyy-mm-dd", DAY, "2024-01-02"), ("m/d/yyyy", DAY, "2024-01-02"),
    ("m/d/yy h:mm", dt.datetime(2024, 1, 2, 3, 4, 5), "2024-01-02T03:04:05"),
    ("m/d/yy h:mm", dt.datetime(2024, 1, 2), "2024-01-02T00:00:00"), ("h:mm:ss", dt.time(13, 5, 9), "13:05:09"),
    ("[h]:mm:ss", dt.timedelta(hours=30, minutes=2), "30:02:00"), ("mmm-yy", dt.date(2020, 7, 15), "2020-07-15"),
    ("General", "#N/A", "#N/A"), ("General", "line\nbreak & <sign>", "line\nbreak & <sign>"),
    ("General", CellRichText("plain ", TextBlock(InlineFont(b=True), "bold")), "plain bold"), ("General", None, "")]


def filled(workbook, dice, rows, columns):
    """Fill the sheet below its row of names; return what is to be published of every cell."""
    sheet, expected = workbook.active, {}
    sheet.append([f"Name {column}" for column in range(1, columns + 1)])
    for row in sorted(dice.sample(range(2, 4 * rows), rows)):
        for column in range(1, columns + 1):
            code, stored, published = dice.choice(KNOWN)
            cell = sheet.cell(row, column)
            cell.value, cell.number_format = stored, code
            if stored is not None:
                expected[row, column] = published
    return expected


def read(path):
    reading = read_here(path, sheet="Data", header_rows=(1,), region=(1, 1, 0, 0))
    cells = {(row, column): text for row, record in zip(reading.rows.tolist(), cells_of(reading), strict=True)
             for column, text in zip(reading.positions, record, strict=True) if text}
    return reading, cells


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("is_1904", [False, True])
def test_every_cell_is_published_as_the_workbook_shows_it(tmp_path, seed, is_1904):
    dice = random.Random(seed)
    workbook = openpyxl.Workbook()
    workbook.active.title = "Data"
    workbook.epoch = CALENDAR_MAC_1904 if is_1904 else workbook.epoch
    expected = filled(workbook, dice, rows=dice.randint(3, 40), columns=dice.randint(2, 9))
    workbook.save(tmp_path / "a.xlsx")
    reading, cells = read(tmp_path / "a.xlsx")
    assert cells == expected
    assert reading.account.missing == 0
    assert reading.account.records == len(expected)
    there = openpyxl.load_workbook(tmp_path / "a.xlsx")["Data"]
    assert set(cells) == {(cell.row, cell.column) for row in there.iter_rows(min_row=2) for cell in row
                                          if cell.value is not None}


def test_a_merged_label_over_several_rows_says_which_cells_it_covers(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for record in [["Area", "Month", "Calls"], ["North", "Jan", 1], [None, "Feb", 2], [None, "Mar", 3], ["South", "Jan", 4],
                   ["Both", None, 5]]:
        sheet.append(record)
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A6:B6")
    workbook.save(tmp_path / "a.xlsx")
    reading = read_here(tmp_path / "a.xlsx")
    told = [(one.kind, one.count, list(one.rows), one.position) for one in reading.oddities]
    assert told == [("merged-rows", 2, [3, 4], 1), ("merged-across", 1, [6], None)]
    assert (reading.account.missing, reading.account.records) == (0, 12)


def test_titles_merged_above_the_table_are_no_trouble(tmp_path):
    workbook = openpyxl.Workbook()
    for record in [["Calls of 2024", None, None], ["Area", "Month", "Calls"], ["North", "Jan", 1], ["South", "Jan", 4]]:
        workbook.active.append(record)
    workbook.active.merge_cells("A1:C1")
    workbook.save(tmp_path / "a.xlsx")
    assert read_here(tmp_path / "a.xlsx").oddities == ()


@pytest.fixture
def rows_out_of_sight(tmp_path):
    """Return a workbook with rows hidden by a filter (3, 4), by hand (9) and by their height (8)."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for record in [["id", "kind"], *[[number, "x"] for number in range(2, 12)]]:
        sheet.append(record)
    sheet.auto_filter.ref = "A1:B6"
    sheet.auto_filter.add_filter_column(1, ["x"])
    for row in (3, 4, 9):
        sheet.row_dimensions[row].hidden = True
    workbook.save(tmp_path / "whole.xlsx")
    with_part(tmp_path / "whole.xlsx", tmp_path / "a.xlsx", SHEET, lambda xml: xml.replace('<row r="8"', '<row r="8" ht="0"'))
    return tmp_path / "a.xlsx"


def test_rows_hidden_by_a_filter_by_hand_and_by_their_height_are_told_apart(rows_out_of_sight):
    everything = read_here(rows_out_of_sight)
    told = {one.kind: list(one.rows) for one in everything.oddities}
    assert told == {"filtered-row": [3, 4], "hidden-row": [9], "low-row": [8]}
    assert everything.provenance.hidden_rows == 4
    without = read_here(rows_out_of_sight, include_hidden_rows=False)
    assert without.rows.tolist() == [2, 5, 6, 7, 10, 11]
    assert (without.account.left_out, without.account.missing) == (8, 0)


@pytest.mark.parametrize("column", ["", '<filterColumn colId="1" hiddenButton="1"/>'])
def test_rows_within_a_filter_that_looks_for_nothing_are_hidden_by_hand(tmp_path, rows_out_of_sight, column):
    with_part(rows_out_of_sight, tmp_path / "b.xlsx", SHEET, lambda xml: re.sub("<filterColumn.*</filterColumn>", column, xml))
    assert {one.kind: list(one.rows) for one in read_here(tmp_path / "b.xlsx").oddities} == {
        "hidden-row": [3, 4, 9], "low-row": [8]}


@pytest.mark.parametrize(("filters", "gone"), [('<autoFilter ref="A1:B6"/>', [3, 4]), ("", [3, 4, 9])])
def test_a_sheet_that_says_a_filter_is_on_is_believed_where_the_filter_has_no_condition(
        tmp_path, rows_out_of_sight, filters, gone):
    with_part(rows_out_of_sight, tmp_path / "b.xlsx", SHEET, lambda xml: re.sub(
        "<autoFilter.*</autoFilter>", filters, xml).replace("<sheetPr>", '<sheetPr filterMode="1">'))
    assert {one.kind: list(one.rows) for one in read_here(tmp_path / "b.xlsx").oddities}["filtered-row"] == gone


@pytest.mark.parametrize(("condition", "kinds"), [(["x"], {"filtered-row"}), ([], {"hidden-row"})])
def test_a_filter_of_an_excel_table_takes_rows_away_too(tmp_path, condition, kinds):
    workbook = openpyxl.Workbook()
    for record in [["id", "kind"], *[[number, "x"] for number in range(2, 12)]]:
        workbook.active.append(record)
    workbook.active.row_dimensions[4].hidden = True
    table = Table(displayName="Fees", ref="A1:B11", autoFilter=AutoFilter(ref="A1:B11"))
    if condition:
        table.autoFilter.add_filter_column(1, condition)
    workbook.active.add_table(table)
    workbook.save(tmp_path / "a.xlsx")
    assert {one.kind for one in read_here(tmp_path / "a.xlsx").oddities} == kinds


@pytest.mark.parametrize(("choice", "gone"), [("include_filtered_rows", [3, 4]), ("include_hand_hidden_rows", [9]),
                                              ("include_low_rows", [8])])
def test_each_kind_of_hidden_rows_is_left_out_by_itself(rows_out_of_sight, choice, gone):
    reading = read_here(rows_out_of_sight, **{choice: False})
    assert sorted({*range(2, 12)} - {*reading.rows.tolist()}) == gone
    assert (reading.account.left_out, reading.account.missing) == (2 * len(gone), 0)
    assert reading.provenance.hidden_rows_included
    kept = read_here(rows_out_of_sight, include_hidden_rows=False, **{choice: True})
    assert {*gone} <= {*kept.rows.tolist()}


def test_numbers_beyond_fifteen_digits_are_named_by_their_rows(tmp_path):
    workbook = openpyxl.Workbook()
    for record in [["id", "card"], [1, 4111111111111111], [2, 123456789012345], [3, None], [4, "4111111111111111"], [5, -1e18]]:
        workbook.active.append(record)
    workbook.save(tmp_path / "a.xlsx")
    assert [(one.kind, list(one.rows)) for one in read_here(tmp_path / "a.xlsx").oddities] == [("long-number", [2, 6])]


def test_months_that_are_shown_as_jul_15_keep_their_day_and_are_told(tmp_path):
    workbook = openpyxl.Workbook()
    for record in [["Month", "Calls"], [dt.date(2020, 7, 15), 1], [dt.date(2020, 8, 15), 2]]:
        workbook.active.append(record)
    for row in (2, 3):
        workbook.active.cell(row, 1).number_format = "d-mmm"
    workbook.save(tmp_path / "a.xlsx")
    reading = read_here(tmp_path / "a.xlsx")
    assert cells_of(reading) == [("2020-07-15", "1"), ("2020-08-15", "2")]
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("date-shown-otherwise", [2, 3])]


@pytest.mark.parametrize("change", [
    lambda xml: xml.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x="),
    lambda xml: xml.replace('"', "'"), lambda xml: xml.replace('<c r="B2"', "<c").replace('<row r="2"', "<row"),
    lambda xml: xml.replace("schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main"),
    lambda xml: xml.replace("<v>2139</v>", "<v><![CDATA[2139]]></v>")])
def test_a_sheet_in_other_xml_is_the_same_table(tmp_path, change):
    workbook = openpyxl.Workbook()
    for record in [["id", "zip"], ["a", 2139], ["b", 97201]]:
        workbook.active.append(record)
    workbook.active["B2"].number_format = workbook.active["B3"].number_format = "00000"
    workbook.save(tmp_path / "a.xlsx")
    odd = with_part(tmp_path / "a.xlsx", tmp_path / "b.xlsx", SHEET, change)
    assert cells_of(read_here(odd)) == [("a", "02139"), ("b", "97201")]


@pytest.fixture
def rows_in_groups(tmp_path):
    """Return a workbook with a closed group (3 to 5), a row hidden inside an open one (9) and one outside of any (12)."""
    workbook = openpyxl.Workbook()
    for record in [["id", "kind"], *[[number, "x"] for number in range(2, 15)]]:
        workbook.active.append(record)
    rows = workbook.active.row_dimensions
    rows.group(3, 5, hidden=True)
    rows.group(8, 10)
    rows[9].hidden = rows[12].hidden = True
    return workbook


def test_rows_of_closed_groups_are_told_apart_from_rows_hidden_by_hand(tmp_path, rows_in_groups):
    rows_in_groups.save(tmp_path / "a.xlsx")
    everything = read_here(tmp_path / "a.xlsx")
    assert {one.kind: list(one.rows) for one in everything.oddities} == {"grouped-row": [3, 4, 5], "hidden-row": [9, 12]}
    without = read_here(tmp_path / "a.xlsx", include_grouped_rows=False)
    assert without.rows.tolist() == [2, *range(6, 15)]
    assert (without.account.left_out, without.account.missing) == (6, 0)


def test_a_large_sheet_tells_its_closed_groups_too(tmp_path, rows_in_groups, monkeypatch):
    monkeypatch.setattr(_sheet_scan, "SMALL_BYTES", 0)
    rows_in_groups.active.row_dimensions[6].collapsed = True
    rows_in_groups.save(tmp_path / "a.xlsx")
    told = {one.kind: list(one.rows) for one in read_here(tmp_path / "a.xlsx").oddities}
    assert told == {"grouped-row": [3, 4, 5], "hidden-row": [9, 12]}
