"""What would make a record better, in order of worth: in place of a score, which tells nobody what to do.

The order is Steward's default: first what people need to find the data at all, then what they need to trust and to use it.
"""

from collections.abc import Iterable

from steward.vocabulary.finding import Finding
from steward.vocabulary.tier import Tier

WORTH = ("title", "description", "keywords", "contact_email", "frequency", "temporal_start", "temporal_end", "spatial",
         "license", "known_limits", "granularity", "theme", "purpose", "source_system")


def improvements(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings on answers that stand in nobody's way, the one worth most first, one for each question."""
    hints = [found for found in findings if found.room == "metadata" and found.column and found.tier in (Tier.WARN, Tier.NOTE)]
    told: dict[str, Finding] = {}
    for found in sorted(hints, key=lambda found: (found.tier.rank, _place(found.column or ""))):
        told.setdefault(found.column or "", found)
    return tuple(told.values())


def _place(element: str) -> int:
    return WORTH.index(element) if element in WORTH else len(WORTH)
