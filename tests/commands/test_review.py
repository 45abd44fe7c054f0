"""The coordinator's work without the window: the same queue, the same rules, an exit code that a script can trust."""

import json
from dataclasses import replace

import pytest

from steward.commands import run
from steward.tasks import opening, sending
from steward.tasks.house import House
from steward.tasks.program import program
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Silence
from steward.workflow.submission import State
from tests.tasks.test_contesting import contested
from tests.tasks.whole_way import decided, described

QUIET = Silence()
WHY = "Looked at it with the bureau."


def review(*words):
    return run(["review", *words], None)


def asked(capsys, *words):
    """Return the exit code and the JSON that the words are answered with."""
    capsys.readouterr()
    code = review(*words, "--json")
    return code, json.loads(capsys.readouterr().out)


def decide(action, submission, *words, revision="1", reason=WHY):
    return review(action, submission, "--revision", revision, "--reason", reason, *words)


def sent(house, tmp_path):
    path = tmp_path / "trees.csv"
    path.write_text("Tree,Kind,Planted\n1,Oak,2026-01-05\n2,Elm,2026-01-06\n")
    bench = opening.begin(house, path, QUIET)
    return sending.send(house, decided(house, described(house, bench)), QUIET).submission


@pytest.fixture
def house():
    """Return the workstation that the command will find, where everything is practice."""
    with House.open() as opened:
        yield opened


@pytest.fixture
def submission(house, tmp_path):
    return sent(house, tmp_path)


@pytest.fixture
def stopped(house, tmp_path):
    """Return a submission that asks to let a block pass."""
    path = tmp_path / "permits.csv"
    path.write_text("Owner SSN,Kind\n512-34-6789,Fence\n531-22-1234,Deck\n")
    return sending.send(house, contested(house, path), QUIET).submission


def state_of(house, submission):
    return program(house).queue.state(submission).state


def test_without_a_word_what_waits_is_listed(submission, capsys):
    code, answer = asked(capsys)
    told, = answer["submissions"]
    assert (code, told["id"], told["state"], told["revision"], told["contested"]) == (0, submission, "submitted", 1, 0)
    assert answer["practice"]


def test_what_is_decided_is_listed_only_when_all_is_asked_for(submission, capsys):
    assert decide("decline", submission) == 0
    assert asked(capsys, "list")[1]["submissions"] == []
    assert [one["reason"] for one in asked(capsys, "list", "--all")[1]["submissions"]] == [WHY]


def test_a_submission_is_shown_with_what_was_found_and_asked_and_no_cell(stopped, capsys):
    code, answer = asked(capsys, "show", stopped)
    request, = answer["requests"]
    assert (code, answer["stopped"], request["number"], request["column"], request["released"]) == (
        1, 1, 1, "Owner SSN", False)
    assert "ssn" in {found["kind"] for found in answer["findings"]}
    assert review("show", stopped) == 1
    told = json.dumps(answer) + capsys.readouterr().out
    assert "not released" in told
    assert "512-34" not in told
    assert "Fence" not in told


@pytest.mark.parametrize(("action", "after"), [
    ("approve", State.APPROVED), ("return", State.CHANGES_REQUESTED), ("decline", State.DECLINED)])
def test_a_decision_begins_the_review_and_stands_in_the_queue(house, submission, action, after, capsys):
    assert decide(action, submission) == 0
    assert state_of(house, submission) is after
    assert decide(action, submission) == 3      # it is decided already
    assert "already decided" in capsys.readouterr().err


def test_a_block_is_released_for_its_request_and_then_approved(house, stopped):
    assert decide("approve", stopped) == 3
    assert state_of(house, stopped) is State.SUBMITTED      # nothing was begun by what was refused
    assert decide("release-block", stopped, "--block", "1") == 0
    assert decide("release-block", stopped, "--block", "1") == 3
    assert review("show", stopped) == 0
    assert decide("approve", stopped) == 0


def test_a_block_that_is_not_let_pass_gives_the_submission_back(house, stopped):
    assert decide("refuse-block", stopped, "--block", "1") == 0
    assert state_of(house, stopped) is State.CHANGES_REQUESTED


@pytest.mark.parametrize("words", [("--block", "2"), ("--block", "0")])
def test_a_request_that_is_not_there_is_refused(stopped, words, capsys):
    assert decide("release-block", stopped, *words) == 3
    assert "There is no request" in capsys.readouterr().err


def test_a_revision_that_nobody_looked_at_is_not_decided_about(house, submission, capsys):
    assert decide("approve", submission, revision="2") == 3
    assert "newest revision is 1" in capsys.readouterr().err
    assert state_of(house, submission) is State.SUBMITTED


def test_a_reason_with_private_details_is_refused_before_anything_is_begun(house, submission, capsys):
    assert decide("approve", submission, reason="Called 503-281-0101 about it") == 3
    assert state_of(house, submission) is State.SUBMITTED
    assert "503-281" not in capsys.readouterr().err


@pytest.mark.parametrize("words", [
    ("show",), ("approve", "x"), ("approve", "x", "--revision", "1"),
    ("release-block", "x", "--revision", "1", "--reason", "y")])
def test_words_that_are_not_complete_are_wrong_usage(words, capsys):
    assert review(*words) == 64
    assert "--help" in capsys.readouterr().err


def test_a_submission_that_is_not_there_is_refused_and_no_fault(submission, capsys):
    assert review("show", "0" * 8) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_altered_bytes_are_told_and_nothing_is_decided(house, submission):
    queue = program(house).queue
    bag = queue.open_revision(submission, 1)
    candidate = next((bag / "data/public").glob("*.csv"))
    candidate.chmod(0o600)
    candidate.write_bytes(candidate.read_bytes().replace(b"Oak", b"Oax"))
    assert decide("approve", submission) == 5
    assert queue.state(submission).state is State.SUBMITTED


def test_who_has_no_role_in_a_program_decides_nothing(house, tmp_path, capsys):
    from steward.queue.folder import FolderQueue

    FolderQueue.create(tmp_path / "queue", "Open Data", practice=False)
    office = house.with_settings(replace(house.settings, queue_folder=str(tmp_path / "queue"), program="Open Data",
                                         login="sam", roles=(Role.STEWARD,)))
    number = sent(office, tmp_path)
    assert decide("approve", number) == 3
    assert "do not give you this role" in capsys.readouterr().err
    office.with_settings(replace(office.settings, roles=(Role.STEWARD, Role.COORDINATOR)))
    assert decide("approve", number) == 3
    assert "You sent this submission yourself" in capsys.readouterr().err
    assert state_of(office, number) is State.SUBMITTED


def test_what_is_published_is_taken_down_with_its_reason(house, submission, capsys):
    from steward.tasks.publishing import publish

    assert decide("take-down", submission) == 3
    assert decide("approve", submission) == 0
    publish(house, submission, QUIET)
    assert decide("take-down", submission, reason="The year was wrong.") == 0
    state = program(house).queue.state(submission)
    assert (state.state, state.reason) == (State.TAKEN_DOWN, "The year was wrong.")
