"""Tells text whose columns nothing but blanks divide: lined up below each other, or one blank between words; and where to cut.

Decision: columns are cut where no line that has about as many gaps as most holds anything; titles and notes have fewer. A
drawn line of dashes below the names says the places itself. One blank alone is a gap only where many lines agree and a name
stands behind it.
"""

import re
from collections.abc import Sequence
from statistics import median

import numpy as np
import numpy.typing as npt

FEWEST_LINES = 4
FEWEST_WORDS, FEWEST_FIGURES = 3, 2
MOST_COLUMNS = 3            # that a text of lined-up columns seems to have, by signs that stand in its cells
LONGEST = 2_000             # characters of a line that is looked at
_MOSTLY = 0.9
_MANY_LINES = 50            # that have a blank at the same place, which is chance no more
_GAP = re.compile(r"\S {2,}\S")
_BLANKS = re.compile(r" {2,}")
_USUAL_SHARE = 0.7          # of the usual number of pieces; titles, notes and totals have fewer
_RULER = re.compile(r" *(?:(?:-{2,}|={2,}|_{2,}) +)+(?:-{2,}|={2,}|_{2,}) *")
_FIGURE = re.compile(r"[-+\d.:/]*\d[-\d.:/]*")


def is_divided_by_blanks(lines: Sequence[str], width: int) -> bool:
    """Return whether nothing but blanks divides the columns of a text that was read as a table of so many columns."""
    some = [line for line in lines if line.strip() and len(line) <= LONGEST]
    return 0 < width <= MOST_COLUMNS and (is_lined_up(some) or (width == 1 and is_spaced(some)))


def is_lined_up(lines: Sequence[str]) -> bool:
    """Return whether gaps of two blanks and more stand at the same places in nearly all lines."""
    if len(lines) < FEWEST_LINES or any("\t" in line for line in lines):
        return False
    gapped = sum(_GAP.search(line) is not None for line in lines)
    return gapped >= _MOSTLY * len(lines) and len(_columns_of_text(lines)) > 1


def is_spaced(lines: Sequence[str]) -> bool:
    """Return whether blanks divide each line into as many words, two of which are figures below the first line."""
    words = [line.split() for line in lines]
    if len(lines) < FEWEST_LINES or len(words[0]) < FEWEST_WORDS or len({len(line) for line in words}) > 1:
        return False
    places = zip(*words[1:], strict=True)
    return sum(all(_FIGURE.fullmatch(word) for word in place) for place in places) >= FEWEST_FIGURES


def _columns_of_text(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return from where to where text stands that two blanks at least divide from the next, in nearly all lines."""
    longest = max(map(len, lines))
    share = [sum(place < len(line) and line[place] != " " for line in lines) / len(lines) for place in range(longest)]
    is_text = [one > 1 - _MOSTLY for one in share]
    begun, found = None, list[tuple[int, int]]()
    for place, inside in enumerate((*is_text, False)):
        if inside and begun is None:
            begun = place
        elif not inside and begun is not None:
            found.append((begun, place))
            begun = None
    return [one for one in found if max(share[one[0]:one[1]]) > 1 / 2]


class Cutting:
    """Gathers over the lines of a text where something stands, and tells where to cut it."""

    def __init__(self) -> None:
        """Begin without a line."""
        self._filled = np.zeros(0, np.int64)    # for each place in a line, in how many lines something stands there
        self._names, self._ruler, self._lines = "", "", 0
        self._usual = 0.0       # pieces of a line, as the first lines have

    def add(self, lines: Sequence[str]) -> None:
        """Look at some more lines, without their ends."""
        if not self._ruler:
            self._ruler = next((line for line in lines if _RULER.fullmatch(line)), "")
        pieces = [(len(_BLANKS.split(line.strip())), line) for line in lines
                  if _GAP.search(line) and not _RULER.fullmatch(line)]
        if not pieces:
            return
        self._usual = self._usual or median(count for count, _ in pieces)
        gapped = [line[:LONGEST] for count, line in pieces if count >= _USUAL_SHARE * self._usual]
        self._names = self._names or gapped[0]
        codes = np.frombuffer("\n".join(gapped).encode("utf-32-le", "surrogatepass"), np.uint32)
        starts = np.concatenate([[0], np.flatnonzero(codes == ord("\n")) + 1])
        places = np.arange(len(codes)) - np.repeat(starts, np.diff(np.append(starts, len(codes))))
        counts = np.bincount(places[(codes != ord(" ")) & (codes != ord("\n"))])
        longer, shorter = (counts, self._filled) if len(counts) > len(self._filled) else (self._filled, counts)
        longer[:len(shorter)] += shorter
        self._filled, self._lines = longer, self._lines + len(gapped)

    def cuts(self) -> tuple[int, ...]:
        """Return at which character of a line each column but the first begins, from 1 on; none for a text of one column."""
        if self._ruler:
            return tuple(match.start() + 1 for match in re.finditer(r"(?<= )[-=_]", self._ruler))
        if self._lines < FEWEST_LINES - 1:
            return ()
        begun = np.flatnonzero((self._filled[1:] > 0) & (self._filled[:-1] == 0)) + 1
        first = int(np.flatnonzero(self._filled)[0])
        return tuple(int(place) + 1 for place in begun if place > first and self._is_gap(int(place), begun))

    def _is_gap(self, place: int, begun: npt.NDArray[np.intp]) -> bool:
        """Return whether the blanks before a place divide columns."""
        if self._filled[place - 2:place].sum() == 0:
            return True
        behind = begun[begun > place]
        name = self._names[place:int(behind[0]) if len(behind) else None]
        return self._lines >= _MANY_LINES and name.strip() != ""


def cuts_of(lines: Sequence[str]) -> tuple[int, ...]:
    """Return where to cut some lines, as `Cutting` says."""
    cutting = Cutting()
    cutting.add(lines)
    return cutting.cuts()
