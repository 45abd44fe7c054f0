"""Values in cells that a merged cell covers: Excel shows only the first, the others stay in the file."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._grid import columns_of, unseen_cells
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        if not sheet.is_visible or not (sheet.merges or sheet.covered):
            continue
        cells = sheet.cells
        mask = cells.within(sheet.merges) & ~cells.within((top, left, top, left) for top, left, _, _ in sheet.merges)
        mask[sheet.covered] = True
        mask[[place for place in np.flatnonzero(mask).tolist() if not cells.texts[place].strip()]] = False
        if mask.any():
            yield Trace(kind="merged_hidden_value", where=say("Sheet {sheet}.", sheet=sheet.name), count=int(mask.sum()),
                        columns=columns_of(cells, mask), sheet=sheet.name, cells=unseen_cells(cells, mask))


HIDDEN = Place(kinds=("merged_hidden_value",), look=_look)
