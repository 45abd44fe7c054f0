"""The numbers of some styles in the rows of a sheet's XML, found by the places of their bytes.

Decision: a sheet of a million cells is looked at as one array of bytes; a cell that is written as spreadsheet programs write
nearly all of them (place, style, value) is read there, and the others of these styles by a regular expression, one by one.
Only for sheets that `is_regular` says are written so throughout.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.vocabulary.column_letters import column_of

Whole = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
FORMULA = rb"(?:<f\b[^<>]*(?:/>|>[^<]*</f>))?\s*"
"""A formula in a cell, and the blanks behind it."""
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="([0-9]+)"(?:><v>|(?![^<>]* t="[^n])[^<>]*>\s*' + FORMULA
                   + rb"<v\b[^<>]*>\s*)([-+0-9.eE]+)\s*<")
_BEGINS, _STYLE, _VALUE = len('<c r="'), b' s="', b'"><v>'
_EMPTY, _SHARED = b'"/>', b'" t="s"'     # no cell with a number is written so, and most others are
_TAG, _C, _QUOTE, _A, _NOUGHT, _NINE = b'<c"A09'
_MOST_LETTERS, _MOST_DIGITS, _MOST_STYLE_DIGITS = 3, 7, 5
_IN_NUMBERS = np.isin(np.arange(256), list(b"+-.0123456789eE"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledNumbers:
    """Numbers in the order of the sheet, one entry for each: row and column, 1-based, style, and the text of the number."""

    rows: Whole
    columns: Whole
    styles: Whole
    numbers: pa.Array


def styled_numbers(xml: bytes, styles: Iterable[int]) -> StyledNumbers:
    """Return the numbers of these styles."""
    wanted = np.array(sorted(styles), np.int64)
    begin, end = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    signs = np.frombuffer(xml, np.uint8)
    tags = np.flatnonzero(signs[begin:end] == _TAG) + begin
    cells = np.flatnonzero(signs[tags + 1] == _C)       # among the tags
    names = tags[cells] + _BEGINS
    ends = _closing_quotes(signs, names)
    has_style = signs[ends + 2] == _STYLE[1]
    if not has_style.all():
        cells, names, ends = (each[has_style] for each in (cells, names, ends))
    numbers, behind = _whole_numbers(signs, ends + 1 + len(_STYLE), _MOST_STYLE_DIGITS)
    is_wanted = np.isin(numbers, wanted) | (signs[behind] != _QUOTE)
    if not is_wanted.all():
        cells, names, numbers, behind = (each[is_wanted] for each in (cells, names, numbers, behind))
    is_plain = _are(signs, behind, _VALUE)
    quick = _plain(signs, names[is_plain], numbers[is_plain],
                   (behind[is_plain] + len(_VALUE), tags[np.minimum(cells[is_plain] + 2, len(tags) - 1)]))
    if quick is not None and is_plain.all():
        return quick
    is_other = np.ones(len(cells), np.bool_) if quick is None else ~is_plain
    names, behind = names[is_other], behind[is_other]
    places = names[~_are(signs, behind, _EMPTY) & ~_are(signs, behind, _SHARED)] - _BEGINS
    slow = _others(xml, places, frozenset(wanted.tolist()))
    return slow if quick is None else _together(quick, slow)


def _closing_quotes(signs: Bytes, begins: Whole) -> Whole:
    """Return where the names of cells end that begin at some places."""
    ends = begins + 2
    left = np.arange(len(begins))
    for _ in range(_MOST_LETTERS + _MOST_DIGITS):
        left = left[signs[ends[left]] != _QUOTE]
        if not len(left):
            break
        ends[left] += 1
    return ends


def _whole_numbers(signs: Bytes, begins: Whole, most: int) -> tuple[Whole, Whole]:
    """Return the whole numbers that are written from some places on, of so many digits at most, and where they end."""
    numbers, places = np.zeros(len(begins), np.int64), begins.copy()
    left = np.arange(len(begins))
    for _ in range(most):
        found = signs[places[left]]
        is_digit = (found >= _NOUGHT) & (found <= _NINE)
        left, found = left[is_digit], found[is_digit]
        if not len(left):
            break
        numbers[left] = numbers[left] * 10 + (found - _NOUGHT)
        places[left] += 1
    return numbers, places


def _are(signs: Bytes, places: Whole, text: bytes) -> npt.NDArray[np.bool_]:
    """Return at which places a text is written."""
    found = np.ones(len(places), np.bool_)
    for at, sign in enumerate(text):
        found &= signs[np.minimum(places + at, len(signs) - 1)] == sign
    return found


def _plain(signs: Bytes, names: Whole, styles: Whole, values: tuple[Whole, Whole]) -> StyledNumbers | None:
    """Return the numbers that begin and end at some places; None where one is written with other signs."""
    begins, ends = values
    lengths = ends - begins
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    written = signs[np.repeat(begins - offsets[:-1], lengths) + np.arange(offsets[-1])]
    if not _IN_NUMBERS[written].all() or not (lengths > 0).all() or offsets[-1] >= 1 << 31:
        return None
    buffers = [None, pa.py_buffer(offsets.astype(np.int32)), pa.py_buffer(written)]
    texts = pa.Array.from_buffers(pa.string(), len(begins), buffers)
    columns, digits = np.zeros(len(names), np.int64), names.copy()
    for at in range(_MOST_LETTERS):
        is_letter = (signs[names + at] >= _A) & (digits == names + at)
        columns[is_letter] = columns[is_letter] * 26 + (signs[names[is_letter] + at].astype(np.int64) - _A + 1)
        digits += is_letter
    rows, _ = _whole_numbers(signs, digits, _MOST_DIGITS)
    return StyledNumbers(rows=rows, columns=columns, styles=styles, numbers=texts)


def _others(xml: bytes, places: Whole, wanted: frozenset[int]) -> StyledNumbers:
    """Return the numbers of those cells, among the ones that begin at some places, that have a wanted style and a number."""
    found = list(_matched(xml, places.tolist(), wanted))
    rows, columns, styles, numbers = zip(*found, strict=True) if found else ((), (), (), ())
    return StyledNumbers(rows=np.array(rows, np.int64), columns=np.array(columns, np.int64), styles=np.array(styles, np.int64),
                         numbers=pa.array(numbers, pa.string()))


def _matched(xml: bytes, places: list[int], wanted: frozenset[int]) -> Iterator[tuple[int, int, int, str]]:
    for place in places:
        if (found := _CELL.match(xml, place)) and (style := int(found[3])) in wanted:
            yield int(found[2]), column_of(found[1]), style, found[4].decode("ascii")


def _together(one: StyledNumbers, other: StyledNumbers) -> StyledNumbers:
    return StyledNumbers(rows=np.concatenate([one.rows, other.rows]), columns=np.concatenate([one.columns, other.columns]),
                         styles=np.concatenate([one.styles, other.styles]),
                         numbers=pa.concat_arrays([one.numbers, other.numbers]))
