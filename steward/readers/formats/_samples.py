"""Lines by which a person can tell whether the encoding of a text file was read rightly: those beyond plain English letters."""

from collections.abc import Iterator
from pathlib import Path

from steward.readers.formats._scan import mark_length
from steward.readers.formats._stream import physical_lines

MOST_LINES = 8
LONGEST_LINE = 400      # characters; the part around the first letter that matters is shown
LOOK_AT_LINES = 2_000_000
_BEFORE = 80


def doubtful_lines(path: Path, encoding: str, most: int = MOST_LINES) -> tuple[tuple[int, str], ...]:
    """Return the first lines that hold more than ASCII, decoded, each with its physical line number (1-based).

    Shape: at most `most` lines, each cut to 400 characters around its first such letter. They are for the screen only.
    Raises: OSError; UnicodeDecodeError where the file is not in that encoding.
    """
    found: list[tuple[int, str]] = []
    for number, line in _numbered(path, encoding):
        if not line.isascii():
            found.append((number, _cut(line)))
        if len(found) == most or number >= LOOK_AT_LINES:
            break
    return tuple(found)


def _numbered(path: Path, encoding: str) -> Iterator[tuple[int, str]]:
    with path.open("rb") as stream:
        mark = mark_length(stream.read(4))
    return enumerate(physical_lines(path, encoding, mark), start=1)


def _cut(line: str) -> str:
    line = line.rstrip("\r\n")
    first = next(place for place, character in enumerate(line) if character > "\x7f")
    start = max(0, min(first - _BEFORE, len(line) - LONGEST_LINE))
    return line[start:start + LONGEST_LINE]
