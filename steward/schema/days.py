"""What several checks ask of the columns of a table, worked out once or at a glance."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from steward.schema.context import Context
from steward.table.days import Days
from steward.table.mixed_days import days_read, in_several_ways
from steward.table.profile import ColumnProfile
from steward.table.text import NOT_ASCII, flat_bytes
from steward.table.written_dates import Reading

PIECE_BYTES = 1 << 17


def days(context: Context) -> Mapping[str, Days]:
    """Return the days of every column of dates, in whatever ways they are written, by its name."""
    readings = context.once(several_ways)
    found = ((column.name, days_read(column, readings.get(column.name))) for column in context.columns)
    return {name: days for name, days in found if days is not None}


def several_ways(context: Context) -> Mapping[str, Reading]:
    """Return how the columns read whose cells are nearly all dates that no single form covers, by name."""
    found = ((column.name, in_several_ways(column)) for column in context.columns)
    return {name: reading for name, reading in found if reading is not None}


def holds_byte(column: ColumnProfile, *wanted: str) -> bool:
    """Return whether any cell of the column holds one of these ASCII letters: a quick look before a slow one."""
    flat = flat_bytes(column.distinct.values)
    return any(bool((piece == ord(letter)).any()) for piece in _pieces(flat) for letter in wanted)


def holds_non_ascii(column: ColumnProfile) -> bool:
    """Return whether any cell of the column holds a letter beyond ASCII."""
    return any(int(piece.max()) >= NOT_ASCII for piece in _pieces(flat_bytes(column.distinct.values)))


def _pieces(flat: npt.NDArray[np.uint8]) -> Iterator[npt.NDArray[np.uint8]]:
    """Give the bytes in pieces that the processor keeps near: the first one that answers ends the look."""
    for start in range(0, len(flat), PIECE_BYTES):
        yield flat[start:start + PIECE_BYTES]
