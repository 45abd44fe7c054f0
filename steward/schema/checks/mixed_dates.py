"""Dates written in several ways in one column, or in two orders of month and day.

Source: the pilot's files, four of which had four ways to write a date (the city's own pilot of 2021).
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import several_ways
from steward.table.written_dates import Reading
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class MixedDates:
    """Columns of dates that no single way of writing covers."""

    kinds = ("two-date-orders", "text-date")
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding for each such column: about the order where it is in doubt, else about the ways of writing."""
        for reading in context.once(several_ways).values():
            yield from _orders(context, reading) if reading.has_two_orders else _ways(context, reading)


def _orders(context: Context, reading: Reading) -> Iterable[Finding]:
    column = reading.column
    mask = reading.is_date & reading.is_numeric
    what = say_count("One date is read with the day in front, others with the month in front.",
                     "Some of these {count} dates can only have the day in front, others only the month. Of those that can be "
                     "read both ways nobody can tell which is meant.", column.distinct.count_where(mask))
    yield from about_cells(context.sheet, column, mask, kind="two-date-orders", tier=Tier.DECIDE, what=what,
                           next_step=say("Look in your system how each was written. Then say in which order the doubtful ones "
                                         "are read."), remedies=("read_dates",))


def _ways(context: Context, reading: Reading) -> Iterable[Finding]:
    column = reading.column
    mask = reading.is_date & (column.odd if column.type == "date" else ~column.is_blank) & ~reading.is_iso
    what = say_count("One date is written in another way than the program asks, and the column is text because of it.",
                     "{count} dates are written in other ways than the program asks, and the column is text because of them.",
                     column.distinct.count_where(mask))
    yield from about_cells(context.sheet, column, mask, kind="text-date", tier=Tier.WARN, what=what,
                           next_step=say("Write all dates of the column year first."), remedies=("read_dates",))


CHECK = MixedDates()
