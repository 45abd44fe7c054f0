"""The cells of an old Excel workbook (XLS): the records of BIFF8, or BIFF5 (Excel 5 and 95), in the stream of a compound file.

Source: MS-XLS 2.4; for BIFF5, OpenOffice.org's documentation of the Excel file format, 5. Charts lie inside a sheet as streams
of their own, with numbers that are no cells of it.
"""

import codecs
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from steward.readers.errors import file_damaged
from steward.readers.formats._compound import stream_of
from steward.readers.formats._sheet_xml import shown_formats
from steward.readers.formats._stored_cells import StoredCells
from steward.readers.formats._told_book import ToldBook, ToldSheet

_BEGIN, _END, _LOCKED = 0x809, 0x0A, 0x2F
_SIZE, _SHEET, _NAME, _DATE_SYSTEM, _FORMAT, _STYLE = 0x200, 0x85, 0x18, 0x22, 0x41E, 0xE0
_CODE_PAGE = 0x42
_BIFF8, _BIFF5, _LAST_ROW, _LAST_COLUMN = 0x600, 0x500, 65_536, 256
_BUILT_IN, _FILTER_NAME, _AREA = 0x20, 0x0D, 0x3B
_NO_NUMBER, _ERROR, _EMPTY_TEXT = 0xFFFF, 2, 3
_ROW_LEVEL, _ROW_COLLAPSED, _ROW_HIDDEN = 0x07, 0x10, 0x20
_NO_RESULT = b"\3\0\0\0\0\0\xff\xff"      # an empty text: what programs write that calculate nothing, and sometimes the result
_CODE_PAGES = {367: "ascii", 0x8000: "mac_roman", 10_000: "mac_roman", 0x8001: "cp1252"}
_CONDITIONS = (0x9B, 0x9E, 0x87E)   # that a filter takes rows away, and what it looks for in a column


@dataclass(slots=True)
class _Globals:
    """What stands before the sheets."""

    sheets: list[tuple[str, int]] = field(default_factory=list)            # name, where it begins
    filters: list[tuple[int, tuple[int, int, int, int]]] = field(default_factory=list)   # number of the sheet, area
    codes: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    is_1904: bool = False
    version: int = 0
    encoding: str = "cp1252"    # of the texts of BIFF5

    def text(self, body: bytes, begin: int, size: int) -> str:
        """Return a text that its length stands before: of one byte or two, with a sign for wide letters in BIFF8 only."""
        length = int.from_bytes(body[begin:begin + size], "little")
        if self.version == _BIFF5:
            return body[begin + 1:begin + 1 + body[begin]].decode(self.encoding, "replace")
        return _text(body, begin + size + 1, length, body[begin + size])


def read_xls(path: Path) -> ToldBook:
    """Return what every sheet of the workbook tells; nothing for the versions before Excel 5 and for a locked one.

    Raises: FileDamaged where a cell lies, or a sheet says one lies, beyond the last row and column there are: calamine would
    make room up to there.
    """
    stream = stream_of(path, "Workbook") or stream_of(path, "Book")
    known = _globals(stream)
    formats, sheets = shown_formats(known.codes, known.styles), {}
    for number, (name, begin) in enumerate(known.sheets, start=1):
        cells = _cells(stream, begin)
        if cells.is_damaged or cells.last_column > _LAST_COLUMN or cells.last_row > _LAST_ROW:
            raise file_damaged(path.name)
        cells.filters = [area for sheet, area in known.filters if sheet == number and cells.is_filtered]
        sheets[name] = ToldSheet(cells=cells, formats=formats, is_1904=known.is_1904)
    return ToldBook(sheets if known.version in (_BIFF8, _BIFF5) else {})


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4:place + 4 + size]
        place += 4 + size


def _globals(stream: bytes) -> _Globals:
    known = _Globals()
    for number, (kind, body) in enumerate(_records(stream, 0)):
        if number == 0:
            known.version = int.from_bytes(body[:2], "little") if kind == _BEGIN else 0
        if kind == _LOCKED:
            return _Globals()
        if kind == _END:
            break
        if kind in _OF_BOOK:
            _taken(_OF_BOOK[kind], known, body)
    return known


def _take_sheet(known: _Globals, body: bytes) -> None:
    begin, = struct.unpack_from("<I", body)
    known.sheets.append((known.text(body, 6, 1), begin))


def _take_format(known: _Globals, body: bytes) -> None:
    number, = struct.unpack_from("<H", body)
    known.codes[number] = known.text(body, 2, 2)


def _take_style(known: _Globals, body: bytes) -> None:
    known.styles.append(struct.unpack_from("<H", body, 2)[0])


def _take_code_page(known: _Globals, body: bytes) -> None:
    number, = struct.unpack_from("<H", body)
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return
    known.encoding = name


def _take_date_system(known: _Globals, body: bytes) -> None:
    known.is_1904 = body[:1] == b"\1"


def _take_name(known: _Globals, body: bytes) -> None:
    """Take the area of a filter: it has a name of its own that only programs see."""
    flags, _, _, size, _, sheet = struct.unpack_from("<HBBHHH", body)
    name = 14 if known.version == _BIFF5 else 15
    if flags & _BUILT_IN and body[name] == _FILTER_NAME and body[name + 1] == _AREA and size > 10:  # noqa: PLR2004  # an area
        top, bottom, left, right = (struct.unpack_from("<HHBB", body, 30) if known.version == _BIFF5
                                    else struct.unpack_from("<4H", body, 19))
        known.filters.append((sheet, (top + 1, (left & 0xFF) + 1, bottom + 1, (right & 0xFF) + 1)))


