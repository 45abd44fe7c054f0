"""Every page of the Desk, in each of its moments, passes the audit of the accessible tree."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from steward.gui import theme
from steward.vocabulary.errors import VerificationFailed, words
from steward.vocabulary.message import say
from steward.workflow.states import EventType
from tests.gui.audit import audit
from tests.gui.desk.fakes import OTHER, dataset, event, state_of

NUMBER = "PPD-7F3K2Q"
SIZES = ((1366, 768), (683, 384))   # 100% and 200% of a small screen
AT = "2026-11-21T18:00:00+00:00"


def sent(_me):
    return state_of(NUMBER)


def mine(me):
    return state_of(NUMBER, event(EventType.CLAIMED, me, AT))


def approved(me):
    return state_of(NUMBER, event(EventType.CLAIMED, me, AT), event(EventType.APPROVED, me, AT, "Complete."))


def of_another(_me):
    return state_of(NUMBER, event(EventType.CLAIMED, OTHER, AT))


def broken(_me):
    return replace(state_of(NUMBER), problem=say("Event 3 was changed after it was written."))


@pytest.fixture(params=["light", "dark"])
def scheme(request, window, qapp):
    theme.apply(qapp, request.param)
    window.rebuild()
    yield request.param
    theme.apply(qapp, "light")


def found(window, page, size):
    window.resize(*size)
    window.activateWindow()
    for _ in range(3):
        QApplication.processEvents()
    return audit(window, page)


@pytest.fixture(params=[sent, mine, approved, of_another, broken])
def moment(request, reviewing, me):
    reviewing.put(request.param(me))
    if request.param is broken:
        reviewing.trouble = VerificationFailed(words(say("A file is not what was sent.")))


@pytest.mark.usefixtures("moment")
@pytest.mark.parametrize("size", SIZES)
def test_a_submission_stands_in_nobodys_way(come_to, window, size):
    assert found(window, come_to("submission", NUMBER), size) == []


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 3])
def test_the_queue_stands_in_nobodys_way(come_to, reviewing, window, count, size):
    reviewing.put(*(state_of(f"PPD-{number:06}") for number in range(count)))
    assert found(window, come_to("queue"), size) == []


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("size", SIZES)
def test_what_is_published_stands_in_nobodys_way(come_to, publishing, window, size):
    publishing.datasets = (dataset("Permits"), dataset("Trees", due=date(2026, 10, 1), is_overdue=True))
    assert found(window, come_to("published"), size) == []


@pytest.mark.usefixtures("scheme")
def test_a_submission_can_be_read_in_the_dark(come_to, reviewing, window, me):
    reviewing.put(approved(me))
    assert found(window, come_to("submission", NUMBER), SIZES[0]) == []
