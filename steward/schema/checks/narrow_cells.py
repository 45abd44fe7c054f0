"""Cells of number signs alone, "#######": a spreadsheet's column was too narrow for what it holds.

Source: Excel saves to CSV what it shows, so what it does not show is gone.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import holds_byte
from steward.table.text import is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

TOO_NARROW = r"^#{3,}$"
LONGEST = 64                # bytes


class NarrowCells:
    """Cells that show nothing of what the spreadsheet held."""

    kinds = ("too-narrow-cell",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            if not holds_byte(column, "#"):
                continue
            values = column.distinct.values
            mask = matching_among(values, is_short(values, LONGEST) & ~column.is_blank, TOO_NARROW)
            what = say_count(
                "One cell shows only number signs, as a spreadsheet does where a column is too narrow for its value.",
                "{count} cells show only number signs, as a spreadsheet does where a column is too narrow for its values.",
                column.distinct.count_where(mask))
            next_step = say("Make the column wider in the spreadsheet, save it as CSV again, and open the new file.")
            yield from about_cells(context.sheet, column, mask, kind="too-narrow-cell", tier=Tier.WARN, what=what,
                                   next_step=next_step)


CHECK = NarrowCells()
