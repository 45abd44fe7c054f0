"""What a check cannot see in the table: the day, the declared period, the columns as they were last time, the file rules."""

from dataclasses import dataclass
from datetime import date

from steward.schema.field import Field
from steward.schema.file_rules import FileRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around a table. A check that lacks what it needs stays quiet."""

    today: date | None = None
    period: tuple[date, date] | None = None   # first and last day that the record declares
    earlier: tuple[Field, ...] = ()           # of the dataset as it was published last, by their public names
    rules: FileRules = FileRules()
