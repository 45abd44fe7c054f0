"""What a proposal is read from, and the form that proposers share."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from steward.schema.field import Field
from steward.schema.proposal import Proposal
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
