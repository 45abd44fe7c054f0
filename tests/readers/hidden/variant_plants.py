"""Other ways to hide the same things: as other programs write them, or as somebody would who does not want it found."""

import re
import struct
import zlib

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Color, Font, GradientFill, NamedStyle, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

from tests.readers.hidden.part_plants import _draw, share
from tests.readers.hidden.planting import BOOK, MARK, SHEET, plant, put, relate, surgery


def _cell(workbook, place="F2"):
    cell = workbook.active[place]
    cell.value = MARK
    return cell


@plant("hidden_column")
def a_column_of_numbers_that_is_hidden(workbook):
    for row in range(2, 30):
        workbook.active.cell(row, 6, 50_000 + row)
    workbook.active.column_dimensions["F"].hidden = True


@plant("hidden_row")
def a_collapsed_group_of_rows(workbook):
    workbook.active.row_dimensions.group(10, 20, outline_level=1, hidden=True)


@plant("filtered_rows")
def rows_filtered_away_in_a_table(workbook):
    sheet = workbook.active
    table = Table(displayName="Permits", ref="A1:D61")
    sheet.add_table(table)
    table._initialise_columns()
    table.autoFilter.add_filter_column(3, ["Issued"])
    for row in range(3, 62, 2):
        sheet.row_dimensions[row].hidden = True


@plant("invisible_text")
def nearly_white_letters(workbook):
    _cell(workbook).font = Font(color="FFFDFDFD")


@plant("invisible_text")
def letters_of_a_tinted_theme_color(workbook):
    _cell(workbook).font = Font(color=Color(theme=1, tint=1.0))


@plant("invisible_text")
def letters_like_the_fill_in_another_way_of_writing(workbook):
    cell = _cell(workbook)
    cell.font = Font(color=Color(indexed=10))
    cell.fill = PatternFill("solid", fgColor="FFFF0000")


@plant("invisible_text")
def black_letters_on_black(workbook):
    _cell(workbook).fill = PatternFill("solid", fgColor=Color(theme=1))


@plant("invisible_text")
def letters_of_a_named_style(workbook):
    style = NamedStyle(name="Quiet", font=Font(color="FFFFFFFF"))
    workbook.add_named_style(style)
    _cell(workbook).style = "Quiet"


@plant("invisible_text")
def letters_too_small_to_be_read(workbook):
    _cell(workbook).font = Font(size=1)


@plant("invisible_text")
def white_letters_on_a_white_gradient(workbook):
    cell = _cell(workbook)
    cell.font = Font(color="FFFFFFFF")
    cell.fill = GradientFill(stop=("FFFFFFFF", "FFFFFFFF"))


@plant("number_format_hidden")
def a_format_of_empty_quotation_marks(workbook):
    _cell(workbook).number_format = '"";"";"";""'


@plant("number_format_hidden")
def a_format_with_a_language(workbook):
    _cell(workbook).number_format = "[$-409];;;"


@plant("number_format_hidden")
def a_format_of_blanks(workbook):
    _cell(workbook).number_format = " ; ; ; "


@plant("conditional_hidden")
def a_rule_with_a_format_that_shows_nothing(workbook):
    rule = FormulaRule(formula=["TRUE"])
    rule.dxf = DifferentialStyle(numFmt=NumberFormat(numFmtId=170, formatCode=";;;"))
    workbook.active.conditional_formatting.add("A2:A61", rule)


@plant("conditional_hidden")
def a_rule_that_asks_another_cell(workbook):
    workbook.active.conditional_formatting.add("A2:A61", FormulaRule(formula=["$H$1=0"], font=Font(color="FFFFFFFF")))


@plant("conditional_hidden")
def a_rule_with_the_background_of_the_theme(workbook):
    workbook.active.conditional_formatting.add("A2:A61", FormulaRule(formula=["TRUE"], font=Font(color=Color(theme=0))))


@plant("remote_cells")
def a_cell_some_screens_to_the_right(workbook):
    workbook.active["AC5"] = MARK


@plant("remote_cells")
def a_cell_some_screens_below(workbook):
    workbook.active["A190"] = MARK


@plant("defined_name")
def a_name_with_a_list(workbook):
    workbook.defined_names["Staff"] = DefinedName("Staff", attr_text=f'{{"{MARK}","Mary Johnson"}}')


@plant("defined_name")
def a_name_of_one_sheet(workbook):
    workbook.active.defined_names["Contact"] = DefinedName("Contact", attr_text=f'"{MARK}"')


@plant("doc_properties")
def a_title_with_a_name(workbook):
    workbook.properties.title = "Complaint of Mary Johnson"


@plant("formula_literal")
def a_text_cut_to_nothing(workbook):
    workbook.active["F2"] = f'=LEFT("{MARK}",0)'


@plant("formula_literal")
def a_text_repeated_no_time(workbook):
    workbook.active["F2"] = '=A2&REPT("Hidden remark",0)'


@plant("formula_literal")
def a_name_looked_up(workbook):
    workbook.active["F2"] = '=SUMIF(Notes!A:A,"Johnson, Mary",Notes!B:B)'


