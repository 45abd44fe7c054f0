"""Dates that a program wrote where nobody typed one: 1900-01-00, 1900-01-01, 1970-01-01 and their kin.

How they are told from real days stands in steward/table/default_days.py.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import days
from steward.table.default_days import default_days
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier


class DefaultDates:
    """Days that stand for "none"."""

    kinds = ("default-date",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of dates that holds such days."""
        for found in context.once(days).values():
            column = found.column
            mask = default_days(found)
            what = say_count("One date looks like the zero of a calendar, which programs write where there is no date.",
                             "{count} dates look like the zero of a calendar, which programs write where there is no date.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="default-date", tier=Tier.WARN, what=what,
                                   next_step=say_count("Make this cell empty, unless the day is real.",
                                                       "Make these cells empty, unless the days are real.",
                                                       column.distinct.count_where(mask)),
                                   remedies=("blank_default_dates",))


CHECK = DefaultDates()
