"""Tells a sheet with a few cells so far from the others that its used range would fill all memory, before it is read.

Context: calamine holds the whole rectangle between the first and the last used cell. One note in cell XFD1048576 makes it
seventeen billion cells.
"""

import re

import numpy as np

from steward.vocabulary.column_letters import column_of

MOST_CELLS = 100_000_000    # of the rectangle; a sheet of a million rows of sixty columns has fewer
_FEW = 50                   # cells of the rectangle for each one that is there
_ROW_BYTES = 1 << 16
_WIDEST, _LONGEST = 16_384, 1_048_576
_LAST_ROW = re.compile(rb'<(?:[A-Za-z0-9_.-]+:)?(?:row|c)\b[^<>]*\br=["\'][A-Z]{0,3}([0-9]{1,7})["\']')
_NAME = re.compile(rb"[A-Z]{1,3}")
_DIMENSION = re.compile(rb'<(?:[A-Za-z0-9_.-]+:)?dimension ref=["\'][A-Z]{1,3}[0-9]{1,7}:([A-Z]{1,3})[0-9]{1,7}["\']')
_FILLED = re.compile(rb'<(?:[A-Za-z0-9_.-]+:)?c\b[^<>]*?\br=["\']([A-Z]{1,3})([0-9]{1,7})["\'][^<>]*(?<!/)>\s*<(?!/)')
_EQUALS, _R, _A = ord("="), ord("r"), ord("A")


def row_too_far(xml: bytes) -> int:
    """Return the last row, 1-based, of a sheet whose cells lie too far apart; 0 for every other sheet."""
    row = last_row(xml)
    if row * _WIDEST <= MOST_CELLS or (area := row * _widest(xml)) <= MOST_CELLS:
        return 0
    return row if area > _FEW * (xml.count(b"<c ") + xml.count(b":c ")) and _are_far(xml) else 0


def _are_far(xml: bytes) -> bool:
    """Return whether cells that hold anything lie too far apart: programs write empty ones down to the last row and column."""
    count, widest, longest = 0, 0, 0
    for found in _FILLED.finditer(xml):
        count, longest, widest = count + 1, max(longest, int(found[2])), max(widest, column_of(found[1]))
    return longest * widest > max(MOST_CELLS, _FEW * count)


def last_row(xml: bytes) -> int:
    """Return the number of the last row that is written down."""
    end = len(xml)
    while end > 0:
        begin = max(0, end - _ROW_BYTES)
        if found := _LAST_ROW.findall(xml, begin, min(len(xml), end + 200)):
            return min(max(map(int, found)), _LONGEST)
        end = begin
    return 0


def _widest(xml: bytes) -> int:
    """Return the number of the last column, as the sheet says it itself, or else by its cells; 26 for any up to Z."""
    said = _DIMENSION.search(xml, 0, _ROW_BYTES)
    return max(column_of(said[1]), _by_cells(xml[:_ROW_BYTES]), _by_cells(xml[-_ROW_BYTES:])) if said else _by_cells(xml)


def _by_cells(xml: bytes) -> int:
    letters = np.frombuffer(xml, np.uint8)
    places = np.flatnonzero(letters[:-6] == _EQUALS)
    places = places[(letters[places + 3] >= _A) & (letters[np.maximum(places - 1, 0)] == _R)]
    names = np.unique(letters[places[:, np.newaxis] + np.arange(2, 5)], axis=0) if len(places) else ()
    found = (_NAME.match(bytes(name)) for name in names)
    return max((column_of(one[0]) for one in found if one), default=26)
