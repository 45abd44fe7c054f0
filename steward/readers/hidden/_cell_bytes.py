"""Takes the cells of a chunk of sheet XML apart with numpy, all at once: a million cells in a third of a second.

It understands the form in which Excel, LibreOffice and the common libraries write cells without formulas,
<c r="A1" s="2" t="s"><v>3</v></c>, and says of each other cell that it does not.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.readers.hidden._book import BOOLEAN, FAULT, NUMBER, TEXT, Mask, Numbers

Bytes = npt.NDArray[np.uint8]
_PADDING = 64
_LESS, _TEN = 60, 10
_SHARED = TEXT + 100
_TYPES = ((b's"', _SHARED), (b'n"', NUMBER), (b'str"', TEXT), (b'b"', BOOLEAN), (b'e"', FAULT), (b'inlineStr"', TEXT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The cells of a chunk. Shape: all arrays have one entry per cell."""

    places: Numbers       # of the opening tag in the chunk
    understood: Mask
    is_filled: Mask
    rows: Numbers
    columns: Numbers
    styles: Numbers
    types: Numbers
    strings: Numbers      # place among the shared texts, or -1
    starts: Numbers       # of the value in the chunk
    ends: Numbers

    def values(self, chunk: bytes, mask: Mask) -> pa.Array:
        """Return the raw values of the masked cells; those of shared texts are empty."""
        is_own = self.strings[mask] < 0
        starts = self.starts[mask]
        lengths = np.where(is_own, self.ends[mask] - starts, 0)
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        index = np.repeat(starts - offsets[:-1], lengths) + np.arange(offsets[-1])
        text = np.frombuffer(chunk, np.uint8)[index]
        return pa.Array.from_buffers(pa.large_binary(), len(lengths), [None, pa.py_buffer(offsets.astype(np.int64)),
                                                                       pa.py_buffer(text.tobytes())])


class _Cursor:
    """One place in the chunk for each cell, moved forward over what is expected there."""

    def __init__(self, buffer: Bytes, places: Numbers) -> None:
        self.buffer, self.places = buffer, places
        self.is_right = np.ones(len(places), np.bool_)

    def sees(self, text: bytes, at: Numbers | None = None) -> Mask:
        """Return for which cells a text stands at the place."""
        places, mask = self.places if at is None else at, np.ones(len(self.places), np.bool_)
        for offset, byte in enumerate(text):
            mask &= self.buffer[places + offset] == byte
        return mask

    def skip(self, text: bytes) -> Mask:
        """Move over a text where it stands, and return where it did."""
        mask = self.sees(text)
        self.places = self.places + len(text) * mask
        return mask

    def expect(self, text: bytes) -> None:
        """Move over a text; a cell where it does not stand is not understood."""
        self.is_right &= self.skip(text)

    def letters(self) -> Numbers:
        """Read a column's letters as its number."""
        return self._read(3, range(65, 91), np.ones(len(self.places), np.bool_), 26)

    def digits(self, most: int, where: Mask) -> Numbers:
        """Read a whole number."""
        return self._read(most, range(48, 58), where, _TEN)

    def _read(self, most: int, digits: range, goes_on: Mask, base: int) -> Numbers:
        first_value = 1 if base > _TEN else 0     # A counts as one
        value = np.zeros(len(self.places), np.int64)
        for _ in range(most):
            byte = self.buffer[self.places].astype(np.int64)
            goes_on = goes_on & (byte >= digits.start) & (byte < digits.stop)
            value = np.where(goes_on, value * base + byte - digits.start + first_value, value)
            self.places = self.places + goes_on
        return value


def parse(chunk: bytes, prefix: bytes) -> Parsed:
    """Return the cells of a chunk; `prefix` is that of the sheet's namespace."""
    buffer = np.frombuffer(chunk + bytes(_PADDING), np.uint8)
    opening = b"<" + prefix + b"c"
    places = _starts(buffer, opening)
    cursor = _Cursor(buffer, places + len(opening))
    cursor.expect(b' r="')
    columns = cursor.letters()
    rows = cursor.digits(7, cursor.is_right)
    cursor.expect(b'"')
    styles = _style(cursor)
    types, is_inline = _type(cursor)
    return _contents(cursor, prefix, is_inline, Parsed(
        places=places, understood=cursor.is_right, is_filled=cursor.is_right, rows=rows, columns=columns, styles=styles,
        types=types, strings=rows, starts=rows, ends=rows))


def _starts(buffer: Bytes, opening: bytes) -> Numbers:
    places = np.flatnonzero(buffer == _LESS)
    places = places[places < len(buffer) - _PADDING]
    for offset, byte in enumerate(opening[1:], start=1):
        places = places[buffer[places + offset] == byte]
    after = buffer[places + len(opening)]
    return places[np.isin(after, np.frombuffer(b" >/\n\t\r", np.uint8))]


def _style(cursor: _Cursor) -> Numbers:
    has = cursor.skip(b' s="')
    styles = cursor.digits(6, has)
    cursor.is_right &= cursor.skip(b'"') | ~has
    return styles


def _type(cursor: _Cursor) -> tuple[Numbers, Mask]:
    has, types = cursor.skip(b' t="'), np.zeros(len(cursor.places), np.int64)
    known, is_inline = ~has, np.zeros(len(types), np.bool_)
    for text, code in _TYPES:
        mask = has & ~known & cursor.sees(text)
        cursor.places = cursor.places + len(text) * mask
        types[mask] = code
        known |= mask
        if text.startswith(b"inline"):
            is_inline = mask
    cursor.is_right &= known
    return types, is_inline


def _contents(cursor: _Cursor, prefix: bytes, is_inline: Mask, parsed: Parsed) -> Parsed:
    p, buffer = prefix, cursor.buffer
    is_blank = cursor.sees(b"/>") | cursor.sees(b" />") | cursor.sees(b"></" + p + b"c>")
    for blank in (b"v></" + p + b"v>", b"v/>", b"v />"):
        is_blank |= cursor.sees(b"><" + p + blank)
    cursor.places = cursor.places + 1
    value = cursor.skip(b"<" + p + b"v>") & ~is_inline
    inline = cursor.skip(b"<" + p + b"is><" + p + b"t>") & is_inline
    starts = cursor.places
    marks = np.append(np.flatnonzero(buffer == _LESS), len(buffer) - _PADDING)
    ends = marks[np.minimum(np.searchsorted(marks, starts), len(marks) - 1)]
    closed = (value & cursor.sees(b"</" + p + b"v></" + p + b"c>", ends)) | (
        inline & cursor.sees(b"</" + p + b"t></" + p + b"is></" + p + b"c>", ends))
    is_shared = parsed.types == _SHARED
    strings = np.where(is_shared, cursor.digits(9, is_shared & value), -1)
    closed &= ~is_shared | (cursor.places == ends)
    return Parsed(places=parsed.places, understood=cursor.is_right & (closed | is_blank),
                  is_filled=cursor.is_right & closed & (ends > starts), rows=parsed.rows, columns=parsed.columns,
                  styles=parsed.styles, types=np.where(is_shared, TEXT, parsed.types), strings=strings, starts=starts,
                  ends=ends)
