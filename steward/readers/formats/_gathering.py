"""Gathers the records of a sheet, and proves that each of its filled cells went somewhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from steward.readers.formats._extent import Extent
from steward.readers.formats._grid import Block
from steward.readers.header import Layout
from steward.table.account import Account, Unit
from steward.table.sheet import Oddity
from steward.vocabulary.positions import Positions

Numbers = npt.NDArray[np.int64]
Filled = npt.NDArray[np.bool_]      # of the cells of a block: a line for each column, a place for each row


@dataclass(slots=True, kw_only=True)
class Gathering:
    """The records as they are gathered, and a count of the filled cells of every row by where they went.

    Shape: `places` are those of the published columns, counted from the first column of the region.
    """

    layout: Layout
    extent: Extent
    first_column: int                 # of the blocks that are taken, 1-based
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

    def take_all(self, blocks: Iterable[Block], tell: Callable[[int], object]) -> None:
        """Take the rows of the sheet from its first one on."""
        self.columns = [[] for _ in self.places]
        hidden, header = np.array(sorted(self.hidden_rows), np.int64), np.array(self.layout.header_rows, np.int64)
        for first, cells in blocks:
            filled = np.array([np.asarray(pc.greater(pc.binary_length(column), 0)) for column in cells], np.bool_)
            rows = np.arange(first, first + (filled.shape[1] if cells else 0))
            self._add(cells, self._sorted(rows, filled, hidden, header))
            tell(int(rows[-1]))

    def account(self) -> Account:
        """Return the account; the records are counted in the finished columns, the total in the rows of the sheet."""
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

    def _sorted(self, rows: Numbers, filled: Filled, hidden: Numbers, header: Numbers) -> Filled:
        """Return which rows are records, and count the cells of all others."""
        is_inside = self._inside(rows, filled)
        count = filled[self._within].sum(axis=0) * is_inside
        is_above = (rows < self.layout.first_row) | ~is_inside
        is_header, is_hidden = is_above & np.isin(rows, header), ~is_above & np.isin(rows, hidden)
        self._header += int(count[is_header].sum())
        self._titles += int(count[is_above & ~is_header].sum())
        self._left_out += int(count[is_hidden].sum())
        is_rest = ~is_above & ~is_hidden
        self.blank_rows.extend(rows[is_rest & (count == 0)].tolist())
        is_record = is_rest & (count > 0)
        self.rows.extend(rows[is_record].tolist())
        self._left_out += int(self._unpublished(filled)[:, is_record].sum())
        return np.asarray(is_record)

    @property
    def _within(self) -> slice:
        return slice(None) if self.extent.is_whole else self.extent.places(self.first_column)

    def _inside(self, rows: Numbers, filled: Filled) -> Filled:
        """Return which rows lie in the region; count all filled cells, and those outside of it."""
        self._total += int(filled.sum())
        if self.extent.is_whole:
            return np.ones(len(rows), bool)
        top, _, bottom, _ = self.extent.region
        is_inside = (rows >= top) & ((rows <= bottom) | (not bottom))
        outside = filled.sum(axis=0) - filled[self._within].sum(axis=0) * is_inside
        if self.extent.is_alone:      # what is written above the only table is its title, wherever it begins
            is_title = (rows < self.layout.first_row) & ~np.isin(rows, self.layout.header_rows)
            self._titles += int(outside[is_title].sum())
            outside = np.where(is_title, 0, outside)
        self._outside += int(outside.sum())
        self.outside_rows.extend(rows[outside > 0].tolist())
        return is_inside

    def _unpublished(self, filled: Filled) -> Filled:
        """Return the cells of the region's columns that are left out."""
        published = frozenset(self.places)
        return filled[self._within][[place for place in range(len(self.layout.labels)) if place not in published]]

    def _add(self, cells: list[pa.Array], is_record: Filled) -> None:
        within, mask = cells[self._within], None if is_record.all() else pa.array(is_record)
        for column, place in zip(self.columns, self.places, strict=True):
            column.append(within[place] if mask is None else within[place].filter(mask))
