"""Ranges that a spreadsheet took for days: age group 1-5 became 5-Jan, or 2020-01-05.

Source: Ziemann and others, "Gene name errors are widespread in the scientific literature", 2016: the same damage.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.range_days import RangeDays, range_days
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier


class RangesAsDays:
    """Days among ranges."""

    kinds = ("range-as-day",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of ranges with such cells."""
        for column in context.columns:
            found = range_days(column)
            if found is None:
                continue
            yield from about_cells(context.sheet, column, found.mask, kind="range-as-day", tier=Tier.DECIDE, what=_what(found),
                                   next_step=say("Look in your system which ranges are meant, and rebuild them."),
                                   remedies=("rebuild_ranges",))


def _what(found: RangeDays) -> Message:
    count = found.column.distinct.count_where(found.mask)
    if found.is_whole:
        return say_count("One cell shows a day where the name of the column speaks of ranges, as a spreadsheet does that takes "
                         "1-5 for January 5.", "{count} cells show days where the name of the column speaks of ranges, as a "
                         "spreadsheet does that takes 1-5 for January 5.", count)
    return say_count("One cell among ranges shows a day, as a spreadsheet does that takes 1-5 for January 5.",
                     "{count} cells among ranges show days, as a spreadsheet does that takes 1-5 for January 5.", count)


CHECK = RangesAsDays()
