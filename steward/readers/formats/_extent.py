"""Which part of a sheet is read as the table: what a person marked as one, else the largest that its layout shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from steward.readers.formats._grid import Grid
from steward.readers.formats._listed_tables import ListedTable
from steward.readers.regions import SHARE, Filled, find_regions
from steward.table.preview import Region
from steward.vocabulary.recipe import ImportStep

MOST_ROWS_LOOKED_AT = 20_000   # longer sheets come out of systems and hold one table
_A_NOTE = 2                    # cells beside the table of a sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The rows and columns of the sheet that are read, 1-based, ends included; a last row or column of 0 is the end."""

    region: Region
    is_chosen: bool                   # by a person; else proposed
    regions: tuple[Region, ...] = ()  # all tables that were found, the proposed one first
    header_rows: tuple[int, ...] | None = None    # where the sheet itself says which row holds the names

    @property
    def is_whole(self) -> bool:
        """Return whether it is the whole sheet, for want of several tables to choose from."""
        return not self.is_chosen and self.region == (1, self.region[1], 0, 0)

    @property
    def is_alone(self) -> bool:
        """Return whether no other table stands on the sheet: what is written above it are its titles, wherever they begin."""
        return not self.is_chosen and len(self.regions) < 2  # noqa: PLR2004  # itself

    def places(self, first_column: int) -> slice:
        """Return which cells of a row, counted from the sheet's first used column, lie inside."""
        _, left, _, right = self.region
        return slice(max(0, left - first_column), max(0, right - first_column + 1) if right else None)

    def holds(self, row: int) -> bool:
        """Return whether a row lies inside."""
        top, _, bottom, _ = self.region
        return top <= row and (not bottom or row <= bottom)

    def applied(self, step: ImportStep) -> ImportStep:
        """Return the step with this region, and with the rows of names that the sheet tells unless a person chose others."""
        header = self.header_rows if step.header_rows is None else step.header_rows
        return replace(step, region=self.region, header_rows=header)


def extent_of(grid: Grid, chosen: tuple[int, ...] | None) -> Extent:
    """Return the region that a person chose, else the largest table marked as one, else the largest that the layout shows.

    The only table of a sheet is read with all that stands above it as its titles, unless it has no row of names.
    """
    if chosen is not None:
        top, left, bottom, right = chosen
        region = (max(1, top), max(grid.first_column, left), bottom, right)
        return Extent(region=region, is_chosen=True, header_rows=_names_of(region, grid))
    filled, found = _laid_out(grid)
    marked = _marked(grid)
    regions = (*marked, *(one for one in found if not any(_meet(one, other) for other in marked)))
    if marked or len(regions) > 1:
        region = _open_ended(regions[0], grid) if len(regions) == 1 else regions[0]
        return Extent(region=region, is_chosen=False, regions=regions, header_rows=_names_of(regions[0], grid))
    whole: Region = (1, grid.first_column, 0, 0)
    is_narrow = bool(found) and _few_beside(filled, found[0], grid.first_column)
    return Extent(region=_open_ended((1, found[0][1], 0, found[0][3]), grid) if is_narrow else whole, is_chosen=False,
                  regions=regions or (whole,))


def _laid_out(grid: Grid) -> tuple[Filled, tuple[Region, ...]]:
    """Return which cells are filled, and the tables that their layout shows; neither of a long sheet."""
    cells: list[Sequence[str]] = list(grid.rows()) if grid.last_row <= MOST_ROWS_LOOKED_AT else []
    filled = np.array([[bool(cell.strip()) for cell in row] for row in cells], np.bool_)
    if filled.ndim != 2 or not filled.any():  # noqa: PLR2004  # rows and columns
        return filled, ()
    return filled, find_regions(filled, lambda row: cells[row - 1], 1, grid.first_column)


def _marked(grid: Grid) -> tuple[Region, ...]:
    """Return the marked tables with a record in them, each with the titles above it, the one with most cells first."""
    known = [table for table in grid.side.tables if _is_used(table, grid)]
    ranked = sorted(known, key=lambda table: -_size(table.region))
    return tuple(_with_titles(table, [other.region for other in known if other is not table]) for table in ranked)


def _is_used(table: ListedTable, grid: Grid) -> bool:
    top, left, bottom, right = table.region
    is_inside = grid.first_column <= left and right <= grid.last_column and bottom <= grid.last_row
    return is_inside and bottom - top + 1 > int(table.has_names)


def _with_titles(table: ListedTable, others: Sequence[Region]) -> Region:
    """Return the region with the rows above it up to the next table, if a row of names parts them from the records."""
    top, left, bottom, right = table.region
    above = (other[2] for other in others if other[2] < top and _meet(other, (1, left, bottom, right)))
    return (max(above, default=0) + 1 if table.has_names else top, left, bottom, right)


def _names_of(region: Region, grid: Grid) -> tuple[int, ...] | None:
    """Return the row of names of the marked table that a region holds, none for a table without one; None for other regions."""
    top, left, bottom, right = region
    for table in grid.side.tables:
        first, *others = table.region
        if top <= first and others == [left, bottom or grid.last_row, right or grid.last_column]:
            return (first,) if table.has_names else ()
    return None


def _open_ended(region: Region, grid: Grid) -> Region:
    """Return the region without a last row or column where it goes to the end of the sheet."""
    top, left, bottom, right = region
    is_to_the_side = left == grid.first_column and right == grid.last_column
    return (top, left, 0 if bottom == grid.last_row else bottom, 0 if is_to_the_side else right)


def _few_beside(filled: Filled, region: Region, first_column: int) -> bool:
    """Return whether so few cells stand left and right of the only table that they are notes and not columns of it."""
    top, left, bottom, right = region
    rows = filled[top - 1:bottom]
    beside = int(rows.sum()) - int(rows[:, left - first_column:right - first_column + 1].sum())
    return beside <= max(_A_NOTE, SHARE * len(rows))


def _meet(one: Region, other: Region) -> bool:
    """Return whether two regions have a cell in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _size(region: Region) -> int:
    return (region[2] - region[0] + 1) * (region[3] - region[1] + 1)
