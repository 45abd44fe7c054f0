"""Taking the data down from the Desk: offered for what is published, with a reason that the catalog shows."""

import pytest

from steward.tasks import taking_down
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.workflow.states import EventType, State
from tests.gui.desk.fakes import event, state_of
from tests.gui.desk.seen import says

NUMBER, LATER = "PPD-7F3K2Q", "2026-11-22T18:00:00+00:00"


@pytest.fixture
def shown(come_to, reviewing, publishing, me, monkeypatch):
    monkeypatch.setattr(taking_down, "take_down", lambda house, state, reason: reviewing._append(
        house, state, EventType.RETRACTED, reason))
    steps = [event(EventType.CLAIMED, me, "2026-11-21T18:00:00+00:00"), event(EventType.APPROVED, me, LATER, "Complete."),
             event(EventType.PUBLISHING, me, LATER), event(EventType.PUBLISHED, me, LATER)]
    reviewing.put(state_of(NUMBER, *steps))
    return come_to("submission", NUMBER)


def test_it_is_offered_only_for_what_is_published(come_to, reviewing, shown):
    assert shown.taking_down.isVisible()
    reviewing.put(state_of("PPD-2222AA"))
    assert not come_to("submission", "PPD-2222AA").taking_down.isVisible()


def test_it_asks_for_a_reason_first(shown, reviewing, done):
    shown.taking_down.act.click()
    done()
    assert says(shown, "Give a reason; the catalog shows it.")
    assert reviewing.states[NUMBER].state is State.PUBLISHED


def test_with_a_reason_it_is_done_and_said(shown, reviewing, done):
    shown.taking_down.reason.setPlainText("The year was wrong.")
    shown.taking_down.act.click()
    done()
    assert (reviewing.states[NUMBER].state, reviewing.states[NUMBER].reason) == (State.TAKEN_DOWN, "The year was wrong.")
    assert says(shown, "The catalog says why.")
    assert not shown.taking_down.isVisible()


def test_what_is_refused_is_told_and_no_word_of_the_reason_is_lost(shown, done, monkeypatch):
    def refuse(*_given):
        raise Refused(words(say("A newer version of this dataset is published.")))

    monkeypatch.setattr(taking_down, "take_down", refuse)
    shown.taking_down.reason.setPlainText("The year was wrong.")
    shown.taking_down.act.click()
    done()
    assert says(shown, "A newer version")
    assert shown.taking_down.reason.toPlainText() == "The year was wrong."
