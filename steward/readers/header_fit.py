"""Holds a header against the records below it: whether it is a record itself, and how many columns there are."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest

Record = Sequence[str]

NUMBER = re.compile(r"\s*[-+(]?[$€£]?\s?\d[\d.,]*\s?%?\)?\s*")
DATE = re.compile(r"\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})([T ].*)?\s*")
_LONG_NUMBER = re.compile(r"\s*[-+]?\d{5,}\s*")    # no year and no number of a column
_YEAR = re.compile(r"(?:19|20)\d\d")
_FORMED = re.compile(r"\d.*[^\w\s]|[^\w\s].*\d|\d{5}")   # figures and a sign, or many figures: written in a form of their own
_COUNTED = re.compile(r"\s*[^\W\d_][^\d]*\d+\s*")          # a word and its number: "Main St 12", "U7"
_FRACTION = re.compile(r"\s*-?[$€£]?\d*\.\d+\s*")
_FEWEST_RECORDS, _FEWEST_FIGURES = 3, 2
_FEWEST_COLUMNS = 2
_TYPICAL, _RECURRING = 0.9, 0.2    # of the records


def figures_in(record: Record) -> list[str]:
    """Return the cells that are numbers or dates."""
    return [cell for cell in record if _is_figure(cell)]


def filled_in(record: Record) -> int:
    """Return how many cells hold anything but blanks."""
    return sum(map(bool, map(str.strip, record)))


def is_like_records(record: Record, below: Sequence[Record]) -> bool:
    """Return whether a first row is a record already: figures and no word, or figures and words as the rows below have.

    Years and other short numbers above figures may be names; a date above dates, a long number above numbers, a word that its
    column goes on to repeat or goes on to count is none.
    """
    figures = figures_in(record)
    if figures and not any(re.search(r"[^\W\d_]", cell) for cell in record if cell not in figures):
        return True
    fitting = [other for other in below if len(other) == len(record) and filled_in(other)]
    if not figures or len(fitting) < _FEWEST_RECORDS:
        return False
    columns = [[cell for cell in column if cell.strip()] for column in zip(*fitting, strict=True)]
    of_figures = [place for place, column in enumerate(columns) if _are_mostly(column, _is_figure)]
    return bool(of_figures) and all(_is_figure(record[place]) for place in of_figures) and (
        any(_is_value(record[place], columns[place]) for place in of_figures) or recurs_below(record, fitting)
        or any(map(_is_counted_on, record, columns)))


def are_figures_below(names: Record, below: Sequence[Record]) -> bool:
    """Return whether most columns hold figures in nearly all of the rows below, where this row has a word."""
    fitting = [other for other in below if len(other) == len(names) and filled_in(other)]
    columns = [[cell for cell in column if cell.strip()] for column in zip(*fitting, strict=True)]
    named = [_are_mostly(column, _is_figure) for name, column in zip(names, columns, strict=False) if name.strip() and column]
    return len(fitting) >= _FEWEST_FIGURES and 2 * sum(named) > len(named)


def figure_places(below: Sequence[Record], width: int) -> list[int]:
    """Return the places of the columns that hold figures in nearly all of the records of that many cells."""
    fitting = [other for other in below if len(other) == width and filled_in(other)]
    columns = [[cell for cell in column if cell.strip()] for column in zip(*fitting, strict=True)]
    return [place for place, column in enumerate(columns) if _are_mostly(column, _is_figure)] if len(fitting) > 1 else []


def recurs_below(record: Record, below: Sequence[Record]) -> bool:
    """Return whether a word of a row is a usual value of its column: the row may be a record. Printed again, it is none."""
    others = [other for other in below if list(other) != list(record)]
    if len(others) < _FEWEST_RECORDS:
        return False
    return any(sum(place < len(other) and other[place] == cell for other in others) > max(1, len(others) * _RECURRING)
               for place, cell in enumerate(record) if cell.strip() and not _is_figure(cell))


def looks_like_below(record: Record, below: Sequence[Record]) -> bool:
    """Return whether a row may be a record: a word recurs below it, or a cell with figures is written like those below it."""
    others = [other for other in below if list(other) != list(record)]
    if recurs_below(record, below):
        return True
    if len(others) < _FEWEST_FIGURES:
        return False
    columns = [[one for one in column if one.strip()] for column in zip_longest(*(other[:len(record)] for other in others),
                                                                              fillvalue="")]
    return any(_is_formed_so(cell, column) or _is_counted_on(cell, column)
               for cell, column in zip(record, columns, strict=False) if not _YEAR.fullmatch(cell.strip()))


def _is_formed_so(cell: str, column: Sequence[str]) -> bool:
    """Return whether a cell with a form of its own, or a fraction, stands above nothing but such cells."""
    if _FRACTION.fullmatch(cell):
        return _are_mostly(column, lambda other: _FRACTION.fullmatch(other) is not None)
    return _FORMED.search(cell) is not None and _are_mostly([_form(one) for one in column], _form(cell).__eq__)


def _is_counted_on(cell: str, column: Sequence[str]) -> bool:
    """Return whether a word with a number stands above the same word with other numbers: "Main St 12" above "Main St 14"."""
    return _COUNTED.fullmatch(cell) is not None and _are_mostly([_word(one) for one in column], _word(cell).__eq__)


def _word(cell: str) -> str:
    return cell.strip().rstrip("0123456789")


def _is_long_number(cell: str) -> bool:
    return _LONG_NUMBER.fullmatch(cell) is not None


def _form(cell: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "9", cell.strip()))


def width_of(labels: Sequence[str | None], records: Sequence[Record]) -> int:
    """Return how many columns the table has: as many as names, or where nearly all records agree on a number, that many.

    Fewer than there are names only where no record has as many cells as there are names; one cell below several names is
    rather a record that is torn or wrapped in quotation marks.
    """
    lengths = Counter(len(record) for record in records)
    if not lengths:
        return len(labels) or 1
    length, times = max(lengths.items(), key=lambda pair: (pair[1], pair[0]))
    if not labels:
        return length
    is_agreed = times >= _TYPICAL * len(records)
    if not is_agreed and max(lengths) < len(labels):
        return max(_usual(lengths), default=len(labels))
    return length if is_agreed and (length > len(labels) or _is_too_long(labels, length, lengths)) else len(labels)


def _usual(lengths: Counter[int]) -> list[int]:
    """Return the numbers of cells that many records have, where they do not agree on one."""
    fewest = max(_FEWEST_RECORDS, _RECURRING * lengths.total())
    return [length for length, times in lengths.items() if length >= _FEWEST_COLUMNS and times >= fewest]


def _is_too_long(labels: Sequence[str | None], length: int, lengths: Counter[int]) -> bool:
    is_blank = not any(labels[length:])
    return is_blank or (length >= _FEWEST_COLUMNS and lengths[length] >= _FEWEST_RECORDS and len(labels) not in lengths)


def _is_value(cell: str, column: Sequence[str]) -> bool:
    if DATE.fullmatch(cell):
        return _are_mostly(column, lambda other: DATE.fullmatch(other) is not None)
    return _is_long_number(cell) and _are_mostly(column, _is_long_number)


def _are_mostly(cells: Sequence[str], is_kind: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(is_kind, cells)) >= _TYPICAL * len(cells)


def _is_figure(cell: str) -> bool:
    return NUMBER.fullmatch(cell) is not None or DATE.fullmatch(cell) is not None
