"""What the checks are told from outside: policy, header words and name lists, read once."""

from functools import cache
from typing import Any

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


def knowledge_to_send(house: House) -> dict[str, object]:
    """Return the same as plain JSON values, for a process that may read no resource."""
    return {name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in _given(house.settings.small_group).items()}


@cache
def _knowledge(threshold: int) -> Knowledge:
    return Knowledge.parse(**_given(threshold))


def _given(threshold: int) -> dict[str, Any]:
    return {"tiers": resource_text("policy/tiers.json"), "header_words": resource_text("policy/header_words.json"),
            "sensitive_fields": resource_text("policy/sensitive_fields.json"),
            "first_names": names.first_names(), "surnames": names.surnames(), "threshold": threshold}
