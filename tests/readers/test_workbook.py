import datetime as dt
import re
import struct
import zipfile

import pytest

from steward.readers.errors import FileDamaged, FileEncrypted, FileTooLarge, NotATable, SheetEmpty, SheetMissing
from steward.readers.limits import Limits
from steward.readers.proposal import propose
from steward.readers.recognition import format_of, peek
from steward.vocabulary.progress import Silence
from tests.readers.books import book, with_part
from tests.readers.old_books import ods, xls
from tests.readers.opened import cells_of, read_here


def test_cells_become_text_as_the_workbook_means_them(tmp_path):
    row = [5035551234.0, 12.5, dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, 3, 4, 5), dt.time(13, 5, 9), dt.timedelta(hours=30),
           True, "007", None]
    reading = read_here(book(tmp_path / "a.xlsx", [list("abcdefghi"), row]))
    assert cells_of(reading) == [
        ("5035551234", "12.5", "2024-01-02", "2024-01-02T03:04:05", "13:05:09", "30:00:00", "TRUE", "007", "")]
    assert reading.lines is None


def test_rows_are_those_that_the_spreadsheet_shows(tmp_path):
    path = book(tmp_path / "a.xlsx", [["Permits of 2024"], [], ["id", "type", "fee"], [1, "Roof", 2], [], [2, "Wall", 3]])
    reading = read_here(path)
    assert reading.labels == ("id", "type", "fee")
    assert reading.rows.tolist() == [4, 6]
    found = reading.provenance
    assert (found.title_rows, found.header_rows, found.blank_rows) == ((1,), (3,), (2, 5))


def test_a_table_that_begins_in_another_column_keeps_its_places(tmp_path):
    def fill(workbook):
        for place, value in {"C3": "id", "D3": "type", "C4": 1, "D4": "Roof"}.items():
            workbook.active[place] = value

    reading = read_here(book(tmp_path / "a.xlsx", [], fill))
    assert reading.positions == (3, 4)
    assert cells_of(reading) == [("1", "Roof")]
    assert reading.rows.tolist() == [4]


def test_two_header_rows_with_repeated_sub_headers_are_joined(tmp_path):
    rows = [["Type", "Jan", None, "Feb", None], [None, "No.", "Value", "No.", "Value"], ["Roof", 1, 2, 3, 4]]
    reading = read_here(book(tmp_path / "a.xlsx", rows))
    assert reading.labels == ("Type", "Jan No.", "Jan Value", "Feb No.", "Feb Value")
    assert reading.provenance.header_rows == (1, 2)


def test_error_cells_stay_visible(tmp_path):
    reading = read_here(book(tmp_path / "a.xlsx", [["a", "b"], ["x", "#N/A"], ["#DIV/0!", "y"]]))
    assert cells_of(reading) == [("x", "#N/A"), ("#DIV/0!", "y")]
    assert [(one.kind, one.count, list(one.rows)) for one in reading.oddities] == [("error-cell", 2, [2, 3])]


@pytest.mark.parametrize(("code", "number", "shown"), [
    ("00000", 2139, "02139"), ("000-00-0000", 12345678, "012-34-5678"), ('"SR-"0000', 12, "SR-0012"),
    ("00000", 1234567, "1234567"), ("000", 0, "000"), ("0.00", 5, "5.00"),
    ("0.0%", 0.125, "12.5%"), ("0.00", 1.1, "1.10"), ("0", 7, "7"), ("00000;@", 5, "00005")])
def test_numbers_are_published_by_their_formats(tmp_path, code, number, shown):
    def pad(workbook):
        workbook.active["B2"].number_format = code

    reading = read_here(book(tmp_path / "a.xlsx", [["a", "b"], ["x", number]], pad))
    assert cells_of(reading) == [("x", shown)]


