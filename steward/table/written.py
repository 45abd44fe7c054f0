r"""Splits written lines into records, as csv.reader does under one way of writing quotation marks.

Context: csv.reader takes every backslash away where one is said to take meanings from signs, so that "C:\temp" would become
"C:temp". Decision: one before a sign without a meaning is kept as it stands; else the cells are csv.reader's.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from steward.vocabulary.quoting import Quoting

if TYPE_CHECKING:
    from _csv import Reader

_MOST = min(sys.maxsize, 2**31 - 1)     # characters of a cell that csv.reader can be told


def split_lines(lines: Iterable[str], delimiter: str, quoting: Quoting = Quoting.DOUBLED) -> "Reader":
    r"""Return csv.reader over physical lines with their ends (\n, \r or \r\n); cells may be of any length."""
    csv.field_size_limit(_MOST)
    if not quoting.escapes:
        return csv.reader(lines, delimiter=delimiter, skipinitialspace=quoting.skips_blanks)
    return csv.reader(_with_plain_backslashes(lines, delimiter), delimiter=delimiter, escapechar="\\",
                      skipinitialspace=quoting.skips_blanks)


def _with_plain_backslashes(lines: Iterable[str], delimiter: str) -> Iterator[str]:
    """Give the lines with each backslash twice that stands before no sign with a meaning."""
    backslash, with_meaning = _backslash(delimiter), _with_meaning(delimiter)
    for line in lines:
        end = plain.end() if "\\" in line and (plain := with_meaning.match(line)) else len(line)
        rest = backslash.sub(lambda found: found[0] if found[1] else "\\\\", line[end:]) if end < len(line) else ""
        yield line[:end] + rest if rest else line


@cache
def _backslash(delimiter: str) -> re.Pattern[str]:
    """Return what takes a run of those with a meaning as the first group, else one without."""
    return re.compile(rf"((?:{_meaning(delimiter)})++)|\\")


@cache
def _with_meaning(delimiter: str) -> re.Pattern[str]:
    """Return what takes a line up to its first backslash without a meaning, which most lines have none of, in one go."""
    return re.compile(rf"(?:[^\\]++|{_meaning(delimiter)})*+")


def _meaning(delimiter: str) -> str:
    r"""Return the pattern of a backslash before a sign that it gives a meaning; csv.reader takes \r\n apart."""
    return rf'\\(?:[\\"\n{re.escape(delimiter)}]|\r(?!\n))'
