"""What a proposal is read from, and the form that proposers share."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import pyarrow as pa

from steward.schema.field import Field
from steward.schema.proposal import Proposal
from steward.schema.proposals._dressed import are_dressed
from steward.schema.proposals._written import WrittenWay, written_way
from steward.table.header_words import header_words
from steward.table.profile import ColumnProfile

FEWEST_ROWS = 20      # fewer cells are no sign of a rule
IDENTIFYING = frozenset(("id", "ids", "identifier", "guid", "uuid", "globalid", "objectid", "oid", "fid", "key", "code", "no",
                         "num", "nbr", "number", "zip", "zipcode", "phone", "parcel", "account", "case", "permit", "ticket"))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One column, the field it has so far, and whether its values may tell of people: then none of them is repeated."""

    column: ColumnProfile
    field: Field
    is_private: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words of the column's name, in order."""
        return header_words(self.column.name)

    @cached_property
    def way(self) -> WrittenWay | None:
        """Return how all values are written, where that is one way."""
        return written_way(self.column)

    @cached_property
    def is_dressed(self) -> bool:
        """Return whether the filled values are amounts, times, days or places that are written as text."""
        column = self.column
        return column.type == "string" and are_dressed(column.distinct.values.filter(pa.array(~column.is_blank)))

    @cached_property
    def is_identifier(self) -> bool:
        """Return whether each filled value of what looks like an identifier is there once."""
        column = self.column
        if column.type not in ("string", "integer") or column.filled < FEWEST_ROWS:
            return False
        if column.is_missing_word.any() or column.odd.any() or not (self.names_things or column.type == "string"):
            return False
        if not self.names_things and self.is_dressed:
            return False
        return (self.names_things or self.way is not None) and each_once(column)

    @property
    def names_things(self) -> bool:
        """Return whether the column's name says that its values are names of things, with which nobody reckons."""
        return bool(self.words) and (self.words[-1] in IDENTIFYING or "id" in self.words)


class Proposer(Protocol):
    """One kind of rule. Its file holds what it asks for before it is offered, and where that comes from."""

    rule: str

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule for a column; None where there is too little to go by."""
        ...


def each_once(column: ColumnProfile) -> bool:
    """Return whether no filled value is there twice."""
    import pyarrow.compute as pc

    values = column.distinct
    if values.is_counted and not (values.counts[~column.is_blank] == 1).all():
        return False
    filled = values.values.filter(pa.array(~column.is_blank))
    if column.type == "integer":
        filled = pc.cast(pc.utf8_trim(filled, "+"), pa.int64())    # "+1" and "1" are one number
    return bool(pc.count_distinct(filled).as_py() == len(filled))
