"""Rules (conditional formats) that make cells invisible: letters in the color of the cell, or a format that shows nothing."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import Book, Place, Rule, Trace
from steward.readers.hidden._colors import is_invisible
from steward.readers.hidden._grid import columns_of, unseen_cells
from steward.readers.hidden._number_formats import BLANK, sections
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        if sheet.is_visible:
            mask = np.zeros(len(sheet.cells.rows), np.bool_)
            for rule in sheet.rules:
                mask |= sheet.cells.within(rule.areas) & _unseen(book, rule, sheet.cells.styles)
            if mask.any():
                yield Trace(kind="conditional_hidden", where=say("Sheet {sheet}.", sheet=sheet.name), count=int(mask.sum()),
                            columns=columns_of(sheet.cells, mask), sheet=sheet.name, cells=unseen_cells(sheet.cells, mask))


def _unseen(book: Book, rule: Rule, styles: "np.typing.NDArray[np.int64]") -> "np.typing.NDArray[np.bool_]":
    """Return for each cell, by its own style, whether the rule would make it invisible."""
    if rule.is_harmless:
        return np.zeros(len(styles), np.bool_)
    if rule.style.format and max(sections(rule.style.format)) == BLANK:
        return np.ones(len(styles), np.bool_)
    if rule.style.font is None:
        return np.zeros(len(styles), np.bool_)
    behind = [style.fill if rule.style.fill is None else rule.style.fill for style in book.styles] or [rule.style.fill]
    unseen = np.array([is_invisible(rule.style.font, fill) for fill in behind])
    found: np.typing.NDArray[np.bool_] = unseen[np.minimum(styles, len(unseen) - 1)]
    return found


HIDDEN = Place(kinds=("conditional_hidden",), look=_look)
