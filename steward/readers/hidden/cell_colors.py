"""Letters in the color of what lies behind them, or too small to be read, by the cell's own format."""

from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._book import FAULT, Book, Mask, Place, Sheet, Trace
from steward.readers.hidden._colors import SMALLEST_LETTERS, is_invisible
from steward.readers.hidden._grid import columns_of, unseen_cells
from steward.readers.hidden._number_formats import colors, letters
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    tiny = [place for place, style in enumerate(book.styles) if style.size < SMALLEST_LETTERS]
    unseen = [place for place, style in enumerate(book.styles) if is_invisible(style.font, style.fill)]
    for sheet in book.sheets:
        if sheet.is_visible and len(sheet.cells.rows):
            mask = _mask(book, sheet, unseen) | np.isin(sheet.cells.styles, tiny)
            parts = [(place, text) for place, color, text in sheet.colored_texts if not mask[place]
                     and is_invisible(color, _fill(book, int(sheet.cells.styles[place])))]
            parts += [(place, text) for place, text in sheet.tiny_texts if not mask[place]]
            if mask.any() or parts:
                marked = mask.copy()
                marked[[place for place, _text in parts]] = True
                yield Trace(kind="invisible_text", where=say("Sheet {sheet}.", sheet=sheet.name),
                            count=int(mask.sum()) + len(parts), columns=columns_of(sheet.cells, mask),
                            texts=[text for _place, text in parts], sheet=sheet.name, cells=unseen_cells(sheet.cells, marked))


def _recolored(book: Book) -> list[int]:
    """Return the styles whose number format gives some letters the color of what lies behind them, or takes it from them."""
    return [place for place, style in enumerate(book.styles) if any(color is not None for color in colors(style.format))
            and (is_invisible(style.font, style.fill)
                 or any(color is not None and is_invisible(color, style.fill) for color in colors(style.format)))]


def _by_format(book: Book, sheet: Sheet, styles: list[int], mask: Mask) -> None:
    """Mark in a mask the cells that their number format makes invisible, and take out those that it shows."""
    cells = sheet.cells
    for place in np.flatnonzero(np.isin(cells.styles, styles)).tolist() if styles else ():
        style = book.styles[int(cells.styles[place])]
        color = letters(style.format, int(cells.types[place]), cells.texts[place])
        mask[place] = is_invisible(style.font if color is None else color, style.fill)


def _mask(book: Book, sheet: Sheet, unseen: list[int]) -> Mask:
    """Return which cells cannot be seen; colors may also come from the style of a table, or from a rule."""
    cells, bare = sheet.cells, [place for place, style in enumerate(book.styles) if style.fill is None]
    mask: Mask = np.isin(cells.styles, unseen)
    _by_format(book, sheet, _recolored(book), mask)
    mask &= cells.types != FAULT
    if mask.any():
        colored = cells.within([area for rule in sheet.rules if rule.style.fill is not None for area in rule.areas])
        in_table = cells.within(sheet.styled_tables) & np.isin(cells.styles, bare)
        mask &= ~colored & ~in_table
    return mask


def _fill(book: Book, style: int) -> int | None:
    return book.styles[style].fill if style < len(book.styles) else None


HIDDEN = Place(kinds=("invisible_text",), look=_look)
