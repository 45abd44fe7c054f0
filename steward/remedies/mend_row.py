"""Put records that were set apart into the table, joined or split where a person says. Positions only: no cell is in a step.

Parameters: `rows`, the records that are mended alike, as the file numbers them; `records`, how many each reaches over (2: it
and the next); `edits`, the changes one after the other, three numbers each: JOIN a cell with the one after it, SPLIT a cell
before one of its characters, or INSERT an empty cell before it. Cells and characters are counted from 0.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import Answers
from steward.remedies._step import number_of, numbers_of
from steward.table.sheet import Column, Quarantined, Sheet
from steward.table.written import split_lines
from steward.vocabulary.errors import words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import Step

JOIN, SPLIT, INSERT = 1, 2, 3
_EACH = 3
_BREAKS = {"crlf": "\r\n", "cr": "\r"}

Record = tuple[str, ...]


class MendRow(Answers):
    """The table with some of its set-apart records in it, at their places in the file."""

    name = "mend_row"
    title = say("Put these rows into the table, mended")
    explain = say("Cells are joined, split or added where you say. Nothing else of the row is changed.")
    kinds = frozenset(("extra-cell", "missing-cell"))

    def step_for(self, finding: Finding) -> Step:
        """Return the step for the first row of the finding, with nothing mended yet."""
        return mend_step(tuple(finding.rows[:1]))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the mended records. Raises: StepDoesNotFit if one is not set apart, or does not fit then."""
        starts, reach = sorted(set(numbers_of(step, "rows"))), number_of(step, "records", 1)
        groups = groups_at(sheet, starts, reach)
        width = width_of(sheet)
        records = [mended(joined(sheet, group), numbers_of(step, "edits"), delimiter_of(sheet)) for group in groups]
        if not groups or any(len(record) != width for record in records):
            raise _refusal(len(groups))
        return with_records(sheet, [group[0] for group in groups], records, {one.row for group in groups for one in group})

    def describe(self, step: Step) -> Message:
        """Return how many rows come into the table."""
        return say_count("Put one row that did not fit into the table, mended.",
                         "Put {count} rows that did not fit into the table, mended.", len(set(numbers_of(step, "rows"))))


def mend_step(rows: tuple[int, ...], edits: tuple[int, ...] = (), records: int = 1) -> Step:
    """Return the step that mends these rows alike."""
    return Step(remedy=MendRow.name, parameters={"rows": rows, "records": records, "edits": edits})


def width_of(sheet: Sheet) -> int:
    """Return how many cells a record of the file has."""
    last = max((column.position for column in sheet.columns), default=0)
    return max(last, sheet.listings[0].columns) if len(sheet.listings) == 1 else last


def group_at(sheet: Sheet, row: int, reach: int) -> tuple[Quarantined, ...]:
    """Return the set-apart record of a row and those directly after it. Raises: StepDoesNotFit if one is not set apart."""
    return groups_at(sheet, (row,), reach)[0]


def groups_at(sheet: Sheet, rows: Sequence[int], reach: int) -> list[tuple[Quarantined, ...]]:
    """Return the same for each of some rows. Raises: StepDoesNotFit if a record is not set apart."""
    apart = {one.row: one for one in sheet.quarantine}
    groups = [range(row, row + max(1, reach)) for row in rows]
    missing = any(row not in apart for group in groups for row in group)
    if groups and (sheet.lines is None or sheet.parts is not None or missing):
        raise _refusal(1)
    return [tuple(apart[row] for row in group) for group in groups]


def joined(sheet: Sheet, group: Sequence[Quarantined]) -> Record:
    """Return the cells of records read as one: the line break between two becomes part of the cell that it cut."""
    cells: list[str] = []
    for one in group:
        own = cells_of(one, delimiter_of(sheet), sheet.provenance.quoting)
        if cells:
            own = (cells.pop() + _BREAKS.get(sheet.provenance.line_ending or "", "\n") + own[0], *own[1:])
        cells.extend(own)
    return tuple(cells)


def cells_of(one: Quarantined, delimiter: str, quoting: Quoting = Quoting.DOUBLED) -> Record:
    """Return the cells of a set-apart record, as csv.reader splits its text."""
    lines = one.text.splitlines(keepends=True) if "\n" in one.text or "\r" in one.text else [one.text]
    records = list(split_lines(_kept_whole(lines), delimiter, quoting))
    return tuple(cell for record in records for cell in record) or ("",)


def delimiter_of(sheet: Sheet) -> str:
    """Return what stands between the cells of the file."""
    return sheet.provenance.delimiter or ","


def mended(cells: Record, edits: Sequence[int], delimiter: str) -> Record:
    """Return the cells after some edits; cells that are joined keep the delimiter between them.

    Raises: StepDoesNotFit if an edit has no place to happen.
    """
    now = list(cells)
    for start in range(0, len(edits), _EACH):
        act, cell, character = (*edits[start:start + _EACH], 0, 0)[:_EACH]
        if act == JOIN and 0 <= cell < len(now) - 1:
            now[cell:cell + 2] = [now[cell] + delimiter + now[cell + 1]]
        elif act == SPLIT and 0 <= cell < len(now) and 0 <= character <= len(now[cell]):
            now[cell:cell + 1] = [now[cell][:character], now[cell][character:]]
        elif act == INSERT and 0 <= cell <= len(now):
            now.insert(cell, "")
        else:
            raise _refusal(1)
    return tuple(now)


def _kept_whole(lines: Sequence[str]) -> list[str]:
    r"""Return the lines as csv.reader expects them: str.splitlines cuts at more signs than \n and \r."""
    whole: list[str] = []
    for line in lines:
        if whole and not whole[-1].endswith(("\n", "\r")):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def with_records(sheet: Sheet, firsts: Sequence[Quarantined], records: Sequence[Record], gone: set[int]) -> Sheet:
    """Return the sheet with records put in where some were set apart; the rows of `gone` are set apart no more."""
    places = np.searchsorted(sheet.rows, [one.row for one in firsts])
    rows = np.insert(sheet.rows, places, [one.row for one in firsts])
    lines = None if sheet.lines is None else np.insert(sheet.lines, places, [one.line or 0 for one in firsts])
    columns = tuple(_with_cells(column, places.tolist(), [record[column.position - 1] for record in records])
                    for column in sheet.columns)
    kept = tuple(one for one in sheet.quarantine if one.row not in gone)
    return replace(sheet, columns=columns, rows=rows, lines=lines, quarantine=kept)


def _with_cells(column: Column, places: Sequence[int], cells: Sequence[str]) -> Column:
    """Return the column with cells put in before some places; what stands between them is shared, not copied."""
    values, kind = column.values, column.values.type
    pieces, begun = list[pa.Array](), 0
    for place, cell in zip(places, cells, strict=True):
        pieces.extend(values.slice(begun, place - begun).chunks)
        pieces.append(pa.array([cell], kind))
        begun = place
    pieces.extend(values.slice(begun).chunks)
    return replace(column, values=pa.chunked_array([piece for piece in pieces if len(piece)], kind))


def _refusal(count: int) -> StepDoesNotFit:
    return StepDoesNotFit(words(say("A row that was set apart does not fit the table the way it is mended."),
                                say_count("One row is named.", "{count} rows are named.", count),
                                say("Join, split or add cells until it has as many cells as the table has columns.")))


REMEDY = MendRow()