def test_hidden_rows_and_columns_are_counted_and_may_be_left_out(tmp_path):
    def hide(workbook):
        workbook.active.row_dimensions[3].hidden = True
        workbook.active.column_dimensions["B"].hidden = True

    path = book(tmp_path / "a.xlsx", [["a", "b", "c"], [1, 2, "x"], [4, 5, "y"], [7, 8, "z"]], hide)
    with_all = read_here(path)
    assert cells_of(with_all) == [("1", "2", "x"), ("4", "5", "y"), ("7", "8", "z")]
    assert (with_all.provenance.hidden_rows, with_all.provenance.hidden_columns) == (1, 1)
    assert with_all.provenance.hidden_positions == (2,)
    assert list(with_all.oddities[0].rows) == [3]
    without = read_here(path, include_hidden_rows=False, include_hidden_columns=False)
    assert cells_of(without) == [("1", "x"), ("7", "z")]
    assert without.rows.tolist() == [2, 4]
    assert without.positions == (1, 3)
    assert not without.provenance.hidden_rows_included


def several(workbook):
    metadata = workbook.create_sheet("About this", 0)
    for _ in range(20):
        for mark in ("conformsTo", "accrualPeriodicity", "contactPoint", "programCode", "dcat:Dataset"):
            metadata.append([mark, f'{{"{mark}": ""}}', "", "x", "y", "z"])
    workbook.create_sheet("Empty", 0)
    hidden = workbook.create_sheet("Old")
    for _ in range(50):
        hidden.append([1, 2, 3, 4])
    hidden.sheet_state = "veryHidden"


def test_sheets_are_listed_and_the_one_that_is_data_is_proposed(tmp_path):
    path = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2], [3, 4]], several)
    first_look = peek(path)
    listings = format_of(first_look).list_sheets(first_look, Limits(), Silence())
    assert [(one.name, one.state, one.rows, one.columns, one.content) for one in listings] == [
        ("Empty", "visible", 0, 0, "empty"), ("About this", "visible", 100, 6, "metadata"), ("Data", "visible", 3, 2, "table"),
        ("Old", "very_hidden", 50, 4, "table")]
    assert propose(listings)[0] == "Data"
    assert read_here(path).provenance.sheet == "Data"


def test_sheets_with_the_same_columns_are_counted(tmp_path):
    def add(workbook):
        for name in ("Feb", "Mar"):
            sheet = workbook.create_sheet(name)
            sheet.append(["Calls by station"])
            sheet.append(["Station ", "CALLS"])
            sheet.append(["St 1", 3])
        workbook.create_sheet("Lookup").append(["Code", "Meaning"])

    path = book(tmp_path / "a.xlsx", [["Station", "Calls"], ["St 1", 2]], add)
    first_look = peek(path)
    listings = format_of(first_look).list_sheets(first_look, Limits(), Silence())
    assert [one.alike for one in listings] == [2, 2, 2, 0]


def test_another_sheet_may_be_chosen(tmp_path):
    path = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]], several)
    assert read_here(path, sheet="Old").provenance.sheet == "Old"
    with pytest.raises(SheetMissing):
        read_here(path, sheet="Nowhere")
    with pytest.raises(SheetEmpty):
        read_here(path, sheet="Empty")
    with pytest.raises(NotATable):
        read_here(path, header_rows=(99,))


@pytest.mark.parametrize("keep", [40, 400, -30])
def test_a_workbook_that_was_not_copied_completely_is_said_to_be_damaged(tmp_path, keep):
    whole = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    (tmp_path / "b.xlsx").write_bytes(whole.read_bytes()[:keep])
    with pytest.raises(FileDamaged):
        read_here(tmp_path / "b.xlsx")


def test_a_workbook_is_read_by_what_it_is_whatever_kind_its_name_promises(tmp_path):
    rows = [["id", "kind"], [1, "Roof"], [2, "Wall"]]
    new, old, open_kind = book(tmp_path / "a.xlsx", rows), xls(tmp_path / "a.xls", rows), ods(tmp_path / "a.ods", rows)
    for path, name in ((new, "b.xls"), (new, "b.xlsb"), (new, "c.ods"), (old, "c.xlsx"), (open_kind, "d.xlsx")):
        (tmp_path / name).write_bytes(path.read_bytes())
        assert cells_of(read_here(tmp_path / name)) == [("1", "Roof"), ("2", "Wall")]


