"""Rows and columns that are hidden, filtered away or too small to be read, where they hold anything."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import Book, Mask, Place, Sheet, Trace
from steward.readers.hidden._grid import columns_of
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.message import Message, say

_MOST_NAMED = 10


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        if sheet.is_visible and len(sheet.cells.rows):
            yield from _hidden(sheet)


def _hidden(sheet: Sheet) -> Iterator[Trace]:
    cells = sheet.cells
    in_column, in_row = cells.in_columns(sheet.hidden_columns), cells.in_rows(sheet.hidden_rows)
    filtered = in_row & cells.in_rows([(top, bottom) for top, _, bottom, _ in sheet.filters])   # a filter hides whole rows
    small = (cells.in_rows(sheet.low_rows) | cells.in_columns(sheet.narrow_columns)) & ~in_column & ~in_row
    for kind, mask in (("hidden_column", in_column), ("hidden_row", in_row & ~filtered), ("filtered_rows", filtered)):
        if mask.any():
            numbers = np.unique((cells.columns if kind == "hidden_column" else cells.rows)[mask]).tolist()
            where = _columns(sheet, numbers) if kind == "hidden_column" else _rows(sheet, numbers)
            yield Trace(kind=kind, where=where, count=len(numbers), columns=columns_of(cells, mask),
                        sheet=sheet.name)
    if small.any():
        yield Trace(kind="zero_size", where=say("Sheet {sheet}.", sheet=sheet.name), count=_lines(sheet, small),
                    columns=columns_of(cells, small), sheet=sheet.name)


def _lines(sheet: Sheet, mask: Mask) -> int:
    """Return how many rows and columns are too small."""
    cells = sheet.cells
    low = mask & cells.in_rows(sheet.low_rows)
    return len(np.unique(cells.rows[low])) + len(np.unique(cells.columns[mask & ~low]))


def _columns(sheet: Sheet, numbers: list[int]) -> Message:
    letters = ", ".join(letters_of(number) for number in numbers[:_MOST_NAMED])
    return say("Sheet {sheet}, columns {columns}.", sheet=sheet.name,
               columns=letters + (" …" if len(numbers) > _MOST_NAMED else ""))


def _rows(sheet: Sheet, numbers: list[int]) -> Message:
    return say("Sheet {sheet}, first in row {row}.", sheet=sheet.name, row=str(numbers[0]))


HIDDEN = Place(kinds=("hidden_column", "hidden_row", "filtered_rows", "zero_size"), look=_look)
