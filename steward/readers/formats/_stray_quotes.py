"""Finds quotation marks that no rule of CSV explains: neither side is a delimiter, a line end or another quotation mark.

A text written by the rules has none. Readers join `"abc"def` to `abcdef` without a word; here its line is named.
"""

import numpy as np

from steward.readers.formats._lines import FEED, RETURN, LineTally, line_numbers

_QUOTE = 34


class StrayQuotes:
    """Looks through successive blocks of bytes, and counts."""

    def __init__(self, delimiter: str, most_lines: int) -> None:
        """Begin at the beginning of a file."""
        self.count = 0
        self.lines: list[int] = []
        self._most = most_lines
        self._explains = np.zeros(256, bool)
        self._explains[[_QUOTE, FEED, RETURN, *delimiter.encode("utf-8")[:1]]] = True
        self._before = b"\n\n"   # the last two bytes that were seen

    def add(self, block: bytes, tally: LineTally) -> None:
        """Look at a further block; `tally` has counted the lines of the blocks before it."""
        if b'"' in block or self._before[1] == _QUOTE:
            self._look(block, tally)
        self._before = (self._before + block[-2:])[-2:]

    def finish(self, tally: LineTally) -> None:
        """Look at a quotation mark that ends the file: the end explains it."""
        self.add(b"\n", tally)

    def _look(self, block: bytes, tally: LineTally) -> None:
        joined = np.frombuffer(self._before + block, np.uint8)
        places = np.flatnonzero(joined[1:-1] == _QUOTE) + 1
        stray = places[~(self._explains[joined[places - 1]] | self._explains[joined[places + 1]])]
        if len(stray):
            self.count += len(stray)
            fresh = np.unique(line_numbers(tally, block, stray - 2)).tolist()
            self.lines.extend(fresh[self.lines[-1:] == fresh[:1]:][:self._most - len(self.lines)])
