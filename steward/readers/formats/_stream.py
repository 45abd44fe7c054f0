"""A text file of any encoding as a stream of UTF-8 bytes."""

from collections.abc import Callable, Iterator
from pathlib import Path

from steward.readers.formats._scan import BLOCK_BYTES, decoder

_MOST_BYTES_PER_BYTE = 3  # cp1252's euro sign is three bytes in UTF-8; UTF-16 gives at most three for two
_LOOK_AHEAD = 1 << 16


class Utf8Stream:
    """Reads like a file. Keeps the last two blocks it gave, which hold the last record."""

    def __init__(self, path: Path, encoding: str, mark: int, watch: Callable[[int], None] = lambda _: None) -> None:
        """Begin after the byte order mark of that length; `watch` is told how many bytes of the file were read."""
        self._file = path.open("rb", buffering=0)
        self._file.seek(mark)
        self._decode = None if encoding.startswith("utf-8") else decoder(encoding)
        self._watch, self._read_bytes = watch, mark
        self._is_done = False
        self._ahead = b""
        self._tail = (b"", b"")

    def read(self, size: int) -> bytes:
        """Return at most so many bytes of UTF-8; none at the end. Raises: UnicodeDecodeError."""
        if self._ahead:
            block, self._ahead = self._ahead[:size], self._ahead[size:]
            return block
        block = self._file.read(size) if self._decode is None else self._decoded(size)
        self._read_bytes = self._file.tell()
        self._watch(self._read_bytes)
        if block:
            self._tail = (self._tail[1], block)
        return block

    def skip(self, size: int) -> None:
        """Pass over so many bytes of UTF-8."""
        while size > 0 and (block := self.read(size)):
            size -= len(block)

    def has_more(self) -> bool:
        """Return whether anything remains."""
        self._ahead = self._ahead or self.read(_LOOK_AHEAD)
        return bool(self._ahead)

    @property
    def read_bytes(self) -> int:
        """Return how many bytes of the file were read."""
        return self._read_bytes

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

    def _decoded(self, size: int) -> bytes:
        assert self._decode is not None  # noqa: S101 - said by the caller
        while not self._is_done:
            raw = self._file.read(max(1, size // _MOST_BYTES_PER_BYTE))
            self._is_done = not raw
            text = self._decode(raw, self._is_done)
            if text:
                return text.encode("utf-8")
        return b""


def physical_lines(path: Path, encoding: str, mark: int) -> Iterator[str]:
    """Give the file's lines with their ends (\\n, \\r or \\r\\n). Raises: UnicodeDecodeError."""
    stream, kept = Utf8Stream(path, encoding, mark), b""
    try:
        while block := stream.read(BLOCK_BYTES):
            lines = (kept + block).splitlines(keepends=True)
            kept = lines.pop()
            yield from (line.decode("utf-8") for line in lines)
        yield from (line.decode("utf-8") for line in kept.splitlines(keepends=True))
    finally:
        stream.close()
