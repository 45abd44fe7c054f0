"""Passes over the rows above a region far down a text file: counts them exactly as csv.reader would, and keeps none.

Decision: a line without a quotation mark that begins outside a cell is a record of its own, and most lines are; only the others
are read. Where backslashes take the meaning from line ends, all are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting


@dataclass(slots=True, kw_only=True)
class Passed:
    """How much was passed over, and the line breaks inside its cells."""

    rows: int = 0
    lines: int = 0
    bytes: int = 0      # of UTF-8
    pairs: int = 0      # \\r\\n inside cells
    feeds: int = 0      # \\n, those of pairs included
    returns: int = 0    # \\r, those of pairs included


def pass_rows(lines: Iterator[str], rows: int, delimiter: str, quoting: Quoting) -> Passed:
    """Return what the first rows take of some physical lines, fewer where the lines end before."""
    passed = Passed()
    for _ in _passing(lines, passed, delimiter, quoting):
        if passed.rows >= rows:
            break
    return passed


def rows_before(lines: Iterator[str], places: tuple[int, ...], delimiter: str, quoting: Quoting) -> tuple[int, ...]:
    """Return how many rows end at or before each of some places, in bytes of UTF-8 and in ascending order."""
    passed, found = Passed(), list[int]()
    if not places:
        return ()
    for _ in _passing(lines, passed, delimiter, quoting):
        while passed.bytes >= places[len(found)]:
            found.append(passed.rows)
            if len(found) == len(places):
                return tuple(found)
    return (*found, *[passed.rows] * (len(places) - len(found)))


def _passing(lines: Iterator[str], passed: Passed, delimiter: str, quoting: Quoting) -> Iterator[None]:
    """Count one more record at each step."""
    counted = _Counted(lines, passed)
    for line in counted:
        if '"' in line or quoting.escapes:
            before = passed.lines
            cells = next(split_lines(chain([line], counted), delimiter, quoting), [])
            if passed.lines > before:
                _see_breaks(passed, cells)
        passed.rows += 1
        yield


def _see_breaks(passed: Passed, cells: list[str]) -> None:
    text = "\0".join(cells)
    passed.pairs += text.count("\r\n")
    passed.feeds += text.count("\n")
    passed.returns += text.count("\r")


class _Counted:
    """Gives lines and counts them and their bytes."""

    def __init__(self, lines: Iterator[str], passed: Passed) -> None:
        self._lines, self._passed = lines, passed

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._passed.lines += 1
        self._passed.bytes += len(line) if line.isascii() else len(line.encode("utf-8"))
        return line
