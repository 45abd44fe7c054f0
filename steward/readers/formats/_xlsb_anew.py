"""A binary workbook with each cell's column written out, as calamine needs it.

Context: a cell that follows its neighbor may be written without its column (SheetJS writes all of them so); Excel reads these
records, and calamine passes over them without a word. Decision: they are written out in memory before calamine sees them.
Source: MS-XLSB 2.4.675 to 2.4.681 (BrtShort…) and 2.4.309 to 2.4.316 (BrtCell…).
"""

import struct
from collections.abc import Iterable, Iterator

SHORT_CELLS = {12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6, 18: 7}   # the record with its column for each without
_CELLS = (*range(1, 12), 62)
_ROW = 0


def with_columns(records: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Give the records of a sheet, those of cells with their columns."""
    column = -1
    for kind, body in records:
        if kind in SHORT_CELLS:
            column += 1
            yield SHORT_CELLS[kind], struct.pack("<I", column & 0xFFFFFFFF) + body
            continue
        if kind == _ROW:
            column = -1
        elif kind in _CELLS and len(body) >= 4:  # noqa: PLR2004  # bytes of a column
            column, = struct.unpack_from("<I", body)
        yield kind, body


def written(records: Iterable[tuple[int, bytes]]) -> bytes:
    """Return records as a part of a workbook: a number of one or two bytes, the size in one to four, the content."""
    return b"".join(_number(kind) + _number(len(body)) + body for kind, body in records)


def _number(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004  # seven bits in each byte
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))
