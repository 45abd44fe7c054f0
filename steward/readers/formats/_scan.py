"""One pass over the bytes of a text file: its SHA-256, encoding, physical lines, and signs that do not belong in text."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from steward.readers.formats._encodings import MIXED, UTF8, UTF16, decoder, encoding_by_mark, mark_length
from steward.readers.formats._line_encodings import LineEncodings, line_encodings
from steward.readers.formats._lines import FEED, RETURN, LineTally, line_in, line_numbers
from steward.readers.formats._stray_quotes import StrayQuotes

BLOCK_BYTES = 1 << 18
MOST_LINES = 100_000        # as many are kept of each kind of odd sign
_MARK = re.compile(rb"[\r\n]\xef\xbb\xbf")
_WIDE_PART = re.compile(rb"(?:[\t\r\n -~]\x00){16}|(?:\x00[\t\r\n -~]){16}")    # UTF-16 within single bytes
_NARROW_PART = re.compile(rb"(?:[\t\r\n -~]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){64,}")    # UTF-8 within UTF-16


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the pass found. Lines are physical and 1-based."""

    sha256: str
    size_bytes: int
    encoding: str
    delimiter: str
    tally: LineTally
    nul_bytes: int
    nul_lines: tuple[int, ...]
    nul_tail: int                       # NUL bytes with which the file ends
    mark_lines: tuple[int, ...]         # that begin with a byte order mark and are not the first
    quotes: StrayQuotes
    unfit_line: int | None              # the first one whose bytes are not in the encoding that was looked for
    other_part_line: int | None         # where UTF-16 begins in a file of single bytes, or ends in one of UTF-16
    by_line: LineEncodings              # of files that are not UTF-8 throughout


def blocks(path: Path, skip: int = 0) -> Iterator[bytes]:
    """Give the file's bytes in order."""
    with path.open("rb", buffering=0) as stream:
        stream.seek(skip)
        while block := stream.read(BLOCK_BYTES):
            yield block


def scan(path: Path, head: bytes, delimiter: str, said: str | None = None) -> Scan:
    """Return what one pass over the file finds; `said` is the encoding a person chose. Raises: OSError."""
    marked = said or encoding_by_mark(head)
    look = _Look(delimiter)
    state = _Utf16Pass(marked, look) if marked in UTF16 else _BytePass(look)
    digest, size = hashlib.sha256(), 0
    for block in blocks(path):
        digest.update(block)
        state.add(block[mark_length(head):] if size == 0 else block)
        size += len(block)
    state.finish()
    by_line = LineEncodings()
    if marked not in UTF16 and (not state.is_utf8 or said == "cp1252"):
        by_line = line_encodings(blocks(path, mark_length(head)), is_cp1252=said == "cp1252")
    return Scan(sha256=digest.hexdigest(), size_bytes=size, encoding=_encoding(marked, by_line, is_utf8=state.is_utf8),
                delimiter=delimiter, tally=look.tally, nul_bytes=look.nul_bytes, nul_lines=tuple(look.nul_lines),
                nul_tail=look.nul_tail,
                mark_lines=tuple(look.mark_lines), quotes=look.quotes,
                unfit_line=state.unfit_line, other_part_line=state.other_part_line, by_line=by_line)


def _encoding(marked: str | None, by_line: LineEncodings, *, is_utf8: bool) -> str:
    if marked in UTF16:
        return str(marked)
    if is_utf8:
        return marked or "utf-8"
    if marked not in (None, *UTF8):
        return str(marked)
    return MIXED if by_line.utf8_lines else "cp1252"


