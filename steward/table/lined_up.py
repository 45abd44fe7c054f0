"""Tells text whose columns nothing but blanks divide: lined up below each other, or one blank between words."""

import re
from collections.abc import Sequence

FEWEST_LINES = 4
FEWEST_WORDS, FEWEST_FIGURES = 3, 2
MOST_COLUMNS = 3            # that a text of lined-up columns seems to have, by signs that stand in its cells
LONGEST = 2_000             # characters of a line that is looked at
_MOSTLY = 0.9
_FIGURE = re.compile(r"[-+\d.:/]*\d[-\d.:/]*")


def is_divided_by_blanks(lines: Sequence[str], width: int) -> bool:
    """Return whether nothing but blanks divides the columns of a text that was read as a table of so many columns."""
    some = [line for line in lines if line.strip() and len(line) <= LONGEST]
    return 0 < width <= MOST_COLUMNS and (is_lined_up(some) or (width == 1 and is_spaced(some)))


def is_lined_up(lines: Sequence[str]) -> bool:
    """Return whether gaps of two blanks and more stand at the same places in nearly all lines."""
    if len(lines) < FEWEST_LINES or any("\t" in line for line in lines):
        return False
    gapped = sum(re.search(r"\S {2,}\S", line) is not None for line in lines)
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
