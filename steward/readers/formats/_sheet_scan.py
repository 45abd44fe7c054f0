"""What stands in the rows of a sheet's XML beside the values: numbers of some styles, error cells, unsaved results, heights.

Decision: two ways to the same answer. A large sheet as spreadsheet programs write it is searched with regular expressions over
its bytes, a few tenths of a second for a million cells; whether each cell is written so is looked at first. Every
other sheet, and every small one, goes through the XML parser, which knows all ways to write it. No entity is ever followed: a
workbook that declares one is refused before (`check_size`).
"""

import html
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from steward.readers.formats._styled_numbers import FORMULA, styled_numbers
from steward.readers.formats._xml_tags import go_through
from steward.vocabulary.column_letters import column_of

Whole = npt.NDArray[np.int64]
SMALL_BYTES = 1 << 18       # below, the parser takes no time that anyone notices
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ROW = re.compile(rb"<row\b[^>]*>")
_ROW_NUMBER = re.compile(rb' r="([0-9]{1,7})"')
_IS_HIDDEN, _IS_LOW = re.compile(rb' hidden="(?:1|true)"'), re.compile(rb' ht="0(?:\.0*)?"')
_LEVEL, _IS_COLLAPSED = re.compile(rb' outlineLevel="([1-7])"'), re.compile(rb' collapsed="(?:1|true)"')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]* t="e"[^<>]*>\s*' + FORMULA + rb"<v\b[^<>]*>([^<]*)<")
_WITHOUT_RESULT = rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
_PERHAPS_UNSAVED = re.compile(_WITHOUT_RESULT)   # begins with letters of its own, so it is quick
_UNSAVED = re.compile(rb'<c r="[A-Z]+([0-9]+)"(?![^>]*\bt="str")[^>]*>\s*' + _WITHOUT_RESULT)  # t="str": an empty text
_ZERO = re.compile(rb'<c r="[A-Z]+([0-9]+)"(?![^>]*\bt=")[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*<v>0</v>')
_OTHER_RESULT = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)(?!\s*<v>0</v>)")
_PLACED = '<c r="[A-Z]+[0-9]+"'
_STYLED = _PLACED + ' s="[0-9]+'
_IRREGULAR = "|".join((     # every way to begin a cell or row but the usual ones; without looking ahead, so that RE2 finds it
    r"<c[^ ]", r"<c [^r]", r"<c r[^=]", r'<c r=[^"]', r'<c r="[^A-Z]', r'<c r="[A-Z]+[^A-Z0-9]', r'<c r="[A-Z]+[0-9]+[^0-9"]',
    _PLACED + r"[^ >/]", _PLACED + r" [^s<>][^<>]*\ss\s*=", _PLACED + r" \s", _PLACED + r" s[^=]", _PLACED + r' s=[^"]',
    _PLACED + r' s="(?:[^0-9]|0[0-9])', _STYLED + r'[^0-9"]', _STYLED + r'"[^ >/]', r'<c [^<>]*\st(?:\s|=[^"])',
    r"<row[^ ]", r'<row (?:[^r]|r[^=]|r=[^"]|r="[^0-9]|r="[0-9]+[^0-9"])', r"<v>[-+0-9.eE]*&#"))
_TRUE = ("1", "true")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TELLING = ((b"h", b"hidden"), (b"h", b" ht="), (b"f", b"<f"), (b"f", b":f"), (b"e", b't="e"'), (b"'", b"='e'"))


@dataclass(slots=True, kw_only=True)
class Rows:
    """What was found. Rows and columns are 1-based; the four of the styled numbers have one entry for each."""

    rows: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    columns: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    styles: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    numbers: pa.Array = field(default_factory=lambda: pa.nulls(0, pa.string()))
    moments: list[tuple[int, int, int, str]] = field(default_factory=list)   # row, column, style, as ISO 8601 writes it
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unsaved: list[int] = field(default_factory=list)     # the row of each formula without a saved result
    zeros: list[int] = field(default_factory=list)       # the row of each formula with the result 0, where none has another
    hidden: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)         # of no height, and not hidden
    levels: dict[int, int] = field(default_factory=dict)     # of the rows that lie in groups, how deep
    collapsed: set[int] = field(default_factory=set)         # that stand for a closed group


def scan(xml: bytes, styles: Iterable[int]) -> Rows:
    """Return what the rows of a sheet hold; numbers of these styles only. What cannot be read as XML gives what came before."""
    wanted = frozenset(styles)
    if not wanted and not any(_holds(xml, rare, sign) for rare, sign in _TELLING):
        return Rows()
    if len(xml) > SMALL_BYTES and is_regular(xml) and not _holds(xml, b"d", b't="d"'):
        return _searched(xml, wanted)
    return _Parsing(wanted).rows_of(xml)


def is_regular(xml: bytes) -> bool:
    """Return whether all rows and cells are written as spreadsheet programs do: their place first, then the style of a cell.

    Every one is looked at, in one pass that takes a tenth of what reading the sheet takes.
    """
    if _holds(xml, b"!", b"<!") or _holds(xml, b"'", b"='") or xml[:2] in _UTF_16 or b"<sheetData" not in xml:
        return False
    begin, end = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    rows = pa.py_buffer(memoryview(xml)[begin:end])
    one = pa.Array.from_buffers(pa.large_binary(), 1, [None, pa.py_buffer(struct.pack("=qq", 0, len(rows))), rows])
    return not pc.match_substring_regex(one, _IRREGULAR)[0].as_py()


