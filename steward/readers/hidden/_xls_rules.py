"""Rules (conditional formats) of an old Excel workbook, those that Excel 2007 added included. Source: MS-XLS 2.4.42, 2.4.43."""

import struct
from collections.abc import Callable

from steward.readers.hidden._book import Rule, Style
from steward.readers.hidden._colors import PATTERN
from steward.readers.hidden._rules import CELL_IS, COLOR_SCALE, EQUAL, TIDYING, is_about_faults
from steward.readers.hidden._xls_book import OldBook
from steward.readers.hidden._xls_formula import told
from steward.readers.hidden._xls_gathering import OldCells, areas
from steward.readers.hidden._xls_records import Record, text

_ZERO = b"\x1e\0\0"
_CHANGES_NUMBER, _CHANGES_FONT, _CHANGES_ALIGNMENT, _CHANGES_BORDER, _CHANGES_FILL = (1 << bit for bit in range(25, 30))
_FONT_BYTES, _FONT_COLOR, _OTHER_BYTES = 118, 80, 8
_NO_COLOR = 0xFFFFFFFF
_HEAD_BYTES = 12                 # before a newer record


def _take_rule_areas(cells: OldCells, record: Record) -> None:
    cells.rule_areas = tuple(areas(record.body, 14))


def _take_rule(cells: OldCells, record: Record) -> None:
    kind, sign, one, other = struct.unpack_from("<BBHH", record.body)
    formula = record.body[len(record.body) - one - other:len(record.body) - other]
    style = _rule_style(cells.book, record.body, 6)
    cells.sheet.rules.append(Rule(areas=cells.rule_areas, style=style, is_harmless=_is_harmless(kind, sign, formula)))


def _take_newer_areas(cells: OldCells, record: Record) -> None:
    cells.rule_areas = tuple(areas(record.body, _HEAD_BYTES + 14))


def _take_newer_rule(cells: OldCells, record: Record) -> None:
    """Take a rule in the form of Excel 2007; a scale of colors lays one behind its cells. Source: MS-XLS 2.4.43, 2.5.92."""
    kind, sign, one, other, size = struct.unpack_from("<BBHHI", record.body, _HEAD_BYTES)
    place = _HEAD_BYTES + 10
    style = _rule_style(cells.book, record.body, place) if size else Style(fill=PATTERN if kind == COLOR_SCALE else None)
    place += size or 2
    formula, place = record.body[place:place + one], place + one + other
    made_from, = struct.unpack_from("<H", record.body, place + 2 + struct.unpack_from("<H", record.body, place)[0] + 3)
    cells.sheet.rules.append(Rule(areas=cells.rule_areas, style=style,
                                  is_harmless=made_from in TIDYING or _is_harmless(kind, sign, formula)))


def _is_harmless(kind: int, sign: int, formula: bytes) -> bool:
    return (kind == CELL_IS and sign == EQUAL and formula in {_ZERO, b"\x17\0\0"}) or is_about_faults(
        told(formula))


def _rule_style(book: OldBook, body: bytes, place: int) -> Style:
    """Return what a rule changes; each part stands there only where its flag says so. Source: MS-XLS 2.5.91."""
    flags, is_own_format = struct.unpack_from("<IH", body, place)
    place, font, fill, code = place + 6, None, None, ""
    if flags & _CHANGES_NUMBER:
        size = struct.unpack_from("<H", body, place)[0] if is_own_format & 1 else 2
        code = text(body, place + 2)[0] if is_own_format & 1 else book.formats.get(body[place + 1], "")
        place += size
    if flags & _CHANGES_FONT:
        number, = struct.unpack_from("<I", body, place + _FONT_COLOR)
        font = None if number == _NO_COLOR else book.color(number)
        place += _FONT_BYTES
    place += _OTHER_BYTES * (bool(flags & _CHANGES_ALIGNMENT) + bool(flags & _CHANGES_BORDER))
    if flags & _CHANGES_FILL:
        pattern, colors = struct.unpack_from("<2H", body, place)
        fill = book.color(colors >> 7 & 0x7F) if pattern >> 10 <= 1 else PATTERN
    return Style(font=font, fill=fill, format=code)


OF_RULES: dict[int, Callable[[OldCells, Record], None]] = {
    0x1B0: _take_rule_areas, 0x1B1: _take_rule, 0x879: _take_newer_areas, 0x87A: _take_newer_rule}
