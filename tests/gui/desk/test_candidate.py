"""The coordinator looks through the whole candidate; nothing in it can be changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steward.gui.widgets.table_view import TableView
from steward.tasks import looking_through
from steward.tasks.exploring import explored
from steward.tasks.house import House
from steward.tasks.opening import begin
from steward.vocabulary.errors import Cancelled, VerificationFailed, words
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from tests.gui.desk.fakes import manifest, state_of
from tests.gui.desk.seen import button, says


class Asked(list):
    """The numbers of the submissions that were asked for; `table` is what they got."""


@pytest.fixture
def number(reviewing, publishing):
    """Return the number of a submission in the queue."""
    reviewing.put(state_of("0001"))
    return "0001"


@pytest.fixture
def shown(monkeypatch, small_csv):
    """Answer with a small table whatever submission is asked for; return the numbers that were."""
    asked = Asked()
    with House.open() as house:
        asked.table = table = explored(begin(house, small_csv, Silence()))

    def candidate(_house, submission, _progress, _table):
        asked.append(submission)
        return table

    monkeypatch.setattr(looking_through, "candidate", candidate)
    return asked


def arrived(window, settle, qtbot):
    settle(window.session)
    page = window.view()
    qtbot.waitUntil(lambda: page.place.explorer is not None and page.place.explorer.isVisible(), timeout=30_000)
    QApplication.processEvents()
    return page


def test_the_submission_leads_to_its_whole_table_and_back(window, settle, qtbot, number, shown):
    window.session.go("submission", number)
    settle(window.session)
    first = next(one for one in window.view().findChildren(TableView) if one.accessibleName() == "First rows of the candidate")
    numbers = [first.model().headerData(place, Qt.Orientation.Vertical) for place in range(4)]
    button(window.view(), "See the whole table").click()
    page = arrived(window, settle, qtbot)
    assert shown == [number]
    assert page.place.explorer.arranged.view.rows(0, 9) == [2, 3, 4, 5]
    assert numbers == ["2", "3", "4", "5"]
    assert says(page, "Nothing can be changed here.")
    button(page, "Back to the submission").click()
    settle(window.session)
    assert (window.view().subject, page.place.explorer) == (number, None)


def test_findings_can_be_stepped_through(window, settle, qtbot, shown):
    window.session.go("candidate", "0001")
    page = arrived(window, settle, qtbot)
    page.place.explorer.findings.step()
    assert page.place.explorer.findings.finding is not None


@pytest.fixture
def with_finding(reviewing, number, shown):
    """Have a submission in whose candidate an e-mail address was found; return the finding's key."""
    email = next(one for one in shown.table.findings if one.kind == "email")
    reviewing.manifest = manifest(findings=(email,))
    return email.key


def test_a_finding_of_the_submission_leads_to_its_place_in_the_table(window, settle, qtbot, with_finding, shown):
    window.session.go("submission", "0001")
    settle(window.session)
    button(window.view(), "Show in the table").click()
    page = arrived(window, settle, qtbot)
    assert (list(shown), page.place.explorer.findings.finding.key) == (["0001"], with_finding)
    button(page, "Back to the submission").click()
    settle(window.session)
    assert window.view().subject == "0001"


def test_a_finding_that_is_not_found_again_shows_the_table_all_the_same(window, settle, qtbot, shown):
    window.session.go("candidate", "0001|permits|ssn|Nothing of that name")
    page = arrived(window, settle, qtbot)
    assert page.place.explorer.findings.finding is None


@pytest.mark.parametrize(("trouble", "told"), [
    (VerificationFailed(words(say("The table is another one."))), "The table is another one."),
    (Cancelled(), "You stopped it, so there is no table here.")])
def test_a_table_that_cannot_be_shown_says_why(window, settle, monkeypatch, trouble, told):
    def refuse(*_given):
        raise trouble

    monkeypatch.setattr(looking_through, "candidate", refuse)
    window.session.go("candidate", "0001")
    settle(window.session)
    assert says(window.view(), told)
    assert not says(window.view(), "making the table ready")
