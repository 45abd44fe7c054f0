"""The program's rules about files: read, laid on findings, and never loosening what a check says."""

import json
from pathlib import Path

import pytest

from steward.schema.examine import all_checks
from steward.schema.file_rules import FileRules, FileRulesUnreadable
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

SHIPPED = Path(__file__).parents[2] / "resources/policy/file_rules.json"
RULE = {"id": "r", "kinds": ["line-break"], "text": "No breaks.", "source": "a manual", "basis": "practice",
        "seen": "2026-01-31"}


def rules(**changes):
    return FileRules.parse(json.dumps({"rules": [{**RULE, **changes}]}))


def laid(rule, tier, kind="line-break"):
    finding = Finding(kind=kind, tier=tier, count=1, words=Words(what=say("x")))
    return next(iter(rule.laid_on([finding])))


def test_a_finding_names_the_rule_it_rests_on():
    assert laid(rules(), Tier.WARN).basis == "r"
    assert laid(rules(), Tier.WARN, "other").basis == ""


def test_a_rule_makes_a_finding_stricter_and_never_milder():
    assert laid(rules(tier="block"), Tier.WARN).tier is Tier.BLOCK
    assert laid(rules(tier="note"), Tier.DECIDE).tier is Tier.DECIDE
    assert laid(rules(), Tier.NOTE).tier is Tier.NOTE


def test_figures_of_a_rule_take_the_place_of_the_check_s_own():
    known = rules(limits={"longest": 12})
    assert known.limit("line-break", "longest", 30) == 12
    assert (known.limit("line-break", "other", 3), known.limit("x", "longest", 30)) == (3, 30)


@pytest.mark.parametrize("text", [
    "",
    "[]",
    "{}",
    '{"rules": [{}]}',
    '{"rules": 1}',
    json.dumps({"rules": [{**RULE, "tier": "x"}]}),
    json.dumps({"rules": [{**RULE, "kinds": "x"}]}),
    json.dumps({"rules": [{**RULE, "limits": {"longest": "many"}}]}),
])
def test_a_broken_file_is_told_in_words(text):
    with pytest.raises(FileRulesUnreadable):
        FileRules.parse(text)


def test_each_shipped_rule_has_its_source_and_names_kinds_that_checks_give():
    known = {kind for check in all_checks() for kind in check.kinds}
    shipped = FileRules.parse(SHIPPED.read_text(encoding="utf-8")).rules
    assert len({rule.id for rule in shipped}) == len(shipped)
    for rule in shipped:
        assert rule.source
        assert rule.text.endswith(".")
        assert set(rule.kinds) <= known


def test_no_kind_rests_on_two_shipped_rules():
    kinds = [kind for rule in FileRules.parse(SHIPPED.read_text(encoding="utf-8")).rules for kind in rule.kinds]
    assert len(kinds) == len(set(kinds))
