"""Finds cells that seem to have swallowed rows: a quotation mark that is not closed ends at the next one.

That one opens a cell or closes one further down: what was swallowed holds line breaks, a whole row on each inner line, and on
the last one as many delimiters as cells stand before it. Few cells can be such: they are told by counting, and read alone.
"""

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.text import flat_bytes

Numbers = npt.NDArray[np.int64]
_QUOTE = ord('"')
_ENOUGH_TO_TELL = 4     # columns: with fewer, two lines of an address may have as many commas as a row
_LINE_END = re.compile(r"\r\n|\r|\n")


def swallowers(values: pa.Array, breaks: Numbers, before: int, width: int, delimiter: str) -> list[int]:
    """Return the places of the cells of one column that seem to go on into the next record.

    Shape: `breaks` has the line breaks in each cell; `before` columns stand before this one, `width` there are in all.
    """
    broken = np.flatnonzero(breaks)
    inner_and_last = breaks[broken]
    delimiters = _count(values, broken, ord(delimiter))
    maybe = delimiters >= np.maximum(1, (inner_and_last - 1) * (width - 1) + before)
    if not maybe.any():
        return []
    are_whole_rows = delimiters == inner_and_last * (width - 1)
    if not (maybe & are_whole_rows).all():
        maybe &= are_whole_rows | (_count(values, broken, _QUOTE) > 0)
    return [place for place in broken[maybe].tolist() if swallows(values[place].as_py(), delimiter, before, width)]


def _count(values: pa.Array, places: Numbers, sign: int) -> Numbers:
    """Return how often a byte stands in the values at some places."""
    offsets = np.frombuffer(values.buffers()[1], np.int32)[values.offset:values.offset + len(values) + 1]
    offsets = offsets - offsets[0]
    signs = np.flatnonzero(flat_bytes(values) == sign)
    return np.asarray(np.searchsorted(signs, offsets[places + 1]) - np.searchsorted(signs, offsets[places]), np.int64)


def swallows(cell: str, delimiter: str, before: int, width: int) -> bool:
    """Return whether a cell of several lines seems to go on into the next record."""
    if delimiter not in cell:
        return False
    first, *inner, last = _LINE_END.split(cell)
    are_rows = all(line.count(delimiter) == width - 1 for line in inner)
    is_cut = last.count(delimiter) == before and are_rows
    is_rest_of_row = first.count(delimiter) == width - 1 - before and (len(inner) > 0 or width >= _ENOUGH_TO_TELL)
    return is_cut and (is_rest_of_row or ('"' in last and (before > 0 or len(inner) > 0)))
