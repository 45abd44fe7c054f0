"""Cells so far from the rest of their sheet that nobody scrolls there. Source: ICO guidance of July 2025."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import Book, Mask, Numbers, Place, Trace
from steward.readers.hidden._grid import columns_of
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.message import say

BLANK_ROWS, BLANK_COLUMNS = 100, 20      # two screens of them


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        cells = sheet.cells
        if not sheet.is_visible or len(cells.rows) < 2:  # noqa: PLR2004 - one cell is near itself
            continue
        mask = _far(cells.rows, BLANK_ROWS) | _far(cells.columns, BLANK_COLUMNS)
        if mask.any():
            place = int(np.flatnonzero(mask)[0])
            cell = f"{letters_of(int(cells.columns[place]))}{int(cells.rows[place])}"
            yield Trace(kind="remote_cells", where=say("Sheet {sheet}, cell {cell}.", sheet=sheet.name, cell=cell),
                        count=int(mask.sum()), columns=columns_of(cells, mask))


def _far(numbers: Numbers, gap: int) -> Mask:
    """Return which cells lie beyond a gap from where most cells are."""
    known, counts = np.unique(numbers, return_counts=True)
    groups = np.concatenate(([0], np.cumsum(np.diff(known) > gap)))
    main = int(np.argmax(np.bincount(groups, weights=counts)))
    far: Mask = ~np.isin(numbers, known[groups == main])
    return far


HIDDEN = Place(kinds=("remote_cells",), look=_look)
