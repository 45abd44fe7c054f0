"""Which column of a table is what others give: budget - spent = remaining, opening + received - paid = closing.

Nobody says so: the great majority of the records prove it. Only records in which each part counts are heard, their results
must differ, and near misses of one tell of rounding, or of ages counted from years, which is no rule.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from steward.table._words import CODE_WORDS, words_of
from steward.table.distinct import Mask
from steward.table.figures import Figures
from steward.table.profile import ColumnProfile

FEWEST_ROWS, FEWEST_RESULTS = 6, 5
MOSTLY, NEAR = 0.85, 0.03           # of the records that count
CENT, ONE = 0.011, 1.0
MOST_COLUMNS, NEIGHBORS = 10, 8
RESULT = re.compile(r"(?i)(?:^|[^a-z])(?:net|balance|remain(?:ing|der)?|left|available|differ(?:ence)?|diff|variance|change|chg"
                    r"|surplus|deficit|ending|closing|end|unspent|outstanding|growth|gain|loss|result|profit|over|under|total)"
                    r"(?:[^a-z]|$)")


@dataclass(frozen=True, slots=True)
class Balance:
    """The 0-based places of a column, and of those that are added and taken away to give it."""

    result: int
    added: tuple[int, ...]
    taken: tuple[int, ...]

    @property
    def parts(self) -> frozenset[int]:
        """Return all columns of it."""
        return frozenset((self.result, *self.added, *self.taken))

    def differs(self, figures: Sequence[Figures]) -> Mask:
        """Return which records tell all numbers of it and do not agree."""
        gap = self._gap(figures)
        return np.asarray(np.isfinite(gap) & (np.abs(gap) > CENT), np.bool_)

    def is_proved(self, figures: Sequence[Figures]) -> bool:
        """Return whether the great majority of the records keep to it."""
        every = [figures[place] for place in (self.result, *self.added, *self.taken)]
        counts = np.logical_and.reduce([np.isfinite(one) & (one != 0) for one in every])
        told = np.logical_and.reduce([np.isfinite(one) for one in every])
        if counts.sum() < FEWEST_ROWS or self.differs(figures).sum() > (1 - MOSTLY) * told.sum() + 1:
            return False
        gap = np.abs(self._gap(figures)[counts])
        agrees = gap <= CENT
        near = ((gap > CENT) & (gap <= ONE)).sum()
        return bool(agrees.sum() >= max(FEWEST_ROWS - 1, MOSTLY * counts.sum()) and near <= max(1, NEAR * counts.sum())
                    and len(np.unique(figures[self.result][counts][agrees])) >= FEWEST_RESULTS)

    def _gap(self, figures: Sequence[Figures]) -> Figures:
        total = -figures[self.result]
        for place in self.added:
            total = total + figures[place]
        for place in self.taken:
            total = total - figures[place]
        return np.asarray(total, np.float64)


def is_counted(column: ColumnProfile) -> bool:
    """Return whether the numbers of a column may be added up: codes are not."""
    return not words_of(column.name) & CODE_WORDS


def balances(names: Sequence[str], some: Sequence[Figures]) -> Iterator[Balance]:
    """Yield what columns are of others, as some records prove; of the same columns once. Shape: one entry for each column."""
    known: list[frozenset[int]] = []
    for one in _tried(names):
        if not any(one.parts <= parts or parts <= one.parts for parts in known) and one.is_proved(some):
            known.append(one.parts)
            yield one


def _tried(names: Sequence[str]) -> Iterator[Balance]:
    """Yield what is worth trying: named results first, of any column those of two parts where there are few columns."""
    named = [place for place, name in enumerate(names) if RESULT.search(name.replace("_", " "))]
    for result in named[:MOST_COLUMNS]:
        yield from _of_two(result, _around(result, len(names)))
    for result in reversed(range(len(names) if len(names) <= MOST_COLUMNS else 0)):
        yield from _of_two(result, _around(result, len(names)))
    for result in named[:MOST_COLUMNS]:
        yield from _of_three(result, _around(result, len(names)))


def _around(place: int, count: int) -> list[int]:
    return [one for one in range(max(0, place - NEIGHBORS), min(count, place + NEIGHBORS // 2)) if one != place]


def _of_two(result: int, others: Sequence[int]) -> Iterator[Balance]:
    for first, second in combinations(others, 2):
        yield Balance(result, (first,), (second,))
        yield Balance(result, (second,), (first,))
        yield Balance(result, (first, second), ())


def _of_three(result: int, others: Sequence[int]) -> Iterator[Balance]:
    for parts in combinations(others, 3):
        for taken in parts:
            yield Balance(result, tuple(part for part in parts if part != taken), (taken,))
        for added in parts:
            yield Balance(result, (added,), tuple(part for part in parts if part != added))
