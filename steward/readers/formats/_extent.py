"""Which part of a sheet is read as the table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from steward.readers.regions import find_regions
from steward.table.preview import Region

MOST_ROWS_LOOKED_AT = 20_000   # longer sheets come out of systems and hold one table


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The rows and columns of the sheet that are read, 1-based, ends included; a last row or column of 0 is the end."""

    region: Region
    is_chosen: bool                   # by a person; else proposed
    regions: tuple[Region, ...] = ()  # all tables that were found, the proposed one first

    @property
    def is_whole(self) -> bool:
        """Return whether it is the whole sheet, for want of several tables to choose from."""
        return not self.is_chosen and self.region[2:] == (0, 0)

    def places(self, first_column: int) -> slice:
        """Return which cells of a row, counted from the sheet's first used column, lie inside."""
        _, left, _, right = self.region
        return slice(max(0, left - first_column), max(0, right - first_column + 1) if right else None)

    def holds(self, row: int) -> bool:
        """Return whether a row lies inside."""
        top, _, bottom, _ = self.region
        return top <= row and (not bottom or row <= bottom)


def extent_of(rows: Callable[[], Iterator[Sequence[str]]], last_row: int, first_column: int,
              chosen: tuple[int, ...] | None) -> Extent:
    """Return the region that a person chose, else the largest table of the sheet, else the whole of it.

    Shape: `rows` gives the rows of the sheet from its first one, cells from `first_column` on.
    """
    if chosen is not None:
        top, left, bottom, right = chosen
        return Extent(region=(max(1, top), max(first_column, left), bottom, right), is_chosen=True)
    found = _found(rows, first_column) if last_row <= MOST_ROWS_LOOKED_AT else ()
    whole = (1, first_column, 0, 0)
    return Extent(region=found[0] if len(found) > 1 else whole, is_chosen=False, regions=found or (whole,))


def _found(rows: Callable[[], Iterator[Sequence[str]]], first_column: int) -> tuple[Region, ...]:
    """Return the tables of the sheet; titles above the first one are left to the search for the header."""
    cells = list(rows())
    filled = np.array([[bool(cell.strip()) for cell in row] for row in cells], np.bool_)
    if filled.ndim != 2 or not filled.any():  # noqa: PLR2004  # rows and columns
        return ()
    return find_regions(filled, lambda row: cells[row - 1], 1, first_column)
