"""One pass over the bytes of a text file: its SHA-256, encoding, physical lines, and bytes that do not belong in text."""

import codecs
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from encodings import cp1252
from pathlib import Path

BLOCK_BYTES = 1 << 18
KEPT_PLACES = 100
FEED, RETURN = 10, 13   # the bytes that end lines
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WITHOUT_BOM_SHARE = 0.3    # of the first bytes are NUL, all at even or all at odd places: UTF-16 without its mark

# The five bytes that cp1252 leaves undefined stand for the control characters of the same number.
# Source: WHATWG Encoding Standard, windows-1252.
CP1252 = "".join(chr(byte) if character == "\ufffe" else character for byte, character in enumerate(cp1252.decoding_table))
UNDEFINED = bytes(byte for byte, character in enumerate(cp1252.decoding_table) if character == "\ufffe")


@dataclass(slots=True)
class LineTally:
    r"""Counts line ends over blocks: \\n, \\r and \\r\\n each end one line."""

    line_feeds: int = 0
    returns: int = 0
    pairs: int = 0
    last: int = FEED

    def add(self, block: bytes) -> None:
        """Count a further block; it must not be empty."""
        import numpy as np

        codes = np.frombuffer(block, np.uint8)
        is_feed = codes == FEED
        is_return = codes == RETURN
        self.line_feeds += int(np.count_nonzero(is_feed))
        returns = int(np.count_nonzero(is_return))
        self.returns += returns
        if returns:
            self.pairs += int(np.count_nonzero(is_return[:-1] & is_feed[1:]))
        self.pairs += self.last == RETURN and block[0] == FEED
        self.last = block[-1]

    @property
    def lines(self) -> int:
        """Return how many physical lines there are; a last one without line end counts."""
        return self.line_feeds + self.returns - self.pairs + (self.last not in (FEED, RETURN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the pass found."""

    sha256: str
    size_bytes: int
    encoding: str
    tally: LineTally
    nul_bytes: int
    broken_at: int | None     # place of the first byte that is not UTF-8, where other bytes before it were more than ASCII


def encoding_by_mark(head: bytes) -> str | None:
    """Return the encoding that the first bytes prove, or None."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    for mark, encoding in _UTF16.items():
        if head.startswith(mark):
            return encoding
    return _unmarked_utf16(head)


def _unmarked_utf16(head: bytes) -> str | None:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) / 2 * _WITHOUT_BOM_SHARE or min(even, odd) * 20 > max(even, odd) or len(head) % 2:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def mark_length(head: bytes) -> int:
    """Return how many bytes the byte order mark takes."""
    if head.startswith(codecs.BOM_UTF8):
        return 3
    return 2 if head[:2] in _UTF16 else 0


def decoder(encoding: str) -> Callable[[bytes, bool], str]:
    """Return a function that turns successive bytes into text; the flag says that they are the last.

    Raises (when called): UnicodeDecodeError; never for cp1252.
    """
    if encoding == "cp1252":
        return lambda block, _: codecs.charmap_decode(block, "strict", CP1252)[0]
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    return codecs.getincrementaldecoder(name)("strict").decode


def blocks(path: Path, skip: int = 0) -> Iterator[bytes]:
    """Give the file's bytes in order."""
    with path.open("rb", buffering=0) as stream:
        stream.seek(skip)
        while block := stream.read(BLOCK_BYTES):
            yield block


def scan(path: Path, head: bytes, said: str | None = None) -> Scan:
    """Return what one pass over the file finds; `said` is the encoding a person chose.

    Raises: OSError; UnicodeDecodeError for a file whose mark says UTF-16 and whose bytes are not.
    """
    marked = said or encoding_by_mark(head)
    state = _Utf16Pass(marked) if marked in ("utf-16-le", "utf-16-be") else _BytePass(mark_length(head))
    digest, size = hashlib.sha256(), 0
    for block in blocks(path):
        digest.update(block)
        state.add(block[mark_length(head):] if size == 0 else block)
        size += len(block)
    state.finish()
    encoding = marked or ("utf-8" if state.is_utf8 else "cp1252")
    if encoding.startswith("utf-8") and not state.is_utf8:
        encoding = "cp1252"
    return Scan(sha256=digest.hexdigest(), size_bytes=size, encoding=encoding, tally=state.tally, nul_bytes=state.nul_bytes,
                broken_at=state.broken_at)


class _BytePass:
    """Looks at a file in an encoding whose line ends are single bytes."""

    def __init__(self, start: int) -> None:
        self.tally = LineTally()
        self.nul_bytes = 0
        self.is_utf8 = True
        self.broken_at: int | None = None
        self._read = start
        self._beyond_ascii = False
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._pending = False

    def add(self, block: bytes) -> None:
        if not block:
            return
        self.tally.add(block)
        self.nul_bytes += block.count(0) if 0 in block else 0
        if self.is_utf8 and (self._pending or not block.isascii()):
            self._decode(block)
        self._read += len(block)

    def _decode(self, block: bytes) -> None:
        held = len(self._decoder.getstate()[0])
        try:
            self._decoder.decode(block)
        except UnicodeDecodeError as trouble:
            self._stop(self._read - held + trouble.start, block[:max(0, trouble.start - held)])
            return
        self._beyond_ascii = True
        self._pending = bool(self._decoder.getstate()[0])

    def _stop(self, place: int, before: bytes) -> None:
        self.is_utf8 = False
        if self._beyond_ascii or not before.isascii():
            self.broken_at = place

    def finish(self) -> None:
        if self._pending and self.is_utf8:
            self._stop(self._read, b"")


class _Utf16Pass:
    """Looks at a file in UTF-16; its lines are counted on the text."""

    def __init__(self, encoding: str) -> None:
        self.tally = LineTally()
        self.nul_bytes = 0
        self.is_utf8 = False
        self.broken_at: int | None = None
        self._decode = decoder(encoding)

    def add(self, block: bytes) -> None:
        self._count(self._decode(block, False))

    def finish(self) -> None:
        self._count(self._decode(b"", True))

    def _count(self, text: str) -> None:
        if text:
            self.tally.add(text.encode("utf-8"))
            self.nul_bytes += text.count("\0")


def lines_of(path: Path, wanted: bytes) -> list[int]:
    """Return the physical lines of the first hundred of the wanted bytes, each line once."""
    import numpy as np

    tally, found, codes_wanted = LineTally(), list[int](), np.frombuffer(wanted, np.uint8)
    for block in blocks(path):
        places = np.flatnonzero(np.isin(np.frombuffer(block, np.uint8), codes_wanted))[:KEPT_PLACES]
        found.extend(_line_at(tally, block[:int(place)]) for place in places)
        tally.add(block)
        if len(found) >= KEPT_PLACES:
            break
    return sorted(set(found))[:KEPT_PLACES]


def line_at(path: Path, place: int) -> int:
    """Return the physical line of the byte at that 0-based place."""
    tally, read = LineTally(), 0
    for block in blocks(path):
        if read + len(block) > place:
            return _line_at(tally, block[:place - read])
        tally.add(block)
        read += len(block)
    return tally.lines


def _line_at(before: LineTally, block: bytes) -> int:
    ends = before.line_feeds + before.returns - before.pairs
    feeds, returns, pairs = block.count(b"\n"), block.count(b"\r"), block.count(b"\r\n")
    return 1 + ends + feeds + returns - pairs - (before.last == RETURN and block[:1] == b"\n")
