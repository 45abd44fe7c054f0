"""The queue: what waits for me, in words, looked up beside the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steward.gui.desk._list_page import AT_ONCE
from steward.gui.widgets.list_row import ListRow
from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from steward.workflow.states import EventType
from tests.gui.desk.fakes import OTHER, event, state_of
from tests.gui.desk.seen import button, in_sight, says

LOST = Trouble(words(say("The queue cannot be reached."), next_step=say("Look whether the network is there.")))


def rows(page):
    return in_sight(page, ListRow)


@pytest.fixture
def many(reviewing):
    reviewing.put(*(state_of(f"PPD-{number:06}") for number in range(AT_ONCE + 5)))
    return reviewing


def test_an_empty_queue_says_so_in_words(come_to):
    assert says(come_to("queue"), "Nothing has been sent yet.")


def test_a_submission_is_told_with_all_that_tells_it_apart(come_to, reviewing):
    reviewing.put(state_of())
    spoken = rows(come_to("queue"))[0].accessibleName()
    for part in ("Building permits issued", "Sent, waiting for review", "PPD-7F3K2Q", "revision 1", "Ana Diaz", "Nov 20, 2026",
                 "Portland Permitting & Development"):
        assert part in spoken


def test_it_says_who_has_the_review(come_to, reviewing, me):
    reviewing.put(state_of("PPD-000001", event(EventType.CLAIMED, me, "2026-11-21T18:00:00+00:00")),
                  state_of("PPD-000002", event(EventType.CLAIMED, OTHER, "2026-11-21T18:00:00+00:00")))
    page = come_to("queue")
    page.choose("all")
    assert says(page, "Claimed by you")
    assert says(page, "Claimed by Robin Kim")


def test_what_another_person_reviews_does_not_wait_for_me(come_to, reviewing):
    reviewing.put(state_of("PPD-000001"), state_of("PPD-000002", event(EventType.CLAIMED, OTHER, "2026-11-21T18:00:00+00:00")))
    page = come_to("queue")
    assert len(rows(page)) == 1
    page.choose("all")
    assert len(rows(page)) == 2


def test_one_state_can_be_looked_at_by_itself(come_to, reviewing):
    reviewing.put(state_of("PPD-000001"), state_of("PPD-000002", event(EventType.CLAIMED, OTHER, "2026-11-21T18:00:00+00:00")))
    page = come_to("queue")
    page.choose("in_review")
    assert ["PPD-000002" in line.accessibleName() for line in rows(page)] == [True]


def test_a_state_without_submissions_leads_back_to_all(come_to, reviewing):
    reviewing.put(state_of())
    page = come_to("queue")
    page.choose("declined")
    assert says(page, "No submission is in this state.")
    button(page, "Show all submissions").click()
    assert len(rows(page)) == 1


def test_the_parts_are_counted(come_to, reviewing):
    reviewing.put(state_of())
    page = come_to("queue")
    assert page.filter.itemText(1) == "All submissions (1)"


def test_a_history_that_cannot_be_trusted_is_said_in_words_and_shown_first(come_to, reviewing):
    reviewing.put(replace(state_of(), problem=say("Event 3 was changed.")))
    line = rows(come_to("queue"))[0]
    assert "The history cannot be trusted" in line.accessibleName()


def test_pressing_a_line_opens_the_submission(come_to, reviewing, window, done):
    reviewing.put(state_of())
    line = rows(come_to("queue"))[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    done()
    assert (window.view().subject, window.view().title.text()) == ("PPD-7F3K2Q", "Building permits issued")


def test_looking_again_brings_what_came_since_and_keeps_the_place(come_to, reviewing, done):
    reviewing.put(state_of("PPD-000001"))
    page = come_to("queue")
    rows(page)[0].setFocus()
    reviewing.put(state_of("PPD-000002"))
    page.refresh()
    done()
    assert len(rows(page)) == 2
    assert [line.objectName() for line in rows(page) if line.hasFocus()] == ["PPD-000001"]
    assert says(page, "Checked at")


def test_trouble_is_told_and_the_old_list_stays(come_to, reviewing, done):
    reviewing.put(state_of())
    page = come_to("queue")
    reviewing.lost = LOST
    button(page, "Look again").click()
    done()
    assert says(page, "The queue cannot be reached.")
    assert says(page, "Last checked at")
    assert len(rows(page)) == 1


def test_trouble_at_the_first_look_says_that_nothing_was_checked(come_to, reviewing):
    reviewing.lost = LOST
    page = come_to("queue")
    assert says(page, "Not checked yet")


def test_a_long_queue_comes_in_parts(come_to, many):
    page = come_to("queue")
    assert len(rows(page)) == AT_ONCE
    button(page, "Show 5 more").click()
    assert len(rows(page)) == AT_ONCE + 5


def test_arrow_keys_go_from_line_to_line(come_to, reviewing):
    reviewing.put(state_of("PPD-000001"), state_of("PPD-000002"))
    first, second = rows(come_to("queue"))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
