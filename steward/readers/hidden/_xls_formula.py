"""Formulas of an old Excel workbook, told as far as their texts go: all places in them are alike. Source: MS-XLS 2.5.198.

Those of a binary workbook (XLSB) have the same parts, with longer places and texts. Source: MS-XLSB 2.5.97.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from steward.readers.hidden._book import number_text
from steward.readers.hidden._xls_records import bare_text, text

_TEXT, _BRANCH, _FAULT, _TRUTH, _WHOLE, _REAL = 0x17, 0x19, 0x1C, 0x1D, 0x1E, 0x1F
_FUNCTION, _LIST_FUNCTION = 0x21, 0x22
_SIZES = {1: 4, 2: 4, 0x18: 5, 0x20: 7, 0x23: 4, 0x24: 4, 0x25: 8, 0x26: 6, 0x27: 6, 0x28: 6, 0x29: 2, 0x2A: 4, 0x2B: 8,
          0x2C: 4, 0x2D: 8, 0x39: 6, 0x3A: 6, 0x3B: 10, 0x3C: 6, 0x3D: 10, _FAULT: 1}
_LONG_SIZES = _SIZES | {0x18: 13, 0x20: 14, 0x24: 6, 0x25: 12, 0x2A: 6, 0x2B: 12, 0x2C: 6, 0x2D: 12, 0x3A: 8, 0x3B: 14, 0x3C: 8,
                        0x3D: 14}
_LOST = {0x2A, 0x2B, 0x3C, 0x3D}
_PLACES = {0x23, 0x24, 0x25, 0x2C, 0x2D, 0x39, 0x3A, 0x3B}
_FUNCTIONS = {131: ("N", 1), 130: ("T", 1), 32: ("LEN", 1), 30: ("REPT", 2), 31: ("MID", 3), 115: ("LEFT", 1),
              116: ("RIGHT", 1), 38: ("NOT", 1), 2: ("ISNA", 1), 3: ("ISERROR", 1), 126: ("ISERR", 1), 129: ("ISBLANK", 1),
              359: ("HYPERLINK", 1)}       # name, and how many values it takes where that does not stand in the formula
_IF, _CHOOSE = 2, 4
_LAST_SIGN, _MISSING = 0x14, 0x16


class Form(NamedTuple):
    """How a format writes formulas: how long what stands behind each sign is, and a text."""

    sizes: Mapping[int, int]
    text: Callable[[bytes, int], tuple[str, int]]


def _wide(tokens: bytes, place: int) -> tuple[str, int]:
    end = place + 2 + 2 * struct.unpack_from("<H", tokens, place)[0]
    return tokens[place + 2:end].decode("utf-16-le", "replace"), end


OLD = Form(_SIZES, lambda tokens, place: bare_text(tokens, place + 1, tokens[place]))
BINARY = Form(_LONG_SIZES, _wide)


def told(tokens: bytes, lists: bytes = b"", form: Form = OLD) -> str:
    """Return a formula as its operands in order; the texts and what is done with them stay as in Excel's own writing.

    `lists`: the values of lists within the formula, which stand behind it.
    """
    pieces, place = list(_listed(lists)), 0
    try:
        while place < len(tokens):
            place = _take(pieces, tokens, place, form)
    except (struct.error, IndexError):
        pass
    return ",".join(pieces)


def _listed(lists: bytes) -> Iterator[str]:
    """Give the texts of a list of values. Source: MS-XLS 2.5.198.8."""
    place = 3
    while place < len(lists):
        if lists[place] == 2:  # noqa: PLR2004 - a text
            found, place = text(lists, place + 1)
            yield '"' + found.replace('"', '""') + '"'
        else:
            place += 9


def _take(pieces: list[str], tokens: bytes, place: int, form: Form) -> int:
    kind = tokens[place]
    kind = kind if kind < 0x20 else (kind & 0x1F) | 0x20  # noqa: PLR2004 - from there on each stands for three classes
    place += 1
    if kind == _TEXT:
        found, end = form.text(tokens, place)
        pieces.append('"' + found.replace('"', '""') + '"')
        return end
    if kind == _BRANCH:
        return _take_branch(pieces, tokens, place)
    if kind in {_TRUTH, _WHOLE, _REAL}:
        return _take_value(pieces, tokens, place, kind)
    if kind in {_FUNCTION, _LIST_FUNCTION}:
        return _take_function(pieces, tokens, place, kind)
    if kind in _LOST or (kind == _FAULT and tokens[place] == 0x17):  # noqa: PLR2004 - the code of #REF!
        pieces.append("#REF!")
    elif kind in _PLACES:
        pieces.append("A1")
    elif kind > _MISSING and kind not in form.sizes:
        raise IndexError
    return place + form.sizes.get(kind, 0)


def _take_branch(pieces: list[str], tokens: bytes, place: int) -> int:
    flags, count = struct.unpack_from("<BH", tokens, place)
    if flags & _IF and pieces and pieces[-1] == "FALSE":
        pieces[-1] = "IF(FALSE"
    return place + 3 + (2 * (count + 1) if flags & _CHOOSE else 0)


def _take_value(pieces: list[str], tokens: bytes, place: int, kind: int) -> int:
    if kind == _TRUTH:
        pieces.append("TRUE" if tokens[place] else "FALSE")
        return place + 1
    form, size = ("<H", 2) if kind == _WHOLE else ("<d", 8)
    pieces.append(number_text(struct.unpack_from(form, tokens, place)[0]))
    return place + size


def _take_function(pieces: list[str], tokens: bytes, place: int, kind: int) -> int:
    number = struct.unpack_from("<H", tokens, place + (kind == _LIST_FUNCTION))[0] & 0x7FFF
    name, usual = _FUNCTIONS.get(number, ("", 0))
    count = tokens[place] & 0x7F if kind == _LIST_FUNCTION else usual
    if name and 0 < count <= len(pieces):
        pieces[-count:] = [f"{name}({','.join(pieces[-count:])})"]
    return place + (3 if kind == _LIST_FUNCTION else 2)
