"""Short forms in capitals that few can read outside the bureau. Source: Federal Plain Language Guidelines, abbreviations."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

_SHORT_FORM = re.compile(r"\b[A-Z]{3,6}\b")
_EXPLAINED = re.compile(r"\(([A-Z]{3,6})\)|\b([A-Z]{3,6}) \(")
KNOWN = frozenset(("USA", "ZIP", "CSV", "PDF", "COVID", "GPS", "ISO", "NULL", "ORS"))


class Acronyms:
    """The description, which people read without the bureau beside them."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding where short forms are not spelled out once."""
        count = len(_unexplained(context.record.description))
        if count:
            yield about(context, "description", "metadata-acronym", Tier.NOTE,
                        say_count("{count} short form in capitals is not spelled out.",
                                  "{count} short forms in capitals are not spelled out.", count),
                        say("Write the full name once, with the short form in parentheses after it."))


def _unexplained(text: str) -> frozenset[str]:
    """Return the short forms that stand alone; none where the whole text is in capitals."""
    if text.isupper():
        return frozenset()
    explained = {first or second for first, second in _EXPLAINED.findall(text)}
    return frozenset(_SHORT_FORM.findall(text)) - explained - KNOWN


CHECK = Acronyms()
