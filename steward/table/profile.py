"""What a column looks like: type, blanks, lengths. Types come from every value, never from a sample."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

import numpy as np

from steward.table.distinct import Distinct, Mask
from steward.table.extent import Box, Span, around, extent, midst
from steward.table.period import day_span, usual_step
from steward.table.row_names import is_once_each, row_names
from steward.table.sheet import Column, Sheet

Told = TypeVar("Told")
KEPT_VALUES = 1 << 16    # of columns whose answers are kept: a byte each, several times


@dataclass(frozen=True, kw_only=True)
class ColumnProfile:
    """One column as the checks see it."""

    column: Column
    distinct: Distinct
    is_blank: Mask          # per value of `distinct`: empty or only blanks
    type: str               # the Frictionless field type of all or nearly all filled cells; "string" where they disagree
    format: str | None      # strptime pattern of dates and times, where one fits
    odd: Mask               # per value: not blank and not of the type that nearly all others have
    is_missing_word: Mask   # per value: a word for "nothing" such as NULL; in a typed column each of them is odd too
    _remembered: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """Return the column's name."""
        return self.column.name

    def once(self, look: "Callable[[ColumnProfile], Mask]") -> Mask:
        """Return what `look` says of each value, which nobody may change; of a column of few values it is asked once."""
        return cast("Mask", self._remembered[look]) if self.knows(look) else self.keep(look, look(self))

    def keep(self, look: "Callable[[ColumnProfile], Mask]", answer: Mask) -> Mask:
        """Return what `look` would say, and know it from now on where that takes little room."""
        answer.flags.writeable = False
        if len(answer) <= KEPT_VALUES:
            self._remembered[look] = answer
        return answer

    def remember(self, key: Hashable, look: "Callable[[], Told]") -> Told:
        """Return what `look` says, which is asked once for this column under a key."""
        if key not in self._remembered:
            self._remembered[key] = look()
        return cast("Told", self._remembered[key])

    def knows(self, look: "Callable[[ColumnProfile], Mask]") -> bool:
        """Return whether it need not be asked any more."""
        return look in self._remembered

    @cached_property
    def missing(self) -> int:
        """Return how many cells are empty or hold only blanks."""
        return self.distinct.count_where(self.is_blank)

    @cached_property
    def filled(self) -> int:
        """Return how many cells hold something."""
        return self.distinct.height - self.missing

    @cached_property
    def distinct_count(self) -> int | None:
        """Return how many different filled values there are; None where they were not counted."""
        return int(np.count_nonzero(~self.is_blank)) if self.distinct.is_counted else None

    @cached_property
    def day_span(self) -> tuple[date, date] | None:
        """Return the first and last day of a column of dates; None where it is none, or none of its cells can be read."""
        return day_span(self)

    @cached_property
    def usual_step(self) -> float | None:
        """Return how many days lie between one day of a column of dates and the next, as a median; None: there are few."""
        return usual_step(self)

    @cached_property
    def is_once_each(self) -> bool:
        """Return whether the column is filled in every row, each value once; False for a table of few rows."""
        return is_once_each(self)

    @cached_property
    def midst(self) -> Span | None:
        """Return the numbers between which nearly all of a column's lie; None where it holds few."""
        return midst(self)


@dataclass(frozen=True, kw_only=True)
class TableProfile:
    """A sheet with the profile of each of its columns, in their order."""

    sheet: Sheet
    columns: tuple[ColumnProfile, ...]
    beside: tuple["TableProfile", ...] = ()   # other tables of the dataset, where its days and places are told of all together

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """Return the first and last day that any column of dates tells of; None where no column does."""
        spans = [column.day_span for column in self.columns if column.day_span is not None]
        spans += [other.period for other in self.beside if other.period is not None]
        return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None

    @cached_property
    def step_days(self) -> float | None:
        """Return how many days lie between one day and the next in the column whose days lie closest; None: unknown."""
        steps = [column.usual_step for column in self.columns if column.usual_step is not None]
        steps += [other.step_days for other in self.beside if other.step_days is not None]
        return min(steps, default=None)

    @cached_property
    def row_names(self) -> tuple[str, ...]:
        """Return the columns whose values name each row, as their own names say; few for a table of few rows."""
        return row_names(self.columns)

    @cached_property
    def box(self) -> Box | None:
        """Return west, south, east and north of the places in the table, in degrees; None where it tells none."""
        return around(extent(self.columns), *(other.box for other in self.beside))

    def column(self, name: str) -> ColumnProfile:
        """Return the profile of one column. Raises: KeyError if there is none."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, ColumnProfile]:
        return {column.name: column for column in self.columns}
