"""Tells for each physical line of a file that is not UTF-8 throughout whether it is UTF-8 or not, and where that changes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from steward.readers.formats._encodings import UNDEFINED, is_utf8

MOST_LINES = 1_000
_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # a lone surrogate, written as UTF-8 may not write it


@dataclass(slots=True)
class LineEncodings:
    """How many lines beyond ASCII are of which kind, with the first thousand of each sort by number."""

    utf8_lines: int = 0
    other_lines: int = 0
    first_others: list[int] = field(default_factory=list)
    changes: int = 0                    # from the one to the other
    change_lines: list[int] = field(default_factory=list)
    undefined: int = 0                  # lines with a byte that cp1252 leaves undefined
    undefined_lines: list[int] = field(default_factory=list)
    halves: int = 0                     # lines with half a character
    half_lines: list[int] = field(default_factory=list)


def line_encodings(blocks: Iterable[bytes], *, is_cp1252: bool) -> LineEncodings:
    """Return the kinds of the lines; `is_cp1252` says that a person wants all of them read as cp1252."""
    found = LineEncodings()
    was_utf8: bool | None = None
    for number, line in _beyond_ascii(blocks):
        now_utf8 = is_utf8(line)
        if was_utf8 is not None and now_utf8 != was_utf8:
            found.changes += 1
            _keep(found.change_lines, number)
        was_utf8 = now_utf8
        if now_utf8:
            found.utf8_lines += 1
        if not now_utf8 or is_cp1252:
            _see_other(found, number, line)
    return found


def _see_other(found: LineEncodings, number: int, line: bytes) -> None:
    found.other_lines += 1
    _keep(found.first_others, number)
    if len(line.translate(None, UNDEFINED)) < len(line):
        found.undefined += 1
        _keep(found.undefined_lines, number)
    if _HALF.search(line):
        found.halves += 1
        _keep(found.half_lines, number)


def _keep(lines: list[int], number: int) -> None:
    if len(lines) < MOST_LINES:
        lines.append(number)


def _beyond_ascii(blocks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    ended = 0
    for piece in _whole_lines(blocks):
        lines = piece.splitlines()
        if not piece.isascii():
            yield from ((ended + place, line) for place, line in enumerate(lines, start=1) if not line.isascii())
        ended += len(lines)


def _whole_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    r"""Give the bytes in pieces that end where a line ends; a pair of \\r and \\n stays together."""
    kept: list[bytes] = []
    for block in blocks:
        end = max(block.rfind(b"\n"), block.rfind(b"\r", 0, -1)) + 1
        if not end:
            kept.append(block)
            continue
        piece = b"".join((*kept, block[:end]))
        kept = [block[end:]]
        yield piece
    yield b"".join(kept)
