"""Numbers such as -999 and 9999 that stand for "no value". How they are told stands in steward/table/sentinels.py."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.sentinels import sentinel_mask
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier


class SentinelNumbers:
    """Cells whose number lies far from all others of the column and is made of nines, or of eights below zero."""

    kinds = ("sentinel-number",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of numbers with such cells."""
        for column in context.columns:
            mask = sentinel_mask(column)
            what = say_count("One number seems to stand for no value, as -999 or 9999 do. Whoever adds up the column adds it.",
                             "{count} numbers seem to stand for no value, as -999 or 9999 do. Whoever adds up the column adds "
                             "them.", column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="sentinel-number", tier=Tier.WARN, what=what,
                                   next_step=say_count("Make this cell empty, unless the number is real.",
                                                       "Make these cells empty, unless the numbers are real.",
                                                       column.distinct.count_where(mask)),
                                   remedies=("blank_sentinels",))


CHECK = SentinelNumbers()
