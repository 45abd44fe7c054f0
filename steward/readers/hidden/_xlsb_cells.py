"""The cells of a binary workbook (XLSB), kept in plain arrays: 64 MB of records hold five million. Source: MS-XLSB 2.4."""

import struct
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from steward.readers.formats._biff import short_number
from steward.readers.formats._xlsb import text
from steward.readers.hidden._book import BOOLEAN, FAULT, LAST_COLUMN, LAST_ROW, NUMBER, TEXT, Cells, Sheet, Texts, number_text
from steward.readers.hidden._xlsb_records import written

_ROW_HIDDEN, _LOWEST = 0x10, 40         # twentieths of a point
_HEAD, _SHORT_HEAD = 8, 4               # bytes before the value; short cells lie right of the one before
_NO_STRING = -1


@dataclass(kw_only=True)
class BinaryCells:
    """The cells as they come. Shape: the arrays have one entry per cell; the texts that are not shared by their place."""

    sheet: Sheet
    row: int = 0
    column: int = 0
    rows: "array[int]" = field(default_factory=lambda: array("i"))
    columns: "array[int]" = field(default_factory=lambda: array("i"))
    styles: "array[int]" = field(default_factory=lambda: array("i"))
    types: "array[int]" = field(default_factory=lambda: array("b"))
    strings: "array[int]" = field(default_factory=lambda: array("i"))
    numbers: "array[float]" = field(default_factory=lambda: array("d"))
    own: dict[int, str] = field(default_factory=dict)
    formulas: set[str] = field(default_factory=set)

    def put(self, style: int, kind: int, *, number: float = 0.0, string: int = _NO_STRING, own: str | None = None) -> None:
        """Take the value of the cell that is at hand."""
        if own is not None:
            self.own[len(self.rows)] = own
        self.rows.append(self.row)
        self.columns.append(self.column)
        self.styles.append(style & 0xFFFFFF)
        self.types.append(kind)
        self.strings.append(min(string, 0x7FFFFFFF))
        self.numbers.append(number)

    def finished(self, shared: list[str]) -> Cells:
        """Return the cells; their texts are made when they are asked for."""
        rows, columns, styles, types = (np.array(one, np.int64) for one in (self.rows, self.columns, self.styles, self.types))
        return Cells(rows=rows, columns=columns, styles=styles, types=types, texts=_BinaryTexts(self, shared))


class _BinaryTexts(Texts):
    """Texts of cells, made one by one."""

    def __init__(self, cells: BinaryCells, shared: list[str]) -> None:
        self._cells, self._shared = cells, shared

    def __getitem__(self, place: int) -> str:
        string = self._cells.strings[place]
        if string != _NO_STRING:
            return self._shared[string] if string < len(self._shared) else ""
        own = self._cells.own.get(place)
        return number_text(self._cells.numbers[place]) if own is None else own

    def distinct(self) -> Iterator[str]:
        """Give every text at least once."""
        strings = np.array(self._cells.strings, np.int64)
        yield from (self._shared[one] for one in np.unique(strings).tolist() if 0 <= one < len(self._shared))
        yield from set(self._cells.own.values())
        yield from map(number_text, np.unique(np.array(self._cells.numbers)).tolist())


def _begin(cells: BinaryCells, body: bytes, value: int) -> int:
    """Go to the cell that a record is about, and return its style."""
    if value == _SHORT_HEAD:
        cells.column += 1
        return int(struct.unpack_from("<I", body)[0])
    column, style = struct.unpack_from("<II", body)
    cells.column = min(column, LAST_COLUMN) + 1
    return int(style)


def _take_row(cells: BinaryCells, body: bytes) -> None:
    row, _, height, _, flags = struct.unpack_from("<IIHBB", body)
    cells.row, cells.column = min(row, LAST_ROW) + 1, 0
    if flags & _ROW_HIDDEN:
        cells.sheet.hidden_rows.append((cells.row, cells.row))
    elif height < _LOWEST:
        cells.sheet.low_rows.append((cells.row, cells.row))


def _blank(value: int) -> Callable[[BinaryCells, bytes], None]:
    def take(cells: BinaryCells, body: bytes) -> None:
        _begin(cells, body, value)
    return take


def _short(value: int) -> Callable[[BinaryCells, bytes], None]:
    def take(cells: BinaryCells, body: bytes) -> None:
        short, = struct.unpack_from("<I", body, value)
        cells.put(_begin(cells, body, value), NUMBER, number=short_number(short))
    return take


def _real(value: int) -> Callable[[BinaryCells, bytes], None]:
    def take(cells: BinaryCells, body: bytes) -> None:
        number, = struct.unpack_from("<d", body, value)
        cells.put(_begin(cells, body, value), NUMBER, number=number)
    return take


def _one_byte(value: int, kind: int) -> Callable[[BinaryCells, bytes], None]:
    def take(cells: BinaryCells, body: bytes) -> None:
        cells.put(_begin(cells, body, value), kind, own=str(body[value]))
    return take


def _text(value: int) -> Callable[[BinaryCells, bytes], None]:
    def take(cells: BinaryCells, body: bytes) -> None:
        found, style = text(body, value)[0], _begin(cells, body, value)
        if found:
            cells.put(style, TEXT, own=found)
    return take


def _shared(value: int) -> Callable[[BinaryCells, bytes], None]:
    def take(cells: BinaryCells, body: bytes) -> None:
        number, = struct.unpack_from("<I", body, value)
        cells.put(_begin(cells, body, value), TEXT, string=number)
    return take


def _computed(take: Callable[[BinaryCells, bytes], None], size: int) -> Callable[[BinaryCells, bytes], None]:
    """Take a cell with its formula, which stands behind a value of so many bytes; 0 for a text."""
    def take_both(cells: BinaryCells, body: bytes) -> None:
        take(cells, body)
        _take_signs(cells, body, (_HEAD + size if size else text(body, _HEAD)[1]) + 2)
    return take_both


def _take_signs(cells: BinaryCells, body: bytes, place: int) -> None:
    size, = struct.unpack_from("<I", body, place)
    found = written(body[place + 4:place + 4 + size])
    if '"' in found:
        cells.formulas.add(found)


OF_CELLS: dict[int, Callable[[BinaryCells, bytes], None]] = {
    0: _take_row, 1: _blank(_HEAD), 12: _blank(_SHORT_HEAD), 2: _short(_HEAD), 13: _short(_SHORT_HEAD),
    3: _one_byte(_HEAD, FAULT), 14: _one_byte(_SHORT_HEAD, FAULT), 4: _one_byte(_HEAD, BOOLEAN),
    15: _one_byte(_SHORT_HEAD, BOOLEAN), 5: _real(_HEAD), 16: _real(_SHORT_HEAD), 6: _text(_HEAD), 17: _text(_SHORT_HEAD),
    62: _text(_HEAD + 1), 7: _shared(_HEAD), 18: _shared(_SHORT_HEAD), 8: _computed(_text(_HEAD), 0),
    9: _computed(_real(_HEAD), 8), 10: _computed(_one_byte(_HEAD, BOOLEAN), 1), 11: _computed(_one_byte(_HEAD, FAULT), 1),
    427: lambda cells, body: _take_signs(cells, body, 16), 426: lambda cells, body: _take_signs(cells, body, 17)}
