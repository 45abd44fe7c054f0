"""What a workbook's own XML tells and calamine does not: hidden rows and columns, error cells, formats with leading zeros.

Decision: regular expressions over the part's bytes, never an XML parser: no entity can expand, no address is followed, and
1.2 million cells take half a second. A workbook written in an unusual way gives less here, and its cells stay as calamine
reads them.
"""

import html
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from steward.readers.formats._archive import member
from steward.vocabulary.positions import NOWHERE, Positions

_LAST_COLUMN, _DIGITS = 16_384, 9
_PREFIX = rb"(?:[A-Za-z0-9]+:)?"
_ROW = re.compile(rb"<" + _PREFIX + rb"row\b[^>]*>")
_COLUMN = re.compile(rb"<" + _PREFIX + rb"col\b[^>]*>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_ERROR = re.compile(rb"<" + _PREFIX + rb'c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>(?:(?!</' + _PREFIX + rb"c>).)*?<"
                    + _PREFIX + rb"v>([^<]*)<", re.DOTALL)
_WITHOUT_RESULT = rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
_PERHAPS_UNSAVED = re.compile(_WITHOUT_RESULT)   # begins with letters of its own, so it is quick
_UNSAVED = re.compile(rb'<c\b(?![^>]*\bt="str")[^>]*\br="[A-Z]+([0-9]+)"[^>]*>\s*' + _WITHOUT_RESULT)  # t="str": an empty text
_FORMAT_CODE = re.compile(rb'<numFmt\b[^>]*\bnumFmtId="([0-9]+)"[^>]*\bformatCode="([^"]*)"')
_FORMAT_CODE_FIRST = re.compile(rb'<numFmt\b[^>]*\bformatCode="([^"]*)"[^>]*\bnumFmtId="([0-9]+)"')
_ZEROS = re.compile(r'(?:\[[^\]]*\])?(?:[0() -]|\\.|"[^"]*")+')
_SPECIAL = {59: "00000", 60: "00000-0000", 61: "(000) 000-0000", 62: "000-00-0000"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetXml:
    """What the part of one sheet tells. Rows are 1-based, columns 1-based."""

    hidden_rows: Positions = NOWHERE
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unsaved: tuple[int, ...] = ()    # the row of each formula whose result was not saved
    shown: dict[tuple[int, int], str] = field(default_factory=dict)  # the text of cells whose format pads with zeros

    @property
    def texts(self) -> dict[int, dict[int, str]]:
        """Return by row and column what to put in place of what calamine reads."""
        rows: dict[int, dict[int, str]] = {}
        for (row, column), text in {**self.shown, **self.errors}.items():
            rows.setdefault(row, {})[column] = text
        return rows


def read_sheet_xml(path: Path, sheet: str, most_bytes: int) -> SheetXml:
    """Return what the XML of the sheet tells; an empty answer where the sheet's part is not found."""
    part = sheet_parts(path).get(sheet)
    if part is None:
        return SheetXml()
    xml = member(path, part, most_bytes)
    body = xml.find(b"sheetData")
    return SheetXml(hidden_rows=Positions(_hidden_rows(xml)), hidden_columns=_hidden_columns(xml[:max(0, body)]),
                    errors=_errors(xml), unsaved=_unsaved(xml),
                    shown=_shown(xml, _zero_styles(member(path, "xl/styles.xml", most_bytes))))


def sheet_parts(path: Path) -> dict[str, str]:
    """Return for each sheet's name the zip part it lies in."""
    targets = {_attribute(tag, "Id"): _attribute(tag, "Target")
               for tag in re.findall(rb"<Relationship\b[^>]*>", member(path, "xl/_rels/workbook.xml.rels", 1 << 22))}
    parts = {}
    for tag in re.findall(rb"<" + _PREFIX + rb"sheet\b[^>]*>", member(path, "xl/workbook.xml", 1 << 22)):
        target = targets.get(_attribute(tag, r"[A-Za-z0-9]+:id"), "")
        parts[_attribute(tag, "name")] = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
    return parts


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf'\s{name}\s*=\s*(?:"([^"]*)"|\'([^\']*)\')', tag.decode("utf-8", "replace"))
    return html.unescape(found.group(1) or found.group(2) or "") if found else ""


