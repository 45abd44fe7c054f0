"""The cells of an Excel binary workbook (XLSB): records in the parts of a zip. Source: MS-XLSB 2.4."""

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from steward.readers.errors import file_damaged
from steward.readers.formats._archive import member, place_of
from steward.readers.formats._biff import short_number
from steward.readers.formats._number_format import NumberFormat
from steward.readers.formats._relations import relations, table_parts
from steward.readers.formats._sheet_xml import shown_formats
from steward.readers.formats._stored_cells import StoredCells
from steward.readers.formats._told_book import ToldBook, ToldSheet
from steward.readers.formats._xlsb_anew import SHORT_CELLS, with_columns, written
from steward.table.preview import Region

_BOOK, _SHEET, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 153, 156, 44, 47, 617, 618
_ROW, _SIZE, _COLUMNS, _MERGE, _FILTER = 0, 148, 60, 176, 161
_CONDITIONS = (165, 168, 169, 170, 171, 172)    # of a column's filter: values, color, icon, highest, days, comparisons
_SHORT, _REAL, _FORMULA_NUMBER, _ERRORS, _FILLED = 2, 5, 9, (3, 11), (4, 6, 7, 8, 10, 62)
_ROW_LEVEL, _ROW_COLLAPSED, _ROW_HIDDEN = 0x07, 0x08, 0x10
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_FEWEST_BYTES = {_ROW: 12, _SHORT: 12, 3: 9, 4: 9, _REAL: 16, 6: 12, 7: 12, 8: 12, _FORMULA_NUMBER: 16, 10: 9, 11: 9, 62: 13,
                 _SIZE: 16}     # that each of these records has; calamine takes what is missing from the record before


def read_xlsb(path: Path, most_bytes: int) -> ToldBook:
    """Return what every sheet of the workbook tells.

    Raises: FileDamaged where a part cannot be unpacked, where a cell lies, or a sheet says one lies, beyond the last row and
    column there are, and where a record is too short to say where its cell lies: calamine would make room up to anywhere.
    """
    is_1904, parts = _book(path, most_bytes)
    formats = _formats(member(path, "xl/styles.bin", most_bytes))
    sheets = {name: _cells(member(path, part, most_bytes)) for name, part in parts.items()
              if part.casefold().startswith("xl/worksheets/")}
    for name, cells in sheets.items():
        if cells.hidden:
            _take_tables(cells, table_parts(path, parts[name]))
    if any(cells.is_damaged or cells.last_row > _LAST_ROW or cells.last_column > _LAST_COLUMN for cells in sheets.values()):
        raise file_damaged(path.name)
    return ToldBook({name: ToldSheet(cells=cells, formats=formats, is_1904=is_1904) for name, cells in sheets.items()})


