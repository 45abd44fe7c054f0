"""Letters in the color of what lies behind them, or too small to be read, by the cell's own format."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import FAULT, Book, Mask, Place, Sheet, Trace
from steward.readers.hidden._colors import SMALLEST_LETTERS, is_invisible
from steward.readers.hidden._grid import columns_of
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    tiny = [place for place, style in enumerate(book.styles) if style.size < SMALLEST_LETTERS]
    unseen = [place for place, style in enumerate(book.styles) if is_invisible(style.font, style.fill)]
    bare = {place for place, style in enumerate(book.styles) if style.fill is None}
    for sheet in book.sheets:
        if sheet.is_visible and len(sheet.cells.rows):
            mask = _mask(sheet, unseen, bare) | np.isin(sheet.cells.styles, tiny)
            parts = [text for place, color, text in sheet.colored_texts if not mask[place]
                     and is_invisible(color, _fill(book, int(sheet.cells.styles[place])))]
            parts += [text for place, text in sheet.tiny_texts if not mask[place]]
            if mask.any() or parts:
                yield Trace(kind="invisible_text", where=say("Sheet {sheet}.", sheet=sheet.name),
                            count=int(mask.sum()) + len(parts), columns=columns_of(sheet.cells, mask), texts=parts)


def _mask(sheet: Sheet, unseen: list[int], bare: set[int]) -> Mask:
    """Return which cells cannot be seen; colors may also come from the style of a table, or from a rule."""
    cells = sheet.cells
    mask: Mask = np.isin(cells.styles, unseen) & (cells.types != FAULT)
    if mask.any():
        colored = cells.within([area for rule in sheet.rules if rule.style.fill is not None for area in rule.areas])
        in_table = cells.within(sheet.styled_tables) & np.isin(cells.styles, list(bare))
        mask &= ~colored & ~in_table
    return mask


def _fill(book: Book, style: int) -> int | None:
    return book.styles[style].fill if style < len(book.styles) else None


HIDDEN = Place(kinds=("invisible_text",), look=_look)
