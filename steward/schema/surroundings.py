"""What a check cannot see in the table: the day, the declared period, the columns as they were last time, the file rules."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from steward.schema.field import Field
from steward.schema.file_rules import FileRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around a table. A check that lacks what it needs stays quiet."""

    today: date | None = None
    period: tuple[date, date] | None = None   # first and last day that the record declares
    earlier: tuple[Field, ...] = ()           # of the dataset as it was published last, by their public names
    asked: tuple[str, ...] = ()               # columns that a schema asks for, in its order
    rules: FileRules = FileRules()
    apart: tuple[tuple[str, frozenset[str]], ...] = field(default=(), repr=False)   # a column, and labels that are kept apart

    def apart_in(self, column: str, names: Collection[str]) -> tuple[frozenset[str], ...]:
        """Return the labels that a person keeps apart in a column, or in one that has another name now; `names` are all."""
        return tuple(labels for name, labels in self.apart if name == column or name not in names)

