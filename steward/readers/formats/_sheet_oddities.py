"""What was noticed while a sheet was read: rows out of sight, errors, merged cells, numbers shown otherwise."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from steward.readers.formats._extent import Extent
from steward.readers.formats._grid import Grid
from steward.table.sheet import KEPT_AS_TEXT, Oddity
from steward.vocabulary.positions import Positions
from steward.vocabulary.recipe import HiddenRows

_HIDDEN = {HiddenRows.FILTER: "filtered-row", HiddenRows.GROUP: "grouped-row", HiddenRows.HAND: "hidden-row",
           HiddenRows.HEIGHT: "low-row"}

_FEWEST_ZEROS = 2      # formulas of a sheet, all of them with the result 0


def oddities(grid: Grid, extent: Extent, first_row: int, twice: Sequence[int] = ()) -> Iterator[Oddity]:
    """Yield one oddity for each kind that was noticed, of merged cells one for each column.

    Shape: records begin at `first_row`; `twice` are the rows of cells that the workbook holds twice.
    """
    side = grid.side
    if grid.numbered and not side.is_known:
        yield Oddity(kind="formats-unread", count=len(grid.numbered))
    counted: dict[str, Iterable[int]] = {
        **{_HIDDEN[kind]: list(filter(extent.holds, rows)) for kind, rows in grid.out_of_sight().items()},
        "error-cell": [row for row, _ in side.errors], "uncached-formula": side.unsaved, "long-number": grid.cut,
        "zero-formula": side.zeros if len(side.zeros) >= _FEWEST_ZEROS else (),
        "empty-formula": side.empties if len(side.empties) >= _FEWEST_ZEROS else ()}
    for kind, rows in counted.items():
        if known := list(rows):
            yield Oddity(kind=kind, count=len(known), rows=Positions(sorted(set(known))))
    if twice:
        yield Oddity(kind="cell-twice", count=len(twice), rows=Positions(sorted(set(twice))))
    if side.otherwise_count:
        yield Oddity(kind="number-shown-otherwise", count=side.otherwise_count, rows=side.otherwise)
    if side.dates_otherwise_count:
        yield Oddity(kind="date-shown-otherwise", count=side.dates_otherwise_count, rows=side.dates_otherwise)
    yield from _merged(grid, extent, first_row)
    for column, pieces in sorted(grid.kept_as_text.items()):
        rows = [row for row in np.unique(np.concatenate(pieces)).tolist() if row >= first_row and extent.holds(row)]
        if rows:
            yield Oddity(kind=KEPT_AS_TEXT, count=len(rows), rows=Positions(rows), position=column)


def _merged(grid: Grid, extent: Extent, first_row: int) -> Iterator[Oddity]:
    """Yield the rows that a merged cell covers below its first one, column by column, and those with one across columns."""
    down: dict[int, set[int]] = {}
    across: set[int] = set()
    for top, left, bottom, right in grid.side.merges:
        rows = [row for row in range(max(top, first_row), min(bottom, grid.last_row) + 1) if extent.holds(row)]
        if rows and bottom > top:
            down.setdefault(left, set()).update(row for row in rows if row > top)
        if rows and right > left:
            across.update(rows)
    for column, covered in sorted(down.items()):
        if covered:
            yield Oddity(kind="merged-rows", count=len(covered), rows=Positions(sorted(covered)), position=column)
    if across:
        yield Oddity(kind="merged-across", count=len(across), rows=Positions(sorted(across)))
