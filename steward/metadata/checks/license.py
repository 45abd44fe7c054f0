"""Terms that take back what the city grants. Source: Ordinance 188356 (open by default); Open Definition 2.1."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class LicenseAgainstPolicy:
    """Public data under terms that are not open: no sale, no changes, only on request."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding where everyone may have the data and not everyone may use it."""
        terms = context.vocabularies.license(context.record.license)
        if terms is not None and not terms.is_open and context.record.access_level == "public":
            yield about(context, "license", "metadata-license-closed", Tier.DECIDE,
                        say("These terms forbid uses that the city's policy wants: its data is open by default."),
                        say("Choose one of the open licenses, or say which law or agreement asks for these terms."))


CHECK = LicenseAgainstPolicy()
