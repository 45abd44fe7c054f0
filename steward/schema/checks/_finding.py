"""How checks say where something is: rows as the spreadsheet numbers them, physical lines, counts. Never a cell."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from steward.table.distinct import Mask
from steward.table.places import positions_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

_GIVEN = re.compile(r"Column \d+(?: \(\d+\))?")
Places = npt.NDArray[np.int64]


def about_cells(sheet: Sheet, column: ColumnProfile, mask: Mask, *, kind: str, tier: Tier, what: Message, next_step: Message,
                remedies: tuple[str, ...] = ()) -> Iterable[Finding]:
    """Yield one finding about the cells that hold the masked values; none where there are no such cells."""
    if mask.any():
        places = column.distinct.places_where(mask)
        yield at_places(sheet, places, column.name, kind=kind, tier=tier, remedies=remedies,
                         words=Words(what=what, where=in_rows(column.name, len(places), int(sheet.rows[places[0]])),
                                     next_step=next_step))


def about_records(sheet: Sheet, places: Places, *, kind: str, tier: Tier, what: Message, next_step: Message,
                  remedies: tuple[str, ...] = ()) -> Iterable[Finding]:
    """Yield one finding about whole records; none where there are none."""
    if len(places):
        where = at_rows(len(places), int(sheet.rows[places[0]]))
        yield at_places(sheet, places, None, kind=kind, tier=tier, remedies=remedies,
                         words=Words(what=what, where=where, next_step=next_step))


def at_places(sheet: Sheet, places: Places, column: str | None, *, kind: str, tier: Tier, words: Words,
             remedies: tuple[str, ...] = (), at_least: int = 0) -> Finding:
    """Return a finding about the records at these 0-based places, about one of their cells or about all of each."""
    lines = NOWHERE if sheet.lines is None else positions_of(sheet.lines[places])
    parts = NOWHERE if sheet.parts is None else positions_of(sheet.parts[places])
    return Finding(kind=kind, tier=tier, column=column, count=max(len(places), at_least), lines=lines,
                   rows=positions_of(sheet.rows[places]), parts=parts, words=words, remedies=remedies)


def about_numbered(rows: Sequence[int], lines: Sequence[int], *, kind: str, tier: Tier, what: Message, next_step: Message,
                   remedies: tuple[str, ...] = ()) -> Iterable[Finding]:
    """Yield one finding about records that are not in the table, by their row numbers; none where there are none."""
    if rows:
        yield Finding(kind=kind, tier=tier, count=len(rows), rows=Positions(rows), lines=Positions(lines), remedies=remedies,
                      words=Words(what=what, where=at_rows(len(rows), rows[0]), next_step=next_step))


def about_column(name: str, *, kind: str, tier: Tier, what: Message, next_step: Message, count: int = 1,
                 where: Message | None = None, remedies: tuple[str, ...] = ()) -> Finding:
    """Return a finding about a column as a whole."""
    where = where or say("Column {column}.", column=_after_column(name))
    return Finding(kind=kind, tier=tier, column=name, count=count, remedies=remedies,
                   words=Words(what=what, where=where, next_step=next_step))


def about_table(*, kind: str, tier: Tier, count: int, what: Message, where: Message, next_step: Message,
                remedies: tuple[str, ...] = ()) -> Finding:
    """Return a finding about the table as a whole."""
    return Finding(kind=kind, tier=tier, count=count, remedies=remedies,
                   words=Words(what=what, where=where, next_step=next_step))


def in_rows(column: str, count: int, first: int) -> Message:
    """Return "Column Status, 3 rows, the first is row 12."."""
    return say_count("Column {column}, row {first}.", "Column {column}, {count} rows, the first is row {first}.", count,
                     column=_after_column(column), first=number(first))


def at_rows(count: int, first: int) -> Message:
    """Return "3 rows, the first is row 12."."""
    return say_count("Row {first}.", "{count} rows, the first is row {first}.", count, first=number(first))


def shown(column: str) -> str:
    """Return a column's name as a sentence shows it: blanks around it and line breaks in it would tear the sentence."""
    return " ".join(column.split())


def _after_column(name: str) -> str:
    """Return a name as it follows the word "Column": of one that Steward gave, "Column 5", the number alone."""
    return shown(name).removeprefix("Column ") if _GIVEN.fullmatch(name) else shown(name)


def number(row: int) -> str:
    """Return a row number as spreadsheets show it, without separators."""
    return str(row)