def test_a_sheet_that_the_parser_cannot_see_is_not_called_empty(tmp_path):
    path = book(tmp_path / "a.xlsx", [["id"], [1]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.decode().encode("utf-16") if name.endswith("sheet1.xml") else content)
    with pytest.raises(FileDamaged):
        read_here(path)


def test_bytes_that_changed_inside_a_workbook_never_give_a_traceback(tmp_path):
    content = bytearray(book(tmp_path / "a.xlsx", [["a", "b"], *[[number, "x"] for number in range(200)]]).read_bytes())
    for place in range(0, len(content), 97):
        broken = content.copy()
        broken[place] ^= 0xFF
        (tmp_path / "b.xlsx").write_bytes(broken)
        try:
            read_here(tmp_path / "b.xlsx")
        except (FileDamaged, NotATable, FileTooLarge, SheetEmpty):
            continue


def test_a_workbook_under_a_password_is_told_from_a_damaged_one(tmp_path):
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage\0".encode("utf-16-le") + bytes(2000)
    (tmp_path / "a.xlsx").write_bytes(compound)
    with pytest.raises(FileEncrypted):
        read_here(tmp_path / "a.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_parsed(tmp_path):
    whole = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    bomb = with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", lambda xml: xml + " " * 3_000_000)
    limits = Limits(unpacked_bytes=1_000_000)
    with pytest.raises(FileTooLarge):
        read_here(bomb, limits)


def test_a_workbook_that_lies_about_its_size_is_refused_too(tmp_path):
    whole = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    bomb = with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", lambda xml: xml + " " * 3_000_000)
    content = bytearray(bomb.read_bytes())
    with zipfile.ZipFile(bomb) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    (tmp_path / "c.xlsx").write_bytes(bytes(content).replace(size, (500).to_bytes(4, "little")))
    with pytest.raises(FileTooLarge):
        read_here(tmp_path / "c.xlsx", Limits(unpacked_bytes=1_000_000))


def test_an_external_entity_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'

    def plant(xml):
        return entity + xml.replace("<t>planted</t>", "<t>&e;</t>")

    whole = book(tmp_path / "a.xlsx", [["a", "b"], ["planted", 2]])
    try:
        reading = read_here(with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", plant))
    except FileDamaged:
        return
    assert "secret" not in str(cells_of(reading))


def test_many_formatted_rows_without_cells_are_no_rows(tmp_path):
    def pad(xml):
        rows = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(3, 200_000))
        return xml.replace("</sheetData>", rows + "</sheetData>")

    whole = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    reading = read_here(with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", pad))
    assert cells_of(reading) == [("1", "2")]
    assert reading.provenance.blank_rows == ()


def test_formulas_whose_results_were_not_saved_are_named(tmp_path):
    reading = read_here(book(tmp_path / "a.xlsx", [["id", "fee"], ["a", "=ROW()*2"], ["b", 5], ["c", '=A2&"x"']]))
    assert [(one.kind, one.count, list(one.rows)) for one in reading.oddities] == [("uncached-formula", 2, [2, 4])]


@pytest.mark.parametrize("rows", [4, 6_000])
def test_formulas_that_nobody_calculated_are_named(tmp_path, rows):
    whole = book(tmp_path / "a.xlsx", [["id", "fee"], *([f"r{row}", f'=A{row}&"x"'] for row in range(2, rows))])

    def filled(xml, last="0"):
        return re.sub(r"</f><v ?/>|</f><v></v>", "</f><v>0</v>", xml[:-900]) + re.sub(
            r"</f><v ?/>|</f><v></v>", f"</f><v>{last}</v>", xml[-900:])

    reading = read_here(with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", filled))
    assert [(one.kind, one.count) for one in reading.oddities] == [("zero-formula", rows - 2)]
    other = with_part(whole, tmp_path / "c.xlsx", "xl/worksheets/sheet1.xml", lambda xml: filled(xml, "5"))
    assert read_here(other).oddities == ()


def test_formulas_with_results_are_cells_like_others(tmp_path):
    source = book(tmp_path / "a.xlsx", [["id", "fee"], ["a", "=ROW()*2"], ["b", 5]])
    saved = with_part(source, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml",
                      lambda xml: xml.replace("<v />", "<v>4</v>").replace("<v/>", "<v>4</v>").replace("<v></v>", "<v>4</v>"))
    reading = read_here(saved)
    assert cells_of(reading) == [("a", "4"), ("b", "5")]
    assert reading.oddities == ()


def test_a_formula_that_gives_an_empty_text_has_a_result(tmp_path):
    source = book(tmp_path / "a.xlsx", [["id", "fee"], ["a", '=IF(1,"",2)'], ["b", 5]])
    saved = with_part(source, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml",
                      lambda xml: xml.replace('<c r="B2">', '<c r="B2" t="str">'))
    assert read_here(saved).oddities == ()


def test_numbers_that_the_workbook_shows_with_fewer_digits_keep_them_and_are_told(tmp_path):
    def shorten(workbook):
        workbook.active["B2"].number_format = "0.0"
        workbook.active["B3"].number_format = "0.0"

    reading = read_here(book(tmp_path / "a.xlsx", [["a", "b"], ["x", 1.25], ["y", 1.5]], shorten))
    assert cells_of(reading) == [("x", "1.25"), ("y", "1.5")]
    assert [(one.kind, one.count, list(one.rows)) for one in reading.oddities] == [("number-shown-otherwise", 1, [2])]


def test_a_part_with_a_declaration_of_entities_is_refused_with_its_own_sentence(tmp_path):
    whole = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    declared = with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml",
                         lambda xml: '<?xml version="1.0"?><!-- x --><!DOCTYPE x [<!ENTITY e "f">]>' + xml.partition("?>")[2])
    with pytest.raises(FileDamaged) as raised:
        read_here(declared)
    assert "DOCTYPE" in str(raised.value.words.what)


def test_one_cell_at_the_end_of_the_sheet_is_answered_with_a_sentence(tmp_path):
    far = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]], lambda workbook: workbook.active.cell(1_048_576, 16_384, "x"))
    with pytest.raises(FileTooLarge) as raised:
        read_here(far)
    assert "1048576" in str(raised.value.words.where)