@dataclass(slots=True)
class _Look:
    """Counts lines and odd signs in successive blocks whose line ends are single bytes."""

    delimiter: str
    tally: LineTally = field(default_factory=LineTally)
    nul_bytes: int = 0
    nul_lines: list[int] = field(default_factory=list)
    nul_tail: int = 0
    mark_lines: list[int] = field(default_factory=list)
    quotes: StrayQuotes = field(init=False)
    _before: bytes = b"\n\n\n\n"

    def __post_init__(self) -> None:
        self.quotes = StrayQuotes(self.delimiter, MOST_LINES)

    def add(self, block: bytes, *, is_ascii: bool) -> None:
        """Look at one more block; it must not be empty."""
        if 0 in block:
            self._see_nul(block)
        else:
            self.nul_tail = 0
        self.quotes.add(block, self.tally)
        if not (is_ascii and self._before.isascii()):
            self._see_marks(block)
        self._before = (self._before + block[-4:])[-4:]
        self.tally.add(block)

    def _see_nul(self, block: bytes) -> None:
        places = np.flatnonzero(np.frombuffer(block, np.uint8) == 0)
        self.nul_bytes += len(places)
        at_end = len(block) - len(block.rstrip(b"\0"))
        self.nul_tail = at_end + (self.nul_tail if at_end == len(block) else 0)
        _keep(self.nul_lines, line_numbers(self.tally, block, places))

    def _see_marks(self, block: bytes) -> None:
        """Keep the lines of marks that end in this block; one that begins the text belongs to its first cell."""
        before = self._before[-3:]
        places = [match.end() - 1 - len(before) for match in _MARK.finditer(before + block)]
        ends = [place for place in places if self.tally.lines or place > 2]  # noqa: PLR2004  # the mark has three bytes
        if ends:
            _keep(self.mark_lines, line_numbers(self.tally, block, np.array(ends, np.int64)))


def _keep(kept: list[int], lines: npt.NDArray[np.int64]) -> None:
    fresh = np.unique(lines).tolist()
    kept.extend(fresh[kept[-1:] == fresh[:1]:][:MOST_LINES - len(kept)])


class _BytePass:
    """Looks at a file in an encoding whose line ends are single bytes."""

    def __init__(self, look: _Look) -> None:
        self.is_utf8 = True
        self.unfit_line: int | None = None
        self.other_part_line: int | None = None
        self._look = look
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._pending = False

    def add(self, block: bytes) -> None:
        if not block:
            return
        is_ascii = block.isascii()
        if self.is_utf8 and (self._pending or not is_ascii):
            self._decode(block)
        if self.other_part_line is None and 0 in block and (part := _WIDE_PART.search(block)):
            self.other_part_line = line_in(self._look.tally, block, part.start())
        self._look.add(block, is_ascii=is_ascii)

    def _decode(self, block: bytes) -> None:
        held = len(self._decoder.getstate()[0])
        try:
            self._decoder.decode(block)
        except UnicodeDecodeError as trouble:
            self.is_utf8 = False
            self.unfit_line = line_in(self._look.tally, block, max(0, trouble.start - held))
            return
        self._pending = bool(self._decoder.getstate()[0])

    def finish(self) -> None:
        if self._pending and self.is_utf8:
            self.is_utf8 = False
            self.unfit_line = self._look.tally.lines
        self._look.quotes.finish(self._look.tally)


class _Utf16Pass:
    """Looks at a file in UTF-16; its lines are counted on the text."""

    def __init__(self, encoding: str, look: _Look) -> None:
        self.is_utf8 = False
        self.unfit_line: int | None = None
        self.other_part_line: int | None = None
        self._look, self._decode, self._unit = look, decoder(encoding), np.dtype("<u2" if encoding == "utf-16-le" else ">u2")

    def add(self, block: bytes) -> None:
        if self.unfit_line is not None:
            return
        if self.other_part_line is None and (part := _NARROW_PART.search(block)):
            is_first = not (part.start() or self._look.tally.lines)   # UTF-16 was the guess of what comes behind it
            self.other_part_line = 1 + part[0].count(b"\n") if is_first else self._line_after(block[:part.start()])
        self._see(block, is_last=False)

    def finish(self) -> None:
        if self.unfit_line is None:
            self._see(b"", is_last=True)
        self._look.quotes.finish(self._look.tally)

    def _see(self, block: bytes, *, is_last: bool) -> None:
        try:
            text = self._decode(block, is_last)
        except UnicodeDecodeError as trouble:
            self.unfit_line = self._line_after(block[:max(0, trouble.start)])
            return
        if text:
            self._look.add(text.encode("utf-8"), is_ascii=text.isascii())

    def _line_after(self, block: bytes) -> int:
        """Return the line on which a character would stand that follows a piece of the file."""
        codes = np.frombuffer(block[:len(block) // 2 * 2], self._unit)
        is_feed, is_return = codes == FEED, codes == RETURN
        pairs = np.count_nonzero(is_return[:-1] & is_feed[1:]) + bool(self._look.tally.last == RETURN and is_feed[:1].any())
        return self._look.tally.ends + 1 + int(np.count_nonzero(is_feed) + np.count_nonzero(is_return) - pairs)
