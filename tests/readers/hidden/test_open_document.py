"""What an OpenDocument spreadsheet hides, written by hand as LibreOffice writes it."""

import zipfile

import pytest

from tests.readers.hidden.test_look import kinds

STYLES = ('<office:document-styles xmlns:style="s"><style:master-page style:name="Default"><style:footer><text:p>Page '
          "<text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:document-styles>")
ROW = ('<table:table-row{0}><table:table-cell office:value-type="string"{1}>{2}<text:p>{3}</text:p></table:table-cell>'
       "</table:table-row>")
MARK = "Zqxvmark Roe"


def row(text, attributes="", cell="", before=""):
    return ROW.format(attributes, cell, before, text)


def spreadsheet(path, rows, *, styles="", before="", after="", parts=(), columns="<table:table-column/>", table_name="Data"):
    """Write a spreadsheet of one table."""
    table = f'<table:table table:name="{table_name}">{columns}{row("Permit")}{row("BP-1")}{rows}</table:table>'
    content = (f'<office:document-content xmlns:table="t"><office:automatic-styles>{styles}</office:automatic-styles>'
               f"<office:body><office:spreadsheet>{before}{table}"
               f"{after}</office:spreadsheet></office:body></office:document-content>")
    meta = ("<office:document-meta><office:meta><meta:generator>LibreOffice/24.2</meta:generator>"
            "<dc:date>2024-01-01</dc:date></office:meta></office:document-meta>")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for name, text in {"content.xml": content, "styles.xml": STYLES, "meta.xml": meta, "Thumbnails/thumbnail.png": "x",
                           **dict(parts)}.items():
            archive.writestr(name, text)
    return path


HIDDEN_TABLE = ('<style:style style:name="ta9" style:family="table"><style:table-properties '
                'table:display="false"/></style:style>')
WHITE = ('<style:style style:name="ce9" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>')
LOW = ('<style:style style:name="ro9" style:family="table-row"><style:table-row-properties '
       'style:row-height="0.001in"/></style:style>')
EMPTY_FORMAT = ('<number:text-style style:name="N9"><number:text></number:text></number:text-style>'
                '<style:style style:name="ce8" style:family="table-cell" style:data-style-name="N9"/>')
CASES = {
    "hidden_sheet": {"rows": "", "styles": HIDDEN_TABLE, "after":
                     f'<table:table table:name="Old" table:style-name="ta9">{row(MARK)}</table:table>'},
    "hidden_row": {"rows": row(MARK, ' table:visibility="collapse"')},
    "filtered_rows": {"rows": row(MARK, ' table:visibility="filter"')},
    "hidden_column": {"rows": "", "columns": '<table:table-column table:visibility="collapse"/>'},
    "zero_size": {"rows": row(MARK, ' table:style-name="ro9"'), "styles": LOW},
    "invisible_text": {"rows": row(MARK, cell=' table:style-name="ce9"'), "styles": WHITE},
    "number_format_hidden": {"rows": row(MARK, cell=' table:style-name="ce8"'), "styles": EMPTY_FORMAT},
    "remote_cells": {"rows": '<table:table-row table:number-rows-repeated="5000"/>' + row(MARK)},
    "merged_hidden_value": {"rows": row("x").replace("</table:table-row>", '<table:covered-table-cell '
    'office:value-type="string">'
                                                     f"<text:p>{MARK}</text:p></table:covered-table-cell></table:table-row>")},
    "comment": {"rows": row("x",
                            before=f"<office:annotation><dc:creator>Jane Roe</dc:creator><text:p>{MARK}</text:p>"
                                   "</office:annotation>")},
    "revision_log": {"rows": "", "before": f"<table:tracked-changes><table:cell-content-change><text:p>{MARK}</text:p>"
                                           "</table:cell-content-change></table:tracked-changes>"},
    "defined_name": {"rows": "",
                     "after": f'<table:named-expression table:name="a" table:expression="of:=&quot;{MARK}&quot;"/>'},
    "text_box": {"rows": row("x", before=f"<draw:frame><draw:text-box><text:p>{MARK}</text:p></draw:text-box></draw:frame>")},
    "alt_text": {"rows": row("x", before=f"<draw:frame><svg:desc>{MARK}</svg:desc></draw:frame>")},
    "hyperlink_target": {"rows": row('<text:a xlink:href="mailto:zqxvmark@example.org">Write</text:a>')},
    "data_validation": {"rows": "", "before": '<table:content-validation table:name="v1" '
                                              'table:condition="of:cell-content-is-in-list('
                                              '&quot;Zqxvmark Roe&quot;;&quot;Mary Johnson&quot;)"/>'},
    "doc_properties": {"rows": "", "parts": [("meta.xml", "<office:meta><dc:creator>Zqxvmark Roe</dc:creator></office:meta>")]},
    "custom_properties": {"rows": "", "parts": [
        ("meta.xml", '<meta:user-defined meta:name="Case">Zqxvmark</meta:user-defined>')]},
    "header_footer": {"rows": "", "styles": '<style:style style:name="x"/>', "parts": [
        ("styles.xml", STYLES.replace("Page ", f"{MARK} "))], "columns": "<table:table-column/>"},
    "vba_macro": {"rows": "", "parts": [("Basic/Standard/Module1.xml", "<script/>")]},
    "embedded_object": {"rows": "", "parts": [("Object 1/content.xml", f"<office:text><text:p>{MARK}</text:p></office:text>")]},
}


