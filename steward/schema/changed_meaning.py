"""Which columns no longer mean what they meant in the published version: their cells tell, although names are the same.

Decision: what is held against each other are the shapes of two columns, from rows spread over each table: the quarters of its
numbers, the values of a small vocabulary, the share of empty cells. Ordinary growth changes none of them by just the factor of
a unit. Refused: tests of significance, which call every large table different.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pyarrow as pa

from steward.table.figures import Figures, figures_at, some_places
from steward.table.inference import profile_column
from steward.table.profile import ColumnProfile
from steward.table.sheet import Column
from steward.vocabulary.message import Message, say, verbatim

SOME_ROWS, FEWEST_ROWS = 20_000, 20
QUARTERS = (0.25, 0.5, 0.75)
# Percent and share, thousands, millions; feet and meters, miles and kilometers, pounds and kilograms, inches, acres; hours,
# minutes, seconds and days.
FACTORS = (100.0, 1000.0, 1_000_000.0, 3.28084, 1.609344, 2.204623, 2.54, 25.4, 12.0, 5280.0, 43_560.0, 60.0, 3600.0, 24.0,
           10.7639)
CLOSE = 0.06                         # of each quarter to the factor
VOCABULARY, USED = 60, 3             # different values at most; times each on average
ALIKE, UNLIKE, GONE = 0.8, 0.3, 0.2  # of the cells
MORE_EMPTY = 0.3                     # of all cells, more than before
NUMBERS = ("integer", "number")


@dataclass(frozen=True, slots=True)
class Shape:
    """What some rows of a column tell: its numbers, NaN where a cell holds none, and its filled cells."""

    name: str
    figures: Figures
    cells: tuple[str, ...]
    rows: int

    @property
    def is_of_numbers(self) -> bool:
        """Return whether nearly all filled cells are numbers."""
        return bool(self.cells) and np.isfinite(self.figures).sum() >= ALIKE * len(self.cells)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Return its values where they are few and each is used again; none else."""
        known = frozenset(self.cells)
        return known if len(known) <= VOCABULARY and len(self.cells) >= USED * len(known) else frozenset()

    @property
    def empty(self) -> float:
        """Return which share of the cells is empty."""
        return 1 - len(self.cells) / max(self.rows, 1)


def shape_of(column: ColumnProfile) -> Shape:
    """Return the shape of a column."""
    places = some_places(column.distinct.height, SOME_ROWS)
    codes = places if column.distinct.codes is None else column.distinct.codes[places]
    filled = ~(column.is_blank | column.is_missing_word)[codes]
    cells = tuple(column.distinct.values.take(pa.array(codes[filled])).to_pylist())
    return Shape(column.name, figures_at(column, places), cells, len(places))


def shapes_before(columns: Mapping[str, pa.ChunkedArray]) -> dict[str, Shape]:
    """Return the shape of each column of the published version, by its public name."""
    return {name: shape_of(profile_column(Column(name=name, label=name, values=some_of(values), position=1)))
            for name, values in columns.items()}


def some_of(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return some cells of a column, spread over all."""
    return values if len(values) <= SOME_ROWS else values.take(pa.array(some_places(len(values), SOME_ROWS)))


def changes(before: Mapping[str, Shape], now: Iterable[tuple[str, ColumnProfile]]) -> Iterator[tuple[ColumnProfile, Message]]:
    """Yield the columns that mean something else now, each with what shows it. Shape: `now` has each by its public name."""
    pairs = [(column, before[name], shape_of(column)) for name, column in now if name in before]
    pairs = [pair for pair in pairs if min(pair[1].rows, pair[2].rows) >= FEWEST_ROWS]
    swapped = dict(_swapped(pairs))
    for place, (column, old, new) in enumerate(pairs):
        said = swapped.get(place) or _scale(old, new) or _vocabulary(old, new) or _emptied(old, new)
        if said is not None:
            yield column, said


def _swapped(pairs: Sequence[tuple[ColumnProfile, Shape, Shape]]) -> Iterator[tuple[int, Message]]:
    """Yield the places of columns whose cells look like those of another before, and the other's like theirs."""
    changed = [place for place, (_, old, new) in enumerate(pairs) if _likeness(old, new) <= UNLIKE]
    for first, second in combinations(changed, 2):
        (_, old, new), (_, other_old, other_new) = pairs[first], pairs[second]
        if _likeness(other_old, new) >= ALIKE and _likeness(old, other_new) >= ALIKE:
            for place, other in ((first, second), (second, first)):
                yield place, say("The cells of this column look like those of column {other} when the dataset was published "
                                 "last, and the other way round, as if the two had changed places.",
                                 other=pairs[other][0].name)


def _likeness(old: Shape, new: Shape) -> float:
    """Return how much two columns are alike, 0 to 1: by the spread of their numbers, else by the share of known cells."""
    if not old.cells or not new.cells:
        return 1.0 if not old.cells and not new.cells else 0.5
    if old.is_of_numbers and new.is_of_numbers:
        return 1 - _furthest(old.figures[np.isfinite(old.figures)], new.figures[np.isfinite(new.figures)])
    if old.is_of_numbers != new.is_of_numbers:
        return 0.0
    known = frozenset(old.cells)
    return sum(cell in known for cell in new.cells) / len(new.cells) if old.vocabulary else 0.5


def _furthest(first: Figures, second: Figures) -> float:
    """Return the largest distance of two distributions. Source: Kolmogorov and Smirnov."""
    every = np.unique(np.concatenate([first, second]))
    shares = [np.searchsorted(np.sort(one), every, side="right") / len(one) for one in (first, second)]
    return float(np.abs(shares[0] - shares[1]).max())


def _scale(old: Shape, new: Shape) -> Message | None:
    if not (old.is_of_numbers and new.is_of_numbers):
        return None
    quarters = [np.quantile(figures[np.isfinite(figures) & (figures != 0)], QUARTERS) for figures in (old.figures, new.figures)
                if (np.isfinite(figures) & (figures != 0)).sum() >= FEWEST_ROWS]
    if len(quarters) < 2 or (quarters[0] * quarters[1] <= 0).any():  # noqa: PLR2004  # both
        return None
    times = quarters[1] / quarters[0]
    for factor in FACTORS:
        if (np.abs(times / factor - 1) <= CLOSE).all():
            return say("Its numbers are about {times} times as large as when the dataset was published last, as if they were "
                       "told on another scale or in another unit.", times=_named(factor))
        if (np.abs(times * factor - 1) <= CLOSE).all():
            return say("Its numbers are about {times} times smaller than when the dataset was published last, as if they were "
                       "told on another scale or in another unit.", times=_named(factor))
    return None


def _named(factor: float) -> Message:
    return verbatim(f"{factor:,.0f}" if factor >= 10 else f"{factor:.2g}")  # noqa: PLR2004  # two digits are enough


def _vocabulary(old: Shape, new: Shape) -> Message | None:
    known = old.vocabulary
    if len(known) < 2 or not new.vocabulary or (old.is_of_numbers and new.is_of_numbers):  # noqa: PLR2004  # one value
        return None
    if sum(cell in known for cell in new.cells) > GONE * len(new.cells):
        return None
    return say("Hardly any of its cells hold one of the values it had when the dataset was published last.")


def _emptied(old: Shape, new: Shape) -> Message | None:
    if new.empty - old.empty < MORE_EMPTY:
        return None
    return say("{now} of 100 cells of this column are empty; when the dataset was published last {before} of 100 were.",
               now=str(round(100 * new.empty)), before=str(round(100 * old.empty)))
