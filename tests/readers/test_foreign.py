import csv
import os
import random
import zipfile

import pytest

from steward.readers.errors import FileDamaged, FileEncrypted, NotATable
from steward.readers.recognition import format_of, peek
from tests.readers.old_books import compound, ods, xls
from tests.readers.opened import cells_of, read_here, read_text

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
    "photo.heic": (b"\0\0\0\x18ftypheic" + bytes(90), "picture"),
    "photo.webp": (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(90), "picture"),
    "film.mp4": (b"\0\0\0\x18ftypisom" + bytes(90), "sound or film"),
    "icon.svg": (b'<?xml version="1.0"?>\n<svg width="1">', "picture"),
    "layer.gpkg": (b"SQLite format 3\0".ljust(68, b"\0") + b"GPKG" + bytes(90), "map layer"),
    "layer.kml": (b'<?xml version="1.0"?>\n<kml xmlns="x">', "map layer"),
    "track.gpx": (b'<?xml version="1.0"?><gpx version="1.1">', "map layer"),
    "roads.prj": (b'PROJCS["NAD_1983",GEOGCS["x"]]', "one part of a map layer"),
    "excel4.xls": (b"\x09\x04\x06\0\0\0\x10\0" + bytes(90), "before 1997"),
    "excel2.xls": (b"\x09\0\x04\0\x02\0\x10\0" + bytes(90), "before 1997"),
    "roads.dbf": (b"\x03\x7a\x01\x1f\x02\0\0\0" + bytes(90), "dBASE"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(90), "packed"),
    "a.rar": (b"Rar!\x1a\7\0" + bytes(90), "packed"),
    "a.tar": (b"a.csv".ljust(257, b"\0") + b"ustar\0" + bytes(90), "packed"),
    "a.bz2": (b"BZh91AY&SY\0\1\2" + bytes(90), "packed"),
    "a.xz": (b"\xfd7zXZ\0" + bytes(90), "packed"),
    "a.arrow": (b"ARROW1\0\0" + bytes(90), "data analysis"),
    "a.h5": (b"\x89HDF\r\n" + bytes(90), "data analysis"),
    "a.sav": (b"$FL2@(#) IBM SPSS", "statistics"),
    "a.dta": (b"<stata_dta><header>", "statistics"),
    "old.dta": (b"\x72\2\1\0\5\0" + bytes(90), "statistics"),
    "a.sas7bdat": (bytes(12) + b"\xc2\xea\x81\x60\xb3\x14" + bytes(90), "statistics"),
    "a.xpt": (b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "statistics"),
    "a.eml": (b"Date: Mon, 1 Jan\r\nX-Mailer: a,\r\n b\r\nMIME-Version: 1.0\r\n", "e-mail"),
    "a.mht": (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "web page"),
    "a.vcf": (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "address card"),
    "a.xml": (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', "Excel 2003"),
    "Fees.url": (b"[InternetShortcut]\r\nURL=file://server/Fees.xlsx\r\n", "shortcut"),
    "Fees.lnk": (b"L\0\0\0\1\x14\2\0" + bytes(90), "shortcut"),
    "Fees.gsheet": (b'{"url": "https://docs.google.com/open?id=x", "doc_id": "x"}', "Google"),
    ".Fees.xlsx.icloud": (b"bplist00" + bytes(90), "iCloud"),
    "~$Fees.xlsx": (b"\5Clerk".ljust(165, b" "), "leaves beside a workbook"),
    ".~lock.Fees.xlsx#": (b",clerk,pc,01.01.2026 10:00,file:///x;", "leaves beside a workbook"),
    "Fees.xlsx.crdownload": (b"PK\3\4" + bytes(90), "not complete"),
    "Fees.csv.part": (b"a,b\n1,2\n", "not complete"),
    "numbers.bin": (b"\1\0\2\0\7\0\3\0" * 90, "does not know"),
    "noise.bin": (bytes(range(32)) * 9, "does not know"),
    "empty.zip": (b"PK\5\6" + bytes(18), "nothing inside"),
    "parts.zip": (b"PK\x07\x08PK\3\4" + bytes(90), "packed"),
    "behind.csv": (b"#!/bin/sh\nexit\n" * 900 + b"PK\3\4\x14\0\0\0\x08\0" + b"it seems text\n" * 90, "something else before"),
    "behind.pdf": (b"%PDF-1.7\nPK\3\4\x14\0\0\0\x08\0", "PDF"),
    "a.wmv": (b"0&\xb2u\x8ef\xcf\x11" + b"text" * 90, "sound or film"),
    "a.eps": (b"\xc5\xd0\xd3\xc6" + b"text" * 90, "picture"),
    "a.Z": (b"\x1f\x9d\x90" + b"text" * 90, "packed"),
    "a.npy": (b"\x93NUMPY\1\0v\0{" + b"text" * 90, "data analysis"),
    "a.por": (b"ASCII SPSS PORT FILE " * 20, "statistics"),
    "dbase.csv": (b"\x03\x7a\x01\x1f\x02\0\0\0\x41\0\x10\0".ljust(32, b"\0") + b"NAME".ljust(11, b"\0") + b"C".ljust(21, b"\0")
                  + b"\r" + b" Elm Street" * 90, "dBASE"),
    "tape.csv": (b"fees.csv".ljust(100, b"\0") + b"0000644\0" + b"0001750\0" * 2 + b"00000000100\0" + b"14000000000\0 "
                 + b"a,b\n1,2\n" * 90, "packed"),
    "late.csv": (b"\n%PDF-1.4\n1 0 obj\nendobj\n", "PDF"),
    "part.xls": (b"<p>Fees</p><table><tr><td>1</td></tr></table>", "web page"),
    "saved.xls": (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "web page"),
    "a.slk": (b'ID;PWXL;N;E\r\nP;PGeneral\r\nB;Y2;X2\r\nC;Y1;X1;K"id"\r\n', "SYLK"),
    "a.dif": (b'TABLE\r\n0,1\r\n"x"\r\nVECTORS\r\n', "DIF"),
    "a.wk1": (b"\0\0\2\0\6\4\6\0\x08\0" + bytes(90), "Lotus"),
    "a.wks": (b"\xff\0\2\0\4\4" + bytes(90), "Works"),
    "noise.xls": (COMPOUND + bytes(900), "does not know"),
    "stata.bin": (b"\x73\2\1\0\3\0" + b"text" * 90, "statistics"),
    "picture.csv": (b"\1\0\0\0\x6c\0\0\0" + b"text" * 8 + b" EMF" + b"text" * 90, "picture"),
    "plain.wmf": (b"\1\0\x09\0\0\3" + b"text" * 90, "picture"),
    "fees.lzh": (b"\x24\x5b-lh5-" + b"a,b\n1,2\n" * 90, "packed"),
    "fees.arj": (b"\x60\xea\x29\0\x1e" + b"a,b\n1,2\n" * 90, "packed"),
    "set.plist": (b"bplist00\xd1\1\2" + b"text" * 90, "property list"),
    "set.xml": (b'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//x">\n<plist version="1.0">', "property list"),
    "a.ttf": (b"\0\1\0\0\0\x0f" + b"text" * 90, "font"),
    "a.otf": (b"OTTO\0\x0b" + b"text" * 90, "font"),
    "a.woff": (b"wOFF\0\1\0\0" + b"text" * 90, "font"),
    "fees.prn": (b"\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PCL\r\n", "printer"),
    "plain.prn": (b"\x1bE\x1b&l0O Calls by station\r\n  12  Elm\r\n", "printer"),
    "matrix.prn": (b"\x1b@ Calls by station\r\n  12  Elm\r\n", "printer"),
    "2003.xls": (b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "Excel 2003"),
    "2003.xml": (b'<!-- a -->\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">', "Excel 2003"),
    "bare.xml": (b'<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
                 "Excel 2003"),
    "a.fods": (b'<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
               "flat XML format of OpenDocument"),
    "b.fods": (b'<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">', "flat XML format"),
    "a.fodt": (b'<office:document office:mimetype="application/vnd.oasis.opendocument.text">', "text document"),
    "a.sql": (b"-- a dump, of fees\n/*!40101 SET NAMES utf8 */;\nSET a = 0;\nDROP TABLE IF EXISTS fees;\n", "SQL"),
    "b.sql": (b"insert into fees (id, name) values (1, 'Elm');\n" * 9, "SQL"),
    "c.sql": (b"--\n-- PostgreSQL database dump\n--\n\nCOPY public.fees (id, n) FROM stdin;\n1\ta\n", "SQL"),
    "plan.dxf": (b"999\r\nmade by x\r\n  0\r\nSECTION\r\n  2\r\nHEADER\r\n", "drawing"),
    "sealed.txt": (b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n", "encrypted message"),
    "fees.uue": (b"begin 644 fees.csv\nM:60L;F%M90HQ+$5L;0H\n`\nend\n", "packed"),
    "binary.bin": (bytes([0x93, 0x1E, 1, 2, 3, 4, 5, 6, 0x1E, 7, 8, 0x1E]) * 9, "does not know"),
    "plan.vsd": (COMPOUND + "VisioDocument\0".encode("utf-16-le"), "drawing"),
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
    ("doc.kml", "map layer"), ("readme.txt", "packed"), ("Index/Document.iwa", "Numbers"),
    ("x.gdb/a00000001.gdbtable", "geodatabase"), ("visio/document.xml", "drawing"), ("META-INF/container.xml", "text document"),
    ("layers/points.gpkg", "map layer"), ("fees 2024.CSV", "the table lies inside"), ("__MACOSX/._fees.csv", "other files"),
    ("../../fees.xlsx", "the table lies inside"), ("C:\\x\\readme", "other files")])
