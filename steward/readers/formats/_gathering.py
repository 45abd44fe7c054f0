"""Gathers the records of a sheet, and proves that each of its filled cells went somewhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pyarrow as pa

from steward.readers.formats._extent import Extent
from steward.readers.header import Layout
from steward.table.account import Account, Unit
from steward.table.sheet import Oddity
from steward.vocabulary.positions import Positions

ROWS_AT_ONCE = 20_000
Numbered = tuple[int, Sequence[str]]


@dataclass(slots=True, kw_only=True)
class Gathering:
    """The records as they are gathered, and a count of the filled cells of every row by where they went.

    Shape: `places` are those of the published columns, counted from the first column of the region.
    """

    layout: Layout
    extent: Extent
    first_column: int                 # of the rows that are taken, 1-based
    places: tuple[int, ...]
    hidden_rows: frozenset[int]       # left out by choice
    columns: list[list[Any]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    blank_rows: list[int] = field(default_factory=list)
    outside_rows: list[int] = field(default_factory=list)   # that hold anything outside the region
    _total: int = 0
    _header: int = 0
    _titles: int = 0
    _outside: int = 0
    _left_out: int = 0

    def take_all(self, rows: Iterable[Sequence[str]], tell: Callable[[int], object]) -> None:
        """Take the rows of the sheet from its first one on."""
        self.columns = [[] for _ in self.places]
        numbered = enumerate(rows, start=1)
        while part := list(islice(numbered, ROWS_AT_ONCE)):
            self._add(list(self._records(part)))
            tell(part[-1][0])

    def account(self) -> Account:
        """Return the account; the records are counted in the finished columns, the total in the rows of the sheet."""
        import pyarrow.compute as pc

        pieces = (piece for column in self.columns for piece in column)
        records = sum(pc.sum(pc.greater(pc.binary_length(piece), 0)).as_py() or 0 for piece in pieces)
        is_chosen = self.extent.is_chosen
        return Account(unit=Unit.CELL, total=self._total, header=self._header, titles=self._titles, records=records,
                       left_out=self._left_out + (self._outside if is_chosen else 0),
                       passed_over=0 if is_chosen else self._outside)

    def oddities(self) -> Iterator[Oddity]:
        """Give what a person is asked about: cells outside the region that was proposed."""
        if self._outside and not self.extent.is_chosen:
            yield Oddity(kind="outside-region", count=self._outside, rows=Positions(self.outside_rows))

    def _records(self, part: Sequence[Numbered]) -> Iterator[Numbered]:
        """Give the rows that are records, cells of the region only, and count the cells of all others."""
        within, is_whole, first_row = self.extent.places(self.first_column), self.extent.is_whole, self.layout.first_row
        for row, cells in part:
            inside = cells if is_whole else self._inside(row, cells, within)
            filled = _filled(inside)
            self._total += filled if is_whole else _filled(cells)
            if row < first_row or not self.extent.holds(row):
                self._count_above(row, filled)
            elif row in self.hidden_rows:
                self._left_out += filled
            elif filled:
                yield row, inside
            else:
                self.blank_rows.append(row)

    def _inside(self, row: int, cells: Sequence[str], within: slice) -> Sequence[str]:
        inside = cells[within] if self.extent.holds(row) else ()
        if outside := _filled(cells) - _filled(inside):
            self._outside += outside
            self.outside_rows.append(row)
        return inside

    def _count_above(self, row: int, filled: int) -> None:
        if row in self.layout.header_rows:
            self._header += filled
        else:
            self._titles += filled

    def _add(self, records: Sequence[Numbered]) -> None:
        self.rows.extend(row for row, _ in records)
        for column, place in zip(self.columns, self.places, strict=True):
            column.append(pa.array([cells[place] for _, cells in records], pa.string()))
        published = frozenset(self.places)
        unpublished = [place for place in range(len(self.layout.labels)) if place not in published]
        self._left_out += sum(bool(cells[place]) for _, cells in records for place in unpublished)


def _filled(cells: Sequence[str]) -> int:
    """Return how many cells hold anything, blanks too."""
    return sum(map(bool, cells))
