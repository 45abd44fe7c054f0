"""Dates and times that are not written as ISO 8601 asks.

Source: the file rules of DataSF, California and New York, "dates YYYY-MM-DD".
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.checks._forms import example_of
from steward.schema.context import Context
from steward.table.elapsed import elapsed
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier


class DateForms:
    """Columns of dates in another form than the year first."""

    kinds = ("date-form",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of dates or moments that sorts and compares wrongly as text."""
        for column in context.columns:
            if column.type in ("date", "datetime", "time") and column.format and not elapsed(column).any():
                what = say("The dates and times of this column are not written as the program asks: expected {wanted}.",
                           wanted=example_of(column.type, None))
                yield from about_cells(context.sheet, column, ~column.is_blank & ~column.odd, kind="date-form", tier=Tier.WARN,
                                       what=what, next_step=_next_step(column), remedies=("iso_dates",))


def _next_step(column: ColumnProfile) -> Message:
    if column.type == "time":
        return say("Change them to hours, minutes and seconds.")
    if column.format and column.format.startswith(("%m", "%d")):
        return say("Change them to year, month, day. Say first whether the month or the day stands in front.")
    return say("Change them to year, month, day.")


CHECK = DateForms()
