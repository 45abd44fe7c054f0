"""What is offered to a person: rules of columns, and keys of the table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from steward.schema.field import Constraints
from steward.vocabulary.message import Message

BETWEEN = "\x1f"    # the names of several columns within the name of a key

@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A rule that every filled cell keeps. Its constraints may hold values: they are shown, and kept only once agreed to."""

    rule: str                     # "type", "missing", "required", "unique", "enum", "bounds", "pattern": stable
    column: str
    constraints: Constraints = field(default=Constraints(), repr=False)
    what: Message                 # as one would say it: "Never empty"
    why: Message                  # what it rests on, in counts
    type: str = ""                # of the rules "type" and "missing": what the column is to be, and how it is written
    format: str | None = None
    missing: tuple[str, ...] = field(default=(), repr=False)         # of the rule "missing": what means no value
    true_values: tuple[str, ...] = field(default=(), repr=False)
    false_values: tuple[str, ...] = field(default=(), repr=False)

    @property
    def key(self) -> str:
        """Return the name under which it is remembered that nobody wants it."""
        return f"{self.rule} {self.column}"

    @property
    def repeats_values(self) -> bool:
        """Return whether the rule itself holds values of the table, which become public with it."""
        rules = self.constraints
        return bool(self.missing) or rules.enum is not None or rules.minimum is not None or rules.maximum is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCandidate:
    """Columns of which no two rows have the same values, in the order of the table."""

    columns: tuple[str, ...]
    rows: int

    @property
    def key(self) -> str:
        """Return the name under which it is remembered that nobody wants it."""
        return "key " + "\n".join(self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRows:
    """Columns whose cells name the rows of another sheet by its columns `named`, in the same order; `unknown` name none."""

    columns: tuple[str, ...]
    sheet: str
    named: tuple[str, ...]
    unknown: int

    @property
    def key(self) -> str:
        """Return the name under which it is remembered that somebody agreed to it, or does not want it."""
        return sheet_key_name(self.columns, self.sheet, self.named)


def sheet_key_name(columns: Sequence[str], sheet: str, named: Sequence[str]) -> str:
    """Return the name of the key from some columns to as many columns of another sheet."""
    return f"sheet key\n{BETWEEN.join(columns)}\n{sheet}\n{BETWEEN.join(named)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedSchema:
    """A schema of the program's catalog that the columns fit: how many of its fields are there, and which are not."""

    name: str
    title: str
    columns: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    is_reordered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is offered of a table."""

    rules: tuple[Proposal, ...] = ()
    keys: tuple[KeyCandidate, ...] = ()
    foreign_keys: tuple[NamedRows, ...] = ()
    schemas: tuple[ProposedSchema, ...] = ()

    def of(self, column: str) -> tuple[Proposal, ...]:
        """Return what is offered for one column."""
        return tuple(one for one in self.rules if one.column == column)
