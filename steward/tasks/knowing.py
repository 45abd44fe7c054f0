"""What the checks are told from outside: policy, header words and name lists, read once."""

from functools import cache

from steward.privacy.knowledge import Knowledge
from steward.store import names
from steward.store.resources import resource_text
from steward.tasks.house import House
from steward.vocabulary.message import Message, say


def knowledge(house: House) -> Knowledge:
    """Return what the privacy room is told. Raises: ResourceMissing, PolicyUnreadable."""
    return _knowledge(house.settings.small_group)


def rule_in_words(house: House, kind: str) -> Message:
    """Return on what the weight of a kind rests, and whether the City Attorney confirmed it; empty where there is no rule."""
    rule = knowledge(house).policy.rule(kind)
    if rule is None:
        return Message("")
    if rule.confirmed_by:
        return say("{source}. Confirmed by {who}.", source=rule.source, who=rule.confirmed_by)
    return say("{source}. Not confirmed by the City Attorney yet.", source=rule.source)


@cache
def _knowledge(threshold: int) -> Knowledge:
    return Knowledge.parse(tiers=resource_text("policy/tiers.json"), header_words=resource_text("policy/header_words.json"),
                           sensitive_fields=resource_text("policy/sensitive_fields.json"),
                           first_names=names.first_names(), surnames=names.surnames(), threshold=threshold)