def test_a_sheet_that_is_spread_out_does_not_keep_another_one_from_being_read(tmp_path):
    def spread(workbook):
        workbook.create_sheet("Far").cell(1_048_576, 16_384, "x")

    path = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2], [3, 4]], spread)
    reading = read_here(path, sheet="Data")
    assert cells_of(reading) == [("1", "2"), ("3", "4")]
    assert [(one.name, one.rows) for one in reading.listings] == [("Data", 3), ("Far", 1_048_576)]


def test_a_note_below_the_table_and_a_total_are_accounted_for(tmp_path):
    rows = [["id", "kind", "fee"], [1, "Roof", 2], [2, "Wall", 3], ["Total", None, 5], [], ["Source: permit office"]]
    reading = read_here(book(tmp_path / "a.xlsx", rows))
    assert reading.account.missing == 0
    assert reading.account.total == 3 + 3 + 3 + 2 + 1


def test_a_workbook_of_excel_95_says_that_its_formats_are_not_read(tmp_path):
    path = xls(tmp_path / "a.xls", [[1, 2], [3, 4], [5, 6]])
    old, new = (struct.pack("<HHHH", 0x809, 16, version, 0x10) for version in (0x600, 0x500))
    path.write_bytes(path.read_bytes().replace(old, new).replace(old[:-2] + b"\5\0", new[:-2] + b"\5\0"))
    found = [(one.kind, one.count) for one in read_here(path, header_rows=()).oddities]
    assert ("formats-unread", 2) in found


@pytest.mark.parametrize("make", [xls, ods])
def test_a_workbook_whose_formats_are_read_says_nothing_of_them(tmp_path, make):
    rows = [["id", "zip", "kind"], ["a", 2139, "x"], ["b", 97201, "y"]]
    assert read_here(make(tmp_path / f"a.{make.__name__}", rows)).oddities == ()


@pytest.mark.parametrize("rows", [3, 9_000])
def test_a_cell_that_a_workbook_holds_twice_is_told_of(tmp_path, rows):
    whole = book(tmp_path / "a.xlsx", [["id", "fee"], *([row, f"x{row}"] for row in range(2, rows))])
    twice = with_part(whole, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml",
                      lambda xml: xml.replace('<c r="B2"', '<c r="A2" t="n"><v>7</v></c><c r="B2"', 1))
    assert [(one.kind, one.count, list(one.rows)) for one in read_here(twice).oddities] == [("cell-twice", 1, [2])]
    assert read_here(whole).oddities == ()
