"""Reads the first records of a text and tells which character stands between its cells."""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_LOOK_AT = 200
_DECLARED = re.compile(r"sep=([,;\t|])\r?\n?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as csv.reader gives it, and where it ends."""

    cells: tuple[str, ...]
    end_line: int    # physical lines up to its end
    end_byte: int    # bytes of UTF-8 up to its end


class _Lines:
    """Gives the physical lines of a text and counts them and their bytes."""

    def __init__(self, text: str) -> None:
        self._source = io.StringIO(text, newline="")
        self.lines = 0
        self.bytes = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._source:
            self.lines += 1
            self.bytes += len(line.encode("utf-8"))
            yield line


def lift_cell_limit() -> None:
    """Let csv.reader take cells of any length."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def first_records(text: str, delimiter: str, count: int, *, is_whole: bool) -> list[Record]:
    """Return the first records of a text; of a text that goes on (`is_whole` False) the last, cut one is left away."""
    lift_cell_limit()
    lines = _Lines(text)
    found: list[Record] = []
    for cells in csv.reader(iter(lines), delimiter=delimiter):
        found.append(Record(cells=tuple(cells), end_line=lines.lines, end_byte=lines.bytes))
        if len(found) > count:
            break
    is_cut = not is_whole and len(found) <= count
    return found[:-1] if is_cut else found[:count]


def find_delimiter(text: str, *, is_whole: bool) -> str:
    """Return the delimiter under which most first records have the same number of cells, at least two."""
    first_line = text.split("\n", 1)[0]
    if declared := _DECLARED.match(first_line):
        return declared.group(1)
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter, is_whole=is_whole))


def _evenness(text: str, delimiter: str, *, is_whole: bool) -> tuple[float, int]:
    records = [record.cells for record in first_records(text, delimiter, _LOOK_AT, is_whole=is_whole) if any(record.cells)]
    lengths = Counter(len(cells) for cells in records if len(cells) > 1)
    if not lengths:
        return (0.0, 0)
    length, times = max(lengths.items(), key=lambda pair: (pair[1], pair[0]))
    return (round(times / len(records), 2), length)