@pytest.mark.parametrize("kind", CASES)
def test_what_is_hidden_in_a_spreadsheet_is_found_alone(tmp_path, kind):
    case = dict(CASES[kind])
    if kind == "header_footer":
        path = spreadsheet(tmp_path / "a.ods", "", styles='<style:style style:name="ta1" style:family="table" '
                           'style:master-page-name="Default"/>', parts=case["parts"])
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["content.xml"] = parts["content.xml"].replace(b'table:name="Data"', b'table:name="Data" table:style-name="ta1"')
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
    else:
        path = spreadsheet(tmp_path / "a.ods", case.pop("rows"), **case)
    assert kinds(path) == [kind]


def test_an_ordinary_spreadsheet_stays_quiet(tmp_path):
    basic = [("Basic/script-lc.xml", "<x/>"), ("Basic/Standard/script-lb.xml", "<x/>"), ("settings.xml", "<config/>")]
    assert kinds(spreadsheet(tmp_path / "a.ods", row("BP-2") * 30, parts=basic)) == []


def test_a_rule_that_hides_faulty_cells_does_not_count_and_any_other_does(tmp_path):
    def ruled(condition):
        style = (f'<style:style style:name="ce1" style:family="table-cell"><style:map style:condition="{condition}" '
                 'style:apply-style-name="ce9"/></style:style>')
        return spreadsheet(tmp_path / "a.ods", row("x", cell=' table:style-name="ce1"'), styles=WHITE + style)

    assert kinds(ruled("is-true-formula(ISERROR([.A1]))")) == []
    assert kinds(ruled("cell-content()=0")) == []
    assert kinds(ruled("is-true-formula($A$3=0)")) == []
    assert kinds(ruled("is-true-formula($H$1=0)")) == ["conditional_hidden"]
    assert kinds(ruled("cell-content()&gt;5")) == ["conditional_hidden"]


def test_letters_too_small_to_be_read_count(tmp_path):
    def sized(points):
        style = (f'<style:style style:name="ce5" style:family="table-cell"><style:text-properties fo:font-size="{points}pt"/>'
                 "</style:style>")
        return kinds(spreadsheet(tmp_path / "a.ods", row(MARK, cell=' table:style-name="ce5"'), styles=style))

    assert (sized(1), sized(8)) == (["invisible_text"], [])


@pytest.mark.parametrize(("value", "found"), [("52", []), ("77", ["chart_cache"])])
def test_a_chart_counts_where_it_keeps_figures_that_no_cell_holds(tmp_path, value, found):
    chart = ('<office:chart><chart:chart/><table:table table:name="local-table"><table:table-rows><table:table-row>'
             "<table:table-cell><text:p>Row 1</text:p></table:table-cell>"
             f'<table:table-cell office:value="{value}"><text:p>{value}</text:p></table:table-cell></table:table-row>'
             "</table:table-rows></table:table></office:chart>")
    path = spreadsheet(tmp_path / "a.ods", row("52"), parts=[("Object 1/content.xml", chart)])
    assert kinds(path) == found


def sections(kind, positive, text):
    """Return a format of LibreOffice for the sections of Excel's: each is a style of its own, chosen by a condition."""
    others = "".join(f'<number:number-style style:name="N9P{place}">{positive}</number:number-style>' for place in range(3))
    maps = "".join(f'<style:map style:condition="value(){sign}0" style:apply-style-name="N9P{place}"/>'
                   for place, sign in enumerate(("&gt;", "&lt;", "=")))
    return (f'{others}<number:{kind} style:name="N9">{text}{maps}</number:{kind}>'
            '<style:style style:name="ce8" style:family="table-cell" style:data-style-name="N9"/>')


@pytest.mark.parametrize(("positive", "text", "found"), [
    ("<number:text/>", "<number:text/>", ["number_format_hidden"]),
    ("<number:number/>", "<number:text-content/>", []),
    ("<number:text/>", "<number:text-content/>", []),
])
def test_a_format_of_sections_counts_where_the_one_for_text_shows_nothing(tmp_path, positive, text, found):
    cells = ('<table:table-row><table:table-cell table:style-name="ce8" office:value-type="string" '
             f'office:string-value="{MARK}"/></table:table-row>')
    path = spreadsheet(tmp_path / "a.ods", cells, styles=sections("text-style", positive, text))
    assert kinds(path) == found


def test_a_format_of_sections_that_hides_numbers_counts(tmp_path):
    cells = ('<table:table-row><table:table-cell table:style-name="ce8" office:value-type="float" office:value="52000"/>'
             "</table:table-row>")
    path = spreadsheet(tmp_path / "a.ods", cells, styles=sections("number-style", "<number:text/>", "<number:text/>"))
    assert kinds(path) == ["number_format_hidden"]


@pytest.mark.parametrize(("address", "found"), [
    ("'My Data'.A3:'My Data'.A9", []), ("'My Data'.A4:'My Data'.A9", ["invisible_text"])])
def test_white_labels_of_a_table_whose_style_libreoffice_left_out_do_not_count(tmp_path, address, found):
    ranges = (f'<table:database-ranges><table:database-range table:name="t" table:target-range-address="{address}"/>'
              "</table:database-ranges>")
    path = spreadsheet(tmp_path / "a.ods", row("Label", cell=' table:style-name="ce9"'), styles=WHITE, after=ranges,
                       table_name="My Data")
    assert kinds(path) == found
