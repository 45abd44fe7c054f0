"""The Desk with the real tasks: the sample is sent, reviewed, approved and published through the window."""

import pytest

from steward.store.resources import resource_path
from steward.tasks.demonstrating import SAMPLE, SCRIPT
from steward.tasks.preparing import prepared, read_script
from steward.tasks.sending import send
from steward.vocabulary.progress import Silence
from tests.gui.desk.seen import button, says, texts


@pytest.fixture
def number(window):
    house = window.session.house.acted_by("adiaz", "Ana Diaz")
    bench = prepared(house, resource_path(SAMPLE), read_script(house, *map(resource_path, SCRIPT)), Silence())
    return send(house, bench, Silence()).submission


def test_a_real_submission_goes_from_the_queue_to_the_portal(window, settle, number, own_home):
    session = window.session
    session.go("queue")
    settle(session)
    button(window.view(), "Street tree requests").click()
    settle(session)
    page = window.view()
    assert says(page, "its checksum matches")
    page.decision.begin.click()
    settle(session)
    page.decision.reason.setPlainText("Complete and well described.")
    page.decision.approve.click()
    settle(session)
    for point in page.publishing.points:
        point.setChecked(True)
    page.publishing.publish.click()
    settle(session)
    assert says(page, "is published as version 1.")
    assert list(own_home.rglob("v1/*.csv"))
    session.go("published")
    settle(session)
    assert any("Street tree requests" in text for text in texts(window.view()))
