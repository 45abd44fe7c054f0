"""The cells of an old Excel workbook, and what is hidden of its rows and columns. Source: MS-XLS 2.4."""

import struct
from collections.abc import Callable
from itertools import pairwise

from steward.readers.formats._biff import short_number
from steward.readers.hidden._book import BOOLEAN, FAULT, FORMULA, NUMBER, TEXT, number_text
from steward.readers.hidden._xls_formula import told
from steward.readers.hidden._xls_gathering import OldCells, areas
from steward.readers.hidden._xls_records import Pieces, Record, text

_ROW_HIDDEN, _LOWEST, _NARROWEST = 0x20, 40, 180         # twentieths of a point, 256ths of a letter


def _take_shared_text(cells: OldCells, record: Record) -> None:
    row, column, look, number = struct.unpack_from("<HHHI", record.body)
    found = cells.book.texts[number]
    cells.used.add(number)
    if not found.text:
        return
    for (begin, font), (end, _) in pairwise([*found.fonts, (len(found.text), 0)]):
        color = cells.book.font_color(font)
        if color is not None and found.text[begin:end].strip():
            cells.sheet.colored_texts.append((len(cells.rows), color, found.text[begin:end]))
    cells.put(row, column, look, TEXT, found.text)


def _take_text(cells: OldCells, record: Record) -> None:
    row, column, look = struct.unpack_from("<3H", record.body)
    if found := text(record.body, 6)[0]:
        cells.put(row, column, look, TEXT, found)


def _take_number(cells: OldCells, record: Record) -> None:
    row, column, look, number = struct.unpack_from("<3Hd", record.body)
    cells.put(row, column, look, NUMBER, number_text(number))


def _take_short_number(cells: OldCells, record: Record) -> None:
    row, column, look, short = struct.unpack_from("<3HI", record.body)
    cells.put(row, column, look, NUMBER, number_text(short_number(short)))


def _take_short_numbers(cells: OldCells, record: Record) -> None:
    row, column = struct.unpack_from("<2H", record.body)
    for place, (look, short) in enumerate(struct.iter_unpack("<HI", record.body[4:4 + (len(record.body) - 6) // 6 * 6])):
        cells.put(row, column + place, look, NUMBER, number_text(short_number(short)))


def _take_truth_or_fault(cells: OldCells, record: Record) -> None:
    row, column, look, value, is_fault = struct.unpack_from("<3HBB", record.body)
    cells.put(row, column, look, FAULT if is_fault else BOOLEAN, str(value))


def _take_formula(cells: OldCells, record: Record) -> None:
    row, column, look = struct.unpack_from("<3H", record.body)
    kind, = struct.unpack_from("<H", record.body, 12)
    if kind != 0xFFFF:  # noqa: PLR2004 - marks a result that is no number
        cells.put(row, column, look, NUMBER, number_text(struct.unpack_from("<d", record.body, 6)[0]))
    else:
        cells.put(row, column, look, {0: TEXT, 1: BOOLEAN, 2: FAULT}.get(record.body[6], FORMULA), "")
    _take_tokens(cells, record.body, 20)


def _take_shared_formula(cells: OldCells, record: Record) -> None:
    _take_tokens(cells, record.body, 8)


def _take_tokens(cells: OldCells, body: bytes, place: int) -> None:
    size, = struct.unpack_from("<H", body, place)
    formula = told(body[place + 2:place + 2 + size])
    if '"' in formula:
        cells.formulas.add(formula)


def _take_result(cells: OldCells, record: Record) -> None:
    """Take the text that the formula before gives."""
    if cells.values:
        pieces = Pieces((record.body, *record.more))
        cells.values[-1] = pieces.letters(pieces.number(2), pieces.number(1))


def _take_row(cells: OldCells, record: Record) -> None:
    row, _, _, height = struct.unpack_from("<4H", record.body)
    if struct.unpack_from("<H", record.body, 12)[0] & _ROW_HIDDEN:
        cells.sheet.hidden_rows.append((row + 1, row + 1))
    elif height & 0x7FFF < _LOWEST:
        cells.sheet.low_rows.append((row + 1, row + 1))


def _take_columns(cells: OldCells, record: Record) -> None:
    first, last, width, _, flags = struct.unpack_from("<5H", record.body)
    if flags & 1:
        cells.sheet.hidden_columns.append((first + 1, last + 1))
    elif width < _NARROWEST:
        cells.sheet.narrow_columns.append((first + 1, last + 1))


def _take_merges(cells: OldCells, record: Record) -> None:
    cells.sheet.merges += areas(record.body, 2)


OF_CELLS: dict[int, Callable[[OldCells, Record], None]] = {
    0xFD: _take_shared_text, 0x204: _take_text, 0xD6: _take_text, 0x203: _take_number, 0x27E: _take_short_number,
    0xBD: _take_short_numbers, 0x205: _take_truth_or_fault, 0x06: _take_formula, 0x4BC: _take_shared_formula,
    0x207: _take_result, 0x208: _take_row, 0x7D: _take_columns, 0xE5: _take_merges}
