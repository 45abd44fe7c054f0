"""The three sentences that every finding and every trouble is told in."""

from dataclasses import dataclass

from steward.vocabulary.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What happened, where, and what to do next: full sentences for a clerk, no blame, no jargon, no cell."""

    what: Message
    where: Message = Message("")
    next_step: Message = Message("")
