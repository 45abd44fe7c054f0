"""Tells how a text writes quotation marks: twice, behind a backslash, behind a blank.

Read in the wrong way, cells are cut off, and what follows a closing quotation mark is joined to them. Where another way leaves
far fewer such faults, it is the right one. A lone sign in a file that is written as usual does not tip the balance.
"""

import re
from collections import Counter
from collections.abc import Iterator

from steward.readers.formats._quotes import cell_pattern
from steward.readers.formats._records import breaks_in
from steward.vocabulary.quoting import Quoting

_LOOK_AT = 1 << 20      # characters
_FEWER = 2              # times the faults there must be under the usual way
_INDENTED = 2           # blanks before a cell that stand for something
_HABIT, _FEWEST = 0.9, 2    # of the quoted cells behind a delimiter have a blank, and at least so many, where that is the way


def find_quoting(text: str, delimiter: str, *, is_whole: bool) -> Quoting:
    """Return how the first records write quotation marks; the usual way unless another one leaves far fewer faults."""
    seen, is_whole = text[:_LOOK_AT], is_whole and len(text) <= _LOOK_AT
    others = _possible(seen, delimiter)
    usual = _faults(seen, delimiter, Quoting.DOUBLED, is_whole=is_whole) if others else 0
    if not usual:
        return Quoting.DOUBLED
    faults = {other: _faults(seen, delimiter, other, is_whole=is_whole) for other in others}
    best = min(others, key=faults.__getitem__)
    return best if faults[best] * _FEWER <= usual else Quoting.DOUBLED


def _possible(text: str, delimiter: str) -> list[Quoting]:
    """Return the other ways for which there is a sign."""
    has_backslash = '\\"' in text
    has_blank = f'{delimiter} "' in text and _is_habit(text, delimiter)
    ways = ((has_blank, Quoting.BLANK), (has_backslash, Quoting.BACKSLASH),
            (has_blank and has_backslash, Quoting.BLANK_BACKSLASH))
    return [way for is_there, way in ways if is_there]


def _is_habit(text: str, delimiter: str) -> bool:
    """Return whether nearly all quoted cells but the first ones of their records have a blank before them."""
    cells = [cell[0] for record in _records(text, delimiter, Quoting.BLANK) for cell in record[1:] if cell["bare"] is None]
    spaced = sum(cell.startswith(" ") for cell in cells)
    return spaced >= max(_FEWEST, _HABIT * len(cells))


def _faults(text: str, delimiter: str, quoting: Quoting, *, is_whole: bool) -> int:
    """Return how many cells and records look as if they were read in the wrong way."""
    faults, lengths = 0, list[int]()
    for cells in _records(text, delimiter, quoting):
        faults += sum(_is_faulty(cell, quoting) for cell in cells)
        if cells[-1]["open"] is not None:
            faults += len(text) if is_whole else breaks_in(cells[-1][0])
        if len(cells) > 1 or cells[0][0].strip():
            lengths.append(len(cells))
    return faults + len(lengths) - max(Counter(lengths).values(), default=0)


def _is_faulty(cell: re.Match[str], quoting: Quoting) -> bool:
    """Return whether something follows a closing mark, or blanks stand where this way has none."""
    bare = cell["bare"]
    if bare is None:
        return bool((cell["after"] or "").strip())
    blanks = len(bare) - len(bare.lstrip(" "))
    return 0 < blanks < len(bare) and (blanks >= _INDENTED if quoting.skips_blanks else bare[blanks] == '"')


def _records(text: str, delimiter: str, quoting: Quoting) -> Iterator[list[re.Match[str]]]:
    pattern, place, cells = cell_pattern(delimiter, quoting), 0, list[re.Match[str]]()
    while place < len(text):
        cell = pattern.match(text, place)
        if cell is None:    # never: the pattern takes any text
            return
        cells.append(cell)
        end = cell.end()
        place = end + (2 if text.startswith("\r\n", end) else 1)
        if not text.startswith(delimiter, end):
            yield cells
            cells = []
    if cells:
        yield cells
