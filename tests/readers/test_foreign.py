import os
import zipfile

import pytest

from steward.readers.errors import FileDamaged, NotATable
from steward.readers.recognition import format_of, peek
from tests.readers.opened import read_here

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FILES = {
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "PDF"),
    "table.csv": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(90), "picture"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(90), "picture"),
    "old.bmp": (b"BM" + bytes(90), "picture"),
    "letter.doc": (COMPOUND + "WordDocument\0".encode("utf-16-le"), "text document"),
    "mail.msg": (COMPOUND + "__properties_version1.0\0".encode("utf-16-le"), "e-mail"),
    "base.mdb": (b"\0\1\0\0Standard Jet DB\0" + bytes(90), "database"),
    "base.accdb": (b"\0\1\0\0Standard ACE DB\0" + bytes(90), "database"),
    "base.sqlite": (b"SQLite format 3\0" + bytes(90), "database"),
    "roads.shp": (b"\0\0\x27\x0a" + bytes(90), "map layer"),
    "rows.json": (b'{"a": 1}', "JSON"),
    "table.xls": (b"<html><table><tr><td>1</td></tr></table>", "web page"),
    "table.xml": (b'<?xml version="1.0"?><rows/>', "XML"),
    "table.gz": (b"\x1f\x8b\x08" + bytes(90), "packed"),
    "table.parquet": (b"PAR1" + bytes(90), "Parquet"),
    "noise.bin": (bytes(range(32)) * 9, "does not know"),
    "noise.xls": (COMPOUND + bytes(900), "does not know"),
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_of_another_kind_is_known_by_its_content(tmp_path, name):
    content, word = FILES[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NotATable) as trouble:
        read_here(tmp_path / name)
    assert word in str(trouble.value.words.what)
    assert str(trouble.value.words.next_step)


@pytest.mark.parametrize(("part", "word"), [
    ("word/document.xml", "text document"), ("ppt/presentation.xml", "presentation"), ("roads/roads.shp", "map layer"),
    ("doc.kml", "map layer"), ("readme.txt", "packed"), ("Index/Document.iwa", "Numbers")])
def test_a_zip_is_known_by_its_parts(tmp_path, part, word):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(NotATable, match=word):
        read_here(tmp_path / "a.zip")


def test_a_zip_that_breaks_off_is_damaged(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(50))
    with pytest.raises(FileDamaged):
        read_here(tmp_path / "a.zip")


@pytest.mark.parametrize("text", ["BM,MZ\n1,2\n", "MZ\n1\n", "From,To\n1,2\n", "{id},b\n1,2\n", "[a],b\n1,2\n", "II*,b\n"])
def test_a_column_name_that_looks_like_the_beginning_of_another_file_is_still_text(tmp_path, text):
    (tmp_path / "a.csv").write_text(text)
    assert format_of(peek(tmp_path / "a.csv")).name == "delimited"


@pytest.mark.parametrize("content", [
    "\ufeff\r\n<!DOCTYPE html>\n<html><table>".encode(), "\ufeff<html><table>".encode("utf-16-le"),
    b"<!-- saved from a page -->\n<html><table>", b"<div><table>\n<tr>", '\ufeff{"rows": [1]}'.encode(),
    '\ufeff{"a": 1}'.encode("utf-16-be")])
def test_a_page_or_json_is_known_behind_a_mark_a_comment_and_in_utf_16(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(NotATable):
        read_here(tmp_path / "a.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_table_behind_a_mark_is_still_text(tmp_path, encoding):
    (tmp_path / "a.csv").write_bytes(("\ufeff" * (encoding != "utf-8-sig") + "<5,<10\n1,2\n").encode(encoding))
    assert format_of(peek(tmp_path / "a.csv")).name == "delimited"


def test_an_old_workbook_with_a_text_document_inside_is_a_workbook(tmp_path):
    (tmp_path / "a.xls").write_bytes(COMPOUND + "Workbook\0WordDocument\0".encode("utf-16-le"))
    assert format_of(peek(tmp_path / "a.xls")).name == "workbook"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(NotATable, match="not an ordinary file"):
        peek(tmp_path / "a.csv")
