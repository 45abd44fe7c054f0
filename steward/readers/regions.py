"""Finds the tables on a sheet: side by side, one below another, with notes beside or below them.

Context: people put several tables, a legend and a source line on one sheet; read as one table they give columns that mix and
rows that hold nothing. Decision: the sheet is cut at wholly blank columns and rows, as Excel finds its current region, and
pieces that belong together are joined again: a blank row inside a table, a spacer column, the same header once more. What lies
outside the proposed region is counted and asked about, never dropped. Refused: cutting at every blank row, which would lose
the second half of tables that people space out by hand.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from steward.table.preview import Region

Filled = npt.NDArray[np.bool_]
Cells = Callable[[int], Sequence[str]]    # the cells of a 1-based row of the sheet, from the first column of `Filled` on

FEWEST_COLUMNS, FEWEST_ROWS = 2, 2
MOST_PIECES = 400          # a sheet cut into more is no layout of tables but a form; it is left whole
SHARE = 0.1                # of the largest table's cells: smaller ones are not offered as tables of their own
_FIGURE = re.compile(r"\s*[-+(]?\s*[$€£]?\s*[\d.,/:-]*\d[\d.,/:-]*\s*%?\)?\s*")
_NOTE_CELLS = 1            # filled cells in each row of a note


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A rectangle without a wholly blank row or column, 0-based, ends included, in the array of filled cells."""

    top: int
    left: int
    bottom: int
    right: int
    filled: int

    @property
    def width(self) -> int:
        return self.right - self.left + 1

    @property
    def height(self) -> int:
        return self.bottom - self.top + 1


def find_regions(filled: Filled, cells: Cells, first_row: int = 1, first_column: int = 1) -> tuple[Region, ...]:
    """Return the tables, the one with most cells first; a sheet that is one table gives one region, an empty one none.

    Shape: `filled` says of each cell from `first_row` and `first_column` (1-based) on whether it holds anything. Titles right
    above a table are inside its region, as are blank rows within it.
    """
    if not filled.any():
        return ()
    pieces = list(_pieces(filled, 0, 0))
    if len(pieces) > MOST_PIECES:
        return (_region(_bounds(pieces), first_row, first_column),)
    tables = [piece for piece in _joined(pieces, filled, cells, first_row) if _is_table(piece)]
    if not tables:
        return (_region(_bounds(pieces), first_row, first_column),)
    ranked = sorted(tables, key=lambda piece: (-piece.filled, piece.top, piece.left))
    offered = [piece for piece in ranked if piece.filled >= SHARE * ranked[0].filled]
    return tuple(_region(piece, first_row, first_column) for piece in offered)


def outside(filled: Filled, region: Region, first_row: int = 1, first_column: int = 1) -> int:
    """Return how many filled cells lie outside a region. A last row or column of 0 means to the end."""
    top, left = max(0, region[0] - first_row), max(0, region[1] - first_column)
    bottom = region[2] - first_row + 1 if region[2] else filled.shape[0]
    right = region[3] - first_column + 1 if region[3] else filled.shape[1]
    return int(filled.sum()) - int(filled[top:max(0, bottom), left:max(0, right)].sum())


def _pieces(filled: Filled, top: int, left: int) -> Iterator[_Piece]:
    """Cut at blank columns, then at blank rows, until nothing can be cut: what is left are pieces."""
    for first, last in _runs(np.asarray(filled.any(axis=0))):
        strip = filled[:, first:last + 1]
        bands = list(_runs(np.asarray(strip.any(axis=1))))
        is_whole = len(bands) == 1 and (first, last) == (0, filled.shape[1] - 1) and bands[0] == (0, filled.shape[0] - 1)
        for upper, lower in bands:
            part = strip[upper:lower + 1]
            if is_whole:
                yield _Piece(top=top, left=left, bottom=top + lower, right=left + last, filled=int(part.sum()))
            else:
                yield from _pieces(part, top + upper, left + first)


