"""Ways to hide that the first look at workbooks written for the purpose did not find."""

from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from tests.readers.hidden.planting import MARK, SHEET, plant, put, relate, surgery


@plant("invisible_text")
def a_format_that_makes_letters_white(workbook):
    workbook.active["F2"], workbook.active["F3"] = MARK, 52_345
    workbook.active["F2"].number_format = workbook.active["F3"].number_format = "[White]General"


@plant("invisible_text")
def a_format_whose_color_has_a_number(workbook):
    workbook.active["F2"] = 52_345
    workbook.active["F2"].number_format = "[Color2]0;[Red]-0"


@plant("invisible_text")
def white_letters_that_a_format_colors_below_zero_only(workbook):
    workbook.active["F2"], workbook.active["F3"] = 52_345, -52_345
    for cell in (workbook.active["F2"], workbook.active["F3"]):
        cell.font, cell.number_format = Font(color="FFFFFFFF"), "0;[Red]-0"


@surgery("invisible_text")
def white_letters_of_a_text_within_its_cell(parts):
    runs = f'<r><t>Fee </t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>{MARK}</t></r>'
    put(parts, SHEET, "</sheetData>", f'<row r="70"><c r="F70" t="inlineStr"><is>{runs}</is></c></row></sheetData>')


@plant("defined_name")
def a_name_with_a_list_of_numbers(workbook):
    workbook.defined_names["Pay"] = DefinedName("Pay", attr_text="{52345,61200;70010,80020}")


@surgery("alt_text")
def a_description_in_an_old_drawing(parts):
    number = relate(parts, SHEET, "vmlDrawing", "../drawings/vmlDrawing1.vml")
    put(parts, SHEET, "</worksheet>", f'<legacyDrawing r:id="{number}" xmlns:r="r"/></worksheet>')
    parts["xl/drawings/vmlDrawing1.vml"] = (
        f'<xml xmlns:v="v" xmlns:x="x"><v:shape id="Picture" type="#_x0000_t75" alt="{MARK} at home"><x:ClientData '
        'ObjectType="Pict"/></v:shape></xml>').encode()


@surgery("chart_cache")
def labels_of_a_chart_from_cells_that_are_gone(parts):
    cache = f'<c15:dlblRangeCache><c:pt idx="0"><c:v>{MARK}</c:v></c:pt></c15:dlblRangeCache>'
    parts["xl/charts/chart1.xml"] = f'<c:chartSpace xmlns:c="c" xmlns:c15="d">{cache}</c:chartSpace>'.encode()
    parts["xl/drawings/drawing1.xml"] = b"<xdr:wsDr xmlns:xdr='x'/>"
    relate(parts, SHEET, "drawing", "../drawings/drawing1.xml")
    relate(parts, "xl/drawings/drawing1.xml", "chart", "../charts/chart1.xml")
