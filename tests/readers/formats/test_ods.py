"""Cells of OpenDocument sheets that programs write in ways of their own."""

import zipfile

import pytest

from steward.readers.errors import FileTooLarge
from tests.readers.opened import cells_of, read_here
from tests.readers.saved_books import SPACES

HEADER = ('<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
          '<table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row>')


def written(folder, rows, before="", styles=""):
    path = folder / "a.ods"
    content = (f"<?xml version='1.0'?><office:document-content {SPACES}>{styles}<office:body><office:spreadsheet>"
               f'<table:table table:name="Data">{before}{HEADER}{rows}</table:table></office:spreadsheet></office:body>'
               "</office:document-content>")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest xmlns:manifest='urn:m' {SPACES}/>")
    return path


def row(*cells, looks=""):
    return f"<table:table-row{looks}>{''.join(cells)}</table:table-row>"


def cell(inner="", **given):
    named = "".join(f' {"table" if name == "formula" else "office"}:{name.replace("_", "-")}="{value}"'
                    for name, value in given.items())
    return f"<table:table-cell{named}>{inner}</table:table-cell>"


ONE = cell("<text:p>1</text:p>", value_type="float", value="1")


def read(folder, *rows, before=""):
    return read_here(written(folder, "".join(rows), before), header_rows=(1,))


@pytest.mark.parametrize(("inner", "text"), [
    ("<text:p>one<text:tab/>two</text:p>", "one\ttwo"), ("<text:p>one<text:line-break/>two</text:p>", "one\ntwo"),
    ('<text:p>a<text:s text:c="3"/>b<text:line-break/></text:p><text:p>c</text:p>', "a   b\n\nc"),
    ("<text:p>x<text:tab/><text:span>y</text:span></text:p><office:annotation><text:p>note</text:p></office:annotation>",
     "x\ty")])
def test_breaks_inside_a_text_are_kept(tmp_path, inner, text):
    assert cells_of(read(tmp_path, row(cell(inner, value_type="string"), ONE))) == [(text, "1")]


def test_a_cell_of_a_type_that_no_standard_names_is_a_text(tmp_path):
    odd = cell("<text:p>abcd</text:p>", value_type="unknown")
    reading = read(tmp_path, row(odd, ONE), row(ONE, odd))
    assert cells_of(reading) == [("abcd", "1"), ("1", "abcd")]
    assert (reading.account.total, reading.account.missing) == (6, 0)


def test_blanks_between_the_tags_of_cells_change_nothing(tmp_path):
    laid_out = row("\n  ", cell("\n   <text:p>a  b</text:p>\n ", value_type="string"), "\n  ", ONE, "\n")
    assert cells_of(read(tmp_path, "\n ", laid_out, "\n")) == [("a  b", "1")]


@pytest.mark.parametrize(("shown", "given"), [
    ("#N/A", {"value_type": "string", "string_value": "", "formula": "of:=NA()"}),
    ("Err:502", {"value_type": "float", "value": "0", "formula": "of:=X()"}),
    ("#DIV/0!", {"value_type": "float", "value": "0", "formula": "of:=1/0"})])
def test_an_error_is_a_finding_and_keeps_its_text(tmp_path, shown, given):
    reading = read(tmp_path, row(cell(f"<text:p>{shown}</text:p>", **given), ONE))
    assert cells_of(reading) == [(shown, "1")]
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("error-cell", [2])]


@pytest.mark.parametrize("word", ["TRUE", "FALSE"])
def test_a_truth_that_a_formula_gives_is_published_as_the_word_that_is_shown(tmp_path, word):
    shown = cell(f"<text:p>{word}</text:p>", value_type="float", value=str(int(word == "TRUE")), formula=f"of:={word}()")
    assert cells_of(read(tmp_path, row(shown, ONE))) == [(word, "1")]


def test_a_text_that_only_looks_like_an_error_is_none(tmp_path):
    assert read(tmp_path, row(cell("<text:p>#N/A</text:p>", value_type="string"), ONE)).oddities == ()


@pytest.mark.parametrize(("stored", "published"), [
    ("1850-01-05", "1850-01-05"), ("1900-02-28", "1900-02-28"), ("2024-01-05", "2024-01-05")])
def test_a_date_before_the_first_that_excel_counts_alike_stays_as_it_is(tmp_path, stored, published):
    found = read(tmp_path, row(cell("<text:p>x</text:p>", value_type="date", date_value=stored), ONE))
    assert cells_of(found) == [(published, "1")]