def test_a_zip_is_known_by_its_parts(tmp_path, part, word):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(NotATable, match=word):
        read_here(tmp_path / "a.zip")


def test_a_zip_that_breaks_off_is_damaged(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(50))
    with pytest.raises(FileDamaged):
        read_here(tmp_path / "a.zip")


@pytest.mark.parametrize("text", ["a,b\n1,2\0\n3,4\n", "a\0b\n1\n", "a,b\n\x01,\x02\n3,4\n", "id\n\x02",
                                  "a\nPK\3\4 begins a zip\n", "a\n\0\0\n\0\n1234567890",
                                  "Elm,N\xfa\xf1ez\n\0,\n"])
def test_a_few_stray_signs_do_not_turn_a_short_text_into_something_else(tmp_path, text):
    reading = read_text(tmp_path, text.encode("cp1252"))
    assert [reading.labels[0], *(cells[0] for cells in cells_of(reading))] == [row[0] for row in csv.reader(text.splitlines())]


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


def test_a_packed_run_of_zeros_is_no_text(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", bytes(70_000_000))
    with pytest.raises(NotATable, match="packed"):
        read_here(tmp_path / "a.zip")


def test_a_zip_with_two_tables_is_not_said_to_hold_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "x")
    with pytest.raises(NotATable, match="other files inside"):
        read_here(tmp_path / "a.zip")


