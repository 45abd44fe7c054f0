"""Data from others that the city may not publish, or that someone calls a trade secret. Source: Ordinance 188356, (a)."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class ThirdParty:
    """What the agreement says, while the data itself is to be published."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding for each answer that speaks against publishing; without data nothing is published."""
        record = context.record
        if record.data_status or record.third_party != "yes":
            return
        if record.third_party_right == "no":
            yield about(context, "third_party_right", "metadata-no-right-to-publish", Tier.BLOCK,
                        say("The agreement does not let the city publish the data that others made."),
                        say("Leave that part out, ask the other party, or catalog the dataset without its data."))
        if record.trade_secrets == "yes":
            yield about(context, "trade_secrets", "metadata-trade-secrets", Tier.DECIDE,
                        say("Someone claims trade secrets in the data. They may be exempt from disclosure, ORS 192.345(2)."),
                        say("Ask the City Attorney. Leave that part out, or say why it may be published."))


CHECK = ThirdParty()
