"""What the privacy room is told, and what happens where a file is broken."""

import json

import pytest

from steward.privacy.knowledge import Knowledge
from steward.privacy.lexicon import Lexicon
from steward.privacy.policy import Policy, PolicyUnreadable
from steward.vocabulary.tier import Tier

RULE = {"id": "r", "kind": "ssn", "tier": "block", "basis": "law", "source": "ORS", "seen": "2026-11-23"}


def test_a_rule_tells_tier_and_basis():
    policy = Policy.parse(json.dumps({"rules": [RULE]}))
    assert (policy.tier("ssn"), policy.basis("ssn")) == (Tier.BLOCK, "r")


def test_a_kind_without_a_rule_asks_a_person():
    assert (Policy(rules=()).tier("new"), Policy(rules=()).basis("new")) == (Tier.DECIDE, "")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rules": [{}]}', json.dumps({"rules": [{**RULE, "tier": "fatal"}]}),
                                  '{"rules": 3}'])
def test_a_broken_policy_is_told_in_plain_words(text):
    with pytest.raises(PolicyUnreadable, match="privacy policy cannot be read"):
        Policy.parse(text)


@pytest.mark.parametrize("text", ["", "{}", '{"kinds": {"a": {"loud": []}}, "roles": {}, "about": {}, "short_for": {}}', "7"])
def test_a_broken_lexicon_is_told_in_plain_words(text):
    with pytest.raises(PolicyUnreadable):
        Lexicon.parse(text)


@pytest.mark.parametrize("text", ["", "{}", '{"fields": [{}]}'])
def test_a_broken_list_of_sensitive_fields_is_told_in_plain_words(text):
    with pytest.raises(PolicyUnreadable):
        Knowledge.parse(tiers='{"rules": []}', header_words='{"kinds": {}, "roles": {}, "about": {}, "short_for": {}}',
                        sensitive_fields=text)


def test_roles_that_words_speak_of_exist(knowledge):
    named = {phrase[1:] for words in knowledge.lexicon.kinds.values() for phrase in words.never if phrase.startswith("@")}
    assert named <= set(knowledge.lexicon.roles)


def test_what_the_state_forbids_is_blocked(knowledge):
    for kind in ("ssn", "driver_license", "passport", "credit_card", "bank_account", "medical_id", "credential", "health"):
        assert knowledge.policy.tier(kind) is Tier.BLOCK
