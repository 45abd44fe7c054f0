"""A period that the dates in the table contradict: the pilot's damaged workbook would have been caught by it."""

from collections.abc import Iterator
from datetime import date

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.forms import dated
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

MUCH_WIDER = 2  # the period is more than so many times as long as the time that the dates cover


class Period:
    """The declared period against the first and last day in the table. The days themselves are cells and are not named."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield at most one finding for each end of the period."""
        start, end = dated(context.record.temporal_start), dated(context.record.temporal_end)
        if context.dates is None or not start or not end or start > end:
            return
        first, last = context.dates
        if first[:10] < start:
            yield about(context, "temporal_start", "metadata-period-differs", Tier.DECIDE,
                        say("The table holds dates before the period begins."), _NEXT)
        if last[:10] > end:
            yield about(context, "temporal_end", "metadata-period-differs", Tier.DECIDE,
                        say("The table holds dates after the period ends."), _NEXT)
        if start <= first[:10] and last[:10] <= end and _days(start, end) > MUCH_WIDER * _days(first, last) + 1:
            yield about(context, "temporal_start", "metadata-period-wide", Tier.WARN,
                        say("The period is much longer than the time that the dates in the table cover."), _NEXT)


_NEXT = say("Look at the dates in the table first: a spreadsheet may have changed them. Then correct the period, or say why.")


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


CHECK = Period()
