"""A text file of any encoding as a stream of UTF-8 bytes."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from steward.readers.formats._encodings import UTF8, Decode, decoder

_MOST_BYTES_PER_BYTE = 3  # cp1252's euro sign is three bytes in UTF-8; UTF-16 gives at most three for two
_LOOK_AHEAD = 1 << 12
_SKIP_BYTES = 1 << 18
_LINES_BYTES = 1 << 22


class Utf8Stream:
    """Reads like a file. Keeps the last two blocks it gave, which hold the last record.

    Two habits of pyarrow's reader lose text, and the blocks are cut so that they cannot (found by the fuzz test): it drops a
    line feed that begins a block where the block before ended in a carriage return, even inside a quoted cell; and it drops a
    byte order mark at the beginning of what it reads, even where a cell begins with that character.
    """

    def __init__(self, path: Path, encoding: str, mark: int) -> None:
        """Begin after the byte order mark of that length."""
        self._file = path.open("rb", buffering=0)
        self._file.seek(mark)
        self._decode: Decode | None = None if encoding in UTF8 else decoder(encoding)
        self._is_done = False
        self._ahead = b""
        self._tail = (b"", b"")

    def read(self, size: int) -> bytes:
        """Return at most so many bytes of UTF-8; none at the end. Raises: UnicodeDecodeError."""
        room = size - 1  # the last byte is kept for a line feed
        block, self._ahead = self._ahead[:room], self._ahead[room:]
        if len(block) < room:
            block += self._next(room - len(block))
        if block.endswith(b"\r"):
            block = self._with_line_feed(block)
        if block:
            self._tail = (self._tail[1], block)
        return block

    def skip(self, size: int) -> None:
        """Pass over so many bytes of UTF-8."""
        while size > 0 and (block := self._next(min(size, _SKIP_BYTES))):
            self._ahead = block[size:]  # decoding may give a few bytes more
            size -= len(block)

    def begin(self) -> bool:
        """Return whether anything remains; called once, before the rest is read."""
        self._ahead = self._ahead or self._next(_LOOK_AHEAD)
        if self._ahead.startswith(codecs.BOM_UTF8):
            self._ahead = codecs.BOM_UTF8 + self._ahead  # pyarrow takes the first one away
        return bool(self._ahead)

    @property
    def read_bytes(self) -> int:
        """Return how many bytes of the file were read."""
        return self._file.tell()

    @property
    def tail(self) -> bytes:
        """Return the last two blocks as one."""
        return b"".join(self._tail)

    @property
    def closed(self) -> bool:
        """Return whether the file is closed."""
        return self._file.closed

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def _with_line_feed(self, block: bytes) -> bytes:
        """Return a block that ends in a carriage return with the line feed that belongs to it, if there is one."""
        self._ahead = self._ahead or self._next(1)
        if not self._ahead.startswith(b"\n"):
            return block
        self._ahead = self._ahead[1:]
        return block + b"\n"

    def _next(self, size: int) -> bytes:
        if self._decode is None:
            return self._file.read(size)
        while not self._is_done:
            raw = self._file.read(max(1, size // _MOST_BYTES_PER_BYTE))
            self._is_done = not raw
            text = self._decode(raw, self._is_done)
            if text:
                return text.encode("utf-8")
        return b""


def physical_lines(path: Path, encoding: str, mark: int) -> Iterator[str]:
    r"""Give the file's lines with their ends (\n, \r or \r\n). Raises: UnicodeDecodeError."""
    stream, kept = Utf8Stream(path, encoding, mark), b""
    try:
        while block := stream.read(_LINES_BYTES):
            lines = (kept + block).splitlines(keepends=True)
            kept = lines.pop()
            yield from (line.decode("utf-8") for line in lines)
        yield from (line.decode("utf-8") for line in kept.splitlines(keepends=True))
    finally:
        stream.close()


def text_behind(path: Path, encoding: str, mark: int, skip: int, most: int) -> tuple[str, bool]:
    """Return the text behind so many bytes of UTF-8, at most so many bytes of it, and whether that is all there is.

    A character that the end cuts is left away. Raises: UnicodeDecodeError.
    """
    stream = Utf8Stream(path, encoding, mark)
    try:
        stream.skip(skip)
        taken = b""
        while len(taken) < most and (block := stream.read(most)):
            taken += block
        is_whole = not stream.read(_LOOK_AHEAD)
        return codecs.getincrementaldecoder("utf-8")("strict").decode(taken, is_whole), is_whole
    finally:
        stream.close()
