"""Tells a row of names in the middle of records: the first row of another table that nothing parts from the one above it.

Decision: a row is taken for names only where it has words, each of them once, in every column of figures around it, and in two
such columns at least; or where it and nearly all rows below it have another number of cells than those above it, with figures
below its words. Words for "nothing" are no names: whoever asks has left them out.
"""

from collections.abc import Sequence

AROUND = 50         # records above and below that are looked at
FEWEST = 2          # columns with words among figures, and records below
LONGEST = 60        # characters of a name
_NEARLY_ALL = 0.8

Cells = Sequence[str]


def is_row_of_words(cells: Cells) -> bool:
    """Return whether a row has two cells or more that are filled, each with another word, and no figure."""
    words = [cell.strip() for cell in cells if cell.strip()]
    return (len(words) >= FEWEST and not any(is_figure(word) or len(word) > LONGEST for word in words)
            and len({word.casefold() for word in words}) == len(words))


def are_names(columns: Sequence[Cells], at: int) -> bool:
    """Return whether the cells at one place have words where those above or below them in their columns are figures.

    Shape: `columns` holds for each column its cells around the row, `at` is the place of the row among them. No word may stand
    above or below itself.
    """
    words, broken, above_figures = list[str](), 0, 0
    for column in columns:
        cells = [cell.strip() for cell in column]
        own, above, below = cells[at], cells[:at], cells[at + 1:]
        is_above, is_below = are_figures(above), are_figures(below)
        if not own:
            if is_above and is_below:
                return False
            continue
        if is_figure(own) or len(own) > LONGEST or own in above or own in below:
            return False
        words.append(own.casefold())
        broken += is_above or is_below
        above_figures += is_below
    return broken >= FEWEST and above_figures > 0 and len(set(words)) == len(words)


def heads_others(names: Cells, below: Sequence[Cells]) -> bool:
    """Return whether a row of words has as many cells as nearly all rows below it, which have figures and not its words."""
    fitting = [cells for cells in below if len(cells) == len(names)]
    if len(fitting) < FEWEST or len(fitting) < _NEARLY_ALL * len(below) or not is_row_of_words(names):
        return False
    columns = [(name, [cells[place].strip() for cells in fitting]) for place, name in enumerate(names) if name.strip()]
    return any(are_figures(column) for _, column in columns) and not any(name.strip() in column for name, column in columns)


def is_figure(cell: str) -> bool:
    """Return whether a cell without blanks around it is a number, a date or a time."""
    return cell.lstrip("-+($€£ ")[:1].isdigit() and not any(map(str.isalpha, cell.strip("TZ")))


def are_figures(cells: Cells) -> bool:
    """Return whether nearly all cells that hold anything, without blanks around them, are numbers, dates or times."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(is_figure, filled)) >= _NEARLY_ALL * len(filled)
