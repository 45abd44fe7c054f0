"""Tells a row of names below blank rows: the first row of another table that somebody wrote under the first one.

Decision: a gap is a sign of its own, so less is asked than of a row in the middle of records (names_within): one column of
figures below a word, and one in which another kind of thing stands below than above, or two columns of words that recur, with
none of them on both sides. A word that stands above or below itself is no name.
"""

from collections.abc import Sequence

from steward.table.names_within import AROUND, FEWEST, Cells, are_figures, is_row_of_words

MOST_GAPS = 200     # places where blank rows end; where there are more, people part groups or pages of one table by them
MOST_TITLES = 3     # rows of one cell between the gap and the names
_RECURRING = 0.5    # of the cells of a column are different ones, at most
_FEWEST_CELLS = 4   # on each side, before they tell anything about recurring


def begins_another(columns: Sequence[Cells], at: int) -> bool:
    """Return whether the row at one place, the first below a gap, names the columns of what stands below it.

    Shape: `columns` holds for each column its cells around the row, blank rows left away.
    """
    sides = [([cell.strip() for cell in column[max(0, at - AROUND):at]], column[at].strip(),
              [cell.strip() for cell in column[at + 1:at + 1 + AROUND]]) for column in columns]
    if not is_row_of_words([own for _, own, _ in sides]) or not sides or len(sides[0][2]) < FEWEST or not at:
        return False
    if any(own and (own in above or own in below) for above, own, below in sides):
        return False
    if any(not own and _is_mostly_filled(below) for _, own, below in sides):
        return False
    named = sum(bool(own) and are_figures(below) for _, own, below in sides)
    changed = sum(bool(own) and are_figures(above) is not are_figures(below) for above, own, below in sides)
    others = sum(bool(own) and _are_other_words(above, below) for above, own, below in sides)
    return (named > 0 and (named > 1 or changed + others > 0)) or (changed + others >= FEWEST)


def below_titles(rows: Sequence[Cells]) -> int:
    """Return how many of the first rows hold one cell alone, as titles do; none where nothing else follows soon."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:MOST_TITLES + 1]]
    return next((place for place, count in enumerate(filled) if count > 1), 0)


def _is_mostly_filled(cells: Cells) -> bool:
    return sum(map(bool, cells)) * 2 > len(cells)


def _are_other_words(above: Cells, below: Cells) -> bool:
    """Return whether words recur on both sides of a row, and none of them on both."""
    upper, lower = ([cell for cell in cells if cell] for cells in (above, below))
    if are_figures(upper) or are_figures(lower) or min(len(upper), len(lower)) < _FEWEST_CELLS:
        return False
    recurring = all(len(set(cells)) <= _RECURRING * len(cells) for cells in (upper, lower))
    return recurring and not set(upper) & set(lower)