def spelled_out(path: Path, most_bytes: int, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the parts of these sheets with the column of each cell. Raises: FileDamaged where one cannot be unpacked."""
    parts = _book(path, most_bytes)[1]
    return {parts[name]: written(with_columns(records(member(path, parts[name], most_bytes)))) for name in names}


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the whole records: a number of one or two bytes, the size in one to four, seven bits in each."""
    place = 0
    with suppress(IndexError):
        while place < len(part):
            kind, place = part[place], place + 1
            if kind & 0x80:
                kind, place = kind & 0x7F | (part[place] & 0x7F) << 7, place + 1
            size = shift = 0
            for shift in (0, 7, 14, 21):
                size, place = size | (part[place] & 0x7F) << shift, place + 1
                if not part[place - 1] & 0x80:
                    break
            if place + size <= len(part):   # calamine says where one breaks off
                yield kind, part[place:place + size]
            place += size


def text(body: bytes, place: int) -> tuple[str, int]:
    """Return a text that its length stands before, and where it ends. Raises: struct.error where there is no length."""
    length, = struct.unpack_from("<I", body, place)
    end = place + 4 + (0 if length == 0xFFFFFFFF else 2 * length)  # noqa: PLR2004  # the length of no text
    return body[place + 4:end].decode("utf-16-le", "replace"), end


def area(body: bytes, place: int = 0) -> Region:
    """Return a range of cells, counted from 1. Raises: struct.error where there is none."""
    top, bottom, left, right = struct.unpack_from("<4I", body, place)
    return top + 1, left + 1, bottom + 1, right + 1


def _book(path: Path, most_bytes: int) -> tuple[bool, Mapping[str, str]]:
    """Return whether days count from 1904, and for each sheet's name the part it lies in."""
    targets, is_1904, parts = relations(member(path, "xl/_rels/workbook.bin.rels", most_bytes)), False, dict[str, str]()
    for kind, body in records(member(path, "xl/workbook.bin", most_bytes)):
        with suppress(struct.error):
            if kind == _BOOK:
                is_1904 = bool(body[:1] and body[0] & 1)
            elif kind == _SHEET:
                relation, end = text(body, 8)
                parts[text(body, end)[0]] = place_of("xl", targets.get(relation, ""))
    return is_1904, parts


def _formats(part: bytes) -> Mapping[int, NumberFormat]:
    codes, styles, is_inside = dict[int, str](), list[int](), False
    for kind, body in records(part):
        is_inside = (is_inside or kind == _STYLES_BEGIN) and kind != _STYLES_END
        with suppress(struct.error):
            if kind == _FORMAT:
                codes[struct.unpack_from("<H", body)[0]] = text(body, 2)[0]
            elif kind == _STYLE and is_inside:
                styles.append(struct.unpack_from("<H", body, 2)[0])
    return shown_formats(codes, styles)


def _cells(part: bytes) -> StoredCells:
    cells, row = StoredCells(), 0
    cells.is_without_columns = any(kind in SHORT_CELLS for kind, _ in records(part))
    for kind, body in with_columns(records(part)) if cells.is_without_columns else records(part):
        cells.is_damaged |= len(body) < _FEWEST_BYTES.get(kind, 0)
        with suppress(struct.error, IndexError):
            if kind == _ROW:
                row = struct.unpack_from("<I", body)[0] + 1
                _take_row(cells, row, body)
            elif kind in _OF_SHEET:
                _OF_SHEET[kind](cells, body)
            else:
                _take_cell(cells, row, kind, body)
    return cells


def _take_cell(cells: StoredCells, row: int, kind: int, body: bytes) -> None:
    if kind == _SHORT:
        column, style, short = struct.unpack_from("<III", body)
        cells.take_number(row, column + 1, style & 0xFFFFFF, short_number(short))
    elif kind in (_REAL, _FORMULA_NUMBER):
        column, style, number = struct.unpack_from("<IId", body)
        cells.take_number(row, column + 1, style & 0xFFFFFF, number)
    elif kind in _ERRORS:
        cells.take_error(row, struct.unpack_from("<I", body)[0] + 1, body[8])
    elif kind in _FILLED:
        cells.fill(row, struct.unpack_from("<I", body)[0] + 1)


def _take_row(cells: StoredCells, row: int, body: bytes) -> None:
    cells.is_damaged |= row > _LAST_ROW     # calamine takes it for the end of the sheet
    height, = struct.unpack_from("<H", body, 8)
    cells.take_level(row, body[11] & _ROW_LEVEL, is_collapsed=bool(body[11] & _ROW_COLLAPSED))
    if body[11] & _ROW_HIDDEN:
        cells.hidden.append(row)
    elif not height:
        cells.low.append(row)


def _take_columns(cells: StoredCells, body: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<IIIIH", body)
    if flags & 1 or not width:
        cells.hidden_columns.update(range(first + 1, min(last + 1, _LAST_COLUMN) + 1))


def _check_size(cells: StoredCells, body: bytes) -> None:
    """Hold the size that a sheet says it has against what any sheet can have."""
    top, left, bottom, right = area(body)
    cells.is_damaged |= bottom > _LAST_ROW or right > _LAST_COLUMN or top > bottom or left > right


def _take_condition(cells: StoredCells, _: bytes) -> None:
    cells.filters = [*cells.filters, cells.ranges[-1]]


def _take_tables(cells: StoredCells, tables: Iterable[bytes]) -> None:
    """Take the filters of the Excel tables on the sheet."""
    for kind, body in chain.from_iterable(map(records, tables)):
        if kind in (_FILTER, *_CONDITIONS):
            with suppress(struct.error, IndexError):
                _OF_SHEET[kind](cells, body)


_OF_SHEET: dict[int, Callable[[StoredCells, bytes], None]] = {
    _COLUMNS: _take_columns, _SIZE: _check_size, _MERGE: lambda cells, body: cells.merges.append(area(body)),
    _FILTER: lambda cells, body: cells.ranges.append(area(body)), **dict.fromkeys(_CONDITIONS, _take_condition)}
