"""Taking, giving back and deciding: what the rules allow, with a reason that is not lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steward.workflow.states import EventType, State
from tests.gui.desk.fakes import OTHER, event, state_of
from tests.gui.desk.seen import button, says, texts

NUMBER = "PPD-7F3K2Q"
LATER = "2026-11-22T18:00:00+00:00"


@pytest.fixture
def sent(come_to, reviewing):
    reviewing.put(state_of())
    return come_to("submission", NUMBER)


@pytest.fixture
def mine(come_to, reviewing, me):
    reviewing.put(state_of(NUMBER, event(EventType.CLAIMED, me, "2026-11-21T18:00:00+00:00")))
    return come_to("submission", NUMBER)


def test_before_the_review_only_beginning_is_open_and_the_page_says_why(sent):
    panel = sent.decision
    assert panel.begin.isEnabled()
    assert not any(widget.isEnabled() for widget in (panel.approve, panel.changes, panel.decline))
    assert says(panel, "Begin the review first")
    assert panel.approve.accessibleDescription().startswith("Begin the review first")
    assert not panel.give_back.isVisible()


def test_beginning_takes_the_review(sent, reviewing, done):
    sent.decision.begin.click()
    done()
    assert reviewing.states[NUMBER].state is State.IN_REVIEW
    assert says(sent, "The review is yours.")
    assert sent.decision.approve.isEnabled()
    assert not sent.decision.begin.isVisible()


def test_giving_it_back_leaves_it_in_the_queue(mine, reviewing, done):
    mine.decision.give_back.click()
    done()
    assert reviewing.states[NUMBER].claimed_by is None
    assert says(mine, "The submission waits in the queue again.")


@pytest.mark.parametrize(("name", "state"), [("approve", State.APPROVED), ("changes", State.CHANGES_REQUESTED),
                                             ("decline", State.DECLINED)])
def test_a_decision_is_made_with_its_reason(mine, reviewing, done, name, state):
    mine.decision.reason.setPlainText("Looked at every column.")
    getattr(mine.decision, name).click()
    done()
    assert reviewing.states[NUMBER].state is state
    assert reviewing.states[NUMBER].reason == "Looked at every column."
    assert says(mine.decision, "Reason: Looked at every column.")


@pytest.mark.parametrize("typed", ["", "   \n"])
def test_without_a_reason_nothing_is_decided_and_the_box_asks_for_one(mine, reviewing, done, typed):
    mine.decision.reason.setPlainText(typed)
    mine.decision.approve.click()
    done()
    assert reviewing.reasons == []
    assert says(mine.decision, "Give a reason")
    assert mine.decision.reason.hasFocus()


def test_what_is_typed_outlives_looking_again_and_going_away(mine, come_to, done):
    mine.decision.reason.setPlainText("The codes are")
    button(mine, "Look again").click()
    done()
    come_to("queue")
    assert come_to("submission", NUMBER).decision.reason.toPlainText() == "The codes are"


def test_what_is_typed_outlives_new_colors(mine, window, done):
    mine.decision.reason.setPlainText("The codes are")
    window.rebuild()
    done()
    assert window.view().decision.reason.toPlainText() == "The codes are"


def test_a_reason_belongs_to_its_submission_and_goes_once_it_is_given(mine, come_to, reviewing, done):
    mine.decision.reason.setPlainText("For the first")
    reviewing.put(state_of("PBOT-000001"))
    assert come_to("submission", "PBOT-000001").decision.reason.toPlainText() == ""
    page = come_to("submission", NUMBER)
    page.decision.approve.click()
    done()
    assert page.decision.reason.toPlainText() == ""


def test_someone_faster_is_named_and_the_page_shows_what_is_now(mine, reviewing, me, done):
    reviewing.meanwhile = event(EventType.DECLINED, me, LATER, "Not for the public.")
    mine.decision.reason.setPlainText("Complete.")
    mine.decision.approve.click()
    done()
    assert says(mine, "already decided. This submission is now: Declined.")
    assert says(mine.decision, "Reason: Not for the public.")
    assert not mine.decision.approve.isVisible()


def test_a_refusal_keeps_the_reason_that_was_typed(mine, reviewing, done):
    reviewing.meanwhile = event(EventType.RELEASED, reviewing.states[NUMBER].claimed_by, LATER)
    mine.decision.reason.setPlainText("Complete.")
    mine.decision.approve.click()
    done()
    reviewing.meanwhile = None
    mine.decision.begin.click()
    done()
    assert mine.decision.reason.toPlainText() == "Complete."


def test_what_another_person_reviews_can_only_be_looked_at(come_to, reviewing):
    reviewing.put(state_of(NUMBER, event(EventType.CLAIMED, OTHER, LATER)))
    panel = come_to("submission", NUMBER).decision
    assert says(panel, "Robin Kim is reviewing this submission.")
    assert not any(widget.isEnabled() for widget in (panel.begin, panel.approve, panel.changes, panel.decline))


def test_the_same_reason_is_said_once(come_to, reviewing):
    reviewing.put(state_of(NUMBER, event(EventType.CLAIMED, OTHER, LATER)))
    page = come_to("submission", NUMBER)
    assert texts(page.decision).count("Robin Kim is reviewing this submission.") == 1


def test_what_is_decided_offers_no_decision(come_to, reviewing):
    reviewing.put(state_of(NUMBER, event(EventType.CLAIMED, OTHER, LATER),
                           event(EventType.RETURNED, OTHER, "2026-11-22T19:00:00+00:00", "Say what the codes mean.")))
    panel = come_to("submission", NUMBER).decision
    assert says(panel, "Robin Kim decided on Nov 22, 2026.")
    assert says(panel, "Waits for the bureau")
    assert not panel.approve.isVisible()
    assert not panel.reason.isVisible()


def test_the_whole_review_goes_by_keyboard(sent, reviewing, done):
    sent.decision.begin.setFocus()
    QTest.keyClick(sent.decision.begin, Qt.Key.Key_Return)
    done()
    sent.decision.reason.setFocus()
    QTest.keyClicks(sent.decision.reason, "Complete")
    QTest.keyClick(sent.decision.reason, Qt.Key.Key_Tab)
    assert sent.decision.approve.hasFocus()
    QTest.keyClick(sent.decision.approve, Qt.Key.Key_Return)
    done()
    assert reviewing.states[NUMBER].state is State.APPROVED
