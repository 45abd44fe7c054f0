"""What a file carries besides the cells that one sees."""

from dataclasses import dataclass

from steward.vocabulary.message import Message
from steward.vocabulary.tier import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenThing:
    """One place of a file that holds something out of sight. Holds counts and the names of places, never the text there."""

    kind: str       # "hidden_sheet", "doc_properties"; stable, stored in manifests
    where: Message
    count: int
    tier: Tier
