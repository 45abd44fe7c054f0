"""A record that says there is no data, and a table that goes with it; or the other way round. Source: Steward's default."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class WithoutData:
    """What the record says of its data against what is there."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield at most one finding; none where nobody knows whether there is a table."""
        status = context.record.data_status
        if status and context.vocabularies.data_status(status) is None:
            yield about(context, "data_status", "metadata-vocabulary", Tier.BLOCK,
                        say("The answer is not one of those to choose from. It may come from an older list."),
                        say("Choose whether the data is planned, restricted or declined."))
        elif context.has_table is True and status:
            yield about(context, "data_status", "metadata-data-is-there", Tier.BLOCK,
                        say("The record says that the data is not published, and a table goes with it."),
                        say("Choose that the data goes with it, or start a dataset without data for this record."))
        if context.has_table is False and not status:
            yield about(context, "data_status", "metadata-no-data", Tier.BLOCK,
                        say("There is no table, and the record does not say why."),
                        say("Choose whether the data is planned, restricted or declined."))


CHECK = WithoutData()