@plant("data_validation")
def a_title_of_a_message(workbook):
    rule = DataValidation(type="custom", formula1="TRUE")
    rule.promptTitle, rule.prompt = "Mary Johnson", "503-555-0142"
    workbook.active.add_data_validation(rule)
    rule.add("C2:C61")


@plant("header_footer")
def a_header_of_the_first_page(workbook):
    workbook.active.HeaderFooter.differentFirst = True
    workbook.active.firstHeader.left.text = MARK


@plant("hyperlink_target")
def a_link_of_a_formula(workbook):
    workbook.active["F2"] = '=HYPERLINK("mailto:zqxvmark@example.org","Write")'


@plant("hyperlink_target")
def a_link_to_the_bureaus_own_pages(workbook):
    workbook.active["A2"].hyperlink = "https://cityofportland.sharepoint.com/sites/HR/zqxvmark.docx"
    workbook.active["A2"].value = "BP-0000"


@plant("defined_name")
def a_remark_on_a_table(workbook):
    workbook.active.add_table(Table(displayName="Fees", ref="A1:D61", tableStyleInfo=TableStyleInfo(name="TableStyleLight1"),
                                    comment=MARK))


@surgery("hidden_sheet")
def a_hidden_sheet_in_other_words(parts):
    parts[BOOK] = parts[BOOK].replace(b'name="Notes" sheetId="2" state="visible"', b"name='Notes' sheetId='2' state='hidden'")


@surgery("very_hidden_sheet")
def a_hidden_sheet_with_a_prefix_and_absolute_ways(parts):
    text = parts[BOOK].decode().replace('sheetId="2" state="visible"', 'sheetId="2" state="veryHidden"')
    text = text.replace("<sheets>", "<x:sheets>").replace("</sheets>", "</x:sheets>").replace("<sheet ", "<x:sheet ")
    parts[BOOK] = text.encode()
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b'Target="worksheets', b'Target="/xl/worksheets')


@surgery("hidden_column")
def a_hidden_column_in_the_strict_form(parts):
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        parts[name] = parts[name].replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                          b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    put(parts, SHEET, "<sheetData>", '<cols><col min="3" max="3" width="9" hidden="true"/></cols><sheetData>')


@surgery("filtered_rows")
def rows_of_a_special_filter(parts):
    put(parts, SHEET, "<sheetPr>", '<sheetPr filterMode="1">')
    put(parts, SHEET, '<row r="9"', '<row hidden="1" r="9"')
    name = '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Permits!$A$1:$D$61</definedName>'
    put(parts, BOOK, "</sheets>", f"</sheets><definedNames>{name}</definedNames>")


@surgery("zero_size")
def a_column_of_width_zero(parts):
    put(parts, SHEET, "<sheetData>", '<cols><col min="3" max="3" width="0" customWidth="1"/></cols><sheetData>')


@surgery("zero_size")
def a_row_of_height_zero(parts):
    put(parts, SHEET, '<row r="7"', '<row r="7" ht="0" customHeight="1"')


@surgery("alt_text")
def a_description_of_a_table(parts):
    parts["xl/tables/table1.xml"] = (
        '<table ref="A1:D61" name="Permits"><tableStyleInfo/><extLst><ext><x14:table xmlns:x14="x" altText="Permits" '
        f'altTextSummary="{MARK}"/></ext></extLst></table>').encode()
    relate(parts, SHEET, "table", "../tables/table1.xml")


@surgery("comment")
def a_note_in_a_folder_of_its_own(parts):
    parts["xl/comments/comment1.xml"] = (
        '<x:comments xmlns:x="m"><x:authors><x:author/></x:authors><x:commentList><x:comment ref="A2" authorId="0"><x:text>'
        f"<x:r><x:t>{MARK}</x:t></x:r></x:text></x:comment></x:commentList></x:comments>").encode()
    relate(parts, SHEET, "comments", "/xl/comments/comment1.xml")


@surgery("text_box")
def a_box_in_a_group(parts):
    _draw(parts, "<xdr:grpSp><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='2' name='TextBox 1'/></xdr:nvSpPr><xdr:txBody><a:p><a:r>"
                 f"<a:t>{MARK}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:grpSp>")


@surgery("text_box")
def a_diagram_with_words(parts):
    parts["xl/diagrams/data1.xml"] = f'<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><a:t>{MARK}</a:t></dgm:dataModel>'.encode()
    _draw(parts, "<xdr:graphicFrame/>")
    relate(parts, "xl/drawings/drawing1.xml", "diagramData", "../diagrams/data1.xml")


@surgery("text_box")
def a_box_of_an_old_drawing(parts):
    parts["xl/drawings/vmlDrawing1.vml"] = (
        '<xml xmlns:v="v" xmlns:o="o" xmlns:x="x"><v:shape id="s1" type="#t"><v:textbox><div style="text-align:left"><font>'
        f'{MARK}</font></div></v:textbox><x:ClientData ObjectType="Shape"/></v:shape></xml>').encode()
    relate(parts, SHEET, "vmlDrawing", "../drawings/vmlDrawing1.vml")


