"""What was done at one moment is undone and redone at one press, and nothing beside it."""

from dataclasses import replace

import pytest

from steward.tasks import deciding, opening
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

QUIET = Silence()


def about(column, tier=Tier.WARN):
    return Finding(kind="stray-blanks", tier=tier, column=column, count=1,
                   words=Words(what=say("Column {column} has blanks.", column=column)))


def trim(*columns):
    return [(about(column), Step(remedy="trim_blanks", column=column)) for column in columns]


@pytest.fixture
def bench(house, table):
    return opening.begin(house, table, QUIET)


def steps(bench):
    return [step.column for step in bench.draft.recipe.steps]


def test_steps_of_one_moment_are_undone_and_redone_together(house, bench):
    done = deciding.apply_remedies(house, bench, trim("Request", "Kind"), QUIET)
    assert deciding.taken_together(done.draft) == 2
    undone = deciding.undo(house, done, QUIET)
    assert (steps(undone), undone.draft.decisions) == ([], ())
    assert steps(deciding.redo(house, undone, QUIET)) == ["Request", "Kind"]


def test_steps_of_different_moments_are_undone_one_by_one(house, bench, clock):
    done = deciding.apply_remedies(house, bench, trim("Request"), QUIET)
    clock.moment = "2026-11-23T17:00:01+00:00"
    done = deciding.apply_remedies(house, done, trim("Kind"), QUIET)
    assert steps(deciding.undo(house, done, QUIET)) == ["Request"]


def test_a_step_that_answers_no_finding_is_undone_alone(house, bench):
    done = deciding.apply_remedies(house, bench, trim("Request", "Kind"), QUIET)
    done = deciding.apply_remedy(house, done, None, Step(remedy="leave_out_column", column="Home Phone"), QUIET)
    assert deciding.taken_together(done.draft) == 1
    assert "Home Phone" in deciding.undo(house, done, QUIET).candidate.names


def test_where_nothing_was_done_nothing_is_undone(house, bench):
    assert (deciding.taken_together(bench.draft), deciding.undone_together(bench.draft)) == (0, 0)
    assert deciding.undo(house, bench, QUIET).draft.recipe == bench.draft.recipe
    assert deciding.redo(house, bench, QUIET).draft.recipe == bench.draft.recipe


def test_an_answer_that_was_taken_back_leaves_the_others(house, bench):
    done = deciding.apply_remedies(house, bench, trim("Request", "Kind"), QUIET)
    opened = deciding.reopen_finding(done, about("Kind"))
    assert [given.column for given in opened.draft.decisions] == ["Request"]
    assert steps(opened) == ["Request", "Kind"]


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_a_reason_of_blanks_is_none(house, reason):
    with pytest.raises(Refused) as refusal:
        deciding.checked_reason(house, reason)
    assert str(refusal.value.words.what) == "A reason is needed."


def test_a_reason_of_pages_is_asked_to_be_shorter(house):
    with pytest.raises(Refused) as refusal:
        deciding.checked_reason(house, "because " * 1000)
    assert "at most 2,000 letters" in str(refusal.value.words.next_step)


@pytest.mark.parametrize("private", ["call 503-281-0101", "ann@example.org asked for it"])
def test_a_reason_that_holds_private_details_is_refused_and_not_repeated(house, private):
    with pytest.raises(Refused) as refusal:
        deciding.checked_reason(house, private)
    said = " ".join(map(str, (refusal.value, refusal.value.words.what, refusal.value.words.next_step)))
    assert "503" not in said
    assert "ann@" not in said


def test_a_block_cannot_be_kept_for_any_reason(house, bench):
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, about("Kind", Tier.BLOCK), Choice.KEEP, "the council wants it")


def test_a_second_answer_takes_the_place_of_the_first(house, bench):
    draft = bench.draft
    for reason in ("first thought", "second thought"):
        draft = deciding.decide(house, draft, about("Kind", Tier.DECIDE), Choice.KEEP, reason)
    assert [given.reason for given in draft.decisions] == ["second thought"]


def test_what_is_recommended_for_a_finding_comes_first_and_once(bench):
    found = replace(about("Kind"), remedies=("leave_out_column", "trim_blanks"))
    names = [one.name for one in deciding.remedies_for(found, bench)]
    assert names[:2] == ["leave_out_column", "trim_blanks"]
    assert len(set(names)) == len(names)
