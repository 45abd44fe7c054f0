import numpy as np
import pytest

from steward.readers.formats import _sheet_scan
from steward.readers.formats._far_cells import row_too_far
from steward.readers.formats._overlay import Overlay
from steward.readers.formats._sheet_scan import is_regular, scan


def sheet(rows, head=""):
    return f'<?xml version="1.0"?><worksheet>{head}<sheetData>{rows}</sheetData></worksheet>'.encode()


ROWS = (
    '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>'
    '<row r="2" hidden="1"><c r="A2" s="1"><v>2139</v></c><c r="B2" s="2"><v>7</v></c></row>'
    '<row r="3" ht="0" customHeight="1"><c r="AA3" s="1" t="n"><v>5e-1</v></c><c r="AB3" t="e"><v>#N/A</v></c></row>'
    '<row r="4"><c r="A4" s="1"><f>B2*2</f><v>14</v></c><c r="B4" s="1"><f>NOW()</f></c>'
    '<c r="C4" t="str"><f>""</f><v></v></c></row>'
    '<row r="5" s="1" customFormat="1"><c r="A5" s="1"/><c r="B5" s="1" t="b"><v>1</v></c></row>')


def told(found):
    numbers = zip(found.rows.tolist(), found.columns.tolist(), found.styles.tolist(), found.numbers.to_pylist(), strict=True)
    return sorted(numbers), found.errors, found.unsaved, found.hidden, found.low


EXPECTED = ([(2, 1, 1, "2139"), (3, 27, 1, "5e-1"), (4, 1, 1, "14")], {(3, 28): "#N/A"}, [4], [2], [3])


@pytest.mark.parametrize("least", [0, 1 << 18])
def test_both_ways_find_the_same(monkeypatch, least):
    monkeypatch.setattr(_sheet_scan, "SMALL_BYTES", least)
    assert told(scan(sheet(ROWS), [1])) == EXPECTED


@pytest.mark.parametrize("change", [
    lambda xml: xml.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?"),
    lambda xml: xml.replace(b'"', b"'"),
    lambda xml: xml.replace(b"<c ", b"<c\n  "),
    lambda xml: xml.replace(b"<v>2139</v>", b"<v><![CDATA[2139]]></v>"),
    lambda xml: xml.replace(b"<v>2139</v>", b"<v>21&#51;9</v>"),
    lambda xml: xml.replace(b'r="A2" s="1"', b's="1" r="A2"'),
    lambda xml: xml.replace(b'<c r="A2" ', b"<c ").replace(b'<row r="2" ', b"<row "),
    lambda xml: xml.replace(b"<v>2139</v>", b'<v xml:space="preserve"> 2139 </v>'),
    lambda xml: xml.replace(b'<row r="2"', b'<!-- a note --><row r="2"')])
@pytest.mark.parametrize("least", [0, 1 << 18])
def test_a_sheet_that_is_written_in_another_way_gives_the_same(monkeypatch, change, least):
    monkeypatch.setattr(_sheet_scan, "SMALL_BYTES", least)
    changed = change(sheet(ROWS))
    assert changed != sheet(ROWS)
    assert told(scan(changed, [1])) == EXPECTED


def test_only_what_programs_write_alike_is_searched():
    assert is_regular(sheet(ROWS))
    assert not is_regular(sheet(ROWS).replace(b'<c r="A5"', b"<c"))
    assert not is_regular(sheet(ROWS).replace(b'<c r="B5" s="1" t="b"', b'<c r="B5" t="b" s="1"'))


@pytest.mark.parametrize("odd", [
    b'<c t="n" r="A5000" s="1">', b'<c r="A5000" t="n" s="1">', b'<c  r="A5000" s="1">', b'<c r="A5000" s="01">',
    b'<c r="A5000"\ns="1">', b'<c r="a5000" s="1">', b'<c r="A5000" cm="1" s="1">', b'<c s="1">', b'<c r = "A5000" s="1">'])
def test_one_oddly_written_cell_of_a_large_sheet_keeps_its_format(odd):
    cells = b"".join(b'<row r="%d"><c r="A%d" s="1"><v>%d</v></c></row>' % (row, row, row) for row in range(1, 9000))
    xml = b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
    assert is_regular(xml)
    found = scan(xml.replace(b'<c r="A5000" s="1">', odd), {1})
    assert found.rows.tolist() == list(range(1, 9000))
    assert set(found.styles.tolist()) == {1}



def test_a_sheet_that_breaks_off_gives_what_came_before():
    assert scan(sheet(ROWS)[:330], [1]).hidden == [2]


@pytest.mark.parametrize(("rows", "head", "expected"), [
    ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "", 1_048_576),
    ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
     '<dimension ref="A1"/>', 1_048_576),
    ('<row r="1"><c r="XFD1" t="s"><v>1</v></c></row><row r="900000"><c r="B900000"><f>1</f></c></row>',
     '<dimension ref="A1:XFD900000"/>', 900_000),
    ('<row r="1"><c r="A1"><v>1</v></c><c r="AMJ1" s="3"/></row><row r="1048576" ht="12.8"></row>',
     '<dimension ref="A1:AMJ1048576"/>', 0),
    ('<row r="1"><c r="XFD1" s="1"/></row><row r="900000"><c r="B900000" s="2"></c></row>', "", 0),
    ('<row r="1"><c r="A1"/></row><row r="1048576"><c r="C1048576"/></row>', "", 0),
    ('<row r="1"><c r="XFD1"/></row><row r="3000"><c r="A3000"/></row>', "", 0), ("", "", 0)])
def test_cells_that_lie_beyond_all_measure_are_told_before_they_are_read(rows, head, expected):
    assert row_too_far(sheet(rows, head)) == expected


def test_of_two_texts_for_a_cell_the_later_stands():
    overlay = Overlay()
    overlay.add_cells({(3, 2): "a", (1, 2): "b"})
    overlay.add_cells({(3, 2): "c"})
    places, texts = overlay.of(2, 1, 10)
    assert (places.tolist(), texts.to_pylist()) == ([0, 2], ["b", "c"])
    assert [len(part) for part in overlay.of(2, 4, 10)] == [0, 0]
    assert np.asarray(overlay.of(9, 1, 5)[0]).size == 0
