"""Dates that have not come yet, in columns that tell what happened. Source: Steward's default."""

from collections.abc import Iterable

from steward.schema.checks._dates import is_ahead
from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import days
from steward.table.days import number_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

MOST = 0.2          # of the dates; a column with more of them tells of plans
A_DAY_AHEAD = 1     # elsewhere it is tomorrow already


class FutureDates:
    """Days after today; a date typed for another century is one of them."""

    kinds = ("future-date",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of dates, a few of which lie ahead."""
        if context.around.today is None:
            return
        latest = number_of(context.around.today) + A_DAY_AHEAD
        for found in context.once(days).values():
            known = found.known
            mask = known & (found.numbers > latest)
            values = found.column.distinct
            if is_ahead(found.column) or not mask.any() or values.count_where(mask) > max(1, MOST * values.count_where(known)):
                continue
            what = say_count("One date has not come yet.", "{count} dates have not come yet.", values.count_where(mask))
            yield from about_cells(context.sheet, found.column, mask, kind="future-date", tier=Tier.WARN, what=what,
                                   next_step=say("Correct the year in your file and open it again, or say why it lies ahead."),
                                   remedies=("leave_out_rows",))


CHECK = FutureDates()
