"""Workbooks that are made to do harm: what they say of themselves is not believed, and none of it takes long."""

import struct
import zipfile

import pytest

from steward.readers.errors import FileDamaged, FileTooLarge, SheetEmpty
from steward.readers.limits import MEGABYTE, Limits
from tests.readers.books import book, with_part
from tests.readers.old_books import ods
from tests.readers.opened import cells_of, read_here

SMALL = Limits(unpacked_bytes=8 * MEGABYTE, ratio_free_bytes=4 * MEGABYTE, unpacked_ratio=10)


@pytest.fixture
def plain(tmp_path):
    return book(tmp_path / "plain.xlsx", [["a", "b"], ["x", "y"]])


def with_more(source, target, name, content, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part))
        new.writestr(name, content, compression)
    return target


def lying(path, name, size):
    """Let a zip say of one part that it unpacks to another size."""
    content = bytearray(path.read_bytes())
    place = content.index(b"PK\1\2")
    while content[place + 46:place + 46 + len(name)] != name.encode():
        place = content.index(b"PK\1\2", place + 4)
    struct.pack_into("<I", content, place + 24, size)
    path.write_bytes(content)
    return path


def test_a_part_that_unpacks_beyond_the_limit_is_refused_and_the_limit_said(tmp_path, plain):
    path = with_more(plain, tmp_path / "a.xlsx", "xl/more.bin", bytes(6 * MEGABYTE))
    with pytest.raises(FileTooLarge, match="more than 4 MB"):
        read_here(path, SMALL)


def test_a_part_that_says_it_is_small_is_not_believed(tmp_path, plain):
    path = lying(with_more(plain, tmp_path / "a.xlsx", "xl/more.bin", bytes(6 * MEGABYTE)), "xl/more.bin", 10)
    with pytest.raises(FileTooLarge):
        read_here(path, SMALL)


def test_a_part_that_says_it_has_four_gigabytes_is_refused_before_it_is_unpacked(tmp_path, plain):
    path = lying(with_more(plain, tmp_path / "a.xlsx", "xl/more.bin", b"x"), "xl/more.bin", 0xFFFFFFF0)
    with pytest.raises(FileTooLarge, match="MB"):
        read_here(path)


def test_a_zip_within_the_zip_is_not_unpacked(tmp_path, plain):
    inner = with_more(plain, tmp_path / "inner.zip", "bomb.bin", bytes(50 * MEGABYTE))
    path = with_more(plain, tmp_path / "a.xlsx", "xl/embeddings/inner.zip", inner.read_bytes(), zipfile.ZIP_STORED)
    assert cells_of(read_here(path, Limits(ratio_free_bytes=2 * MEGABYTE))) == [("x", "y")]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "..\\evil", "C:\\evil", "xl/../../evil",
                                  "xl/worksheets/sheet1.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_parts_with_names_that_lead_elsewhere_or_stand_twice_are_never_written(tmp_path, plain, name):
    path = with_more(plain, tmp_path / "a.xlsx", name, b"x")
    before = sorted(tmp_path.rglob("*"))
    try:
        assert cells_of(read_here(path)) == [("x", "y")]
    except FileDamaged:
        assert name.startswith("xl/worksheets")
    assert sorted(tmp_path.rglob("*")) == before


BOMB = ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;">'
        '<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>')


@pytest.mark.parametrize("entity", ["&c;", "&x;", "&y;"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_are_never_followed_or_unfolded(tmp_path, plain, part, entity):
    path = with_part(plain, tmp_path / "a.xlsx", part,
                     lambda xml: BOMB + xml.split("?>", 1)[-1].replace(">x<", f">{entity}<").replace("Data", f"Data{entity}"))
    try:
        reading = read_here(path)
    except (FileDamaged, SheetEmpty):
        return
    shown = "".join(cell for record in cells_of(reading) for cell in record)
    assert "aaaaaaaaaaaaaaaa" not in shown
    assert len(shown) < 40


@pytest.mark.parametrize("end", ["</table:table-row>", "<text:p>", "<table:table-cell", "</text:p>"])
def test_a_sheet_of_open_document_that_breaks_off_is_damaged_and_not_gone_round_in(tmp_path, end):
    path = with_part(ods(tmp_path / "a.ods", [["a"], ["x"]]), tmp_path / "b.ods", "content.xml",
                     lambda xml: xml[:xml.rindex(end)])
    with pytest.raises(FileDamaged):
        read_here(path)


def test_a_sheet_of_a_million_empty_formatted_rows_is_a_small_table(tmp_path, plain):
    rows = "".join(f'<row r="{row}" s="1" customFormat="1" ht="15"/>' for row in range(3, 1_048_577))
    path = with_part(plain, tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml",
                     lambda xml: xml.replace("</sheetData>", rows + "</sheetData>"))
    assert cells_of(read_here(path)) == [("x", "y")]


def test_a_sheet_of_formatted_cells_without_text_down_to_the_last_row_is_a_small_table(tmp_path, plain):
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="0"/><c r="B{row}" s="0"/></row>' for row in range(3, 1_048_577))
    path = with_part(plain, tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml",
                     lambda xml: xml.replace("</sheetData>", rows + "</sheetData>"))
    assert cells_of(read_here(path)) == [("x", "y")]
