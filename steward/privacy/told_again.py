"""Which columns still say what a change took out of another cell of the same record.

Context: a surname that is cut to a letter still stands in "Called Ms. Tran back", and a house number in the notes. Decision:
the words and numbers that a cell lost are looked for in the other cells of its own record, so that no list of names is needed
and no name is too rare for it. Words that stand as often in other records, such as "LLC" or "Park", do not count. Refused: a
search in all records (a common surname stands everywhere).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.new_names import new_names
from steward.table.sheet import Sheet

MOST_ROWS = 10_000        # are looked at, evenly through the table
MOST_COLUMNS = 60
_LONGEST, _SHORT, _RARELY, _FEW = 4_000, 3, 0.01, 3
_SPREAD, _OTHERS = 3, 4   # standard deviations by which own records tell more than others, and how often others are mixed
_WORD = re.compile(r"[^\W\d_]{2,}(?:['\u2019][^\W\d_]+)*|\d{3,}")
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Jr", "Sr", "II", "III"))
Places = npt.NDArray[np.int64]
Words = frozenset[str]
Cells = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAgain:
    """A column, which other one it gives away, and in which records: 0-based places of the later sheet that were looked at."""

    column: str
    hidden: str
    places: tuple[int, ...]


def told_again(before: Sheet, after: Sheet, hidden: Iterable[str], left: Sequence[str]) -> tuple[ToldAgain, ...]:
    """Return which of the columns `left` hold, in the same record, what the columns `hidden` lost; none of reshaped tables.

    A column counts from a hundredth of the records on, three at most.
    """
    if after.parts is not None or not after.height:
        return ()
    step = max(1, after.height // MOST_ROWS)
    places = np.arange(0, after.height, step, dtype=np.int64)[:MOST_ROWS]
    earlier, names, words = np.searchsorted(before.rows, after.rows[places]), new_names(before, after), cache(_words)
    read = {name: [words(cell) for cell in _cells(after, name, places)] for name in left[:MOST_COLUMNS]}
    found: list[ToldAgain] = []
    for one in hidden:
        new = names.get(one, one)
        kept = _cells(after, new, places) if new in after.names else [""] * len(places)
        lost = [words(was) - words(now) for was, now in zip(_cells(before, one, earlier), kept, strict=True)]
        found += [ToldAgain(column=name, hidden=one, places=told) for name, seen in read.items() if name != new
                  and (told := _told(lost, seen, places))]
    return tuple(found)


def _told(lost: Sequence[Words], seen: Sequence[Words], places: Places) -> tuple[int, ...]:
    """Return the places whose own record tells, where more do than of records that have nothing to do with each other."""
    own = [number for number, (words, cell) in enumerate(zip(lost, seen, strict=True))
           if not words.isdisjoint(cell) and _tells(words, cell)]
    chance = sum(_by_chance(lost, seen)) / _OTHERS if own else 0.0
    least = max(min(_FEW, max(1, int(len(seen) * _RARELY))), _SPREAD * sqrt(chance))
    return tuple(int(places[number]) for number in own) if len(own) - chance >= least else ()


def _by_chance(lost: Sequence[Words], seen: Sequence[Words]) -> list[int]:
    """Return how many cells tell what was lost in any other record, for a few ways to mix the records."""
    dice = np.random.default_rng(len(seen))
    return [sum(other != own and not cell.isdisjoint(lost[other]) and _tells(lost[other], cell)
                for own, (other, cell) in enumerate(zip(dice.permutation(len(seen)).tolist(), seen, strict=True)))
            for _ in range(_OTHERS)]


def _tells(lost: Words, cell: Words) -> bool:
    """Return whether a cell holds one of the words that were lost, or all of the numbers."""
    common = lost & cell
    return any(not word.isdigit() for word in common) or all(word in cell for word in lost if word.isdigit())


def _words(cell: str) -> Words:
    """Return the words and longer numbers of a cell; a short word without a capital is another one, as "to" is not "To"."""
    return frozenset(f"-{word}" if len(word) <= _SHORT and word.islower() else word.casefold()
                     for word in _WORD.findall(cell[:_LONGEST]) if word not in _TITLES)


def _cells(sheet: Sheet, name: str, places: Places) -> Cells:
    cells: Cells = sheet.column(name).values.take(pa.array(places)).to_pylist()
    return cells
