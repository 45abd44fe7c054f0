"""Who may do what: the table of rules, walked through role by role and state by state."""

from dataclasses import replace

import pytest

from steward.vocabulary.people import Actor, Role
from steward.workflow.rules import DECIDED, IN_QUEUE, RULES, is_over, same_person
from steward.workflow.states import Contested, Event, EventType, State, SubmissionState
from steward.workflow.submission import allowed, refusal

SENDER = Actor(login="rhea", name="Rhea Dow", role=Role.STEWARD)
BEGUN = SubmissionState(id="PBOT-7F3K2Q", revision=1, tagmanifest="hash1", submitters=(SENDER,))


def at(state, **more):
    decided = {"decided_by": Actor(login="carl", name="Carl Moss", role=Role.COORDINATOR)} if state in DECIDED else {}
    return replace(BEGUN, state=state, **{**decided, **more})


def actor(role, login="nora"):
    return Actor(login=login, name="Nora Finn", role=role)


def event(kind, **more):
    return Event(**{"type": kind, "actor": actor(Role.COORDINATOR), "at": "", "id": "e", "revision": 1, "tagmanifest": "hash1",
                    "text": "because", **more})


@pytest.mark.parametrize("kind", EventType)
@pytest.mark.parametrize("role", Role)
def test_each_role_does_only_what_is_its_part(kind, role):
    may = any(allowed(at(state, is_publishing=publishing), kind, actor(role, login)) is None
              for state in State for publishing in (False, True) for login in ("nora", "rhea"))
    assert may == (role in RULES[kind].roles)


@pytest.mark.parametrize("kind", EventType)
@pytest.mark.parametrize("state", sorted(State))
def test_nothing_happens_in_a_state_where_its_rule_does_not_let_it(kind, state):
    if state not in RULES[kind].before:
        answers = [allowed(at(state), kind, actor(role, login)) for role in Role for login in ("nora", "rhea")]
        assert all(answer is not None and str(answer) for answer in answers)


@pytest.mark.parametrize("kind", sorted(set(EventType) - {EventType.SUBMITTED}))
def test_nothing_but_sending_happens_before_it_was_sent(kind):
    assert not RULES[kind].before & {State.DRAFT, State.READY, State.SIGNED}
    assert RULES[kind].before <= IN_QUEUE


@pytest.mark.parametrize("state", sorted(DECIDED))
def test_who_comes_too_late_is_told_who_decided_and_what(state):
    told = str(allowed(at(state), EventType.CLAIMED, actor(Role.COORDINATOR)))
    assert "Carl Moss already decided" in told
    assert str(state.label) in told


@pytest.mark.parametrize("kind", EventType)
def test_a_refusal_is_a_sentence_without_blame(kind):
    told = str(allowed(at(State.TAKEN_DOWN), kind, actor(Role.AUDITOR)))
    assert told.endswith(".")
    assert not any(word in told.lower() for word in ("error", "invalid", "failed", "please", "!"))


@pytest.mark.parametrize("change", [{"revision": 2}, {"tagmanifest": "hash2"}, {"revision": 0, "tagmanifest": ""}])
@pytest.mark.parametrize("kind", sorted(kind for kind, rule in RULES.items() if rule.names_revision))
def test_a_decision_names_the_revision_that_was_looked_at(kind, change):
    state = at(min(RULES[kind].before), decided_by=None, is_publishing=kind is EventType.PUBLISHED, contested=())
    if kind in {EventType.BLOCK_RELEASED, EventType.BLOCK_REFUSED}:
        state = replace(state, contested=(Contested(kind="", column=None),))
    assert refusal(state, event(kind)) is None
    assert "newer revision" in str(refusal(state, event(kind, **change)))


@pytest.mark.parametrize("kind", sorted(kind for kind, rule in RULES.items() if rule.names_revision))
def test_a_decision_in_the_other_queue_is_refused_first(kind):
    assert "stays in practice" in str(refusal(at(State.IN_REVIEW), event(kind, practice=True)))


@pytest.mark.parametrize(("revision", "tagmanifest"), [(1, "hash2"), (2, "hash1"), (2, "")])
def test_a_revision_must_be_newer_and_other_than_the_last(revision, tagmanifest):
    sent = event(EventType.SUBMITTED, actor=SENDER, revision=revision, tagmanifest=tagmanifest)
    assert "sent already" in str(refusal(at(State.SUBMITTED), sent))
    assert refusal(at(State.SUBMITTED), replace(sent, revision=2, tagmanifest="hash2")) is None


def test_a_published_dataset_that_was_withdrawn_comes_back_as_a_new_submission_only():
    withdrawn = at(State.WITHDRAWN, published={"version": 1})
    assert "new submission" in str(allowed(withdrawn, EventType.SUBMITTED, SENDER))
    assert allowed(at(State.WITHDRAWN), EventType.SUBMITTED, SENDER) is None


CONTESTED = Contested(kind="email", column="Contact", count=2, rows="r", candidate="c")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("login", ["nora", "rhea", " RHEA "])
@pytest.mark.parametrize("practice", [False, True])
def test_a_champion_or_a_coordinator_releases_what_was_stopped_and_the_sender_only_in_practice(role, login, practice):
    state = replace(at(State.SUBMITTED, contested=(CONTESTED,)), practice=practice)
    may = role in {Role.PRIVACY_CHAMPION, Role.COORDINATOR} and (practice or login == "nora")
    assert (allowed(state, EventType.BLOCK_RELEASED, actor(role, login)) is None) is may


def test_who_sent_an_earlier_revision_releases_nothing_of_a_later_one():
    state = at(State.IN_REVIEW, contested=(CONTESTED,), submitters=(SENDER, actor(Role.STEWARD, "sam")))
    assert allowed(state, EventType.BLOCK_RELEASED, actor(Role.COORDINATOR, "rhea")) is not None


@pytest.mark.parametrize("change", [{"kind": "ssn"}, {"column": "Other"}, {"column": None}, {"count": 3}, {"rows": "s"},
                                    {"rows": ""}, {"candidate": "d"}, {"candidate": ""}])
@pytest.mark.parametrize("kind", [EventType.BLOCK_RELEASED, EventType.BLOCK_REFUSED])
def test_an_answer_to_a_request_names_these_rows_of_this_file(kind, change):
    state = at(State.SUBMITTED, contested=(CONTESTED,))
    assert refusal(state, event(kind, details=CONTESTED.told())) is None
    assert refusal(state, event(kind, details=replace(CONTESTED, **change).told())) is not None


def test_a_release_needs_a_reason():
    state = at(State.SUBMITTED, contested=(CONTESTED,))
    assert "reason" in str(refusal(state, event(EventType.BLOCK_RELEASED, details=CONTESTED.told(), text=" ")))


@pytest.mark.parametrize(("one", "other", "same"), [("rhea", " RHEA", True), ("rhea", "carl", False),
                                                     ("STRASSE", "straße", True)])
def test_a_person_is_told_by_the_sign_in_name(one, other, same):
    assert same_person(actor(Role.STEWARD, one), actor(Role.COORDINATOR, other)) is same


@pytest.mark.parametrize(("until", "moment"), [("", ""), ("soon", "2026-11-23T10:00:00+00:00"),
                                               ("2026-11-23T10:00:00+00:00", ""),
                                               ("2026-11-23T10:00:00", "2026-11-23T11:00:00+00:00")])
def test_a_moment_that_cannot_be_told_ends_no_review(until, moment):
    assert not is_over(until, moment)
