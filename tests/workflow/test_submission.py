"""Where a submission stands, told by its events; and that no order of events lets two decisions stand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.vocabulary.message import Message
from steward.vocabulary.people import Actor, Role
from steward.workflow.rules import RULES
from steward.workflow.states import LABELS, Contested
from steward.workflow.submission import Event, EventType, State, allowed, fold, refusal

RHEA = Actor(login="rhea", name="Rhea Dow", role=Role.STEWARD)
CARL = Actor(login="carl", name="Carl Moss", role=Role.COORDINATOR)
NORA = Actor(login="nora", name="Nora Finn", role=Role.COORDINATOR)
PAT = Actor(login="pat", name="Pat Lund", role=Role.PRIVACY_CHAMPION)
AUDI = Actor(login="audi", name="Audi Tor", role=Role.AUDITOR)
ALL = (RHEA, CARL, NORA, PAT, AUDI, replace(RHEA, role=Role.COORDINATOR), replace(CARL, role=Role.STEWARD))
DECISIONS = {EventType.APPROVED, EventType.RETURNED, EventType.DECLINED, EventType.RESTRICTED}
COUNTER = iter(range(10**9))
EMAIL = {"kind": "email", "column": "Contact", "count": 2, "rows": "r", "candidate": "c"}


def event(type_, actor=CARL, *, revision=1, text="because", at="2026-11-23T10:00:00+00:00", **details):
    return Event(type=type_, actor=actor, at=at, id=f"e{next(COUNTER)}", revision=revision, tagmanifest=f"hash{revision}",
                 text=text, details=details)


def sent(revision=1, actor=RHEA, **details):
    return event(EventType.SUBMITTED, actor, revision=revision, text="", title="Bike counts", **details)


def claimed(actor=CARL, **details):
    return event(EventType.CLAIMED, actor, **details)


def approved(actor=CARL, revision=1, **more):
    return event(EventType.APPROVED, actor, revision=revision, **more)


PUBLISHED = (sent(), claimed(), approved(), event(EventType.PUBLISHING), event(EventType.PUBLISHED, url="PDX-1/v1"))


def test_a_dataset_goes_from_sent_to_published():
    states = [fold(PUBLISHED[:count]).state for count in range(1, 6)]
    assert states == [State.SUBMITTED, State.IN_REVIEW, State.APPROVED, State.APPROVED, State.PUBLISHED]


def test_the_state_tells_title_bureau_and_who_sent_it():
    state = fold([sent(bureau="PBOT", identifier="PDX-PBOT-0001")], id="PBOT-7F3K2Q")
    assert (state.id, state.title, state.bureau, state.identifier) == ("PBOT-7F3K2Q", "Bike counts", "PBOT", "PDX-PBOT-0001")
    assert state.submitters == (RHEA,)


@pytest.mark.parametrize("first", sorted(DECISIONS))
@pytest.mark.parametrize("second", sorted(DECISIONS))
def test_a_second_decision_changes_nothing_and_names_who_decided(first, second):
    events = [sent(), claimed(), event(first), event(second)]
    state = fold(events)
    assert state == replace(fold(events[:3]), passed_over=(events[3],))
    assert "Carl Moss already decided" in str(allowed(state, second, NORA))


def test_only_one_of_two_coordinators_gets_the_review():
    state = fold([sent(), claimed(CARL), claimed(NORA)])
    assert state.claimed_by == CARL
    assert "Carl Moss is reviewing" in str(allowed(state, EventType.CLAIMED, NORA))


def test_a_coordinator_cannot_decide_in_anothers_review():
    assert "Carl Moss is reviewing" in str(allowed(fold([sent(), claimed(CARL)]), EventType.APPROVED, NORA))


def test_a_review_whose_time_is_over_can_be_taken_by_another():
    state = fold([sent(), claimed(CARL, until="2026-11-23T12:00:00+00:00")])
    assert allowed(state, EventType.CLAIMED, NORA, at="2026-11-23T11:59:00+00:00") is not None
    assert allowed(state, EventType.CLAIMED, NORA, at="2026-11-23T12:01:00+00:00") is None


def test_the_end_of_a_review_is_a_moment_and_not_a_text():
    state = fold([sent(), claimed(CARL, until="2026-11-23T12:00:00+00:00")])
    assert allowed(state, EventType.CLAIMED, NORA, at="2026-11-23T04:30:00-08:00") is None
    assert allowed(state, EventType.CLAIMED, NORA, at="2026-11-23T13:30:00+02:00") is not None


def test_a_review_that_is_given_back_waits_again():
    state = fold([sent(), claimed(), event(EventType.RELEASED)])
    assert (state.state, state.claimed_by) == (State.SUBMITTED, None)


def test_a_decision_needs_a_review_that_was_begun():
    assert "Begin the review first" in str(allowed(fold([sent()]), EventType.APPROVED, CARL))


@pytest.mark.parametrize("kind", sorted(DECISIONS | {EventType.RETRACTED, EventType.REOPENED, EventType.ASSESSMENT,
                                                     EventType.BLOCK_RELEASED, EventType.COMMENT}))
def test_a_decision_needs_a_reason(kind):
    assert RULES[kind].needs_reason


def test_blanks_are_no_reason():
    assert "reason" in str(refusal(fold([sent(), claimed()]), approved(text="  \n")))


def test_a_coordinator_cannot_approve_what_they_sent():
    both = replace(CARL, role=Role.STEWARD)
    state = fold([sent(actor=both), claimed(CARL)])
    assert "You sent this submission yourself" in str(allowed(state, EventType.APPROVED, CARL))


def test_capitals_in_a_sign_in_name_do_not_make_another_person():
    state = fold([sent(actor=replace(CARL, login="CARL", role=Role.STEWARD)), claimed(CARL)])
    assert allowed(state, EventType.APPROVED, CARL) is not None


def test_sending_once_is_enough_to_be_kept_from_approving_later_revisions():
    state = fold([sent(actor=replace(CARL, role=Role.STEWARD)), sent(2), claimed(CARL)])
    assert allowed(state, EventType.APPROVED, CARL) is not None


def test_in_practice_one_person_plays_both_parts():
    one = replace(RHEA, role=Role.COORDINATOR)
    events = [replace(each, practice=True) for each in (sent(), claimed(one), approved(one))]
    assert fold(events, practice=True).state is State.APPROVED


def test_practice_and_program_do_not_mix():
    assert fold([replace(sent(), practice=True)]).state is State.READY
    assert fold([sent()], practice=True).state is State.READY


def test_a_newer_revision_voids_the_approval():
    state = fold([sent(), claimed(), approved(), sent(2)])
    assert (state.state, state.decided_by, state.claimed_by, state.revision) == (State.SUBMITTED, None, None, 2)


def test_an_approval_of_an_older_revision_changes_nothing():
    state = fold([sent(), sent(2), claimed(), approved(revision=1)])
    assert state.state is State.IN_REVIEW
    assert "newer revision" in str(refusal(state, approved(revision=1)))


def test_an_approval_must_name_the_very_bytes():
    state = fold([sent(), claimed()])
    assert refusal(state, replace(approved(), tagmanifest="another")) is not None


def test_a_contested_block_must_be_released_before_approval():
    state = fold([sent(contested=[EMAIL]), claimed()])
    assert "Release it with a reason" in str(allowed(state, EventType.APPROVED, CARL))
    freed = fold([*state.events, event(EventType.BLOCK_RELEASED, PAT, **EMAIL)])
    assert allowed(freed, EventType.APPROVED, CARL) is None


def test_a_contested_block_of_the_whole_table_is_released_by_its_kind():
    state = fold([sent(contested=[{"kind": "not-data"}]), claimed(), event(EventType.BLOCK_RELEASED, kind="not-data")])
    assert state.open_contests == ()


def test_a_release_of_something_else_changes_nothing():
    state = fold([sent(contested=[EMAIL]), event(EventType.BLOCK_RELEASED, PAT, **{**EMAIL, "column": "Other"})])
    assert state.open_contests == (Contested.read(EMAIL),)


def test_a_newer_revision_must_be_released_anew():
    first = [sent(contested=[EMAIL]), event(EventType.BLOCK_RELEASED, PAT, **EMAIL)]
    assert fold([*first, sent(2, contested=[EMAIL])]).open_contests == (Contested.read(EMAIL),)


@pytest.mark.parametrize("entry", ["email", ["email", "Contact"], None, {"kind": ["email"]}])
def test_a_request_of_another_form_stands_in_the_way_too(entry):
    state = fold([sent(contested=[entry]), claimed()])
    assert len(state.open_contests) == 1
    assert allowed(state, EventType.APPROVED, CARL) is not None


def test_a_refused_release_gives_the_submission_back_with_the_reason():
    state = fold([sent(contested=[EMAIL]), event(EventType.BLOCK_REFUSED, PAT, text="These are phone numbers.", **EMAIL)])
    assert (state.state, state.reason, state.waiting_on) == (State.CHANGES_REQUESTED, "These are phone numbers.", "bureau")
    assert state.decided_by == PAT


def test_one_release_leaves_the_other_requests_open():
    other = {**EMAIL, "column": "Notes"}
    state = fold([sent(contested=[EMAIL, other]), event(EventType.BLOCK_RELEASED, PAT, **EMAIL)])
    assert state.open_contests == (Contested.read(other),)


def test_only_an_approved_submission_is_published():
    for events in ([sent()], [sent(), claimed()], [sent(), claimed(), event(EventType.RETURNED)]):
        assert allowed(fold(events), EventType.PUBLISHING, CARL) is not None
        assert allowed(fold(events), EventType.PUBLISHED, CARL) is not None


def test_while_it_is_being_published_it_can_neither_change_nor_be_taken_back():
    state = fold(PUBLISHED[:4])
    assert "at this moment" in str(allowed(state, EventType.SUBMITTED, RHEA))
    assert "at this moment" in str(allowed(state, EventType.WITHDRAWN, RHEA))
    assert allowed(state, EventType.PUBLISHING, NORA) is None


def test_a_person_takes_back_only_what_they_sent():
    state = fold([sent()])
    assert allowed(state, EventType.WITHDRAWN, RHEA) is None
    assert allowed(state, EventType.WITHDRAWN, replace(RHEA, login="other")) is not None


def test_what_was_taken_back_can_be_sent_again():
    assert fold([sent(), event(EventType.WITHDRAWN, RHEA), sent(2)]).state is State.SUBMITTED


def test_a_published_dataset_is_taken_down_with_a_reason_and_its_record_stays():
    state = fold([*PUBLISHED, event(EventType.RETRACTED, text="Wrong year.")])
    assert (state.state, state.reason, state.published["url"]) == (State.TAKEN_DOWN, "Wrong year.", "PDX-1/v1")


def test_a_bureau_cannot_take_back_what_is_on_the_portal():
    assert "Ask the program" in str(allowed(fold(PUBLISHED), EventType.WITHDRAWN, RHEA))
    assert fold([*PUBLISHED, event(EventType.WITHDRAWN)]).state is State.WITHDRAWN


def test_a_later_submission_makes_it_updated():
    assert fold([*PUBLISHED, event(EventType.AMENDED, by="PBOT-2")]).state is State.UPDATED


def test_a_decision_is_taken_back_openly_and_with_a_reason():
    state = fold([sent(), claimed(), event(EventType.DECLINED), event(EventType.REOPENED, NORA)])
    assert (state.state, state.decided_by, state.claimed_by) == (State.IN_REVIEW, None, NORA)


def test_privacy_assessment_waits_on_privacy_and_ends_in_a_decision():
    state = fold([sent(), claimed(), event(EventType.ASSESSMENT)])
    assert (state.state, state.waiting_on) == (State.PRIVACY_ASSESSMENT, "privacy")
    assert fold([*state.events, approved()]).state is State.APPROVED


def test_waiting_is_a_flag_beside_the_state():
    state = fold([sent(), event(EventType.WAITING, on="legal")])
    assert (state.state, state.waiting_on) == (State.SUBMITTED, "legal")


def test_an_event_that_comes_twice_counts_once():
    comment = event(EventType.COMMENT, RHEA)
    assert fold([sent(), comment, comment]).events[1:] == (comment,)


def test_the_same_revision_twice_changes_nothing():
    assert fold([sent(), sent()]).revision == 1
    assert len(fold([sent(), sent()]).events) == 1


def test_nobody_decides_while_the_history_cannot_be_trusted():
    state = replace(fold([sent()]), problem=Message("Its history was changed."))
    assert all(allowed(state, kind, actor) is not None for kind in EventType for actor in ALL)


def test_an_auditor_changes_nothing():
    for count in range(6):
        assert all(allowed(fold(PUBLISHED[:count]), kind, AUDI) is not None for kind in EventType)


def test_every_state_has_a_label_and_every_kind_of_event_a_rule():
    assert set(LABELS) == set(State)
    assert set(RULES) == set(EventType)


CANDIDATES = tuple((kind, actor) for kind in EventType for actor in ALL)


@st.composite
def histories(draw):
    """Draw histories that go deep: of three events two are chosen among those that may come."""
    events = []
    for _ in range(draw(st.integers(1, 14))):
        state = fold(events)
        coming = state.revision + 1
        possible = [(kind, actor) for kind, actor in CANDIDATES if allowed(state, kind, actor) is None]
        kind, actor = draw(st.sampled_from(possible if possible and draw(st.integers(0, 2)) else CANDIDATES))
        revision = coming if kind is EventType.SUBMITTED else draw(st.sampled_from([state.revision, state.revision, 1]))
        contested = draw(st.sampled_from([[], [EMAIL]]))
        events.append(event(kind, actor, revision=revision, contested=contested, **EMAIL))
    return events


@given(histories())
def test_whatever_comes_in_whatever_order_one_decision_stands_and_every_event_is_kept(events):
    state = fold(events)
    assert len(state.events) + len(state.passed_over) == len(events)
    standing = None
    for each in state.events:
        if each.type in DECISIONS | {EventType.BLOCK_REFUSED}:
            assert standing is None, "a decision replaced another that stood"
            standing = each
        elif each.type in {EventType.REOPENED, EventType.SUBMITTED}:
            standing = None
    assert (standing.actor if standing else None) == state.decided_by


@given(histories())
def test_nothing_is_approved_by_who_sent_it_nor_published_without_an_approval_of_the_same_bytes(events):
    senders, last = set(), None
    for each in fold(events).events:
        if each.type is EventType.SUBMITTED:
            senders, last = senders | {each.actor.login}, each
        elif each.type in DECISIONS | {EventType.REOPENED}:
            assert each.type is not EventType.APPROVED or each.actor.login not in senders
            last = each
        elif each.type is EventType.PUBLISHED:
            assert (last.type, last.tagmanifest) == (EventType.APPROVED, each.tagmanifest)


@given(histories())
def test_what_was_passed_over_leaves_no_trace_in_the_state(events):
    state = fold(events)
    assert fold(state.events) == replace(state, passed_over=())


@given(histories())
def test_whatever_comes_nobody_releases_what_they_sent_and_nothing_contested_is_approved(events):
    senders, asked, passed = set(), (), set()
    for each in fold(events).events:
        if each.type is EventType.SUBMITTED:
            senders, asked, passed = senders | {each.actor.login}, each.details["contested"], set()
        elif each.type is EventType.BLOCK_RELEASED:
            assert each.actor.login not in senders
            assert each.actor.role in {Role.COORDINATOR, Role.PRIVACY_CHAMPION}
            passed.add(each.details["column"])
        elif each.type is EventType.APPROVED:
            assert {entry["column"] for entry in asked} <= passed
