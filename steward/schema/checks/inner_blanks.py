"""Blanks within texts that are not what they seem: non-breaking ones, tabs, signs without width.

Source: what pasting from web pages and word processors leaves; equal texts look alike and are not equal.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import holds_byte, holds_non_ascii
from steward.table.odd_blanks import ODD_BLANK
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class InnerBlanks:
    """Cells with such blanks between their words."""

    kinds = ("odd-blank",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            if not holds_non_ascii(column) and not holds_byte(column, "\t"):
                continue
            mask = matching(column.distinct.values, ODD_BLANK)
            what = say_count("One cell has a blank between its words that only looks like one and compares otherwise.",
                             "{count} cells have blanks between their words that only look like blanks and compare otherwise.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="odd-blank", tier=Tier.WARN, what=what,
                                   next_step=say("Make them ordinary blanks."), remedies=("plain_blanks",))


CHECK = InnerBlanks()
