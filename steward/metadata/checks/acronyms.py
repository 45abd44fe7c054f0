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
    """The title and the description, which people read without the bureau beside them."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding for each of the two whose short forms are spelled out nowhere."""
        record = context.record
        explained = _explained(f"{record.title} {record.description}")
        for element, text in (("title", record.title), ("description", record.description)):
            if count := len(_short_forms(text) - explained):
                yield about(context, element, "metadata-acronym", Tier.NOTE,
                            say_count("{count} short form in capitals is not spelled out.",
                                      "{count} short forms in capitals are not spelled out.", count),
                            say("Write the full name once, with the short form in parentheses after it."))


def _short_forms(text: str) -> frozenset[str]:
    """Return the short forms in a text; none where the whole text is in capitals."""
    return frozenset() if text.isupper() else frozenset(_SHORT_FORM.findall(text)) - KNOWN


def _explained(text: str) -> frozenset[str]:
    return frozenset(first or second for first, second in _EXPLAINED.findall(text))


CHECK = Acronyms()
