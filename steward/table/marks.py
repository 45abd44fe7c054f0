"""Which cells of a table a finding is about, so that they can be marked where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from steward.table.places import among, numbers_of
from steward.table.sheet import RowNumbers, Sheet
from steward.vocabulary.finding import Finding

ALL_OF_IT = -1   # in the place of a column: the whole row
Cell = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One finding with the place of its column (ALL_OF_IT where it is about whole rows) and its row numbers, ascending."""

    finding: Finding
    column: int
    rows: RowNumbers

    def among(self, numbers: RowNumbers) -> RowNumbers:
        """Return the positions among some row numbers of those that are marked."""
        return among(numbers, self.rows)


@dataclass(frozen=True, kw_only=True)
class Marks:
    """All findings about one table, the strictest first."""

    marks: tuple[Mark, ...] = ()

    def on(self, numbers: RowNumbers) -> dict[Cell, tuple[Finding, ...]]:
        """Return for a page of row numbers which of its cells are marked: (place on the page, column) and by what."""
        found: dict[Cell, tuple[Finding, ...]] = {}
        if not len(numbers):
            return found
        low, high = int(numbers.min()), int(numbers.max())
        for mark in self._with_rows:
            if mark.rows[0] <= high and mark.rows[-1] >= low:
                for place in mark.among(numbers).tolist():
                    cell = (place, mark.column)
                    found[cell] = (*found.get(cell, ()), mark.finding)
        return found

    def of_column(self, column: int) -> tuple[Finding, ...]:
        """Return the findings about a column."""
        return tuple(mark.finding for mark in self.marks if mark.column == column)

    @cached_property
    def _with_rows(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if len(mark.rows))


def marks_of(sheet: Sheet, findings: Iterable[Finding]) -> Marks:
    """Return the marks of those findings that name a column of the sheet or rows."""
    places = {name: place for place, name in enumerate(sheet.names)}
    made = (Mark(finding=finding, column=places.get(finding.column or "", ALL_OF_IT), rows=rows_of(finding))
            for finding in findings)
    return Marks(marks=tuple(mark for mark in made if mark.column != ALL_OF_IT or len(mark.rows)))


def rows_of(finding: Finding) -> RowNumbers:
    """Return the rows that a finding names, ascending."""
    rows = numbers_of(finding.rows)
    return rows if bool(np.all(rows[1:] >= rows[:-1])) else np.sort(rows)
