"""What became of a row of the file: it is in the table, or why it is not."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from steward.table.sheet import Sheet


class Fate(StrEnum):
    """What became of a row."""

    TABLE = "table"              # it is a record of the table
    QUARANTINED = "quarantined"  # it does not fit and was laid aside with its text
    LEFT_OUT = "left_out"        # a change a person chose took it out
    BLANK = "blank"
    TITLE = "title"
    HEADER = "header"
    UNKNOWN = "unknown"          # within the file, but part of another record or of what is not read: a hidden row, a footer
    BEYOND = "beyond"            # after the last row


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The fate of a row, and its 0-based place: among the records, or among those laid aside; else -1."""

    fate: Fate
    place: int = -1


def where_is(row: int, candidate: Sheet, original: Sheet) -> Whereabouts:
    """Return what became of the row with this number, as the spreadsheet counts."""
    if (place := _first(candidate.rows, row)) is not None:
        return Whereabouts(fate=Fate.TABLE, place=place)
    for place, record in enumerate(candidate.quarantine):
        if record.row == row:
            return Whereabouts(fate=Fate.QUARANTINED, place=place)
    if _first(original.rows, row) is not None or any(record.row == row for record in original.quarantine):
        return Whereabouts(fate=Fate.LEFT_OUT)
    told = original.provenance
    for fate, rows in ((Fate.HEADER, told.header_rows), (Fate.TITLE, told.title_rows), (Fate.BLANK, told.blank_rows)):
        if row in rows:
            return Whereabouts(fate=fate)
    return Whereabouts(fate=Fate.BEYOND if row > last_row(original) else Fate.UNKNOWN)


def last_row(sheet: Sheet) -> int:
    """Return the number of the last row that anything is known of; 0 where there is none."""
    told = sheet.provenance
    aside = (record.row for record in sheet.quarantine)
    return max(int(sheet.rows.max(initial=0)), *aside, *told.header_rows, *told.title_rows, *told.blank_rows, 0)


def _first(rows: np.ndarray, row: int) -> int | None:
    found = np.flatnonzero(rows == row)
    return int(found[0]) if len(found) else None
