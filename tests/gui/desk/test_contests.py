"""What the bureau asks to release: shown without a cell, answered with a reason by whoever may."""

from dataclasses import replace

import pytest

from steward.gui.desk._contests import ContestsCard
from steward.tasks import releasing
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.people import Role
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.contesting import Contest, rows_of
from steward.workflow.states import EventType, State
from steward.workflow.submission import apply
from tests.gui.audit import audit
from tests.gui.desk.fakes import OTHER, event, manifest, state_of
from tests.gui.desk.seen import says, texts

NUMBER = "PPD-7F3K2Q"
BLOCK = Finding(kind="ssn", tier=Tier.BLOCK, column="Permit", count=2, rows=Positions([4, 9]), room="privacy", words=Words(
    what=say("Column Permit seems to hold Social Security numbers."), where=say("2 rows, first in row 4.")))
ASKED = Contest(kind="ssn", column="Permit", count=2, rows=rows_of(BLOCK), shapes=("d3-d2-d4", "d9"), by="adiaz",
                reason="The register writes permits of this series like this.", at="2026-11-20T17:00:00+00:00")
CONTESTED = ASKED.of("1" * 64)


@pytest.fixture
def asked(come_to, reviewing, monkeypatch):
    """Return the page of a submission with a contested block."""
    reviewing.manifest = manifest(findings=(BLOCK,), contests=(ASKED,))
    reviewing.put(replace(state_of(), contested=(CONTESTED,)))

    def answered(house, state, contested, reason, kind):
        given = event(kind, house.actor(Role.COORDINATOR), "2026-11-21T18:00:00+00:00", reason)
        reviewing.put(apply(state, replace(given, details=contested.told())))
        return reviewing.states[NUMBER]
    monkeypatch.setattr(releasing, "release_block", lambda *given: answered(*given, EventType.BLOCK_RELEASED))
    monkeypatch.setattr(releasing, "refuse_block", lambda *given: answered(*given, EventType.BLOCK_REFUSED))
    return come_to("submission", NUMBER)


def form(page):
    return page.findChildren(ContestsCard)[-1].forms[0]


def test_a_request_tells_column_count_shape_and_reason(asked, window):
    for part in ("Permit", "3 digits, hyphen, 2 digits, hyphen, 4 digits; 9 digits", ASKED.reason, "Not released"):
        assert says(form(asked), part), texts(form(asked))
    assert audit(window, asked) == []


def test_without_a_reason_nothing_is_released(asked, reviewing):
    form(asked).release.click()
    assert says(form(asked), "Give a reason")
    assert reviewing.states[NUMBER].released == ()


def test_a_release_is_given_with_its_reason_and_shown(asked, reviewing, done):
    form(asked).reason.setText("Looked at the register.")
    form(asked).release.click()
    done()
    assert reviewing.states[NUMBER].released == (CONTESTED,)
    assert says(asked, "You released it for these rows.")
    assert says(form(asked), "Looked at the register.")
    assert not form(asked).release.isVisible()


def test_a_refusal_gives_the_submission_back(asked, reviewing, done):
    form(asked).reason.setText("They are Social Security numbers.")
    form(asked).refuse.click()
    done()
    assert reviewing.states[NUMBER].state is State.CHANGES_REQUESTED
    assert says(form(asked), "They are Social Security numbers.")


def test_what_is_typed_outlives_looking_again(asked, come_to, done):
    form(asked).reason.setText("Looked at the")
    come_to("queue")
    assert form(come_to("submission", NUMBER)).reason.text() == "Looked at the"


def test_who_may_not_release_is_told_why(come_to, reviewing, me):
    reviewing.manifest = manifest(findings=(BLOCK,), contests=(ASKED,))
    begun = replace(state_of(NUMBER, event(EventType.CLAIMED, OTHER, "2026-11-21T18:00:00+00:00")), contested=(CONTESTED,))
    reviewing.put(replace(begun, practice=False, submitters=(replace(me, role=Role.STEWARD),)))
    shown = form(come_to("submission", NUMBER))
    assert not shown.release.isEnabled()
    assert says(shown, "You sent this submission yourself.")
    assert shown.release.accessibleDescription().startswith("You sent this submission yourself.")


def test_a_submission_without_requests_shows_no_such_card(come_to, reviewing):
    reviewing.put(state_of())
    assert come_to("submission", NUMBER).findChildren(ContestsCard) == []
