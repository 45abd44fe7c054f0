import pytest

from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft, Source
from steward.workflow.needs import StepName, is_open, may_answer, next_step, outstanding, steps

SOURCE = Source(path="C:/files/trees.csv", name="trees.csv", sha256="0" * 64, size_bytes=1)
DRAFT = Draft(id="d1", source=SOURCE, practice=True, started="2026-01-01T00:00:00+00:00", changed="2026-01-01T00:00:00+00:00")


def found(tier=Tier.DECIDE, kind="email", column="Mail", room="privacy"):
    return Finding(kind=kind, tier=tier, column=column, count=1, words=Words(what=say("x")), room=room)


def answer(finding, choice=Choice.KEEP):
    return Decision(kind=finding.kind, column=finding.column, choice=choice, reason="public record", by="p", at="now")


def test_a_question_is_open_until_it_is_answered():
    assert is_open(DRAFT, found())
    assert not is_open(DRAFT.with_decision(answer(found())), found())


def test_an_answer_for_another_column_answers_nothing():
    assert is_open(DRAFT.with_decision(answer(found(column="Other"))), found())


def test_a_block_stays_open_whatever_is_answered():
    block = found(Tier.BLOCK)
    assert is_open(DRAFT.with_decision(answer(block)), block)


@pytest.mark.parametrize("choice", [Choice.KEEP, Choice.NOT_PRIVATE])
def test_only_a_remedy_or_a_request_answers_a_block(choice):
    assert not may_answer(found(Tier.BLOCK), choice)
    assert may_answer(found(Tier.BLOCK), Choice.REMEDY)
    assert may_answer(found(Tier.BLOCK), Choice.CONTEST)


@pytest.mark.parametrize("room", ["structure", "metadata", "hidden"])
def test_what_must_be_mended_cannot_be_contested(room):
    assert not may_answer(found(Tier.BLOCK, room=room), Choice.CONTEST)


@pytest.mark.parametrize("tier", [Tier.DECIDE, Tier.WARN, Tier.NOTE])
def test_only_a_block_is_contested_and_a_request_answers_no_question(tier):
    assert not may_answer(found(tier), Choice.CONTEST)
    assert is_open(DRAFT.with_decision(answer(found(), Choice.CONTEST)), found())


@pytest.mark.parametrize("tier", [Tier.WARN, Tier.NOTE])
def test_warnings_and_notes_do_not_stand_in_the_way(tier):
    assert outstanding(DRAFT, [found(tier)]) == ()


def test_without_a_draft_nothing_has_started():
    assert [str(status.state) for status in steps(None, None)] == ["Not started"] * 5


def test_before_the_check_the_other_steps_wait():
    assert str(steps(DRAFT, None)[1].state) == "Waits for the check"


def test_each_step_counts_its_own_open_findings():
    findings = [found(), found(kind="phone", column="Tel"), found(room="structure", column="A"),
                found(Tier.BLOCK, room="metadata")]
    assert [status.open_count for status in steps(DRAFT, findings)] == [0, 2, 1, 1, 4]


def test_a_step_with_nothing_open_is_done_once_it_was_looked_through():
    assert not steps(DRAFT, [])[1].is_done
    assert steps(DRAFT.with_seen("privacy"), [])[1].is_done


def test_a_new_question_opens_a_step_that_was_done():
    assert not steps(DRAFT.with_seen("privacy"), [found()])[1].is_done


def test_a_resumed_draft_opens_at_its_first_unfinished_step():
    assert next_step(steps(DRAFT.with_seen("privacy"), [])) is StepName.COLUMNS


def test_a_sent_draft_opens_at_the_last_step():
    from dataclasses import replace
    draft = replace(DRAFT, submission="PBOT-7F3K2Q", seen=("privacy", "columns", "describe"))
    assert next_step(steps(draft, [])) is StepName.SEND