def _whole(tag: bytes, name: str, otherwise: int) -> int:
    """Return an attribute that is a whole number; `otherwise` where it is missing or damaged."""
    text = _attribute(tag, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise


def _hidden_rows(xml: bytes) -> list[int]:
    rows, row = [], 0
    for tag in _ROW.findall(xml) if b"hidden=" in xml else ():
        row = _whole(tag, "r", row + 1)
        if _HIDDEN.search(tag):
            rows.append(row)
    return rows


def _hidden_columns(head: bytes) -> frozenset[int]:
    columns: set[int] = set()
    for tag in _COLUMN.findall(head):
        if _HIDDEN.search(tag):
            columns.update(range(_whole(tag, "min", 1), min(_whole(tag, "max", 0), _LAST_COLUMN) + 1))
    return frozenset(columns)


def _errors(xml: bytes) -> dict[tuple[int, int], str]:
    if b't="e"' not in xml:
        return {}
    return {(int(row), column_number(letters)): html.unescape(text.decode("utf-8", "replace"))
            for letters, row, text in _ERROR.findall(xml)}


def _unsaved(xml: bytes) -> tuple[int, ...]:
    return tuple(map(int, _UNSAVED.findall(xml))) if _PERHAPS_UNSAVED.search(xml) else ()


def _zero_styles(styles: bytes) -> dict[int, str]:
    """Return for each cell style whose format pads whole numbers with zeros that format."""
    codes = dict(_SPECIAL)
    codes.update({int(number): _unescaped(code) for number, code in _FORMAT_CODE.findall(styles)})
    codes.update({int(number): _unescaped(code) for code, number in _FORMAT_CODE_FIRST.findall(styles)})
    firsts = {number: code.split(";")[0] for number, code in codes.items()}
    padded = {number: code for number, code in firsts.items() if code.count("0") > 1 and _ZEROS.fullmatch(code)}
    block = re.search(rb"<cellXfs\b.*?</cellXfs>", styles, re.DOTALL)
    tags = re.findall(rb"<xf\b[^>]*>", block.group()) if block else []
    numbers = [_whole(tag, "numFmtId", 0) for tag in tags]
    return {place: padded[number] for place, number in enumerate(numbers) if number in padded}


def _unescaped(code: bytes) -> str:
    return html.unescape(code.decode("utf-8", "replace"))


def _shown(xml: bytes, styles: dict[int, str]) -> dict[tuple[int, int], str]:
    shown = {}
    for style, code in styles.items():
        if b' s="%d"' % style in xml:
            shown.update({(int(row), column_number(letters)): fill_zeros(code, digits.decode())
                          for letters, row, digits in _whole_numbers(style).findall(xml)})
    return shown


def _whole_numbers(style: int) -> re.Pattern[bytes]:
    """Return a pattern for the cells of one style that hold a whole number: letters, row, digits."""
    cell = rb"<" + _PREFIX + rb'c\b(?=[^>]* s="%d")(?![^>]*\bt="(?!n))[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>' % style
    formula = rb"(?:<" + _PREFIX + rb"f\b[^>]*(?:/>|>[^<]*</" + _PREFIX + rb"f>))?"
    return re.compile(cell + formula + rb"<" + _PREFIX + rb"v>([0-9]+)<")


def fill_zeros(code: str, digits: str) -> str:
    """Return whole digits as a format of zeros shows them: 2139 by 00000 is 02139, by 000-00 is 021-39."""
    pieces = re.findall(r'\[[^\]]*\]|"[^"]*"|\\.|.', code)
    left, shown = list(digits), []
    zeros_left = sum(piece == "0" for piece in pieces)
    for piece in reversed(pieces):
        if piece == "0":
            zeros_left -= 1
            taken = left if zeros_left == 0 else left[-1:]
            shown.append("".join(taken) or "0")
            left = [] if zeros_left == 0 else left[:-1]
        elif not piece.startswith("["):
            shown.append(piece.strip('"') if piece.startswith('"') else piece[-1])
    return "".join(reversed(shown))


def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column's letters: 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
