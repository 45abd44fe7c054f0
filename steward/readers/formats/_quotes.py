"""Tells whether a quotation mark is left open, and where it stands."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from steward.readers.formats._records import breaks_in
from steward.readers.formats._stream import physical_lines
from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting

_FIRST_LOOK = 1 << 12


def open_quote(record: str, delimiter: str, quoting: Quoting = Quoting.DOUBLED) -> int | None:
    """Return the 0-based place of the quotation mark that a record opens and does not close, or None.

    Follows csv.reader: a quotation mark counts only as the first character of a cell; two in a quoted cell are one.
    """
    cell = cell_pattern(delimiter, quoting)
    place = 0
    while place < len(record):
        match = cell.match(record, place)
        if match is None or match.group("open") is not None:
            return place
        place = match.end() + 1
    return None


@cache
def cell_pattern(delimiter: str, quoting: Quoting) -> re.Pattern[str]:
    """Return the pattern of one written cell: `open` where it is not closed, `after` what follows a closing mark, or `bare`."""
    sign, blanks = re.escape(delimiter), " *" if quoting.skips_blanks else ""
    rest = rf"(?:[^{sign}\r\n\\]|\\(?s:.)|\\\Z)*+" if quoting.escapes else rf"[^{sign}\r\n]*"
    within = r'[^"\\]*+(?:(?:""|\\(?s:.))[^"\\]*+)*+\\?+' if quoting.escapes else '[^"]*(?:""[^"]*)*'
    plain = r"\\?+" if quoting.escapes else ""     # directly behind a closing mark csv.reader takes no meaning from a sign
    return re.compile(rf'{blanks}"(?>{within})(?:"(?P<after>{plain}{rest})|(?P<open>\Z))|(?P<bare>{rest})')


def last_lines(text: bytes, count: int) -> str:
    """Return the last physical lines of a piece of UTF-8."""
    size = _FIRST_LOOK
    while len(lines := text[-size:].splitlines(keepends=True)) <= count and size < len(text):
        size *= 4
    return b"".join(lines[-count:]).decode("utf-8", "replace")


def line_of_open_quote(path: Path, encoding: str, mark: int, delimiter: str,
                       quoting: Quoting = Quoting.DOUBLED) -> int | None:
    """Return the physical line where a quotation mark opens that the whole file never closes, or None. Slow, for diagnosis."""
    pending: list[str] = []
    first_line = 1
    reader = split_lines(_kept(physical_lines(path, encoding, mark), pending), delimiter, quoting)
    last = ""
    for _ in reader:
        last = "".join(pending)
        first_line = reader.line_num - len(pending) + 1
        pending.clear()
    place = open_quote(last, delimiter, quoting)
    return None if place is None else first_line + breaks_in(last[:place])


def _kept(lines: Iterator[str], pending: list[str]) -> Iterator[str]:
    for line in lines:
        pending.append(line)
        yield line
