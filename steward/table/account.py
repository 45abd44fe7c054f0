"""The conservation account: where every line of a text file, or every used cell of a sheet, went."""

from dataclasses import dataclass
from enum import StrEnum

from steward.vocabulary.message import Message, say, say_count


class Unit(StrEnum):
    """What is counted."""

    LINE = "line"   # physical lines of a text file
    CELL = "cell"   # cells of the chosen sheet that hold anything; features of a map layer count their filled cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How many of the original's lines or cells went where; each is counted once.

    Shape: in a proven account all parts add up to `total`, which is counted apart from them.
    """

    unit: Unit
    total: int
    header: int = 0
    titles: int = 0         # above the header
    records: int = 0        # in the table
    quarantined: int = 0    # of records that do not fit the table
    blank: int = 0          # lines only: those without any text
    left_out: int = 0       # hidden, or outside the region, and left out because a person chose so
    passed_over: int = 0    # outside the region that Steward proposed: beside or below the table; a person is asked

    @property
    def missing(self) -> int:
        """Return how many are in none of the parts; 0 in a proven account, below 0 where some are in two."""
        parts = (self.header, self.titles, self.records, self.quarantined, self.blank, self.left_out, self.passed_over)
        return self.total - sum(parts)

    def sentence(self) -> Message:
        """Return the account in words, for the screen and the reviewer."""
        is_line, rest, out = self.unit is Unit.LINE, self.header + self.titles + self.blank, self.left_out + self.passed_over
        parts = [say("{count} in the table", count=self.records)]
        parts += [say("{count} set apart", count=self.quarantined)] if self.quarantined else []
        parts += [say("{count} left out", count=out)] if out else []
        if rest:
            parts.append(say_count("{count} title, header or blank line", "{count} titles, headers and blank lines", rest)
                         if is_line else say("{count} in titles and headers", count=rest))
        told = parts[0]
        for part in parts[1:]:
            told = say("{first}, {then}", first=told, then=part)
        whole = say("Every line of the file is accounted for") if is_line else say("Every filled cell is accounted for")
        return say("{whole}: {total} in all, {parts}.", whole=whole, total=self.total, parts=told)
