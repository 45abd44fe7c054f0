"""Numbers that a spreadsheet program did not write out: "#######" for a column too narrow, 1.23457E+11 for a long number.

Source: Excel saves to CSV what it shows, so digits that it does not show are gone; long identifiers are the usual victims.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.text import flat_bytes, is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

TOO_NARROW = r"^#{3,}$"
ROUNDED = r"^[-+]?\d(?:\.\d{1,6})?E\+\d{1,3}$"
SMALL = r"E-\d+$"            # a column of measures has such numbers too
LONGEST = 64                # bytes


class LostDigits:
    """Cells that show less than the spreadsheet held."""

    kinds = ("too-narrow-cell", "rounded-number")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with cells of nothing but number signs, and for each with rounded numbers."""
        for column in context.columns:
            values = column.distinct.values
            if not any((flat_bytes(values) == sign).any() for sign in b"#+"):    # one fast look; most columns have neither
                continue
            short = is_short(values, LONGEST) & ~column.is_blank
            narrow, rounded = (matching_among(values, short, pattern) for pattern in (TOO_NARROW, ROUNDED))
            yield from about_cells(context.sheet, column, narrow, kind="too-narrow-cell", tier=Tier.WARN, what=say_count(
                "One cell shows only number signs, as a spreadsheet does where a column is too narrow for its value.",
                "{count} cells show only number signs, as a spreadsheet does where a column is too narrow for its values.",
                column.distinct.count_where(narrow)),
                next_step=say("Make the column wider in the spreadsheet, save it as CSV again, and open the new file."))
            if rounded.any() and not matching_among(values, short, SMALL).any():
                yield from about_cells(context.sheet, column, rounded, kind="rounded-number", tier=Tier.WARN, what=say_count(
                    "One number is written in short, as a spreadsheet shows long numbers. Its last digits are lost.",
                    "{count} numbers are written in short, as a spreadsheet shows long numbers. Their last digits are lost.",
                    column.distinct.count_where(rounded)),
                    next_step=say("Give the column the format Text in the spreadsheet, look whether the digits are there, and "
                                  "save it again."))


CHECK = LostDigits()
