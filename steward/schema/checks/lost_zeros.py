"""Codes that lost the zeros in front when a spreadsheet took them for numbers: ZIP codes of four digits, state codes of one.

How they are told stands in steward/table/code_widths.py.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.code_widths import shorter_codes
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class LostZeros:
    """Codes that are shorter than the others of their column."""

    kinds = ("lost-zeros",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of codes with shorter ones."""
        for column in context.columns:
            mask, width = shorter_codes(column)
            what = say_count("One code has fewer digits than the {width} it should have. A spreadsheet may have taken zeros "
                             "away.",
                             "{count} codes have fewer digits than the {width} they should have. A spreadsheet may have taken "
                             "the zeros in front away.", column.distinct.count_where(mask), width=width)
            yield from about_cells(context.sheet, column, mask, kind="lost-zeros", tier=Tier.WARN, what=what,
                                   next_step=say("Put the zeros back. Where digits are missing for another reason, correct "
                                                 "them in your file."), remedies=("pad_zeros",))


CHECK = LostZeros()
