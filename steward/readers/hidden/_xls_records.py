"""The records of an old Excel workbook (BIFF8), with what goes on in the records behind them. Source: MS-XLS 2.1.4, 2.5.293."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

CONTINUE, BEGIN, END, LOCKED = 0x3C, 0x809, 0x0A, 0x2F
_HEAD = struct.Struct("<HH")
_WIDE, _RICH, _READING_AIDS = 1, 8, 4     # flags of a text


class Record(NamedTuple):
    """One record. `more`: the contents of the records that go on with it."""

    kind: int
    body: bytes
    more: tuple[bytes, ...] = ()

    @property
    def whole(self) -> bytes:
        """Return the content with what goes on."""
        return b"".join((self.body, *self.more))


def records(stream: bytes, place: int, end: int | None = None) -> Iterator[Record]:
    """Give the records from a place on, up to `end` or to the end of the stream."""
    end = len(stream) if end is None else min(end, len(stream))
    while place + 4 <= end:
        kind, size = _HEAD.unpack_from(stream, place)
        body, place = stream[place + 4:place + 4 + size], place + 4 + size
        more = []
        while stream[place:place + 2] == b"\x3c\0" and place + 4 <= len(stream):
            size = _HEAD.unpack_from(stream, place)[1]
            more.append(stream[place + 4:place + 4 + size])
            place += 4 + size
        yield Record(kind, body, tuple(more))


class Rich(NamedTuple):
    """A text with its parts of another font: from which letter on which font; and its phonetic text."""

    text: str
    fonts: tuple[tuple[int, int], ...] = ()
    reading_aid: str = ""


class Pieces:
    """Reads on from one piece of a record to the next: a text that is cut says anew how wide its letters are."""

    def __init__(self, pieces: tuple[bytes, ...], place: int = 0) -> None:
        """Begin at a place of the first piece."""
        self._pieces, self._number, self._place = pieces, 0, place

    @property
    def is_at_end(self) -> bool:
        """Return whether nothing is left."""
        return self._number >= len(self._pieces) or (
            self._place >= len(self._pieces[self._number]) and self._number + 1 >= len(self._pieces))

    def raw(self, count: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        found = b""
        while len(found) < count and self._turn():
            part = self._pieces[self._number][self._place:self._place + count - len(found)]
            found += part
            self._place += len(part)
        return found

    def number(self, size: int) -> int:
        """Return a whole number of so many bytes."""
        return int.from_bytes(self.raw(size), "little")

    def letters(self, count: int, flags: int) -> str:
        """Return so many letters."""
        found = ""
        is_wide = bool(flags & _WIDE)
        while count > 0 and self._number < len(self._pieces):
            piece = self._pieces[self._number]
            if self._place >= len(piece):
                self._number, self._place = self._number + 1, 1
                is_wide = self._number < len(self._pieces) and self._pieces[self._number][:1] == b"\1"
                continue
            part = piece[self._place:self._place + (2 * count if is_wide else count)]
            self._place += len(part)
            count -= max(1, len(part) // 2 if is_wide else len(part))
            found += part.decode("utf-16-le" if is_wide else "latin-1", "replace")
        return found

    def rich(self) -> Rich:
        """Return a text of the list that cells share."""
        count, flags = self.number(2), self.number(1)
        runs = self.number(2) if flags & _RICH else 0
        beside = self.number(4) if flags & _READING_AIDS else 0
        text = self.letters(count, flags)
        fonts = tuple(struct.iter_unpack("<HH", self._even(self.raw(4 * runs))))
        return Rich(text, fonts, _reading_aid(self.raw(beside)) if beside else "")

    @staticmethod
    def _even(content: bytes) -> bytes:
        return content[:len(content) // 4 * 4]

    def _turn(self) -> bool:
        while self._number < len(self._pieces) and self._place >= len(self._pieces[self._number]):
            self._number, self._place = self._number + 1, 0
        return self._number < len(self._pieces)


def _reading_aid(content: bytes) -> str:
    """Return the phonetic text beside a text. Source: MS-XLS 2.5.86."""
    if len(content) < 14:  # noqa: PLR2004 - mark, sizes, fonts and counts stand before it
        return ""
    count = int.from_bytes(content[12:14], "little")
    return content[14:14 + 2 * count].decode("utf-16-le", "replace").strip("\0 ")


def text(body: bytes, place: int, size: int = 2) -> tuple[str, int]:
    """Return a text whose length stands before it in `size` bytes, and where it ends."""
    count, flags = int.from_bytes(body[place:place + size], "little"), body[place + size:place + size + 1]
    return bare_text(body, place + size, count, int.from_bytes(flags, "little"))


def bare_text(body: bytes, place: int, count: int, flags: int | None = None) -> tuple[str, int]:
    """Return a text of so many letters whose flags stand at the place, and where it ends."""
    flags = int.from_bytes(body[place:place + 1], "little") if flags is None else flags
    width = 2 if flags & _WIDE else 1
    end = place + 1 + count * width
    return body[place + 1:end].decode("utf-16-le" if width > 1 else "latin-1", "replace"), end
