"""Dates that are no dates, lie in the future, or come in the wrong order."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.forms import dated
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class Dates:
    """Each answer that should be a day."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the dates of the record."""
        for element in context.profile.elements:
            answer = context.record.value(element.id)
            if element.control == "date" and isinstance(answer, str) and answer.strip() and not dated(answer):
                yield about(context, element.id, "metadata-date", Tier.BLOCK, say("This is not a day of the calendar."),
                            say("Write it as year-month-day, such as 2026-04-30."))
        yield from _future(context)
        yield from _before_newest(context)
        yield from _order(context)


def _future(context: Context) -> Iterator[Finding]:
    modified = dated(context.record.modified)
    if modified and context.today and modified > context.today:
        yield about(context, "modified", "metadata-date-future", Tier.WARN, say("The day of the last change is still to come."),
                    say("Write the day on which the newest row was added or changed."))


def _before_newest(context: Context) -> Iterator[Finding]:
    modified, newest = dated(context.record.modified), dated(context.dates[1][:10]) if context.dates else ""
    if modified and newest and modified < newest <= context.today:
        yield about(context, "modified", "metadata-modified-before", Tier.WARN,
                    say("The table holds days after the day of the last change."),
                    say("Write the day on which the newest row was added or changed."))


def _order(context: Context) -> Iterator[Finding]:
    start, end = dated(context.record.temporal_start), dated(context.record.temporal_end)
    if start and end and start > end:
        yield about(context, "temporal_end", "metadata-period-order", Tier.BLOCK, say("The period ends before it begins."),
                    say("Exchange the two days, or correct the wrong one."))
    if bool(start) != bool(end) and context.dates is None:
        missing = "temporal_end" if start else "temporal_start"
        yield about(context, missing, "metadata-period-half", Tier.WARN, say("The period has only one of its two days."),
                    say("Add the other day. Without it the catalog shows no period."))


CHECK = Dates()