def test_rows_written_once_for_several_are_hidden_together(tmp_path):
    looks = ' table:number-rows-repeated="3" table:visibility="filter"'
    reading = read(tmp_path, row(ONE, ONE, looks=looks), row(ONE, ONE))
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("filtered-row", [2, 3, 4])]
    assert reading.account.total == 2 + 3 * 2 + 2


def test_columns_written_once_for_several_are_hidden_together(tmp_path):
    columns = '<table:table-column/><table:table-column table:number-columns-repeated="9" table:visibility="collapse"/>'
    assert read(tmp_path, row(ONE, ONE), before=columns).provenance.hidden_columns == 1


@pytest.mark.parametrize(("last", "kinds"), [("0", ["zero-formula"]), ("2", [])])
def test_formulas_that_nobody_calculated_are_told_of(tmp_path, last, kinds):
    cells = [cell(formula="of:=1+1", value_type="float", value=value) for value in ("0", "0", last)]
    assert [one.kind for one in read(tmp_path, *(row(ONE, each) for each in cells)).oddities] == kinds


@pytest.mark.parametrize(("given", "shown", "text"), [
    ({"value_type": "date", "date_value": "2024-01-02"}, "01/02/24", "2024-01-02"),
    ({"value_type": "date", "date_value": "2024-01-02"}, "45293.00", "45293.00"),
    ({"value_type": "time", "time_value": "PT31H30M00S"}, "31:30", "31:30:00"),
    ({"value_type": "time", "time_value": "PT12H00M00S"}, "0.5", "0.50")])
def test_a_date_or_time_under_a_format_of_numbers_is_what_the_document_shows(tmp_path, given, shown, text):
    styles = ('<office:automatic-styles><number:number-style style:name="N1"><number:number number:decimal-places="2" '
              'number:min-integer-digits="1"/></number:number-style><style:style style:name="ce1" style:family="table-cell" '
              'style:data-style-name="N1"/></office:automatic-styles>')
    styled = cell(f"<text:p>{shown}</text:p>", **given).replace("<table:table-cell", '<table:table-cell table:style-name="ce1"')
    reading = read_here(written(tmp_path, row(ONE, styled), styles=styles), header_rows=(1,))
    assert cells_of(reading) == [("1", text)]
    assert reading.oddities == ()


def test_a_time_without_a_format_is_written_as_a_time(tmp_path):
    plain = cell("<text:p>08:30</text:p>", value_type="time", time_value="PT08H30M00S")
    assert cells_of(read(tmp_path, row(ONE, plain))) == [("1", "08:30:00")]


@pytest.mark.parametrize("given", [{}, {"value_type": "float"}])
def test_a_formula_whose_result_was_not_saved_is_told_of(tmp_path, given):
    reading = read(tmp_path, row(ONE, cell(formula="of:=1+1", **given)), row(ONE, ONE))
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("uncached-formula", [2])]


def test_a_cell_far_from_all_others_is_one_sentence(tmp_path):
    far = '<table:table-cell table:number-columns-repeated="16000"/>'
    gap = '<table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row>'
    with pytest.raises(FileTooLarge):
        read(tmp_path, gap, row(far, ONE))


def test_a_currency_whose_sign_a_style_leaves_to_the_language_has_the_sign_that_is_shown(tmp_path):
    styles = ('<office:automatic-styles><number:currency-style style:name="N1"><number:currency-symbol/><number:number '
              'number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:currency-style>'
              '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>')
    amounts = "".join(row(cell(f"<text:p>{shown}</text:p>", value_type="currency", value=stored).replace(
        "<table:table-cell", '<table:table-cell table:style-name="ce1"'), ONE) for shown, stored in (
            ("$1,234.50", "1234.5"), ("-$2.25", "-2.25"), ("$0.50", "0.5")))
    reading = read_here(written(tmp_path, amounts, styles=styles), header_rows=(1,))
    assert [first for first, _ in cells_of(reading)] == ["$1,234.50", "-$2.25", "$0.50"]


def test_rows_of_a_closed_group_are_told_apart_from_others_that_are_hidden(tmp_path):
    hidden = ' table:visibility="collapse"'
    closed = f'<table:table-row-group table:display="false">{row(ONE, ONE, looks=hidden)}</table:table-row-group>'
    opened = f"<table:table-row-group>{row(ONE, ONE, looks=hidden)}{closed}</table:table-row-group>"
    reading = read(tmp_path, closed, opened, row(ONE, ONE))
    assert {one.kind: list(one.rows) for one in reading.oddities} == {"grouped-row": [2, 4], "hidden-row": [3]}
