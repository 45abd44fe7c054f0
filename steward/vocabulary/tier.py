"""How much a finding weighs."""

from enum import StrEnum


class Tier(StrEnum):
    """What a finding asks of people, from the strictest to the mildest."""

    BLOCK = "block"    # cannot be sent while it is in the candidate; only a Privacy Champion or coordinator releases it
    DECIDE = "decide"  # a person must choose and give a reason
    WARN = "warn"      # worth mending before it is published
    NOTE = "note"      # worth knowing

    @property
    def rank(self) -> int:
        """Return 0 for the strictest tier, counting up to the mildest."""
        return list(Tier).index(self)
