"""Each kind is found where it was planted, alone, and its text stays behind; ordinary workbooks stay quiet."""

import os
import random
import zipfile

import openpyxl
import pytest

from steward.discovery import discover
from steward.privacy.knowledge import Knowledge
from steward.readers.hidden import look_into
from steward.readers.limits import DEFAULT
from steward.store import names
from steward.store.resources import resource_text
from steward.vocabulary.hidden import KINDS
from tests.readers.hidden.ordinary import ORDINARY
from tests.readers.hidden.planting import operate, plain_book, planted, put
from tests.readers.hidden.plants import EVERY

KNOWLEDGE = Knowledge.parse(tiers=resource_text("policy/tiers.json"), header_words=resource_text("policy/header_words.json"),
                            first_names=names.first_names(), surnames=names.surnames())
SHEET = "xl/worksheets/sheet1.xml"
MUTATIONS = int(os.environ.get("STEWARD_FUZZ_HIDDEN", "60"))


def kinds(path):
    return sorted({thing.kind for thing in look_into(path, KNOWLEDGE, DEFAULT)})


def hold_that_it_is_found_alone(path, kind):
    things = look_into(path, KNOWLEDGE, DEFAULT)
    assert {thing.kind for thing in things} == {kind}
    assert "zqxv" not in (repr(things) + "".join(str(thing.where) for thing in things)).lower()


def each_of(plants):
    """Return the mark of a test that is run with the kind and the act of each plant."""
    return pytest.mark.parametrize(("kind", "act"), [(kind, act) for kind, _, act in plants],
                                   ids=[f"{kind}-{name}" for kind, name, _ in plants])


def saved(path, change):
    workbook = plain_book()
    change(workbook, workbook.active)
    workbook.save(path)
    return path


@pytest.mark.parametrize(("kind", "name", "act", "in_zip"), EVERY, ids=[f"{kind}-{name}" for kind, name, _, _ in EVERY])
def test_what_is_planted_is_found_alone_and_its_text_stays_behind(tmp_path, kind, name, act, in_zip):
    hold_that_it_is_found_alone(planted(tmp_path / "a.xlsx", act, in_zip=in_zip), kind)


def test_every_kind_has_a_plant_and_every_place_a_kind_that_is_explained():
    planted_kinds = {kind for kind, *_ in EVERY}
    looked_for = {kind for place in discover("steward.readers.hidden", "HIDDEN") for kind in place.kinds}
    assert planted_kinds == looked_for == set(KINDS) - {"not_looked_at"}


def test_names_on_a_hidden_sheet_are_counted(tmp_path):
    act = next(act for _, name, act, _ in EVERY if name == "a_hidden_sheet_of_names")
    (thing,) = look_into(planted(tmp_path / "a.xlsx", act, in_zip=False), KNOWLEDGE, DEFAULT)
    assert dict(thing.found)["person_name"] == 20
    assert dict(thing.found)["phone"] >= 20
    assert thing.may_be_personal


def test_many_plants_in_one_workbook_are_all_found(tmp_path):
    workbook = plain_book()
    apart = {"hidden_sheet", "very_hidden_sheet", "hidden_row", "comment", "defined_name", "doc_properties", "header_footer",
             "data_validation", "conditional_hidden", "remote_cells"}
    first = {kind: act for kind, _, act, _ in reversed(EVERY) if kind in apart}
    for act in first.values():
        act(workbook)
    workbook.save(tmp_path / "a.xlsx")
    assert set(first) - set(kinds(tmp_path / "a.xlsx")) == set()


# ordinary workbooks

@pytest.mark.parametrize("change", ORDINARY, ids=[change.__name__ for change in ORDINARY])
def test_an_ordinary_workbook_stays_quiet(tmp_path, change):
    assert kinds(saved(tmp_path / "a.xlsx", change)) == []


def test_what_excel_writes_beside_the_cells_stays_quiet(tmp_path):
    def dress(parts):
        put(parts, "xl/workbook.xml", "<bookViews",
            '<x15ac:absPath xmlns:x15ac="x" url="H:\\Documents\\"/><bookViews')
        put(parts, "xl/workbook.xml", "</sheets>", '</sheets><definedNames><definedName name="_xlnm._FilterDatabase" '
            'localSheetId="0" hidden="1">Permits!$A$1:$D$61</definedName></definedNames>')
        parts["xl/printerSettings/printerSettings1.bin"] = "Microsoft Print to PDF".encode("utf-16-le") + bytes(200)
        parts["xl/calcChain.xml"] = b"<calcChain/>"
        put(parts, "docProps/app.xml", "</Properties>", "<Company></Company></Properties>")

    path = saved(tmp_path / "a.xlsx", lambda *_: None)
    operate(path, dress)
    assert kinds(path) == []


