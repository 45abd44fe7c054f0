"""How cells are written, told without a cell: "d3-d2-d4" for three digits, hyphen, two digits, hyphen, four digits.

Each run of digits becomes "d" and its length, each run of letters "a" and its length; of the signs between them only the
everyday ones are kept. A shape is longer than its cell wherever that holds a letter or a digit, so it never is a cell.
"""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

from steward.table.sheet import Sheet
from steward.vocabulary.positions import Positions

MOST_PARTS = 9          # longer cells are sentences, whose rhythm would say too much
LONGEST = 40            # characters
MOST_ROWS = 10_000      # are looked at
MOST_SHAPES = 3
TEXT, SIGNS, EMPTY = "text", "signs", "empty"
_KEPT_SIGNS = frozenset("-/.,:() @#")
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)


def shape_of(cell: str) -> str:
    """Return the shape of one cell: "text" for a long one, "signs" where it has no letter and no digit, "empty"."""
    cell = cell.strip()
    if not cell:
        return EMPTY
    parts = _PARTS.findall(cell[:LONGEST + 1])
    if len(parts) > MOST_PARTS or len(cell) > LONGEST:
        return TEXT
    if not any(part[0].isalnum() for part in parts):
        return SIGNS
    return "".join(_part(part) for part in parts)


def rough(cell: str) -> str:
    """Return the cell with one digit for each run of digits and one letter for each run of letters: shapes without lengths."""
    return _LETTERS.sub("a", _DIGITS.sub("0", cell))


def shapes_of(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the most frequent shapes, the most frequent first; of equally frequent ones in the order of the alphabet."""
    counted = Counter(shape_of(cell) for cell in cells)
    return tuple(sorted(counted, key=lambda shape: (-counted[shape], shape))[:MOST_SHAPES])


def shapes_in(sheet: Sheet, column: str, rows: Positions) -> tuple[str, ...]:
    """Return the most frequent shapes of a column's cells in some rows. Raises: KeyError if the sheet has no such column."""
    wanted = np.frombuffer(rows[:MOST_ROWS].to_bytes(), np.int64)
    places = np.flatnonzero(np.isin(sheet.rows, wanted))[:MOST_ROWS]
    values = sheet.column(column).values
    return shapes_of(values[int(place)].as_py() for place in places)


def _part(part: str) -> str:
    if part[0].isdigit():
        return f"d{len(part)}"
    if part[0].isalpha():
        return f"a{len(part)}"
    return part if part in _KEPT_SIGNS else "?"
