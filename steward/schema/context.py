"""What a check is given, and the form that checks share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

import pyarrow as pa

from steward.schema.field import Field
from steward.schema.inference import infer_fields
from steward.schema.surroundings import Surroundings
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.sheet import Sheet
from steward.table.together import each
from steward.vocabulary.finding import Finding

Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class Context:
    """The table's profile, and for each column the field that the public will read."""

    profile: TableProfile
    fields: Mapping[str, Field]   # by name of the column; a column that nobody described has the field its profile gives
    around: Surroundings = Surroundings()
    primary_key: tuple[str, ...] = ()   # columns that together name a row, where a person said so
    _answers: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, work: "Callable[[Context], Answer]") -> Answer:
        """Return what `work` answers of this table, worked out the first time that any check asks."""
        if work not in self._answers:
            self._answers[work] = work(self)
        answer: Answer = self._answers[work]
        return answer

    def each(self, look: Callable[[pa.Array], Mask]) -> Iterator[tuple[ColumnProfile, Mask]]:
        """Yield every column with what `look` says of its distinct values, small columns looked at together."""
        yield from zip(self.columns, each((column.distinct.values for column in self.columns), look), strict=True)

    @property
    def sheet(self) -> Sheet:
        """Return the table itself."""
        return self.profile.sheet

    @property
    def columns(self) -> tuple[ColumnProfile, ...]:
        """Return the profiles of all columns, in their order."""
        return self.profile.columns

    def field_of(self, column: ColumnProfile) -> Field:
        """Return the field of a column."""
        return self.fields.get(column.name) or self.inferred[column.name]

    @cached_property
    def inferred(self) -> dict[str, Field]:
        """Return the field that each column's profile gives."""
        return {one.column: one for one in infer_fields(self.profile)}

    @cached_property
    def inner_width(self) -> int:
        """Return how many cells each record of the file has, as far as the columns that are still there tell."""
        return max((column.position for column in self.sheet.columns), default=0)


class Check(Protocol):
    """One rule about tables. Its file holds its words, its threshold and where the rule comes from.

    Checks that ask the context for the same costly answers say so by one word in `beside`: the same hands do them then.
    """

    kinds: tuple[str, ...]   # of the findings it can give

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for whatever of its kind is in the table, at most one for each kind and column."""
        ...
