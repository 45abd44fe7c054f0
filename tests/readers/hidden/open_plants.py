"""Things hidden in an OpenDocument spreadsheet, written by hand as LibreOffice writes it."""

import zipfile

from tests.readers.hidden.planting import operate

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


def planted(path, kind):
    """Write a spreadsheet in which one thing is hidden."""
    case = dict(CASES[kind])
    if kind != "header_footer":
        return spreadsheet(path, case.pop("rows"), **case)
    spreadsheet(path, "", styles='<style:style style:name="ta1" style:family="table" style:master-page-name="Default"/>',
                parts=case["parts"])
    operate(path, lambda parts: parts.update({"content.xml": parts["content.xml"].replace(
        b'table:name="Data"', b'table:name="Data" table:style-name="ta1"')}))
    return path
