"""Tells names of groups above names of columns, and particulars of a report above both, by the figures that stand below."""

import re
from collections.abc import Sequence
from itertools import pairwise

from steward.readers.header_fit import Record, figure_places, figures_in, filled_in
from steward.table._words import NEVER_A_WORD, PERHAPS_A_WORD

_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_NOTHING = frozenset(NEVER_A_WORD + PERHAPS_A_WORD)
_FEWEST_COLUMNS, _PAIR = 2, 2
_FEWEST_FIGURES = 2     # columns: one cell alone may hold a word for want of a figure
_FARTHEST = 12          # rows of particulars above the names


def are_groups(upper: Record, lower: Record, below: Sequence[Record]) -> bool:
    """Return whether two rows of merged cells name columns only together: "Calls" above "Medical" and "Fire", beside "Station".

    Every column of a group has a name of its own; a column beside the groups may have its name in either row. A record is
    told from names by the figures that all records have where it has a word, or by its gaps under two groups or more.
    """
    places = [place for place, cell in enumerate(lower) if cell.strip()]
    if len(upper) != len(lower) or filled_in(upper) < _FEWEST_COLUMNS or not _are_names([lower[place] for place in places]):
        return False
    runs = _runs(upper)
    wide, alone = [run for run in runs if len(run) > 1], [run[0] for run in runs if len(run) == 1]
    is_named = all(place in places or place in alone for place in range(len(upper)))
    if not wide or not is_named or not _are_apart(upper, runs, lower) or _is_pair(upper, lower):
        return False
    merged, figures = [place for place in alone if place not in places], set(figure_places(below, len(lower)))
    told = len(figures.intersection(places))
    if not merged:
        return told >= _FEWEST_FIGURES
    return (told > 0 or len(wide) > 1) and _are_filled(below, merged)


def names_below(sample: Sequence[Record], row: int) -> int:
    """Return the row, or where it holds particulars of a report ("Run by:", "BDS") the row of names that follows them.

    The names fill all columns and stand above figures. Particulars fill fewer columns, or, before a blank row, two at most.
    """
    for names in range(row + 1, min(row + _FARTHEST, len(sample) - 1) + 1):
        cells, above = sample[names - 1], sample[row - 1:names - 1]
        is_parted = not filled_in(above[-1])
        figures = figure_places(sample[names:], len(cells)) if _fills_all(cells) else []
        if len(figures) >= (1 if is_parted else _FEWEST_FIGURES):
            most = max(_PAIR, filled_in(cells) - 1) if is_parted else filled_in(cells) - 1
            are_particulars = all(filled_in(one) <= most and not _are_figures(one, figures) for one in above)
            return names if are_particulars else row
    return row


def _runs(upper: Record) -> list[list[int]]:
    """Return the places of each label with those of the blanks to its right; blanks before the first label are runs of one."""
    runs: list[list[int]] = []
    for place, cell in enumerate(upper):
        if cell.strip() or not runs or not upper[runs[-1][0]].strip():
            runs.append([place])
        else:
            runs[-1].append(place)
    return runs


def _are_apart(upper: Record, runs: Sequence[Sequence[int]], lower: Record) -> bool:
    """Return whether both rows together name every column differently, and no group is named twice side by side."""
    labels = [(upper[run[0]].strip(), lower[place].strip()) for run in runs for place in run]
    is_repeated = any(left.strip() == right.strip() != "" for left, right in pairwise(upper))
    are_titles_of_figures = any(not _YEAR.fullmatch(cell) for cell in figures_in(upper))
    return all(map(any, labels)) and len(set(labels)) == len(labels) and not is_repeated and not are_titles_of_figures


def _is_pair(upper: Record, lower: Record) -> bool:
    """Return whether the upper row is a particular and what it is, padded to the width of the names: "Run by", "BDS"."""
    return all(lower) and filled_in(upper) == _PAIR and filled_in(upper[:_PAIR]) == _PAIR


def _are_names(cells: Sequence[str]) -> bool:
    return bool(cells) and not figures_in(cells) and all(
        any(map(str.isalpha, cell)) and cell.strip().lower() not in _NOTHING for cell in cells)


def _fills_all(cells: Record) -> bool:
    return len(cells) >= _FEWEST_COLUMNS and _are_names(cells) and len(set(map(str.strip, cells))) == len(cells)


def _are_figures(record: Record, places: Sequence[int]) -> bool:
    return bool(figures_in(record)) and all(place < len(record) and figures_in([record[place]]) for place in places)


def _are_filled(below: Sequence[Record], places: Sequence[int]) -> bool:
    """Return whether nearly all records have something at one of the places where the row above them has nothing."""
    records = [record for record in below if filled_in(record)]
    filled = (sum(place < len(record) and bool(record[place].strip()) for record in records) for place in places)
    return any(count * 10 >= 9 * len(records) > 0 for count in filled)
