import re

import pytest

from steward.readers.formats import _first_rows
from steward.readers.formats._first_rows import shortened
from steward.readers.limits import DEFAULT
from steward.readers.recognition import format_of, peek
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.benchmarks.open_workbook import write
from tests.readers.books import with_part

SHEET = "xl/worksheets/sheet1.xml"
ROWS = 20_500


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return write(tmp_path_factory.mktemp("large") / "a.xlsx", ROWS, "both", 3)


def seen(path, **step):
    first_look = peek(path)
    return format_of(first_look).preview(first_look, ImportStep(**step), DEFAULT, Silence())


def whole(monkeypatch, path, **step):
    with monkeypatch.context() as patched:
        patched.setattr(_first_rows, "LARGE_BYTES", 1 << 40)
        return seen(path, **step)


def test_the_preview_of_a_large_workbook_is_that_of_its_whole(monkeypatch, large):
    parsed = []
    monkeypatch.setattr("steward.readers.formats._worksheets.shortened",
                        lambda xml, rows: parsed.append(shortened(xml, rows)) or parsed[-1])
    short = seen(large)
    assert [one is not None for one in parsed] == [True]
    assert short == whole(monkeypatch, large)
    assert (short.height, short.rows[-1].row) == (ROWS + 1, ROWS + 1)
    assert short.listings[0].rows == ROWS + 1


@pytest.mark.parametrize("change", [
    lambda xml: xml.replace('<row r="9000"', '<row r="9000" hidden="1"'),
    lambda xml: xml.replace('ref="A1:L', 'ref="A1:M').replace('<c r="L9000"', '<c r="M9000"'),
    lambda xml: xml.replace('ref="A1:L', 'ref="A1:M'),
    lambda xml: xml.replace("</sheetData>", "".join(f'<row r="{row}" s="1"/>' for row in range(ROWS + 2, ROWS + 99))
                            + "</sheetData>")])
def test_what_stands_between_changes_nothing(monkeypatch, tmp_path, large, change):
    odd = with_part(large, tmp_path / "b.xlsx", SHEET, change)
    assert seen(odd) == whole(monkeypatch, odd)


def test_the_rows_around_those_that_are_hidden_far_down_are_seen(monkeypatch, tmp_path, large):
    def hide(xml):
        xml = re.sub('<row r="(4000|4001|4002|4003)".*?</row>', r'<row r="\1" hidden="1"></row>', xml)
        xml = re.sub('<row r="(1900[0-9])".*?</row>', r'<row r="\1" hidden="1"></row>', xml)
        xml = re.sub('<row r="(9000|9001|15000)"', r'<row r="\1" hidden="1"', re.sub('<c r="[A-C]9000".*?</c>', "", xml))
        table = '<autoFilter ref="A1:B12000"><filterColumn colId="0"><filters blank="1"/></filterColumn></autoFilter>'
        return re.sub('<row r="12345"', '<row r="12345" ht="0"', xml).replace("</sheetData>", "</sheetData>" + table)

    odd = with_part(large, tmp_path / "b.xlsx", SHEET, hide)
    short = seen(odd)
    assert short == whole(monkeypatch, odd)
    assert {one.row for one in short.rows if one.is_hidden} == {4000, 4001, 4002, 4003, 12345, 15000}


def test_rows_that_are_asked_for_far_down_are_seen(monkeypatch, large):
    assert seen(large, header_rows=(3000,)) == whole(monkeypatch, large, header_rows=(3000,))


def test_a_short_sheet_or_one_without_its_size_is_read_whole():
    assert shortened(b"<worksheet><sheetData></sheetData></worksheet>", 10) is None
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(1, 60_000))
    sheet = b"<worksheet>%s<sheetData>" + rows + b"</sheetData></worksheet>"
    assert shortened(sheet.replace(b"%s", b""), 10) is None
    assert shortened(sheet.replace(b"%s", b'<dimension ref="A1:A60000"/>'), 10).cut_row == 11
