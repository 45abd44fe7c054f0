"""The same sheet saved as XLSX, XLS, XLSB and ODS gives the same table and the same findings."""

import random
import struct
import zipfile

import openpyxl
import pytest
import python_calamine
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from steward.readers.errors import FileDamaged
from tests.readers.books import book, with_part
from tests.readers.old_books import xls
from tests.readers.opened import cells_of, read_here
from tests.readers.saved_books import LOW, save_ods, save_xls, save_xls_95, save_xlsb
from tests.readers.test_against_openpyxl import KNOWN

SAVERS = {"xls": save_xls, "95.xls": save_xls_95, "xlsb": save_xlsb, "ods": save_ods}


def made(seed, *, is_1904=False):
    """Return a workbook with cells of every kind, rows and columns out of sight, merged cells and a filter."""
    dice, workbook = random.Random(seed), openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904 if is_1904 else workbook.epoch
    sheet, rows, columns = workbook.active, dice.randint(8, 30), dice.randint(3, 8)
    sheet.title = "Data"
    sheet.append([f"Name {column}" for column in range(1, columns + 1)])
    for row in range(2, rows + 1):
        for column in range(1, columns + 1):
            code, stored, _ = dice.choice([one for one in KNOWN if not hasattr(one[1], "as_list")])
            sheet.cell(row, column).value, sheet.cell(row, column).number_format = stored, code
    for row in dice.sample(range(2, rows), 4):
        sheet.row_dimensions[row].hidden = dice.random() < 0.6
        sheet.row_dimensions[row].height = None if sheet.row_dimensions[row].hidden else LOW
    group, is_closed = dice.randint(2, rows - 3), dice.random() < 0.7
    for row in range(group, group + 3):
        sheet.row_dimensions[row].outlineLevel, sheet.row_dimensions[row].height = 1, None
        sheet.row_dimensions[row].hidden |= is_closed
    sheet.column_dimensions["B"].hidden = dice.random() < 0.5
    sheet.auto_filter.ref = f"A1:C{rows // 2}" if dice.random() < 0.8 else None
    if sheet.auto_filter.ref and dice.random() < 0.6:
        sheet.auto_filter.add_filter_column(0, ["x"])
    sheet.merge_cells(start_row=rows - 2, start_column=1, end_row=rows, end_column=1)
    sheet.merge_cells(start_row=3, start_column=2, end_row=3, end_column=3)
    return workbook


def told(path):
    reading = read_here(path, header_rows=(1,), region=(1, 1, 0, 0))
    found = [(one.kind, one.count, tuple(one.rows), one.position) for one in reading.oddities]
    return reading.labels, cells_of(reading), reading.rows.tolist(), reading.positions, found, reading.account


@pytest.mark.parametrize("ending", SAVERS)
@pytest.mark.parametrize("is_1904", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_the_table_and_the_findings_are_those_of_the_xlsx_file(tmp_path, seed, is_1904, ending):
    workbook = made(seed, is_1904=is_1904)
    path = SAVERS[ending](workbook, tmp_path / f"a.{ending}")
    workbook.save(tmp_path / "high.xlsx")
    plain = with_part(tmp_path / "high.xlsx", tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml",
                      lambda xml: xml.replace(f'ht="{LOW}"', 'ht="0"'))
    assert told(path) == told(plain)


@pytest.mark.parametrize("ending", SAVERS)
def test_every_filled_cell_is_counted_as_another_reader_counts_them(tmp_path, ending):
    workbook = made(3)
    path = SAVERS[ending](workbook, tmp_path / f"a.{ending}")
    filled = sum(cell.value is not None for row in workbook.active.iter_rows() for cell in row)
    errors = sum(cell.data_type == "e" for row in workbook.active.iter_rows() for cell in row)
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_name("Data").iter_rows()
    assert sum(cell != "" for row in rows for cell in row) == filled - errors   # calamine shows an error as nothing
    assert read_here(path).account.total == filled


@pytest.mark.parametrize("ending", SAVERS)
@pytest.mark.parametrize("seed", range(3))
def test_hidden_rows_and_columns_are_left_out_by_choice(tmp_path, seed, ending):
    workbook = made(seed)
    path = SAVERS[ending](workbook, tmp_path / f"a.{ending}")
    hidden = {row for row, one in workbook.active.row_dimensions.items() if one.hidden or one.height == LOW}
    reading = read_here(path, header_rows=(1,), include_hidden_rows=False, include_hidden_columns=False)
    assert not hidden & set(reading.rows.tolist())
    assert (2 in reading.positions) is (not workbook.active.column_dimensions["B"].hidden)
    assert reading.account.missing == 0


def _save_thin(workbook, path):
    workbook.active.column_dimensions["B"].width = 7.5
    workbook.save(path.with_name("wide.xlsx"))
    return with_part(path.with_name("wide.xlsx"), path, "xl/worksheets/sheet1.xml",
                     lambda xml: xml.replace('width="7.5"', 'width="0"'))


@pytest.mark.parametrize("ending", ["xlsx", *SAVERS])
def test_a_column_of_no_width_is_a_hidden_one(tmp_path, ending):
    workbook = openpyxl.Workbook()
    for row in (["id", "phone", "note"], [1, 2, "x"], [4, 5, "y"]):
        workbook.active.append(row)
    workbook.active.title = "Data"
    workbook.active.column_dimensions["B"].width = 0
    path = SAVERS.get(ending, _save_thin)(workbook, tmp_path / f"a.{ending}")
    assert read_here(path).provenance.hidden_positions == (2,)
    reading = read_here(path, include_hidden_columns=False)
    assert (reading.labels, reading.account.left_out, reading.account.missing) == (("id", "note"), 2, 0)


@pytest.mark.parametrize(("old", "new"), [
    (struct.pack("<IIHHH", 0, 3, 0, 2, 0), struct.pack("<IIHHH", 0, 0x7FFFFFFF, 0, 0xFFFF, 0)),
    (struct.pack("<IIHHH", 0, 3, 0, 2, 0), struct.pack("<IIHHH", 9, 3, 0, 2, 0)),
    (struct.pack("<HHH", 2, 1, 0), struct.pack("<HHH", 8998, 15152, 0))])
def test_an_old_workbook_that_says_it_is_larger_than_any_is_damaged(tmp_path, old, new):
    path = xls(tmp_path / "a.xls", [["a", "b"], ["c", 1], ["d", 2]])
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(FileDamaged):
        read_here(path)


def test_parts_named_with_backslashes_are_those_of_a_workbook(tmp_path):
    plain = book(tmp_path / "plain.xlsx", [["Name", "Fee"], ["a", 1], ["b", 2]])
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(tmp_path / "odd.xlsx", "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo("x")
            member.filename = name.replace("/", "\\")
            new.writestr(member, old.read(name))
    assert cells_of(read_here(tmp_path / "odd.xlsx")) == cells_of(read_here(plain))
