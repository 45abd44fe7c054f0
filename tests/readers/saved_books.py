"""Saves an openpyxl workbook's first sheet as XLS, XLSB and ODS: the same cells, formats, hidden rows and columns, merges.

These writers are made for the tests; calamine, which shares no line with Steward's own readers, reads what they write too.
"""

import datetime as dt
import struct
import zipfile
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

from tests.readers.old_books import compound

CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}


class Saved:
    """What a workbook's first sheet holds, counted from 0."""

    def __init__(self, workbook):
        self.sheet, self.is_1904 = workbook.active, workbook.epoch == CALENDAR_MAC_1904
        self.epoch = workbook.epoch
        self.formats = []                       # the codes; a cell's style is the place of its code
        self.rows = [[self._cell(cell) for cell in row] for row in self.sheet.iter_rows(min_row=1, min_col=1)]
        self.hidden_rows = {row - 1 for row, one in self.sheet.row_dimensions.items() if one.hidden}
        self.low_rows = {row - 1 for row, one in self.sheet.row_dimensions.items() if one.height == LOW and not one.hidden}
        self.levels = {row - 1: one.outlineLevel for row, one in self.sheet.row_dimensions.items() if one.outlineLevel}
        self.hidden_columns = {self._number(letters) for letters, one in self.sheet.column_dimensions.items() if one.hidden}
        self.narrow_columns = {self._number(letters) for letters, one in self.sheet.column_dimensions.items() if one.width == 0}
        self.merges = [(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
                       for one in self.sheet.merged_cells.ranges]
        reference = self.sheet.auto_filter.ref
        self.filter = self._area(reference) if reference else None
        self.is_filtered = bool(self.sheet.auto_filter.filterColumn)

    def _cell(self, cell):
        code = cell.number_format
        if code not in self.formats:
            self.formats.append(code)
        return cell.value, self.formats.index(code), code

    def _number(self, letters):
        return self.sheet[f"{letters}1"].column - 1

    def _area(self, reference):
        first, last = (self.sheet[place] for place in reference.split(":"))
        return first.row - 1, first.column - 1, last.row - 1, last.column - 1

    def stored(self, value):
        """Return a date, time or duration as the days of the workbook."""
        is_moment = isinstance(value, dt.date | dt.time | dt.timedelta)
        return float(to_excel(value, self.epoch)) if is_moment else value


def _biff(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def _wide(text, size="<HB"):
    return struct.pack(size, len(text), 1) + text.encode("utf-16-le")


def _narrow(text, size="<B"):
    return struct.pack(size, len(text)) + text.encode("cp1252")


def save_xls_95(workbook, path: Path) -> Path:
    """Write BIFF5. Source: OpenOffice.org's documentation of the Excel file format."""
    return save_xls(workbook, path, is_95=True)


def save_xls(workbook, path: Path, *, is_95=False) -> Path:
    """Write BIFF8. Source: MS-XLS."""
    saved, version, text = Saved(workbook), 0x500 if is_95 else 0x600, _narrow if is_95 else _wide
    begin = _biff(0x809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0)) + _biff(0x22, struct.pack("<H", saved.is_1904))
    begin += _biff(0x42, struct.pack("<H", 1252)) * is_95
    begin += b"".join(_biff(0x41E, struct.pack("<H", 164 + place) + text(code)) for place, code in enumerate(saved.formats))
    begin += b"".join(_biff(0xE0, struct.pack("<HH", 0, 164 + place) + bytes(16)) for place in range(len(saved.formats)))
    if saved.filter:
        top, left, bottom, right = saved.filter
        area = (struct.pack("<BHqHHHHBB", 0x3B, 0, 0, 0, 0, top, bottom, left, right) if is_95
                else struct.pack("<BHHHHH", 0x3B, 0, top, bottom, left, right))
        begin += _biff(0x18, struct.pack("<HBBHHHI", 0x20, 0, 1, len(area), 0, 1, 0) + b"\0\x0d"[is_95:] + area)
    label = struct.pack("<BB"[:3 - is_95], *(4, 0)[:2 - is_95]) + b"Data"
    start = len(begin) + 4 + 6 + len(label) + 4
    body = begin + _biff(0x85, struct.pack("<IH", start, 0) + label) + _biff(0x0A) + _xls_sheet(saved, version, text)
    path.write_bytes(compound({"Book" if is_95 else "Workbook": body}))
    return path


def _xls_sheet(saved, version, text):
    out = _biff(0x809, struct.pack("<HHHHII", version, 0x10, 0, 0, 0, 0)) + _biff(0x9B) * saved.is_filtered
    out += b"".join(_biff(0x7D, struct.pack("<6H", column, column, 0, 0, column in saved.hidden_columns, 0))
                    for column in sorted(saved.hidden_columns | saved.narrow_columns))
    out += _biff(0x200, struct.pack("<IIHHH", 0, len(saved.rows), 0, max(map(len, saved.rows)), 0))
    for row in sorted(saved.hidden_rows | saved.low_rows | {*saved.levels}):
        height, flags = 0 if row in saved.low_rows else 255, 0x20 * (row in saved.hidden_rows) | saved.levels.get(row, 0)
        out += _biff(0x208, struct.pack("<HHHHIHH", row, 0, 9, height, 0, 0x140 | flags, 15))
    for row, cells in enumerate(saved.rows):
        for column, (value, style, _) in enumerate(cells):
            out += _xls_cell(struct.pack("<HHH", row, column, style), saved.stored(value), text)
    if saved.merges:
        areas = b"".join(struct.pack("<4H", top, bottom, left, right) for top, left, bottom, right in saved.merges)
        out += _biff(0xE5, struct.pack("<H", len(saved.merges)) + areas)
    return out + _biff(0x0A)


def _xls_cell(place, value, text):
    if isinstance(value, bool):
        return _biff(0x205, place + bytes([value, 0]))
    if isinstance(value, int) and abs(value) < 1 << 29:
        return _biff(0x27E, place + struct.pack("<i", value << 2 | 2))
    if isinstance(value, int | float):
        return _biff(0x203, place + struct.pack("<d", value))
    if value in CODES:
        return _biff(0x205, place + bytes([CODES[value], 1]))
    wide = {"size": "<H"} if text is _narrow else {}
    return _biff(0x204, place + text(str(value), **wide)) if value is not None else b""


def _binary(kind, body=b""):
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(body)
    while length > 127:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return number + size + bytes([length]) + body


def _long(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def save_xlsb(workbook, path: Path) -> Path:
    """Write the parts of an Excel binary workbook. Source: MS-XLSB."""
    saved = Saved(workbook)
    book = _binary(131) + _binary(153, struct.pack("<II", saved.is_1904, 0) + _long("")) + _binary(143)
    book += _binary(156, struct.pack("<II", 0, 1) + _long("rId1") + _long("Data")) + _binary(144) + _binary(132)
    styles = _binary(278) + _binary(615, struct.pack("<I", len(saved.formats)))
    styles += b"".join(_binary(44, struct.pack("<H", 164 + place) + _long(code)) for place, code in enumerate(saved.formats))
    styles += _binary(616) + _binary(617, struct.pack("<I", len(saved.formats)))
    styles += b"".join(_binary(47, struct.pack("<HH", 0, 164 + place) + bytes(12)) for place in range(len(saved.formats)))
    styles += _binary(618) + _binary(279)
    relation = ('<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
                'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<?xml version='1.0'?><Types/>")
        for name, content in (("workbook.bin", book), ("_rels/workbook.bin.rels", relation), ("styles.bin", styles),
                              ("worksheets/sheet1.bin", _xlsb_sheet(saved))):
            archive.writestr(zipfile.ZipInfo(f"xl/{name}"), content)
    return path


def _xlsb_sheet(saved):
    width = max(map(len, saved.rows))
    out = _binary(129) + _binary(148, struct.pack("<IIII", 0, len(saved.rows) - 1, 0, width - 1)) + _binary(390)
    out += b"".join(_binary(60, struct.pack("<IIIIH", one, one, 0, 0, one in saved.hidden_columns))
                    for one in sorted(saved.hidden_columns | saved.narrow_columns))
    out += _binary(391) + _binary(145)
    for row, cells in enumerate(saved.rows):
        height = 0 if row in saved.low_rows else 300
        hidden = 0x10 * (row in saved.hidden_rows) | saved.levels.get(row, 0)
        out += _binary(0, struct.pack("<IIHBBBI", row, 0, height, 0, hidden, 0, 0))
        for column, (value, style, _) in enumerate(cells):
            out += _xlsb_cell(struct.pack("<II", column, style), saved.stored(value))
    out += _binary(146)
    if saved.filter:
        condition = _binary(163, bytes(6)) + _binary(165, bytes(8)) + _binary(166) + _binary(164)
        out += _binary(161, _corners(saved.filter)) + condition * saved.is_filtered + _binary(162)
    if saved.merges:
        merges = b"".join(_binary(176, _corners(area)) for area in saved.merges)
        out += _binary(177, struct.pack("<I", len(saved.merges))) + merges + _binary(178)
    return out + _binary(130)


def _corners(area):
    top, left, bottom, right = area
    return struct.pack("<4I", top, bottom, left, right)


def _xlsb_cell(place, value):
    if isinstance(value, bool):
        return _binary(4, place + bytes([value]))
    if isinstance(value, int) and abs(value) < 1 << 29:
        return _binary(2, place + struct.pack("<i", value << 2 | 2))
    if isinstance(value, int | float):
        return _binary(5, place + struct.pack("<d", value))
    if value in CODES:
        return _binary(3, place + bytes([CODES[value]]))
    return _binary(6, place + _long(str(value))) if value is not None else b""


LOW = 77.5      # the height of rows that are to have none: openpyxl does not write a height of 0
NUMBER = '<number:number number:decimal-places="{}" number:min-integer-digits="{}" {}/>'
PARTS = {
    "General": ("number", '<number:number number:min-integer-digits="1"/>'), "@": ("text", "<number:text-content/>"),
    "00000": ("number", NUMBER.format(0, 5, "")), "0.00": ("number", NUMBER.format(2, 1, "")),
    "000-00-0000": ("number", NUMBER.format(0, 9, "")[:-2] + ">" + "".join(
        f'<number:embedded-text number:position="{place}">-</number:embedded-text>' for place in (4, 6)) + "</number:number>"),
    "0%": ("percentage", NUMBER.format(0, 1, "") + "<number:text>%</number:text>"),
    "0.0%": ("percentage", NUMBER.format(1, 1, "") + "<number:text>%</number:text>"),
    '"$"#,##0.00': ("currency", "<number:currency-symbol>$</number:currency-symbol>"
                    + NUMBER.format(2, 1, 'number:grouping="true"')),
    "#,##0": ("number", NUMBER.format(0, 1, 'number:grouping="true"')),
    "yyyy-mm-dd": ("date", ('<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/>'
                   '<number:text>-</number:text><number:day number:style="long"/>')),
    "m/d/yyyy": ("date", ('<number:month/><number:text>/</number:text><number:day/><number:text>/</number:text>'
                 '<number:year number:style="long"/>')),
    "m/d/yy h:mm": ("date", ("<number:month/><number:text>/</number:text><number:day/><number:text>/</number:text>"
                    '<number:year/><number:text> </number:text><number:hours/><number:text>:</number:text>'
                    '<number:minutes number:style="long"/>')),
    "h:mm:ss": ("time", ('<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>'
                '<number:text>:</number:text><number:seconds number:style="long"/>')),
    "[h]:mm:ss": ("time", ('<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>'
                  '<number:text>:</number:text><number:seconds number:style="long"/>')),
    "mmm-yy": ("date", '<number:month number:textual="true"/><number:text>-</number:text><number:year/>')}
ROW, CELL = "<table:table-row", "<table:table-cell"
SPACES = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
                  for one in ("office", "table", "text", "style", "number")) + ' xmlns:calcext="urn:org:documentfoundation"'


def save_ods(workbook, path: Path) -> Path:
    """Write OpenDocument; equal cells beside each other and equal rows are written once. Source: OpenDocument 1.3, part 3."""
    saved = Saved(workbook)
    styles = "".join(_ods_style(place, code) for place, code in enumerate(saved.formats))
    styles += ('<style:style style:name="low" style:family="table-row"><style:table-row-properties style:row-height="0in"/>'
               '</style:style><style:style style:name="thin" style:family="table-column">'
               '<style:table-column-properties style:column-width="0cm"/></style:style>')
    width = max(map(len, saved.rows))
    columns = "".join("<table:table-column" + ' table:visibility="collapse"' * (one in saved.hidden_columns)
                      + ' table:style-name="thin"' * (one in saved.narrow_columns) + "/>"
                      for one in range(width))
    content = (f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {SPACES}><office:automatic-styles>{styles}"
               f'</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Data">{columns}'
               f"{_ods_rows(saved)}</table:table></office:spreadsheet></office:body></office:document-content>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(zipfile.ZipInfo("content.xml"), content)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), f"<manifest:manifest xmlns:manifest='urn:m' {SPACES}/>")
    return path


def _ods_style(place, code):
    kind, parts = PARTS[code]
    more = ' number:truncate-on-overflow="false"' if "[h]" in code else ""
    return (f'<number:{kind}-style style:name="N{place}"{more}>{parts}</number:{kind}-style>'
            f'<style:style style:name="ce{place}" style:family="table-cell" style:data-style-name="N{place}"/>')


def _ods_rows(saved):
    found = []
    for row, cells in enumerate(saved.rows):
        is_filtered = saved.is_filtered and saved.filter[0] < row <= saved.filter[2]
        looks = f' table:visibility="{"filter" if is_filtered else "collapse"}"' if row in saved.hidden_rows else ""
        looks += ' table:style-name="low"' if row in saved.low_rows else ""
        written = [_ods_cell(saved, (row, column), *cell) for column, cell in enumerate(cells)]
        found.append(f"{ROW}{looks}>{''.join(_repeated(written, CELL, 'columns'))}</table:table-row>")
    return "".join(_grouped(saved, found))


def _grouped(saved, rows):
    for is_group, run in groupby(range(len(rows)), key=saved.levels.__contains__):
        numbers = list(run)
        is_closed = all(row in saved.hidden_rows for row in numbers)
        display = ' table:display="false"' * is_closed
        written = "".join(_repeated([rows[row] for row in numbers], ROW, "rows"))
        yield f"<table:table-row-group{display}>{written}</table:table-row-group>" if is_group else written


def _repeated(pieces, tag, what):
    place = 0
    while place < len(pieces):
        end = next((one for one in range(place, len(pieces)) if pieces[one] != pieces[place]), len(pieces))
        rest = pieces[place].removeprefix(tag)
        yield f'{tag} table:number-{what}-repeated="{end - place}"{rest}' if end - place > 1 else pieces[place]
        place = end


def _ods_cell(saved, place, value, style, code):
    merge = next((area for area in saved.merges if area[:2] == place), None)
    looks = f' table:style-name="ce{style}"'
    if merge:
        down, across = merge[2] - place[0] + 1, merge[3] - place[1] + 1
        looks += f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    return f"{CELL}{looks}{_ods_value(value, code)}</table:table-cell>"


def _ods_value(value, code):
    if value is None:
        return ">"
    if value in CODES:
        return (' table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error">'
                f"<text:p>{value}</text:p>")
    if isinstance(value, str):
        return f' office:value-type="string">{"".join(f"<text:p>{_escaped(line)}</text:p>" for line in value.split(chr(10)))}'
    return f"{_ods_number(value, code)}><text:p>x</text:p>"


def _ods_number(value, code):
    if isinstance(value, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    if isinstance(value, dt.timedelta | dt.time):
        seconds = value.total_seconds() if isinstance(value, dt.timedelta) else (
            value.hour * 3600 + value.minute * 60 + value.second)
        hours, rest = divmod(int(seconds), 3600)
        return f' office:value-type="time" office:time-value="PT{hours:02}H{rest // 60:02}M{rest % 60:02}S"'
    if isinstance(value, dt.date):
        return f' office:value-type="date" office:date-value="{value.isoformat()}"'
    kind = {"percentage": "percentage", "currency": "currency"}.get(PARTS[code][0], "float")
    return f' office:value-type="{kind}" office:value={quoteattr(repr(value))}'


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")
