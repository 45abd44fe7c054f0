"""Access that is wider than the business system owner's classification allows. Source: city rule BTS-2.18."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class Access:
    """Only what is classified as public may be public."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding where access and classification contradict each other."""
        record = context.record
        if record.access_level == "public" and record.classification in ("restricted", "confidential"):
            yield about(context, "access_level", "metadata-access-classification", Tier.BLOCK,
                        say("Everyone would get information that is not classified as public."),
                        say("Ask the business system owner, then correct the classification or the access."))


CHECK = Access()
