"""Numbers with a comma for their point. Source: the Unicode CLDR, which says where a comma is the decimal sign; RFC 8259."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.decimal_commas import decimal_comma_mask
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class DecimalCommas:
    """Cells of columns of numbers, some or all of which have a comma where others have a point."""

    kinds = ("decimal-comma",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            mask = decimal_comma_mask(column)
            what = say_count("One number has a comma for its decimal point, and is read as text. Expected: 12.5 for 12,5.",
                             "{count} numbers have a comma for their decimal point, and are read as text. Expected: 12.5 for "
                             "12,5.", column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="decimal-comma", tier=Tier.WARN, what=what,
                                   next_step=say("Use a point. If a comma parts thousands here, correct the cells "
                                                 "in your file."), remedies=("decimal_points",))


CHECK = DecimalCommas()
