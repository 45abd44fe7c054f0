"""Lengths of time that read as times of day: 1:30:00 that a call took. Source: Table Schema v2, "duration"; ISO 8601-1, 5.5."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.elapsed import elapsed
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class ElapsedTimes:
    """Columns that tell how long something took, as a clock would write it."""

    kinds = ("elapsed-time",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding for each such column."""
        for column in context.columns:
            mask = elapsed(column)
            what = say_count("One cell tells how long something took, and reads like a time of day.",
                             "{count} cells tell how long something took, and read like times of day.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="elapsed-time", tier=Tier.WARN, what=what, next_step=say(
                "Write lengths of time as PT1H30M or in seconds, so that other programs can add them up. Where they are times "
                "of day, keep them and say so in the description of the column."), remedies=("write_durations",))


CHECK = ElapsedTimes()
