"""Excel binary workbooks that say more than there can be, that break off, or that lie in unusual places."""

import struct
import zipfile

import openpyxl
import pytest

from steward.readers.errors import FileDamaged, FileTooLarge
from steward.readers.formats._xlsb import read_xlsb
from tests.readers.opened import cells_of, read_here
from tests.readers.saved_books import save_xlsb

SHEET = "xl/worksheets/sheet1.bin"
ROWS = [["id", "zip", "share"], ["a", 2139, 0.125], ["b", 97201, 0.5]]


def made(folder, change=lambda part: part, name=SHEET):
    """Return a workbook with formats, one of whose parts is changed."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "Data"
    for row in ROWS:
        workbook.active.append(row)
    for row in (2, 3):
        workbook.active.cell(row, 2).number_format = "00000"
        workbook.active.cell(row, 3).number_format = "0.0%"
    whole, path = save_xlsb(workbook, folder / "whole.xlsb"), folder / "a.xlsb"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            new.writestr(zipfile.ZipInfo(part), change(old.read(part)) if part == name else old.read(part))
    return path


def swapped(old, new):
    """Return a change of a part that must hold what is changed."""
    def change(part):
        assert old in part
        return part.replace(old, new, 1)
    return change


def test_numbers_are_published_by_their_formats(tmp_path):
    assert cells_of(read_here(made(tmp_path))) == [("a", "02139", "12.5%"), ("b", "97201", "50.0%")]


def test_a_path_from_the_root_of_the_package_is_followed(tmp_path):
    path = made(tmp_path, swapped(b'"worksheets/', b'"/xl/worksheets/'), "xl/_rels/workbook.bin.rels")
    assert list(read_xlsb(path, 1 << 20).sheets) == ["Data"]


@pytest.mark.parametrize("written", [str.upper, lambda name: name.replace("/", "\\")])
def test_the_case_of_a_parts_name_is_no_difference(tmp_path, written):
    path = tmp_path / "renamed.xlsb"
    with zipfile.ZipFile(made(tmp_path)) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            new.writestr(zipfile.ZipInfo(written(part) if part == SHEET else part), old.read(part))
    assert cells_of(read_here(path)) == [("a", "02139", "12.5%"), ("b", "97201", "50.0%")]


@pytest.mark.parametrize("column", [16_384, 2_097_156, 0xFFFFFFFF])
def test_a_cell_beyond_the_last_column_is_damage(tmp_path, column):
    path = made(tmp_path, swapped(struct.pack("<II", 2, 2), struct.pack("<II", column, 2)))
    with pytest.raises(FileDamaged):
        read_here(path)


@pytest.mark.parametrize("size", [(0, 0xFFFFFFFF, 0, 2), (9, 2, 0, 2), (0, 2, 7, 2), (0, 2, 0, 16_384)])
def test_a_size_that_no_sheet_can_have_is_damage(tmp_path, size):
    path = made(tmp_path, swapped(struct.pack("<IIII", 0, 2, 0, 2), struct.pack("<IIII", *size)))
    with pytest.raises(FileDamaged):
        read_here(path)


def test_a_row_beyond_the_last_one_is_damage(tmp_path):
    path = made(tmp_path, swapped(struct.pack("<IIH", 2, 0, 300), struct.pack("<IIH", 1_048_576, 0, 300)))
    with pytest.raises(FileDamaged):
        read_here(path)


def before_the_last_row(record):
    """Return a change that puts a record before the last row."""
    row = struct.pack("<BBIIH", 0, 17, 2, 0, 300)
    return swapped(row, record + row)


@pytest.mark.parametrize("kind", [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62])
@pytest.mark.parametrize("size", [0, 8])
def test_a_record_too_short_for_what_it_holds_is_damage(tmp_path, kind, size):
    path = made(tmp_path, before_the_last_row(bytes([kind, size]) + bytes(size)))
    with pytest.raises(FileDamaged):
        read_here(path)


def test_an_empty_row_beyond_the_last_one_does_not_end_the_sheet_unsaid(tmp_path):
    path = made(tmp_path, before_the_last_row(struct.pack("<BBIIHI3x", 0, 17, 1_048_577, 0, 300, 0)))
    with pytest.raises(FileDamaged):
        read_here(path)


def test_cells_that_lie_too_far_apart_are_told_of_before_room_is_made(tmp_path):
    far = swapped(struct.pack("<IIH", 2, 0, 300), struct.pack("<IIH", 1_048_575, 0, 300))
    wide = swapped(struct.pack("<II", 2, 2), struct.pack("<II", 16_383, 2))
    with pytest.raises(FileTooLarge):
        read_here(made(tmp_path, lambda part: wide(far(part))))


@pytest.mark.parametrize("name", [SHEET, "xl/styles.bin", "xl/workbook.bin"])
@pytest.mark.parametrize("left", [0, 1, 2, 7, 40, 90])
def test_a_part_that_breaks_off_tells_what_stands_before(tmp_path, name, left):
    told = read_xlsb(made(tmp_path, lambda part: part[:left], name), 1 << 20)
    assert all(sheet.cells.filled <= len(ROWS) * 3 for sheet in told.sheets.values())


def test_a_workbook_without_its_styles_is_told_of_as_stored(tmp_path):
    told = read_xlsb(made(tmp_path, lambda _: b"", "xl/styles.bin"), 1 << 20)
    side = told.side("Data")
    assert (side.is_known, side.otherwise_count) == (True, 0)
    assert [number for *_, number in told.sheets["Data"].cells.numbers] == [2139, 0.125, 97201, 0.5]
    assert all(len(side.overlay.of(column, 1, 9)[0]) == 0 for column in (1, 2, 3))


def shortly_written(part):
    """Return a sheet whose cells beside a neighbor, or in the first column, are written without their column."""
    out, place, last = b"", 0, None
    while place < len(part):
        begin, kind, place = place, part[place], place + 1
        if kind & 0x80:
            place += 1
        size = shift = 0
        while True:
            size, shift, place = size | (part[place] & 0x7F) << shift, shift + 7, place + 1
            if not part[place - 1] & 0x80:
                break
        body, place = part[place:place + size], place + size
        column = struct.unpack_from("<I", body)[0] if kind in range(1, 8) else -1
        is_next = kind in range(1, 8) and column == (0 if last is None else last + 1)
        out += bytes([kind + 11, size - 4]) + body[4:] if is_next and size < 132 else part[begin:place]
        last = column if kind in range(1, 8) else None
    return out


@pytest.mark.parametrize("has_hole", [False, True])
def test_cells_written_without_their_column_stand_where_they_belong(tmp_path, has_hole):
    def with_hole(part):
        number = b"\2\x0c" + struct.pack("<IIi", 1, 1, 2139 << 2 | 2)
        return swapped(number, b"")(part) if has_hole else part

    plain = read_here(made(tmp_path, with_hole))
    short = read_here(made(tmp_path, lambda part: shortly_written(with_hole(part))))
    assert (short.labels, cells_of(short), short.account) == (plain.labels, cells_of(plain), plain.account)