def _runs(taken: Filled) -> Iterator[tuple[int, int]]:
    """Give the first and last place of each run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], taken, [False]]).astype(np.int8)))
    yield from zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True)


def _joined(pieces: list[_Piece], filled: Filled, cells: Cells, first_row: int) -> list[_Piece]:
    """Return the pieces with those joined that are parts of one table."""
    beside = _fold(sorted(pieces, key=lambda piece: (piece.top, piece.left)), _is_spaced)
    above = _fold(sorted(beside, key=lambda piece: (piece.left, piece.top)),
                  lambda upper, lower: _goes_on(upper, lower, cells, first_row))
    return [_with_title(piece, above, filled) for piece in above]


def _fold(pieces: list[_Piece], belongs: Callable[[_Piece, _Piece], bool]) -> list[_Piece]:
    """Return the pieces, each joined to an earlier one that it belongs to."""
    kept: list[_Piece] = []
    for piece in pieces:
        place = next((place for place, known in enumerate(kept) if belongs(known, piece)), None)
        if place is None:
            kept.append(piece)
        else:
            kept[place] = _bounds([kept[place], piece])
    return kept


def _is_spaced(one: _Piece, other: _Piece) -> bool:
    """Return whether two pieces stand in the same rows, one column apart: a spacer column, not two tables."""
    gap = other.left - one.right - 1
    return gap == 1 and (one.top, one.bottom) == (other.top, other.bottom) and one.height > FEWEST_ROWS


def _goes_on(upper: _Piece, lower: _Piece, cells: Cells, first_row: int) -> bool:
    """Return whether the lower piece goes on with the table above: within its columns, and with no header of its own."""
    is_within = lower.top > upper.bottom and lower.left >= upper.left and lower.right <= upper.right
    if not is_within or not _is_table(upper) or _is_note(lower):
        return False
    lower = _below_section_titles(lower, cells, first_row)
    first = cells(first_row + lower.top)[lower.left:lower.right + 1]
    header = cells(first_row + upper.top)[lower.left:lower.right + 1]
    if lower.width < upper.width:     # a record with blanks at its ends, as a table of few columns has it, or another table
        return lower.height == 1 or not _heads(first, cells, first_row, lower)
    return list(first) == list(header) or not _heads(first, cells, first_row, lower)


def _below_section_titles(piece: _Piece, cells: Cells, first_row: int) -> _Piece:
    """Return the piece from its first row on with more than one cell: one alone is a title, of a section or of a table."""
    rows = range(piece.top, piece.bottom)
    top = next((row for row in rows if sum(map(bool, map(str.strip, cells(first_row + row)[piece.left:piece.right + 1]))) > 1),
               piece.top)
    return replace(piece, top=top)


def _heads(first: Sequence[str], cells: Cells, first_row: int, piece: _Piece) -> bool:
    """Return whether a row holds names for what stands below it: words throughout, above figures in some column."""
    if piece.height < FEWEST_ROWS or any(_FIGURE.fullmatch(cell) for cell in first if cell.strip()):
        return False
    below = cells(first_row + piece.top + 1)[piece.left:piece.right + 1]
    return any(_FIGURE.fullmatch(cell) for cell in below if cell.strip())


def _is_note(piece: _Piece) -> bool:
    return piece.filled <= _NOTE_CELLS * piece.height


def _is_table(piece: _Piece) -> bool:
    return piece.width >= FEWEST_COLUMNS and piece.height >= FEWEST_ROWS and not _is_note(piece)


def _with_title(piece: _Piece, pieces: Sequence[_Piece], filled: Filled) -> _Piece:
    """Return a table with the titles above it that no other table stands between, within its columns."""
    if not _is_table(piece):
        return piece
    above = [other for other in pieces if other.bottom < piece.top and _is_note(other)
             and piece.left <= other.left <= piece.right and _is_free(filled, pieces, other, piece)]
    return _bounds([piece, *(replace(other, right=min(other.right, piece.right)) for other in above)])


def _is_free(filled: Filled, pieces: Sequence[_Piece], title: _Piece, piece: _Piece) -> bool:
    """Return whether no table lies between a title and the piece below it."""
    between = filled[title.bottom + 1:piece.top, piece.left:piece.right + 1]
    tables = (other for other in pieces if _is_table(other) and title.bottom < other.top < piece.top
              and other.left <= piece.right and other.right >= piece.left)
    return not between.any() or next(tables, None) is None


def _bounds(pieces: Sequence[_Piece]) -> _Piece:
    return _Piece(top=min(piece.top for piece in pieces), left=min(piece.left for piece in pieces),
                  bottom=max(piece.bottom for piece in pieces), right=max(piece.right for piece in pieces),
                  filled=sum(piece.filled for piece in pieces))


def _region(piece: _Piece, first_row: int, first_column: int) -> Region:
    return (first_row + piece.top, first_column + piece.left, first_row + piece.bottom, first_column + piece.right)
