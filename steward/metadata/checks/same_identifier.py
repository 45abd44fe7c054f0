"""Two datasets under one identifier: a portal would take the one for a new version of the other. Source: DCAT-US 1.1."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier


class SameIdentifier:
    """The identifier against those of other datasets; an update of a dataset is no other one."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield at most one finding, which names the other dataset."""
        mine = context.record.identifier.strip().casefold()
        twin = next((other for other in context.others if mine and other.identifier.strip().casefold() == mine), None)
        if twin is not None:
            yield about(context, "identifier", "metadata-same-identifier", Tier.WARN,
                        say("Another dataset has this identifier already: {title}.", title=verbatim(twin.title)),
                        say("If this is its new edition, open the file as an update of it. Else ask the program for a new "
                            "identifier before you send."))


CHECK = SameIdentifier()