def _holds(xml: bytes, rare: bytes, sign: bytes) -> bool:
    """Return whether a sign is in the rows; one byte of it is sought first, which is ten times as fast."""
    begin, end = max(0, xml.find(b"sheetData")) + 9, max(0, xml.rfind(b"sheetData"))
    return xml.find(rare, begin, end) >= 0 and xml.find(sign, begin, end) >= 0


def _searched(xml: bytes, styles: frozenset[int]) -> Rows:
    found = Rows()
    if _holds(xml, b"e", b't="e"'):
        found.errors = {(int(row), column_of(letters)): html.unescape(text.decode("utf-8", "replace"))
                        for letters, row, text in _ERROR.findall(xml)}
    if _holds(xml, b"f", b"<f") and _PERHAPS_UNSAVED.search(xml):
        found.unsaved = list(map(int, _UNSAVED.findall(xml)))
    if _holds(xml, b"f", b"</f>") and not _OTHER_RESULT.search(xml):
        zeros = list(map(int, _ZERO.findall(xml)))
        found.zeros = zeros if len(zeros) == xml.count(b"<f>") + xml.count(b"<f ") else []
    if _holds(xml, b"h", b" hidden=") or _holds(xml, b"h", b' ht="0'):
        tags = [(int(number[1]), tag) for tag in _ROW.findall(xml) if (number := _ROW_NUMBER.search(tag))]
        found.hidden = [row for row, tag in tags if _IS_HIDDEN.search(tag)]
        found.low = [row for row, tag in tags if _IS_LOW.search(tag) and not _IS_HIDDEN.search(tag)]
        found.levels = {row: int(level[1]) for row, tag in tags if (level := _LEVEL.search(tag))}
        found.collapsed = {row for row, tag in tags if _IS_COLLAPSED.search(tag)}
    return _with_numbers(found, xml, styles) if styles else found


def _with_numbers(found: Rows, xml: bytes, styles: frozenset[int]) -> Rows:
    told = styled_numbers(xml, styles)
    found.rows, found.columns, found.styles, found.numbers = told.rows, told.columns, told.styles, told.numbers
    return found


class _Parsing:
    """Goes through a sheet with the XML parser, tag by tag."""

    def __init__(self, styles: frozenset[int]) -> None:
        self._styles = {str(style): style for style in styles}
        self._found, self._numbers = Rows(), list[tuple[int, int, int, str]]()
        self._row = self._column = 0
        self._style, self._type = "", "n"
        self._text: list[str] | None = None
        self._value, self._has_formula, self._has_other_result = "", False, False

    def rows_of(self, xml: bytes) -> Rows:
        """Return what was found."""
        go_through(xml, self._begin, self._end, self._read)
        if self._has_other_result:
            self._found.zeros = []
        rows, columns, styles, numbers = zip(*self._numbers, strict=True) if self._numbers else ((), (), (), ())
        self._found.rows, self._found.columns, self._found.styles = (
            np.array(each, np.int64) for each in (rows, columns, styles))
        self._found.numbers = pa.array(numbers, pa.string())
        return self._found

    def _begin(self, name: str, given: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._begin_cell(given)
        elif tag == "v":
            self._text = []
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._begin_row(given)

    def _begin_row(self, given: dict[str, str]) -> None:
        number = given.get("r", "").strip()
        self._row = int(number) if is_place(number) else self._row + 1
        self._column = 0
        if given.get("hidden") in _TRUE:
            self._found.hidden.append(self._row)
        elif is_zero(given.get("ht", "")):
            self._found.low.append(self._row)
        if is_place(level := given.get("outlineLevel", "")):
            self._found.levels[self._row] = int(level)
        if given.get("collapsed") in _TRUE:
            self._found.collapsed.add(self._row)

    def _begin_cell(self, given: dict[str, str]) -> None:
        place = _PLACE.fullmatch(given.get("r", ""))
        self._column = column_of(place[1]) if place else self._column + 1
        self._row = int(place[2]) if place else self._row
        self._style, self._type = given.get("s", "").strip().lstrip("0") or "0", given.get("t", "n")
        self._value, self._has_formula = "", False

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "v" and self._text is not None:
            self._value, self._text = "".join(self._text).strip(), None
        elif tag == "c":
            self._take()

    def _read(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _take(self) -> None:
        if self._has_formula and (self._type, self._value) == ("n", "0"):
            self._found.zeros.append(self._row)
        self._has_other_result |= self._has_formula and (self._type, self._value) != ("n", "0")
        if self._type == "e" and self._value:
            self._found.errors[self._row, self._column] = self._value
        elif self._has_formula and not self._value and self._type != "str":
            self._found.unsaved.append(self._row)
        elif self._type == "d" and self._value and self._style in self._styles:
            self._found.moments.append((self._row, self._column, self._styles[self._style], self._value))
        elif self._type == "n" and self._value and self._style in self._styles:
            self._numbers.append((self._row, self._column, self._styles[self._style], self._value))


def is_place(number: str) -> bool:
    """Return whether a text is the number of a row."""
    return number.isascii() and number.isdigit() and 0 < int(number[:8]) <= _LAST_ROW and len(number) < 8  # noqa: PLR2004


def is_zero(size: str) -> bool:
    """Return whether a text is a height or width of nothing."""
    return bool(re.fullmatch(r"0+(?:\.0*)?", size))
