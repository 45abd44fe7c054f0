"""Gives every record of a text its row and line, sorts out blank ones, and proves that each line went somewhere."""

import csv
import io
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.readers.formats._records import Numbers, Ragged, Records, breaks_in
from steward.table.sheet import Quarantined

_BLANK = " \t\r\n\f\v\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The records of a stream with their places in the file."""

    columns: list[list[Any]]
    rows: Numbers
    lines: Numbers
    breaks: Numbers                       # inside each accepted record
    blank_rows: tuple[int, ...]
    quarantine: tuple[Quarantined, ...]
    end_line: int                         # the last physical line that is accounted for
    last_breaks: int                      # inside the last record of all


def place(records: Records, delimiter: str, rows_above: int, lines_above: int) -> Placed:
    """Return the records with row and line; those without any text become blank rows."""
    count = len(records.breaks) + len(records.ragged)
    is_ragged = np.zeros(count, bool)
    is_ragged[[ragged.number - 1 for ragged in records.ragged]] = True
    breaks = np.zeros(count, np.int64)
    breaks[~is_ragged] = records.breaks
    breaks[is_ragged] = [breaks_in(ragged.text) for ragged in records.ragged]
    ends = lines_above + np.cumsum(1 + breaks)
    lines, rows = ends - breaks, rows_above + np.arange(1, count + 1, dtype=np.int64)
    blank = _drop_blank(records.columns, int(np.count_nonzero(~is_ragged)))
    quarantine, blank_ragged = _set_aside(records.ragged, rows, lines, delimiter)
    kept = np.flatnonzero(~is_ragged)[~blank]
    blank_rows = sorted([*rows[np.flatnonzero(~is_ragged)[blank]].tolist(), *blank_ragged])
    return Placed(columns=records.columns, rows=rows[kept], lines=lines[kept], breaks=breaks[kept],
                  blank_rows=tuple(blank_rows), quarantine=quarantine, end_line=int(ends[-1]) if count else lines_above,
                  last_breaks=int(breaks[-1]) if count else 0)


def _set_aside(ragged: tuple[Ragged, ...], rows: Numbers, lines: Numbers,
               delimiter: str) -> tuple[tuple[Quarantined, ...], list[int]]:
    kept, blank = [], []
    for one in ragged:
        row, line = int(rows[one.number - 1]), int(lines[one.number - 1])
        if is_blank(one.text, delimiter):
            blank.append(row)
        else:
            kept.append(Quarantined(row=row, line=line, cells=one.cells, text=one.text))
    return tuple(kept), blank


def is_blank(record: str, delimiter: str) -> bool:
    """Return whether no cell of a record's text holds anything but blanks."""
    if record.strip(_BLANK + delimiter + '"'):
        return False
    records = csv.reader(io.StringIO(record, newline=""), delimiter=delimiter)
    return not any(cell.strip(_BLANK) for cells in records for cell in cells)


def _drop_blank(columns: list[list[Any]], count: int) -> npt.NDArray[np.bool_]:
    """Take the records without any text out of the columns; return which ones they were."""
    is_blank, start = np.zeros(count, bool), 0
    for number in range(len(columns[0]) if columns else 0):
        pieces = [column[number] for column in columns]
        places = _blank_places(pieces)
        is_blank[start + places] = True
        start += len(pieces[0])
        if len(places):
            keep = np.ones(len(pieces[0]), bool)
            keep[places] = False
            for column in columns:
                column[number] = column[number].filter(pa.array(keep))
    return is_blank


def _blank_places(pieces: list[pa.Array]) -> Numbers:
    places = np.arange(len(pieces[0]), dtype=np.int64)
    for piece in pieces:
        offsets = np.frombuffer(piece.buffers()[1], np.int32)[piece.offset:piece.offset + len(piece) + 1]
        places = places[offsets[places + 1] == offsets[places]]
        if len(places) == 0:
            break
    return places
