import pytest

from steward.readers.formats._number_format import Kind
from steward.readers.formats._sheet_scan import scan
from steward.readers.formats._sheet_xml import _MERGE, _areas, _hidden_columns, _styles, without_prefix


@pytest.mark.parametrize("number", ["name", "", "-1", "9" * 40, "\u0664", "1.5"])
def test_a_damaged_number_is_passed_over(number):
    sheet = f'<worksheet><sheetData><row r="{number}" hidden="1"/></sheetData></worksheet>'.encode()
    assert scan(sheet, ()).hidden == [1]
    assert _hidden_columns(f'<col min="2" max="{number}" hidden="1"/>'.encode()) == frozenset()
    assert _styles(f'<cellXfs><xf numFmtId="{number}"/></cellXfs>'.encode()) == {}


def test_columns_end_where_a_sheet_ends():
    assert max(_hidden_columns(b'<col min="16000" max="999999999" hidden="1"/>')) == 16_384


def test_attributes_stand_in_any_order_and_between_either_quotes():
    assert _hidden_columns(b"<x:col hidden='true' max='3' min='2'/>") == frozenset({2, 3})
    formats = _styles(b"<numFmt formatCode='000&quot;-&quot;00' numFmtId='170'/><cellXfs><xf numFmtId='170'/></cellXfs>")
    assert formats[0].kind is Kind.NUMBER
    assert formats[0].shown("2139") == ("021-39", False)


@pytest.mark.parametrize(("reference", "area"), [
    ("A1:B3", (1, 1, 3, 2)), ("$A$1:$B$3", (1, 1, 3, 2)), ("B3:A1", (1, 1, 3, 2)), ("C4", (4, 3, 4, 3))])
def test_an_area_begins_at_its_upper_left(reference, area):
    assert list(_areas(_MERGE, f'<mergeCell ref="{reference}"/>'.encode())) == [area]


def test_a_broken_area_is_none():
    assert list(_areas(_MERGE, b'<mergeCell ref="A:B"/><mergeCell ref=""/><mergeCell/>')) == []


def test_a_prefix_before_every_tag_is_taken_away():
    assert without_prefix(b"<x:worksheet><x:row r='1'/></x:worksheet>") == b"<worksheet><row r='1'/></worksheet>"
