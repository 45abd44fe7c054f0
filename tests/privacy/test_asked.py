"""Two questions that a person must answer: for which tables they are asked, and what a yes leads to."""

import pytest

from steward.privacy.asked import QUESTIONS, ROOM, asked
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.tier import Tier


def ask(knowledge, about="person", kinds=("home_address",), **answers):
    decisions = [Decision(kind=kind, column=None, choice=choice, reason="the registrar", by="p", at="now")
                 for kind, choice in answers.items()]
    return {found.kind: found for found in asked(about, kinds, 40, decisions, knowledge.policy)}


def test_a_table_that_names_people_raises_both_questions(knowledge):
    found = ask(knowledge)
    assert list(found) == ["safety_requests", "restricted_source"]
    assert {(one.tier, one.room, one.column, one.count) for one in found.values()} == {(Tier.DECIDE, ROOM, None, 40)}


@pytest.mark.parametrize("about", ["asset", "business", "animal", "count", "unknown"])
def test_other_tables_raise_none(knowledge, about):
    assert ask(knowledge, about) == {}


def test_a_table_of_people_with_nothing_that_reaches_them_raises_none(knowledge):
    assert ask(knowledge, kinds=("age", "race_ethnicity", "gender")) == {}


def test_only_the_source_is_asked_where_a_plate_is_all_that_tells(knowledge):
    assert list(ask(knowledge, kinds=("license_plate",))) == ["restricted_source"]


def test_a_no_leaves_the_question_with_its_answer(knowledge):
    found = ask(knowledge, safety_requests=Choice.NO, restricted_source=Choice.NO)
    assert list(found) == ["safety_requests", "restricted_source"]


def test_a_yes_asks_for_a_decision_or_stops_the_table_as_the_policy_says(knowledge):
    found = ask(knowledge, safety_requests=Choice.YES, restricted_source=Choice.YES)
    assert found["safety_requests_on_file"].tier is Tier.DECIDE
    assert found["restricted_source_data"].tier is Tier.BLOCK
    assert {found[kind].room for kind in ("safety_requests_on_file", "restricted_source_data")} == {"privacy"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_and_each_yes_rests_on_a_rule_with_its_source(knowledge, question):
    for kind in (question.kind, question.yes_kind):
        rule = knowledge.policy.rule(kind)
        assert (rule.basis, bool(rule.source), bool(rule.seen)) == ("law", True, True)
