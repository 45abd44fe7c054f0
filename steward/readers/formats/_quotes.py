"""Tells whether a quotation mark is left open, and where it stands."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from steward.readers.formats._dialect import lift_cell_limit
from steward.readers.formats._records import breaks_in
from steward.readers.formats._stream import physical_lines

_FIRST_LOOK = 1 << 12


def open_quote(record: str, delimiter: str) -> int | None:
    """Return the 0-based place of the quotation mark that a record opens and does not close, or None.

    Follows csv.reader: a quotation mark counts only as the first character of a cell; two in a quoted cell are one.
    """
    cell = _cell(delimiter)
    place = 0
    while place < len(record):
        match = cell.match(record, place)
        if match is None or match.group("open") is not None:
            return place
        place = match.end() + 1
    return None


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    rest = rf"[^{re.escape(delimiter)}\r\n]*"
    return re.compile(rf'"(?>[^"]*(?:""[^"]*)*)(?:"{rest}|(?P<open>\Z))|{rest}')


def last_lines(text: bytes, count: int) -> str:
    """Return the last physical lines of a piece of UTF-8."""
    size = _FIRST_LOOK
    while len(lines := text[-size:].splitlines(keepends=True)) <= count and size < len(text):
        size *= 4
    return b"".join(lines[-count:]).decode("utf-8", "replace")


def line_of_open_quote(path: Path, encoding: str, mark: int, delimiter: str) -> int | None:
    """Return the physical line where a quotation mark opens that the whole file never closes, or None. Slow, for diagnosis."""
    lift_cell_limit()
    pending: list[str] = []
    first_line = 1
    reader = csv.reader(_kept(physical_lines(path, encoding, mark), pending), delimiter=delimiter)
    last = ""
    for _ in reader:
        last = "".join(pending)
        first_line = reader.line_num - len(pending) + 1
        pending.clear()
    place = open_quote(last, delimiter)
    return None if place is None else first_line + breaks_in(last[:place])


def _kept(lines: Iterator[str], pending: list[str]) -> Iterator[str]:
    for line in lines:
        pending.append(line)
        yield line
