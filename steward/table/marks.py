"""Which cells of a table a finding is about, so that they can be marked where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from steward.table.places import among, numbers_of
from steward.table.sheet import RowNumbers, Sheet
from steward.vocabulary.finding import Finding

ALL_OF_IT = -1   # in the place of a column: the whole row
Found = tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One finding with the place of its column (ALL_OF_IT where it is about whole rows) and its row numbers, ascending."""

    finding: Finding
    column: int
    rows: RowNumbers

    def among(self, numbers: RowNumbers) -> RowNumbers:
        """Return the positions among some row numbers of those that are marked."""
        is_apart = not len(numbers) or not len(self.rows) or numbers.min() > self.rows[-1] or numbers.max() < self.rows[0]
        return np.zeros(0, np.int64) if is_apart else among(numbers, self.rows)


@dataclass(frozen=True, kw_only=True)
class PageMarks:
    """What is marked on a page of rows, looked for column by column as it is asked for: of thousands a few are in sight."""

    all: "Marks"
    numbers: RowNumbers
    _known: dict[int, dict[int, Found]] = field(default_factory=dict, init=False)

    def at(self, place: int, column: int) -> Found:
        """Return what marks a cell by its place on the page and its column, the strictest first; ALL_OF_IT: the whole row."""
        if column not in self._known:
            self._known[column] = self._in_column(column)
        return self._known[column].get(place, ())

    def beside(self, place: int) -> Found:
        """Return what marks a row, or else the first of its cells that anything marks."""
        return self.at(place, ALL_OF_IT) or self._strictest.get(place, ())

    def _in_column(self, column: int) -> dict[int, Found]:
        found: dict[int, Found] = {}
        for mark in self.all.in_column(column):
            for place in mark.among(self.numbers).tolist():
                found[place] = (*found.get(place, ()), mark.finding)
        return found

    @cached_property
    def _strictest(self) -> dict[int, Found]:
        found: dict[int, Found] = {}
        for mark in self.all.marks:
            if len(found) == len(self.numbers):
                break
            for place in mark.among(self.numbers).tolist():
                found.setdefault(place, (mark.finding,))
        return found


@dataclass(frozen=True, kw_only=True)
class Marks:
    """All findings about one table, the strictest first."""

    marks: tuple[Mark, ...] = ()

    def on(self, numbers: RowNumbers) -> PageMarks:
        """Return for a page of row numbers which of its cells are marked, and by what."""
        return PageMarks(all=self, numbers=numbers)

    def in_column(self, column: int) -> tuple[Mark, ...]:
        """Return the marks of a column; with ALL_OF_IT those of whole rows."""
        return self._by_column.get(column, ())

    def of_column(self, column: int) -> Found:
        """Return the findings about a column."""
        return tuple(mark.finding for mark in self.in_column(column))

    @cached_property
    def _by_column(self) -> dict[int, tuple[Mark, ...]]:
        held: dict[int, list[Mark]] = {}
        for mark in self.marks:
            held.setdefault(mark.column, []).append(mark)
        return {column: tuple(marks) for column, marks in held.items()}


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
