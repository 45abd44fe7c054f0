"""Finds quotation marks that no rule of CSV explains: neither side is a delimiter, a line end or another quotation mark.

A text written by the rules has none. Readers join `"abc"def` to `abcdef` without a word; here its line is named.
Two other ways of writing are told by themselves: a backslash before a quotation mark, and a blank behind a delimiter.
"""

from dataclasses import dataclass, field

import numpy as np

from steward.readers.formats._lines import FEED, RETURN, LineTally, Numbers, line_numbers

_QUOTE, _BACKSLASH, _BLANK = 34, 92, 32
_KEPT = 3   # bytes before a block that are looked at again with it


@dataclass(slots=True)
class Strays:
    """How many there are of one kind, and on which lines, 1-based."""

    count: int = 0
    lines: list[int] = field(default_factory=list)


class StrayQuotes:
    """Looks through successive blocks of bytes, and counts."""

    def __init__(self, delimiter: str, most_lines: int) -> None:
        """Begin at the beginning of a file."""
        self.plain, self.escaped, self.spaced = Strays(), Strays(), Strays()
        self._most = most_lines
        self._delimiter = delimiter.encode("utf-8")[0]
        self._explains = np.zeros(256, bool)
        self._explains[[_QUOTE, FEED, RETURN, self._delimiter]] = True
        self._before = b"\n" * _KEPT

    def add(self, block: bytes, tally: LineTally) -> None:
        """Look at a further block; `tally` has counted the lines of the blocks before it."""
        if b'"' in block or self._before[-1] == _QUOTE:
            self._look(block, tally)
        self._before = (self._before + block[-_KEPT:])[-_KEPT:]

    def finish(self, tally: LineTally) -> None:
        """Look at a quotation mark that ends the file: the end explains it."""
        self.add(b"\n", tally)

    def _look(self, block: bytes, tally: LineTally) -> None:
        joined = np.frombuffer(self._before + block, np.uint8)
        places = np.flatnonzero(joined[2:-1] == _QUOTE) + 2
        stray = places[~(self._explains[joined[places - 1]] | self._explains[joined[places + 1]])]
        if not len(stray):
            return
        is_escaped = joined[stray - 1] == _BACKSLASH
        is_spaced = (joined[stray - 1] == _BLANK) & (joined[stray - 2] == self._delimiter)
        for strays, wanted in ((self.escaped, is_escaped), (self.spaced, is_spaced), (self.plain, ~(is_escaped | is_spaced))):
            if wanted.any():
                self._keep(strays, line_numbers(tally, block, stray[wanted] - _KEPT))

    def _keep(self, strays: Strays, lines: Numbers) -> None:
        strays.count += len(lines)
        fresh = np.unique(lines).tolist()
        strays.lines.extend(fresh[strays.lines[-1:] == fresh[:1]:][:self._most - len(strays.lines)])
