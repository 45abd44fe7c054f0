"""Publishing from the Desk: four points first, then a receipt that says where it lies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from steward.workflow.states import EventType, State
from tests.gui.desk.fakes import event, state_of
from tests.gui.desk.seen import button, says, texts

NUMBER = "PPD-7F3K2Q"
FULL = Trouble(words(say("The portal's disk is full."), next_step=say("Make room and publish again.")))


@pytest.fixture
def approved(come_to, reviewing, publishing, me, tmp_path):
    publishing.folder = tmp_path / "portal"
    reviewing.put(state_of(NUMBER, event(EventType.CLAIMED, me, "2026-11-21T18:00:00+00:00"),
                           event(EventType.APPROVED, me, "2026-11-22T18:00:00+00:00", "Complete.")))
    return come_to("submission", NUMBER)


def confirm(page, how_many=4):
    for point in page.publishing.points[:how_many]:
        point.setChecked(True)


def test_what_is_not_approved_is_not_offered_for_publishing(come_to, reviewing):
    reviewing.put(state_of())
    assert not come_to("submission", NUMBER).publishing.isVisible()


def test_the_four_points_name_the_counts(approved):
    told = [point.accessibleName() for point in approved.publishing.points]
    assert len(told) == 4
    assert "1,204 rows" in told[3]
    assert "6 columns" in told[1]


@pytest.mark.parametrize("confirmed", [0, 1, 3])
def test_it_opens_only_with_all_four_and_says_how_many_are_missing(approved, confirmed):
    confirm(approved, confirmed)
    assert not approved.publishing.publish.isEnabled()
    assert says(approved.publishing, f"{4 - confirmed} point")


def test_taking_a_tick_away_closes_it_again(approved):
    confirm(approved)
    assert approved.publishing.publish.isEnabled()
    approved.publishing.points[2].setChecked(False)
    assert not approved.publishing.publish.isEnabled()


def test_the_receipt_says_what_where_and_that_it_is_practice(approved, reviewing, publishing, done):
    confirm(approved)
    approved.publishing.publish.click()
    done()
    shown = texts(approved)
    assert "Building permits issued is published as version 1." in shown
    assert shown[shown.index("Lies in") + 1] == str(publishing.folder / "PDX-PPD-0007" / "v1")
    assert says(approved, "Practice: it was published into a folder of this computer only.")
    assert button(approved, "Open the folder").isEnabled()
    assert reviewing.states[NUMBER].state is State.PUBLISHED


def test_after_publishing_the_page_shows_the_new_state(approved, done):
    confirm(approved)
    approved.publishing.publish.click()
    done()
    assert not approved.publishing.isVisible()
    assert says(approved.decision, "Published on")


def test_trouble_leaves_it_approved_and_the_points_confirmed(approved, publishing, reviewing, done):
    publishing.trouble = FULL
    confirm(approved)
    approved.publishing.publish.click()
    done()
    assert says(approved, "The portal's disk is full.")
    assert reviewing.states[NUMBER].state is State.APPROVED
    assert approved.publishing.publish.isEnabled()


def test_another_submission_is_confirmed_anew(approved, come_to, reviewing, me):
    confirm(approved)
    reviewing.put(state_of("PBOT-000001", event(EventType.CLAIMED, me, "2026-11-21T18:00:00+00:00"),
                           event(EventType.APPROVED, me, "2026-11-22T18:00:00+00:00", "Complete.")))
    page = come_to("submission", "PBOT-000001")
    assert not any(point.isChecked() for point in page.publishing.points)


def test_the_points_are_ticked_by_the_space_bar(approved):
    point = approved.publishing.points[0]
    point.setFocus()
    QTest.keyClick(point, Qt.Key.Key_Space)
    assert point.isChecked()