def _text(body: bytes, begin: int, length: int, flags: int) -> str:
    """Return a text whose letters take two bytes, or one where none needs more."""
    if flags & 1:
        return body[begin:begin + 2 * length].decode("utf-16-le", "replace")
    return body[begin:begin + length].decode("latin-1")


def _cells(stream: bytes, begin: int) -> StoredCells:
    cells, depth = StoredCells(), 0
    for kind, body in _records(stream, begin):
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            break
        if kind == _SIZE:
            _taken(_check_size, cells, body)
        elif depth <= 1 and kind in _CONDITIONS:
            cells.is_filtered = True
        elif depth <= 1 and kind in _OF_SHEET:
            _taken(_OF_SHEET[kind], cells, body)
    return cells


def _check_size(cells: StoredCells, body: bytes) -> None:
    """Hold the size that a sheet says it has against what any sheet can have."""
    top, bottom, left, right = struct.unpack_from("<IIHH" if len(body) >= 14 else "<HHHH", body)  # noqa: PLR2004  # older: 10
    cells.is_damaged |= bottom > _LAST_ROW or right > _LAST_COLUMN or top > bottom or left > right


def _taken(take: Callable[[Any, bytes], None], target: "_Globals | StoredCells", body: bytes) -> None:
    """Take a record; one that is too short for what it should hold tells nothing."""
    try:
        take(target, body)
    except (struct.error, IndexError):
        return


def _take_number(cells: StoredCells, body: bytes) -> None:
    row, column, style, number = struct.unpack_from("<HHHd", body)
    cells.take_number(row + 1, column + 1, style, number)


def _take_short_number(cells: StoredCells, body: bytes) -> None:
    row, column, style, short = struct.unpack_from("<HHHI", body)
    cells.take_number(row + 1, column + 1, style, short_number(short))


def _take_short_numbers(cells: StoredCells, body: bytes) -> None:
    row, column = struct.unpack_from("<HH", body)
    for place, (style, short) in enumerate(struct.iter_unpack("<HI", body[4:4 + (len(body) - 6) // 6 * 6])):
        cells.take_number(row + 1, column + place + 1, style, short_number(short))


def short_number(short: int) -> float:
    """Return the number of an RK: thirty bits of a double or a whole number, perhaps in hundredths. Source: MS-XLS 2.5.217."""
    if short & 2:
        number = float((short >> 2) - ((short >> 31) << 30))
    else:
        number, = struct.unpack("<d", struct.pack("<Q", (short & 0xFFFFFFFC) << 32))
    return number / 100 if short & 1 else number


def _take_formula(cells: StoredCells, body: bytes) -> None:
    row, column, style = struct.unpack_from("<HHH", body)
    if body[6:14] == _NO_RESULT:
        cells.take_empty_result(row + 1, column + 1)
        return
    cells.take_result(row + 1, is_zero=body[6:14] == bytes(8))
    if struct.unpack_from("<H", body, 12)[0] != _NO_NUMBER:
        cells.take_number(row + 1, column + 1, style, struct.unpack_from("<d", body, 6)[0])
    elif body[6] == _ERROR:
        cells.take_error(row + 1, column + 1, body[8])
    elif body[6] != _EMPTY_TEXT:
        cells.fill(row + 1, column + 1)


def _take_truth_or_error(cells: StoredCells, body: bytes) -> None:
    row, column, _, value, is_error = struct.unpack_from("<HHHBB", body)
    if is_error:
        cells.take_error(row + 1, column + 1, value)
    else:
        cells.fill(row + 1, column + 1)


def _take_text(cells: StoredCells, body: bytes) -> None:
    row, column = struct.unpack_from("<HH", body)
    cells.fill(row + 1, column + 1)


def _take_row(cells: StoredCells, body: bytes) -> None:
    row, _, _, height = struct.unpack_from("<4H", body)
    flags, = struct.unpack_from("<H", body, 12)
    cells.take_level(row + 1, flags & _ROW_LEVEL, is_collapsed=bool(flags & _ROW_COLLAPSED))
    if flags & _ROW_HIDDEN:
        cells.hidden.append(row + 1)
    elif not height & 0x7FFF:
        cells.low.append(row + 1)


def _take_columns(cells: StoredCells, body: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<5H", body)
    if flags & 1 or not width:
        cells.hidden_columns.update(range(first + 1, min(last, _LAST_COLUMN - 1) + 2))


def _take_merges(cells: StoredCells, body: bytes) -> None:
    for top, bottom, left, right in struct.iter_unpack("<4H", body[2:2 + (len(body) - 2) // 8 * 8]):
        cells.merges.append((top + 1, left + 1, bottom + 1, right + 1))


_OF_BOOK: dict[int, Callable[[_Globals, bytes], None]] = {
    _SHEET: _take_sheet, _FORMAT: _take_format, _STYLE: _take_style, _DATE_SYSTEM: _take_date_system, _NAME: _take_name,
    _CODE_PAGE: _take_code_page}
_OF_SHEET: dict[int, Callable[[StoredCells, bytes], None]] = {
    0x203: _take_number, 0x27E: _take_short_number, 0xBD: _take_short_numbers, 0x06: _take_formula, 0x205: _take_truth_or_error,
    0xFD: _take_text, 0x204: _take_text, 0xD6: _take_text, 0x208: _take_row, 0x7D: _take_columns, 0xE5: _take_merges}
