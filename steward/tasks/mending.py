"""Proposes how a record that was set apart may be put into the table; never done by itself: a person sees it and says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from steward.remedies import StepDoesNotFit
from steward.remedies.mend_row import INSERT, JOIN, SPLIT, Record, delimiter_of, group_at, joined, mend_step, mended, width_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.tasks.workbench import Workbench
from steward.vocabulary.finding import Finding
from steward.vocabulary.recipe import Step

__all__ = ["INSERT", "JOIN", "MOST_ROWS", "SPLIT", "SetApart", "cells_after", "labels_of", "set_apart", "step_for_rows"]

MOST_ROWS = 500             # of a finding are looked at; after an answer the next ones are
_SHAPES_FROM = 2_000        # values of a column whose shapes a cell is held against
_TYPED = frozenset(("integer", "number", "date", "datetime", "time", "year", "yearmonth", "boolean", "geopoint"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetApart:
    """One record that was set apart. `cells` are for the screen only."""

    row: int
    records: int                        # how many the proposal reaches over
    edits: tuple[int, ...]              # the proposed ones; () where none is clearly right
    is_proposed: bool
    cells: Record = field(repr=False)   # before any edit

    @property
    def way(self) -> tuple[int, tuple[int, ...], int]:
        """Return what rows have in common that can be mended alike: their cells, and what is proposed."""
        return (len(self.cells), self.edits, self.records)


def set_apart(bench: Workbench, finding: Finding) -> tuple[SetApart, ...]:
    """Return the first records of a finding with what is proposed for each."""
    shapes = _Shapes(bench)
    there = {one.row for one in bench.candidate.quarantine}
    taken: set[int] = set()
    found = []
    for row in (row for row in finding.rows[:MOST_ROWS] if row in there):
        if row not in taken:
            found.append(one := _looked_at(bench.candidate, row, shapes))
            taken.update(range(row, row + one.records))
    return tuple(found)


def cells_after(bench: Workbench, row: int, records: int, edits: tuple[int, ...]) -> Record:
    """Return the cells of a record after some edits, for the screen. Raises: StepDoesNotFit."""
    sheet = bench.candidate
    return mended(joined(sheet, group_at(sheet, row, records)), edits, delimiter_of(sheet))


def labels_of(bench: Workbench) -> tuple[str, ...]:
    """Return the name that each cell of a record would stand under."""
    by_position = {column.position: column.name for column in bench.candidate.columns}
    return tuple(by_position.get(place, "") for place in range(1, width_of(bench.candidate) + 1))


def step_for_rows(rows: tuple[int, ...], edits: tuple[int, ...], records: int) -> Step:
    """Return the step that mends these rows alike."""
    return mend_step(rows, edits, records)


def _looked_at(sheet: Sheet, row: int, shapes: "_Shapes") -> SetApart:
    cells = joined(sheet, group_at(sheet, row, 1))
    width = width_of(sheet)
    if len(cells) < width and (both := _with_next(sheet, row)) is not None and len(both) == width and shapes.fit(both):
        return SetApart(row=row, records=2, edits=(), is_proposed=True, cells=both)
    ways = [edits for edits in _ways(len(cells), width) if shapes.fit(mended(cells, edits, delimiter_of(sheet)))]
    is_clear = len(ways) == 1
    return SetApart(row=row, records=1, edits=ways[0] if is_clear else (), is_proposed=is_clear, cells=cells)


def _with_next(sheet: Sheet, row: int) -> Record | None:
    try:
        return joined(sheet, group_at(sheet, row, 2))
    except StepDoesNotFit:
        return None


def _ways(count: int, width: int) -> Iterator[tuple[int, ...]]:
    """Give the single edits that bring a record to its width: a join of two cells, or an empty cell somewhere."""
    if count == width + 1:
        yield from ((JOIN, cell, 0) for cell in range(count - 1))
    if count == width - 1:
        yield from ((INSERT, cell, 0) for cell in range(count + 1))


class _Shapes:
    """What the cells of typed columns look like, figures as 9 and letters as a; columns of words take anything."""

    def __init__(self, bench: Workbench) -> None:
        self._by_place = {column.column.position - 1: _shapes_of(column) for column in bench.report.profile.columns
                          if column.type in _TYPED}

    def fit(self, cells: Record) -> bool:
        """Return whether every cell of a typed column looks like others there; False where no column has a type."""
        known = [(cells[place], shapes) for place, shapes in self._by_place.items() if place < len(cells)]
        return bool(known) and all(_shape(cell) in shapes for cell, shapes in known)


def _shapes_of(column: ColumnProfile) -> frozenset[str]:
    values = column.column.values[:_SHAPES_FROM].to_pylist()
    return frozenset(_shape(value) for value in values)


def _shape(cell: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", cell.strip()))
