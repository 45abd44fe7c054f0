"""Gives every record of a text its row and line, sorts out blank ones, and counts the lines that each kind takes."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from steward.readers.formats._records import Numbers, Ragged, Records, breaks_in
from steward.table.sheet import Quarantined
from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting

BLANK = " \t\r\n\f\v\u00a0"
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The records of a stream with their places in the file."""

    columns: list[list[Any]]
    rows: Numbers
    lines: Numbers
    breaks: Numbers                       # inside each accepted record
    swallowed: Numbers                    # 0-based, which of these seem to go on into the next one
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


def place(records: Records, delimiter: str, above: Above, quoting: Quoting = Quoting.DOUBLED) -> Placed:
    """Return the records with row and line; those without any text become blank rows, those below the last row are cut off.

    A number for each of a million records is eight megabytes that the system must find: as few as can be are made.
    """
    sizes, is_ragged = _sizes(records)
    lines, end_line = _lines(sizes, above.lines)
    wanted = len(sizes) if not above.last_row else max(0, min(len(sizes), above.last_row - above.rows))
    blank, blank_cells = _blank(records, is_ragged, delimiter, quoting)
    is_kept = ~is_ragged
    is_kept[blank] = False
    if wanted < len(sizes):
        _cut(records.columns, int(np.count_nonzero(is_kept[:wanted])))
        is_kept[wanted:] = False
    is_aside = is_ragged[:wanted].copy()
    blank = blank[:np.searchsorted(blank, wanted)]
    is_aside[blank] = False
    is_all = bool(is_kept.all())
    rows = np.arange(len(sizes)) if is_all else np.flatnonzero(is_kept)
    taken = sizes if is_all else sizes[rows]
    own_lines = lines if is_all else lines[rows]
    rows += above.rows + 1
    return Placed(
        columns=records.columns, rows=rows, lines=own_lines, breaks=records.breaks if is_all else taken - 1,
        swallowed=records.swallowed[records.swallowed < len(rows)],
        quarantine=tuple(_set_aside(records.ragged, lines, above.rows, is_aside)), all_lines=lines,
        blank_rows=tuple((blank + above.rows + 1).tolist()), blank_cells=tuple(blank_cells[:len(blank)].tolist()),
        rows_above=above.rows, record_lines=int(taken.sum()), blank_lines=int(sizes[blank].sum()),
        quarantined_lines=int(sizes[:wanted][is_aside].sum()), below_lines=int(sizes[wanted:].sum()),
        end_line=end_line, last_breaks=int(sizes[-1]) - 1 if len(sizes) else 0)


def _lines(sizes: Numbers, lines_above: int) -> tuple[Numbers, int]:
    """Return where each record begins that takes so many lines, and the last line of all."""
    lines = np.cumsum(sizes)
    end = lines_above + (int(lines[-1]) if len(lines) else 0)
    lines -= sizes
    lines += lines_above + 1
    return lines, end


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


def _blank(records: Records, is_ragged: Mask, delimiter: str, quoting: Quoting) -> tuple[Numbers, Numbers]:
    """Return the 0-based places of the records without any text, and how many cells each has, 0 for an empty line."""
    width = len(records.columns)
    places = np.flatnonzero(~is_ragged)[records.blank] if records.ragged else records.blank
    ragged = [one for one in records.ragged if is_without_text(one.text, delimiter, quoting)]
    every = np.concatenate([places, np.array([one.number - 1 for one in ragged], np.int64)])
    cells = np.concatenate([np.full(len(places), width if width > 1 else 0, np.int64),
                            np.array([one.cells if one.text else 0 for one in ragged], np.int64)])
    order = np.argsort(every)
    return every[order], cells[order]


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


def _set_aside(ragged: tuple[Ragged, ...], lines: Numbers, rows_above: int, is_aside: Mask) -> Iterator[Quarantined]:
    for one in ragged:
        at = one.number - 1
        if at < len(is_aside) and is_aside[at]:
            yield Quarantined(row=rows_above + one.number, line=int(lines[at]), cells=one.cells, text=one.text)


def is_without_text(record: str, delimiter: str, quoting: Quoting = Quoting.DOUBLED) -> bool:
    """Return whether no cell of a record's text holds anything but blanks."""
    if record.strip(BLANK + delimiter + ('"\\' if quoting.escapes else '"')):
        return False
    records = split_lines(io.StringIO(record, newline=""), delimiter, quoting)
    return not any(cell.strip(BLANK) for cells in records for cell in cells)


def _cut(columns: list[list[Any]], wanted: int) -> None:
    """Take all records from the 0-based place `wanted` on out of the columns."""
    for column in columns:
        start = 0
        for number, piece in enumerate(column):
            if start + len(piece) > wanted:
                column[number] = piece.slice(0, max(0, wanted - start))
            start += len(piece)
