"""What a workbook's own XML tells and calamine does not: hidden rows and columns, error cells, numbers by their formats.

Decision: regular expressions over the part's bytes, never an XML parser: no entity can expand, no address is followed, and
1.2 million cells take half a second. A workbook written in an unusual way gives less here, and its cells stay as calamine
reads them.
"""

import html
import math
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from steward.readers.formats._archive import member
from steward.readers.formats._cells import LARGEST_WHOLE, cell_text
from steward.readers.formats._number_format import BUILTIN, Kind, NumberFormat, parsed
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
_FORMULA = rb"(?:<" + _PREFIX + rb"f\b[^<>]*(?:/>|>[^<]*</" + _PREFIX + rb"f>))?"
_NUMBER = re.compile(rb"<" + _PREFIX + rb"c\b([^<>]*)>" + _FORMULA + rb"<" + _PREFIX + rb"v>([-+0-9.eE]+)<")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_STYLE = re.compile(rb'\bs="([0-9]+)"')
_TYPE = re.compile(rb'\bt="(?!n")')


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetXml:
    """What the part of one sheet tells. Rows are 1-based, columns 1-based."""

    hidden_rows: Positions = NOWHERE
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unsaved: tuple[int, ...] = ()    # the row of each formula whose result was not saved
    shown: dict[tuple[int, int], str] = field(default_factory=dict)  # the text of numbers whose format carries meaning
    otherwise: tuple[int, ...] = ()  # the row of each number that the workbook shows with fewer digits or in another form

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
    shown, otherwise = _shown(xml, _styles(member(path, "xl/styles.xml", most_bytes)))
    return SheetXml(hidden_rows=Positions(_hidden_rows(xml)), hidden_columns=_hidden_columns(xml[:max(0, body)]),
                    errors=_errors(xml), unsaved=_unsaved(xml), shown=shown, otherwise=otherwise)


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


def _styles(styles: bytes) -> dict[bytes, NumberFormat]:
    """Return the number format of each cell style that shows more than the number; dates are calamine's."""
    codes = dict(BUILTIN)
    codes.update({int(number): _unescaped(code) for number, code in _FORMAT_CODE.findall(styles)})
    codes.update({int(number): _unescaped(code) for code, number in _FORMAT_CODE_FIRST.findall(styles)})
    block = re.search(rb"<" + _PREFIX + rb"cellXfs\b.*?</" + _PREFIX + rb"cellXfs>", styles, re.DOTALL)
    tags = re.findall(rb"<" + _PREFIX + rb"xf\b[^>]*>", block.group()) if block else []
    formats = (parsed(codes.get(_whole(tag, "numFmtId", 0), "General")) for tag in tags)
    return {b"%d" % place: one for place, one in enumerate(formats) if one.kind in (Kind.FIXED, Kind.NUMBER)}


def _unescaped(code: bytes) -> str:
    return html.unescape(code.decode("utf-8", "replace"))


def _shown(xml: bytes, styles: dict[bytes, NumberFormat]) -> tuple[dict[tuple[int, int], str], tuple[int, ...]]:
    """Return the text of the numbers of these styles by row and column, and the row of each that is shown otherwise."""
    shown: dict[tuple[int, int], str] = {}
    otherwise: list[int] = []
    known: dict[tuple[bytes, bytes], tuple[str, bool] | None] = {}
    for attributes, number in _NUMBER.findall(xml) if any(b' s="%b"' % style in xml for style in styles) else ():
        style, place = _STYLE.search(attributes), _PLACE.search(attributes)
        if style is None or place is None or style[1] not in styles or _TYPE.search(attributes):
            continue
        key = (style[1], number)
        if key not in known:
            known[key] = _text(styles[style[1]], number)
        if (found := known[key]) is not None:
            shown[int(place[2]), column_number(place[1])] = found[0]
            otherwise.extend([int(place[2])] * found[1])
    return shown, tuple(otherwise)


def _text(known: NumberFormat, number: bytes) -> tuple[str, bool] | None:
    try:
        value = float(number)
    except ValueError:
        return None
    return known.shown(cell_text(value)) if math.isfinite(value) and abs(value) < LARGEST_WHOLE else None


def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column's letters: 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
