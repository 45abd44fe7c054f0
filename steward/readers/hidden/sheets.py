"""Sheets that are hidden, or so deeply that Excel's menu does not offer them, and workbooks that open without a window."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._grid import columns_of
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        if not sheet.is_visible:
            every = np.ones(len(sheet.cells.rows), np.bool_)
            yield Trace(kind=f"{sheet.state}_sheet", where=say("Sheet {sheet}.", sheet=sheet.name),
                        columns=columns_of(sheet.cells, every))
    if book.is_window_hidden:
        yield Trace(kind="hidden_window", where=say("The window of the workbook (View, Unhide)."))


HIDDEN = Place(kinds=("hidden_sheet", "very_hidden_sheet", "hidden_window"), look=_look)