# other forms of the same XML

def test_cells_are_found_in_whichever_form_they_are_written(tmp_path):
    def rewrite(parts):
        parts[SHEET] = (
            b'<?xml version="1.0"?><x:worksheet xmlns:x="y"><x:cols>'
            b"<x:col max='2' min='2' hidden='1'/></x:cols><x:sheetData>"
            b"<x:row r='1'><x:c t='inlineStr' r='A1'><x:is><x:t>Permit</x:t></x:is></x:c><x:c t='str'><x:v>Zq</x:v></x:c>"
            b"</x:row>"
            b"</x:sheetData></x:worksheet>")

    path = saved(tmp_path / "a.xlsx", lambda *_: None)
    operate(path, rewrite)
    assert kinds(path) == ["hidden_column"]


def test_a_part_in_utf16_is_read(tmp_path):
    def rewrite(parts):
        put(parts, "xl/workbook.xml", 'name="Notes"', 'name="Notes" state="hidden"') if b'state="visible"' not in parts[
            "xl/workbook.xml"] else parts.update({"xl/workbook.xml": parts["xl/workbook.xml"].replace(
                b'name="Notes" sheetId="2" state="visible"', b'name="Notes" sheetId="2" state="hidden"')})
        parts["xl/workbook.xml"] = b"\xff\xfe" + parts["xl/workbook.xml"].decode().encode("utf-16-le")

    path = saved(tmp_path / "a.xlsx", lambda *_: None)
    operate(path, rewrite)
    assert kinds(path) == ["hidden_sheet"]


def test_what_stands_in_an_xml_comment_is_no_cell(tmp_path):
    path = saved(tmp_path / "a.xlsx", lambda *_: None)
    far = '<!--<row r="9000"><c r="A9000"><v>1</v></c></row>--></sheetData>'
    operate(path, lambda parts: put(parts, SHEET, "</sheetData>", far))
    assert kinds(path) == []


# what is no workbook, broken or hostile

def test_files_that_are_no_workbook_have_nothing_hidden_or_say_that_they_could_not_be_looked_at(tmp_path):
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04broken")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("a.txt", "nothing")
    assert kinds(tmp_path / "c.zip") == []
    assert kinds(tmp_path / "b.xlsx") == kinds(tmp_path / "gone.xlsx") == ["not_looked_at"]


def test_an_entity_bomb_expands_to_nothing(tmp_path):
    path = saved(tmp_path / "a.xlsx", lambda *_: None)
    bomb = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    operate(path, lambda parts: put(parts, "docProps/core.xml", "<dc:creator>", f"{bomb}<dc:creator>&b;"))
    assert len(str(look_into(path, KNOWLEDGE, DEFAULT))) < 1000


@pytest.mark.parametrize("seed", range(3))
def test_a_mutated_workbook_never_raises_and_never_tells_its_text(tmp_path, seed):
    draw = random.Random(seed)
    path = tmp_path / "a.xlsx"
    for _ in range(MUTATIONS // 3):
        _, _, act, in_zip = draw.choice(EVERY)
        planted(path, act, in_zip=in_zip)
        operate(path, lambda parts, draw=draw: mutate(parts, draw))
        if draw.random() < 0.3:
            whole = bytearray(path.read_bytes())
            for _ in range(draw.randrange(1, 20)):
                whole[draw.randrange(len(whole))] = draw.randrange(256)
            path.write_bytes(whole)
        assert "zqxv" not in str(look_into(path, KNOWLEDGE, DEFAULT)).lower()


def mutate(parts, draw):
    """Cut, double, swap or overwrite pieces of some parts."""
    for name in draw.sample(sorted(parts), min(3, len(parts))):
        content = bytearray(parts[name])
        for _ in range(draw.randrange(1, 8)):
            begin = draw.randrange(len(content) + 1)
            piece = content[begin:begin + draw.randrange(40)]
            content[begin:begin + draw.randrange(40)] = draw.choice(
                (b"", bytes(piece) * 3, b"<", b">", b'"', b"</c>", b"<c ", b"&#x0;", b"999999999999",
                 bytes([draw.randrange(256)])))
        parts[name] = bytes(content)


def test_the_oracle_writes_what_it_should(tmp_path):
    assert openpyxl.load_workbook(saved(tmp_path / "a.xlsx", lambda *_: None)).sheetnames == ["Permits", "Notes"]
