"""Dates outside the period that the record declares. Source: the pilot's workbook, whose metadata said otherwise."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._dates import is_about_other_times
from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import days
from steward.table.days import number_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class OutsidePeriod:
    """Cells that tell of days before or after the declared period, in columns that tell when things happened."""

    kinds = ("outside-period",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of dates with such cells; none where no period is declared."""
        if context.around.period is None:
            return
        first, last = map(number_of, context.around.period)
        for found in context.once(days).values():
            mask = found.known & ((found.numbers < first) | (found.numbers > last))
            if is_about_other_times(found.column) or not np.any(mask):
                continue
            what = say_count("One date is outside the period that you gave for the dataset.",
                             "{count} dates are outside the period that you gave for the dataset.",
                             found.column.distinct.count_where(mask))
            yield from about_cells(context.sheet, found.column, mask, kind="outside-period", tier=Tier.WARN, what=what,
                                   next_step=say("See whether the dates or the period are right, and correct what is not."),
                                   remedies=("leave_out_rows",))


CHECK = OutsidePeriod()
