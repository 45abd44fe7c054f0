"""Counts the physical lines of a text in successive blocks of bytes, and tells on which line a byte stands."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
FEED, RETURN = 10, 13   # the bytes that end lines


@dataclass(slots=True)
class LineTally:
    r"""Counts line ends over blocks: \\n, \\r and \\r\\n each end one line."""

    line_feeds: int = 0
    returns: int = 0
    pairs: int = 0
    last: int = FEED

    def add(self, block: bytes) -> None:
        """Count a further block; it must not be empty."""
        codes = np.frombuffer(block, np.uint8)
        is_feed = codes == FEED
        self.line_feeds += int(np.count_nonzero(is_feed))
        if b"\r" in block:      # a quicker look than to count them
            self.returns += int(np.count_nonzero(codes == RETURN))
            self.pairs += block.count(b"\r\n")
        self.pairs += self.last == RETURN and block[0] == FEED
        self.last = block[-1]

    @property
    def ends(self) -> int:
        """Return how many lines have ended."""
        return self.line_feeds + self.returns - self.pairs

    @property
    def lines(self) -> int:
        """Return how many physical lines there are; a last one without line end counts."""
        return self.ends + (self.last not in (FEED, RETURN))


def line_in(before: LineTally, block: bytes, place: int) -> int:
    """Return the physical line of the byte at a 0-based place of a block; `before` has counted all blocks before it."""
    return int(line_numbers(before, block[:place] + b" ", np.array([place]))[0])


def line_numbers(before: LineTally, block: bytes, places: Numbers) -> Numbers:
    """Return the physical lines of the bytes at some places of a block; a place below 0 is the byte before the block."""
    codes = np.frombuffer(block, np.uint8)
    is_end = codes == FEED
    if b"\r" in block:
        is_return = codes == RETURN
        is_end[1:] &= ~is_return[:-1]       # of a pair the return counts
        is_end |= is_return
    if before.last == RETURN and block[:1] == b"\n":
        is_end[0] = False
    return np.asarray(before.ends + 1 + np.searchsorted(np.flatnonzero(is_end), places, side="left"), np.int64)
