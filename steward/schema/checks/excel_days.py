"""Months that a spreadsheet took for days: "Jul-15" was July 2015 and became July 15 of the year in which it was typed.

Source: the pilot's workbook of the Bureau of Development Services, 48 of 48 dates (the city's own pilot of 2021). How they are
told from real days stands in steward/schema/month_days.py.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.month_days import Reading, month_days
from steward.table.month_days import DAY_MONTH
from steward.table.text import is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

LONGEST = 12   # bytes


class ExcelDays:
    """Columns whose days of the month are really years."""

    kinds = ("excel-date",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column."""
        for reading in month_days(context):
            what = say_count("One date seems to be a month that a spreadsheet took for a day, as July 2015 typed as Jul-15.",
                             "{count} dates seem to be months that a spreadsheet took for days, as July 2015 typed as Jul-15.",
                             reading.column.distinct.count_where(reading.mask))
            yield from about_cells(context.sheet, reading.column, reading.mask, kind="excel-date", tier=Tier.DECIDE, what=what,
                                   next_step=_next_step(reading), remedies=("rebuild_months",))
        yield from _among_months(context)


def _among_months(context: Context) -> Iterable[Finding]:
    """Yield a finding for each column of months in which some cells show a day, as 15-Jul among 2015-06 and 2015-08."""
    for column in context.columns:
        if column.type != "yearmonth" or not column.odd.any():
            continue
        mask = matching_among(column.distinct.values, column.odd & is_short(column.distinct.values, LONGEST), DAY_MONTH)
        what = say_count("One cell among months shows a day, as a spreadsheet does that reads Jul-15 as July 15.",
                         "{count} cells among months show a day, as a spreadsheet does that reads Jul-15 as July 15.",
                         column.distinct.count_where(mask))
        yield from about_cells(context.sheet, column, mask, kind="excel-date", tier=Tier.DECIDE, what=what,
                               next_step=say("Look in your system which months are meant, and rebuild the months."),
                               remedies=("rebuild_months",))


def _next_step(reading: Reading) -> Message:
    if reading.is_declared:
        return say("Read as months they lie in the period you gave, and read as days they do not. Rebuild the months.")
    return say("Look in your system which months are meant. If the day of the month is really the year, rebuild the months.")


CHECK = ExcelDays()
