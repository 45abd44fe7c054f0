"""What a proposal is read from, and what it says."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from steward.schema.field import Constraints, Field
from steward.table.header_words import header_words
from steward.table.profile import ColumnProfile
from steward.vocabulary.message import Message

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A rule that every filled cell keeps. Its constraints may hold values: they are shown, and kept only once agreed to."""

    rule: str                     # "type", "required", "unique", "enum", "bounds", "pattern": stable
    column: str
    constraints: Constraints = field(default=Constraints(), repr=False)
    what: Message                 # as one would say it: "Never empty"
    why: Message                  # what it rests on, in counts
    type: str = ""                # of the rule "type": what the column is to be, and how it is written
    format: str | None = None

    @property
    def key(self) -> str:
        """Return the name under which it is remembered that nobody wants it."""
        return f"{self.rule} {self.column}"

    @property
    def repeats_values(self) -> bool:
        """Return whether the rule itself holds values of the table, which become public with it."""
        rules = self.constraints
        return rules.enum is not None or rules.minimum is not None or rules.maximum is not None


class Proposer(Protocol):
    """One kind of rule. Its file holds what it asks for before it is offered, and where that comes from."""

    rule: str

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule for a column; None where there is too little to go by."""
        ...
