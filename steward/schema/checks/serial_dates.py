"""Day numbers of a spreadsheet where days should stand: 43831 for 2020-01-01.

Source: ECMA-376 part 1, section 18.17.4.1; what is left of a date where its cell lost its format, or files were joined.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.serial_days import serial_mask
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class SerialDates:
    """Cells that hold the number of a day."""

    kinds = ("serial-date",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            mask = serial_mask(column)
            what = say_count("One date is written as the number that a spreadsheet keeps for a day, as 43831 for 2020-01-01.",
                             "{count} dates are written as the numbers that a spreadsheet keeps for days, as 43831 for "
                             "2020-01-01.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="serial-date", tier=Tier.DECIDE, what=what,
                                   next_step=say("Compare some rows with your system. If they are these days, write them "
                                                 "as dates."),
                                   remedies=("serials_to_dates",))


CHECK = SerialDates()
