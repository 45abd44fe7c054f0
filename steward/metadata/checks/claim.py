"""Sentences that promise there is nothing private in the data. Nobody can promise that; the pilot did in every record."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_DENIED = r"(no|without|free of|(not|doesn't|don't) (contain|include|hold|have))( any)?"
_KINDS = r"(private|personal|personally|sensitive|confidential|identifying|identifiable)"
_THINGS = r"(information|info|data|details|identifiers|pii)"
_REMOVED = r"(has|have|was|were|is|are)( all)?( been)? (removed|deleted|stripped|taken out|redacted)"
_CLAIM = re.compile(
    rf"\b{_DENIED}( \w+)? {_KINDS}( \w+){{0,3}} {_THINGS}\b|\b(fully|completely) anonymi[sz]ed\b|\bnothing {_KINDS}\b|"
    rf"\b(all|any|every)( \w+)? {_KINDS}( \w+){{0,2}} {_THINGS} {_REMOVED}\b|\bsafe (to|for) (be )?(publi|shar|releas)",
    re.IGNORECASE)


class Claim:
    """What the public would read as a promise."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each answer with such a sentence."""
        for element, text in typed_texts(context):
            if context.profile.element(element).is_published and _CLAIM.search(" ".join(text.split())):
                yield about(context, element, "metadata-claim", Tier.DECIDE,
                            say("The text promises that nothing private is in the data."),
                            say("Say instead what was left out. Nobody can promise what others find by combining data."))


CHECK = Claim()