@pytest.mark.parametrize(("suffix", "word"), [(".numbers", "Numbers"), (".pages", "Pages"), (".key", "Pages")])
def test_documents_of_apple_are_told_apart_by_their_names(tmp_path, suffix, word):
    with zipfile.ZipFile(tmp_path / f"a{suffix}", "w") as archive:
        archive.writestr("Index/Document.iwa", "x")
    with pytest.raises(NotATable, match=word):
        read_here(tmp_path / f"a{suffix}")


def locked(path, name):
    """Write a zip whose one part says that it is encrypted."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(content)


def test_a_zip_under_a_password_is_said_to_be_so(tmp_path):
    locked(tmp_path / "a.zip", "a.csv")
    with pytest.raises(NotATable, match="password"):
        read_here(tmp_path / "a.zip")


def test_a_workbook_in_a_zip_under_a_password_is_protected(tmp_path):
    locked(tmp_path / "a.xlsx", "xl/workbook.xml")
    with pytest.raises(FileEncrypted):
        read_here(tmp_path / "a.xlsx")


def test_workbooks_of_every_kind_under_a_password_are_protected(tmp_path):
    paths = [xls(tmp_path / "a.xls", [["a"], [1]], is_locked=True), ods(tmp_path / "a.ods", [["a"], [1]], is_locked=True)]
    (tmp_path / "a.xlsx").write_bytes(compound({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(5000)}))
    for path in (*paths, tmp_path / "a.xlsx"):
        with pytest.raises(FileEncrypted):
            read_here(path)


@pytest.mark.parametrize("text", [
    "RIFFLE,b\n1,2\n", "ORCA,b\n1,2\n", "BZh,b\n1,2\n", "ID3,ID4\n1,2\n", "AC10,b\n", "PAR1,PAR2\n3,4\n",
    "Name: x,b\nDate: y,c\n", "GIF8,a\n1,2\n", "OggS;b\n1;2\n", "<5,>6\n1,2\n", "[a]\n1\n", "BEGIN:,END:\n1,2\n",
    "RDX,MSCF\n1,2\n", "ID;PRICE\nB;3\nC;4\n", "TABLE\n0,1\n", "<p,b\n1,2\n",
    "<br;b\n1;2\n", "From: <Elm>,b\n1,2\n", "Insert into,Copy\n1,2\n", "Create,Table\n1,2\n", "-- notes,b\n1,2\n",
    "begin 644,b\n1,2\n", "0,SECTION\n1,2\n", "bplist,a\n1,2\n", "OTTO,a\n1,2\n", "a-lh5-,b\n1,2\n"])
def test_words_that_begin_other_files_may_name_columns(tmp_path, text):
    (tmp_path / "a.csv").write_text(text)
    assert format_of(peek(tmp_path / "a.csv")).name == "delimited"


def test_a_page_of_comments_without_end_is_looked_at_once(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"<!---->" * 9000 + b"x")
    assert format_of(peek(tmp_path / "a.csv")).name == "delimited"


def test_no_damaged_binary_is_shown_as_a_table(tmp_path):
    dice = random.Random(5)
    for number in range(200):
        (tmp_path / "a.bin").write_bytes(dice.choice([dice.randbytes(3000), bytes(dice.choices(range(40), k=3000)),
                                                      b"".join(dice.randrange(900).to_bytes(2, "little") for _ in range(900))]))
        assert format_of(peek(tmp_path / "a.bin")).name == "foreign", number