def _png(*chunks):
    body = b"\x89PNG\r\n\x1a\n"
    for kind, content in (*chunks, (b"IEND", b"")):
        body += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return body


def _picture(parts, name, content):
    parts[f"xl/media/{name}"] = content
    _draw(parts, '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1"/></xdr:nvPicPr></xdr:pic>')
    relate(parts, "xl/drawings/drawing1.xml", "image", f"../media/{name}")


@surgery("image_metadata")
def a_png_with_an_author(parts):
    _picture(parts, "image1.png", _png((b"tEXt", b"Author\0" + MARK.encode())))


@surgery("image_metadata")
def a_png_with_the_text_of_photo_programs(parts):
    xmp = (f"<x:xmpmeta><rdf:Description><dc:creator><rdf:Seq><rdf:li>{MARK}</rdf:li></rdf:Seq></dc:creator>"
           "</rdf:Description></x:xmpmeta>")
    _picture(parts, "image1.png", _png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp.encode())))


@surgery("image_metadata")
def a_gif_with_a_remark(parts):
    remark = MARK.encode()
    _picture(parts, "image1.gif", b"GIF89a\1\0\1\0\0\0\0!\xfe" + bytes((len(remark),)) + remark + b"\0;")


@surgery("image_metadata")
def a_webp_with_notes_of_a_camera(parts):
    tiff = b"II*\0\x08\0\0\0\1\0\x3b\1\2\0" + struct.pack("<2I", len(MARK) + 1, 26) + bytes(4) + MARK.encode() + b"\0"
    chunk = b"EXIF" + struct.pack("<I", len(tiff)) + tiff
    _picture(parts, "image1.webp", b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk)


@surgery("image_metadata")
def a_drawing_with_words_about_it(parts):
    _picture(parts, "image1.svg", f"<svg xmlns='s'><metadata><dc:creator>{MARK}</dc:creator></metadata></svg>".encode())


@surgery("doc_properties")
def properties_in_another_place(parts):
    place = "package/services/metadata/core-properties/a1.psmdcp"
    parts[place] = re.sub(b"<dc:creator>[^<]*", b"<dc:creator>Zqxvmark Roe", parts.pop("docProps/core.xml"))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"docProps/core.xml", place.encode())


@surgery("doc_properties")
def who_asks_to_read_only(parts):
    put(parts, BOOK, "<workbookPr", '<fileSharing readOnlyRecommended="1" userName="Zqxvmark Roe"/><workbookPr')


@surgery("doc_properties")
def a_view_of_ones_own(parts):
    put(parts, BOOK, "</sheets>", '</sheets><customWorkbookViews><customWorkbookView name="Zqxvmark Roe - Personal View"/>'
        "</customWorkbookViews>")


@surgery("orphan_shared_string")
def a_text_with_parts_that_no_cell_uses(parts):
    share(parts, "<si><t>BP-0060</t></si>", f"<si><r><t>{MARK}</t></r><r><rPr><b/></rPr><t> left</t></r></si>")


@surgery("pivot_cache")
def a_copy_of_the_table_without_names(parts):
    parts["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        b'<pivotCacheDefinition><cacheFields><cacheField name="Fee"><sharedItems/></cacheField></cacheFields>'
        b"</pivotCacheDefinition>")
    parts["xl/pivotCache/pivotCacheRecords1.xml"] = f'<pivotCacheRecords><r><s v="{MARK}"/></r></pivotCacheRecords>'.encode()
    relate(parts, BOOK, "pivotCacheDefinition", "/xl/pivotCache/pivotCacheDefinition1.xml")
    relate(parts, "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords", "pivotCacheRecords1.xml")


@surgery("revision_log")
def names_of_those_who_shared_it(parts):
    parts["xl/revisions/userNames.xml"] = f'<users><userInfo guid="{{1}}" name="{MARK}"/></users>'.encode()
    relate(parts, BOOK, "usernames", "revisions/userNames.xml")


@surgery("absolute_path")
def the_folder_of_a_shared_drive(parts):
    put(parts, BOOK, "<bookViews", '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="x" '
        'url="https://city.sharepoint.com/sites/zqxvmark/Shared Documents/"/></mc:Choice></mc:AlternateContent><bookViews')


@surgery("merged_hidden_value")
def a_number_under_a_merged_cell(parts):
    put(parts, SHEET, "</sheetData>", '<row r="70"><c r="A70"><v>1</v></c><c r="B70"><v>52345</v></c></row></sheetData>'
        '<mergeCells count="1"><mergeCell ref="A70:B70"/></mergeCells>')


@surgery("vba_macro")
def macros_of_the_old_kind(parts):
    parts["xl/macrosheets/sheet9.xml"] = f"<xm:macrosheet xmlns:xm='m'><sheetData/><a>{MARK}</a></xm:macrosheet>".encode()
    relate(parts, BOOK, "xlMacrosheet", "macrosheets/sheet9.xml")
