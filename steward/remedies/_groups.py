"""Names that stand once above a group of records: titles of sections, and cells left blank because the one above holds."""

from dataclasses import replace

import numpy as np
import pyarrow as pa

from steward.remedies import StepDoesNotFit
from steward.table.sheet import Column, RowNumbers, Sheet
from steward.table.text import blank_mask
from steward.vocabulary.errors import words
from steward.vocabulary.message import say, say_count, verbatim

NOTHING_ABOVE = -1
ROWS_SHOWN = 5


def take_titles(sheet: Sheet, name: str, rows: tuple[int, ...], values: tuple[str, ...]) -> Sheet:
    """Return the sheet with a new first column that holds the title above each record; the records of titles themselves go.

    Raises: StepDoesNotFit where one of the rows is not there, or holds one of the `values` or no single title.
    """
    if not name:
        return sheet
    is_title = np.isin(sheet.rows, np.array(rows, np.int64))
    filled = {column.name: ~_blanks(column)[is_title] for column in sheet.columns}
    how_many = sum((one.astype(np.int64) for one in filled.values()), np.zeros(int(is_title.sum()), np.int64))
    wrong = how_many != 1
    for one in values:
        wrong |= filled[one]
    if wrong.any() or len(set(rows)) != int(is_title.sum()):
        there = sheet.rows[is_title]
        raise _no_titles(sorted({*there[wrong].tolist(), *(set(rows) - set(there.tolist()))}))
    titles = _only_filled(sheet, is_title)
    above = _last_before(is_title)
    column = Column(name=name, label=name, position=sheet.columns[0].position, values=_picked(titles, above))
    return replace(sheet, columns=(column, *sheet.columns)).take(np.flatnonzero(~is_title))


def _no_titles(rows: list[int]) -> StepDoesNotFit:
    where = say_count("Row {rows}.", "Rows {rows}.", len(rows), rows=verbatim(", ".join(map(str, rows[:ROWS_SHOWN]))))
    return StepDoesNotFit(words(say("The recipe takes rows for titles of sections that are none; a title fills one cell "
                                    "alone."), where, say("Reshape the table again, and look at the rows that are titles.")))


def mark_rows(sheet: Sheet, name: str, rows: tuple[int, ...], says: tuple[str, ...]) -> Sheet:
    """Return the sheet with a new first column that says the first of `says` of these rows and the second of all others.

    Raises: StepDoesNotFit where one of the rows is not there.
    """
    if not name:
        return sheet
    marked = np.isin(sheet.rows, np.array(rows, np.int64))
    if len(np.setdiff1d(rows, sheet.rows)):
        raise StepDoesNotFit(words(say("The recipe marks rows that the table does not have."),
                                   next_step=say("Reshape the table again, and look at the rows that are totals.")))
    values = pa.chunked_array([pa.DictionaryArray.from_arrays((~marked).astype(np.int8), pa.array(says)).dictionary_decode()])
    column = Column(name=name, label=name, position=sheet.columns[0].position, values=values)
    return replace(sheet, columns=(column, *sheet.columns))


def fill_down(sheet: Sheet, names: tuple[str, ...]) -> Sheet:
    """Return the sheet with the blank cells of these columns saying what the cell above says; blank ones at the top stay."""
    for name in names:
        column = sheet.column(name)
        above = _last_before(~_blanks(column))
        places = np.arange(sheet.height)
        sheet = sheet.with_values(name, _picked(column.values, np.where(above == NOTHING_ABOVE, places, above)))
    return sheet


def _last_before(marks: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> RowNumbers:
    """Return for each place that of the last mark up to it; NOTHING_ABOVE before the first."""
    places = np.where(marks, np.arange(len(marks)), NOTHING_ABOVE)
    return np.maximum.accumulate(places) if len(places) else places


def _only_filled(sheet: Sheet, is_title: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> pa.ChunkedArray:
    """Return for each title record its only filled cell, trimmed of blanks; nothing for the others."""
    import pyarrow.compute as pc

    found = pa.chunked_array([pa.array([""] * sheet.height, pa.large_string())])
    for column in sheet.columns:
        here = pa.chunked_array([pa.array(is_title & ~_blanks(column))])
        found = pc.if_else(here, pc.utf8_trim_whitespace(column.values.cast(pa.large_string())), found)
    return found


def _picked(values: pa.ChunkedArray, places: RowNumbers) -> pa.ChunkedArray:
    """Return the values at these places, an empty text where there is none."""
    import pyarrow.compute as pc

    indices = pa.array(places, mask=places == NOTHING_ABOVE)
    taken = pa.chunked_array([values.combine_chunks()]) if values.num_chunks > 1 else values
    filled = pc.fill_null(taken.take(indices), pa.scalar("", values.type))
    fits = sum(chunk.nbytes for chunk in filled.chunks) < 1 << 30
    return filled.cast(pa.string()) if fits and values.type == pa.large_string() else filled


def _blanks(column: Column) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.concatenate([blank_mask(chunk) for chunk in column.values.chunks] or [np.zeros(0, np.bool_)])
