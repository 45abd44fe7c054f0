"""Gives every record of a text its row and line, sorts out blank ones, and counts the lines that each kind takes."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from steward.readers.formats._records import Numbers, Ragged, Records, breaks_in
from steward.table.sheet import Quarantined

BLANK = " \t\r\n\f\v\u00a0"
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The records of a stream with their places in the file."""

    columns: list[list[Any]]
    rows: Numbers
    lines: Numbers
    breaks: Numbers                       # inside each accepted record
    blank_rows: tuple[int, ...]
    blank_cells: tuple[int, ...]          # of each blank row, told by its separators
    quarantine: tuple[Quarantined, ...]
    all_lines: Numbers                    # where each record of the stream begins, of whatever kind
    rows_above: int
    record_lines: int                     # physical lines of the records in the table,
    quarantined_lines: int                # of those set apart,
    blank_lines: int                      # of blank ones,
    below_lines: int                      # and of those below the last row that was wanted
    end_line: int                         # the last physical line that is accounted for
    last_breaks: int                      # inside the last record of all

    def rows_at(self, lines: Numbers) -> Numbers:
        """Return the rows of the records that reach over some physical lines; 0 for lines above the first record."""
        places = np.searchsorted(self.all_lines, lines, side="right")
        return np.asarray(np.where(places > 0, self.rows_above + places, 0), np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What lies above the first record of the stream, and the last row that is wanted (0: all)."""

    rows: int
    lines: int
    last_row: int = 0


def place(records: Records, delimiter: str, above: Above) -> Placed:
    """Return the records with row and line; those without any text become blank rows, those below the last row are cut off."""
    sizes, is_ragged = _sizes(records)
    ends = above.lines + np.cumsum(sizes)
    lines = ends - sizes + 1
    wanted = len(sizes) if not above.last_row else max(0, min(len(sizes), above.last_row - above.rows))
    blank_cells = _blank_cells(records, is_ragged, delimiter)
    is_blank = blank_cells >= 0
    if wanted < len(sizes):
        _cut(records.columns, int(np.count_nonzero(~(is_ragged | is_blank)[:wanted])))
    quarantine = tuple(_set_aside(records.ragged, lines, above.rows, is_blank[:wanted]))
    kept = ~(is_ragged | is_blank)
    kept[wanted:] = False
    below = int(sizes[wanted:].sum())
    blank = np.flatnonzero(is_blank[:wanted])
    places = np.flatnonzero(kept)
    taken = sizes if len(places) == len(sizes) else sizes[places]
    return Placed(
        columns=records.columns, rows=places + (above.rows + 1), lines=lines if taken is sizes else lines[places],
        breaks=records.breaks if taken is sizes else taken - 1, quarantine=quarantine, all_lines=lines,
        blank_rows=tuple((blank + above.rows + 1).tolist()), blank_cells=tuple(blank_cells[blank].tolist()),
        rows_above=above.rows, record_lines=int(taken.sum()),
        blank_lines=int(sizes[blank].sum()),
        quarantined_lines=int(sizes[:wanted][is_ragged[:wanted] & ~is_blank[:wanted]].sum()), below_lines=below,
        end_line=int(ends[-1]) if len(ends) else above.lines, last_breaks=int(sizes[-1]) - 1 if len(sizes) else 0)


def empty_lines_told(placed: Placed, lines: Callable[[], Iterator[str]]) -> Placed:
    """Return the same with the blank rows that are empty lines told from rows of separators, which the parser takes for one.

    `lines` gives the physical lines of the file; they are gone through only where there are such rows.
    """
    if not any(placed.blank_cells):
        return placed
    begun = placed.all_lines[np.array(placed.blank_rows, np.int64) - (placed.rows_above + 1)]
    wanted, found = frozenset(begun.tolist()), set[int]()
    for number, line in enumerate(islice(lines(), int(begun[-1])), start=1):
        if number in wanted and not line.rstrip("\r\n"):
            found.add(number)
    return replace(placed, blank_cells=tuple(0 if line in found else cells for line, cells
                                             in zip(begun.tolist(), placed.blank_cells, strict=True)))


def _blank_cells(records: Records, is_ragged: Mask, delimiter: str) -> Numbers:
    """Return for each record without any text how many cells it has, 0 for an empty line, and -1 for the others."""
    cells = np.full(len(is_ragged), -1, np.int64)
    width = len(records.columns)
    cells[np.flatnonzero(~is_ragged)[records.blank]] = width if width > 1 else 0
    for one in records.ragged:
        if is_without_text(one.text, delimiter):
            cells[one.number - 1] = one.cells if one.text else 0
    return cells


def _sizes(records: Records) -> tuple[Numbers, Mask]:
    """Return how many physical lines each record takes, and which ones are ragged."""
    count = len(records.breaks) + len(records.ragged)
    if not records.ragged:
        return records.breaks + 1, np.zeros(count, bool)
    is_ragged, sizes = np.zeros(count, bool), np.zeros(count, np.int64)
    is_ragged[[ragged.number - 1 for ragged in records.ragged]] = True
    sizes[~is_ragged] = records.breaks + 1
    sizes[is_ragged] = [breaks_in(ragged.text) + 1 for ragged in records.ragged]
    return sizes, is_ragged


def _set_aside(ragged: tuple[Ragged, ...], lines: Numbers, rows_above: int, is_blank: Mask) -> Iterator[Quarantined]:
    for one in ragged:
        at = one.number - 1
        if at < len(is_blank) and not is_blank[at]:
            yield Quarantined(row=rows_above + one.number, line=int(lines[at]), cells=one.cells, text=one.text)


def is_without_text(record: str, delimiter: str) -> bool:
    """Return whether no cell of a record's text holds anything but blanks."""
    if record.strip(BLANK + delimiter + '"'):
        return False
    records = csv.reader(io.StringIO(record, newline=""), delimiter=delimiter)
    return not any(cell.strip(BLANK) for cells in records for cell in cells)


def _cut(columns: list[list[Any]], wanted: int) -> None:
    """Take all records from the 0-based place `wanted` on out of the columns."""
    for column in columns:
        start = 0
        for number, piece in enumerate(column):
            if start + len(piece) > wanted:
                column[number] = piece.slice(0, max(0, wanted - start))
            start += len(piece)
