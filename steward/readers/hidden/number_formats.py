"""Cells whose number format shows nothing of their value, such as ;;; does."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._grid import columns_of, unseen_cells
from steward.readers.hidden._number_formats import hides, may_hide
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    doubtful = [place for place, style in enumerate(book.styles) if may_hide(style.format)]
    for sheet in book.sheets if doubtful else ():
        if not sheet.is_visible:
            continue
        cells, mask = sheet.cells, np.zeros(len(sheet.cells.rows), np.bool_)
        for place in np.flatnonzero(np.isin(cells.styles, doubtful)).tolist():
            code = book.styles[int(cells.styles[place])].format
            mask[place] = hides(code, int(cells.types[place]), cells.texts[place])
        if mask.any():
            yield Trace(kind="number_format_hidden", where=say("Sheet {sheet}.", sheet=sheet.name), count=int(mask.sum()),
                        columns=columns_of(cells, mask), sheet=sheet.name, cells=unseen_cells(cells, mask))


HIDDEN = Place(kinds=("number_format_hidden",), look=_look)
