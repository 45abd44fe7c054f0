import zipfile

from steward.readers.hidden import look
from steward.vocabulary.tier import Tier
from tests.readers.books import book


def things(path):
    return [(thing.kind, str(thing.where), thing.count, thing.tier) for thing in look(path)]


def test_hidden_sheets_are_named(tmp_path):
    def hide(workbook):
        workbook.create_sheet("Old & new").sheet_state = "hidden"
        workbook.create_sheet("Deep").sheet_state = "veryHidden"

    found = [thing for thing in things(book(tmp_path / "a.xlsx", [["a"]], hide)) if thing[0] == "hidden_sheet"]
    assert found == [("hidden_sheet", "Sheet Old & new.", 1, Tier.WARN), ("hidden_sheet", "Sheet Deep.", 1, Tier.WARN)]


def test_document_properties_are_counted_and_never_told(tmp_path):
    def sign(workbook):
        workbook.properties.creator = "Jane Roe"
        workbook.properties.lastModifiedBy = "John Doe"
        workbook.properties.description = "draft for Kim"

    found = [thing for thing in look(book(tmp_path / "a.xlsx", [["a"]], sign)) if thing.kind == "doc_properties"]
    assert [thing.count for thing in found] == [3]
    assert "Roe" not in str(found)


def test_a_workbook_with_a_damaged_part_has_nothing_that_could_be_looked_at(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook>" + "sheet" * 500)
    whole = (tmp_path / "a.xlsx").read_bytes()
    place = whole.index(b"workbook.xml") + len("workbook.xml")
    (tmp_path / "a.xlsx").write_bytes(whole[:place] + b"\xff" * 8 + whole[place + 8:])
    assert look(tmp_path / "a.xlsx") == ()


def test_files_that_are_no_workbook_have_nothing_hidden(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n")
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04broken")
    assert look(tmp_path / "a.csv") == look(tmp_path / "b.xlsx") == look(tmp_path / "gone.xlsx") == ()
