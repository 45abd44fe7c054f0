"""Catalog a dataset without its data in the window, and the questions that only some answers lead to."""

from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton

from steward.gui.prepare._element_row import ElementRow
from steward.gui.prepare._portal_page import PortalCard
from steward.metadata.record import Record
from steward.tasks import describing, opening, publishing, reviewing, sending
from steward.tasks.without_data import begin_without_data
from steward.vocabulary.progress import Silence
from steward.workflow.needs import StepName
from tests.tasks.whole_way import decided, described, published


def press(widget, name):
    QApplication.processEvents()
    next(one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible()).click()
    QApplication.processEvents()


def rows(view):
    QApplication.processEvents()
    return {row.element.id: row for row in view.findChildren(ElementRow)}


def begun(window, settle, status):
    window.session.go("home")
    settle(window.session)
    press(window.view(), "Catalog a dataset without its data")
    next(one for one in window.view().findChildren(QRadioButton) if one.text().startswith(status)).click()
    press(window.view(), "Save and continue")
    settle(window.session)
    return window.view()


def test_it_begins_on_home_and_leads_straight_to_the_description(window, settle):
    begun(window, settle, "Declined")
    assert [status.step for status in window.session.steps()] == [StepName.DESCRIBE, StepName.SEND]
    assert window.session.draft.record.data_status == "declined"
    window.session.go("describe", "status_reason")
    assert list(rows(window.view())) == ["data_status", "status_reason", "legal_basis", "how_to_ask"]


def test_only_planned_data_is_asked_for_its_day(window, settle):
    begun(window, settle, "Planned")
    window.session.go("describe", "status_reason")
    assert "legal_basis" not in rows(window.view())
    field = rows(window.view())["data_status"]
    assert "expected" in rows(window.view())
    field.take("restricted")
    window.view()._save_typed()
    assert "expected" not in rows(window.view())
    assert "legal_basis" in rows(window.view())


def test_it_always_says_why(window, settle):
    begun(window, settle, "Planned")
    window.session.go("describe", "data_status")
    rows(window.view())["data_status"].take("")
    window.view()._save_typed()
    assert window.session.draft.record.data_status == "planned"


def test_questions_about_others_come_with_the_answer_that_there_are_some(opened_window):
    opened_window.session.go("describe", "third_party")
    before = rows(opened_window.view())
    before["third_party"].take("yes")
    opened_window.view()._save_typed()
    after = rows(opened_window.view())
    assert set(after) - set(before) == {"third_party_source", "third_party_agreement", "third_party_right", "trade_secrets"}
    assert "no_data" not in [group.id for group in opened_window.view()._groups]


def test_it_is_checked_and_sent_without_a_table(window, settle):
    begun(window, settle, "Declined")
    session = window.session
    record = describing.practice_record(session.house, session.workbench)
    session.edit(lambda draft: describing.answer(session.house, draft, "title", "Pump stations"))
    for element in describing.elements(session.house):
        if element.is_asked(record):
            session.edit(lambda draft, name=element.id: describing.answer(
                session.house, draft, name, draft.record.value(name) or record.value(name)))
    session.check_again()
    settle(session)
    session.replace(decided(session.house, session.workbench))
    session.go("send")
    told = " ".join(label.text() for label in window.view().findChildren(QLabel))
    assert "No data goes with it." in told
    assert "The table as a CSV file" not in told
    press(window.view(), "Send for review")
    settle(session)
    assert session.draft.revision == 1
    window.session.go("submission", session.draft.submission)
    settle(session)
    told = " ".join(label.text() for label in window.view().findChildren(QLabel))
    assert "No data goes with it." in told


@pytest.mark.parametrize("page", ["open", "table", "privacy", "columns", "reshape"])
def test_pages_of_a_table_say_that_there_is_none_and_lead_on(window, settle, page):
    window.session.begin_without_data("planned")
    settle(window.session)
    window.session.go(page)
    settle(window.session)
    QApplication.processEvents()
    shown = [label.text() for label in window.view().findChildren(QLabel) if label.isVisible()]
    assert "There is no table in this draft." in shown
    on = [one for one in window.view().findChildren(QPushButton) if one.text() == "Go to Describe the data" and one.isVisible()]
    on[0].click()
    assert window.view().step.value == "describe"


def test_while_one_waits_nothing_is_said_of_a_table(window, settle):
    gate, house = Event(), window.session.house

    def slow(_progress):
        gate.wait(10)
        return begin_without_data(house, Record(data_status="planned"))

    window.session._open(slow, has_table=False)
    window.session.go("describe")
    QApplication.processEvents()
    shown = " ".join(label.text() for label in window.view().findChildren(QLabel) if label.isVisible())
    gate.set()
    settle(window.session)
    assert "getting the questions ready" in shown
    assert "table" not in shown


def test_the_page_of_the_portal_is_shown_and_the_list_of_drafts_counts_two_steps(window, settle):
    begun(window, settle, "Declined")
    window.session.go("send")
    settle(window.session)
    press(window.view(), "Show the page")
    assert "Why there is no data" in window.view().findChild(PortalCard).page.toPlainText()
    window.session.go("home")
    settle(window.session)
    assert any("Step 1 of 2: Describe the data" in label.text() for label in window.view().findChildren(QLabel))


def test_the_warning_about_an_identifier_leads_to_its_field(opened_window, settle):
    session = opened_window.session
    session.edit(lambda draft: draft.with_answer("identifier", "no such sign !"))
    session.check_again()
    settle(session)
    session.go("describe", "identifier")
    assert rows(opened_window.view())["identifier"].value() == "no such sign !"


def test_an_update_of_a_record_without_data_asks_first_what_is_decided_now(window, settle):
    house = window.session.house
    bench = begin_without_data(house, Record(data_status="planned", title="Pump stations"))
    told = {"status_reason": "Not yet.", "how_to_ask": "Ask with the form.", "title": "Pump stations"}
    bench = decided(house, described(house, bench, **told))
    number = sending.send(house, bench, Silence()).submission
    desk = house.acted_by("coordinator", "A Coordinator")
    reviewing.claim(desk, number)
    reviewing.approve(desk, number, "looked at it")
    identifier = publishing.publish(desk, number, Silence()).identifier
    window.session.go("home")
    settle(window.session)
    press(window.view(), "Update Pump stations")
    settle(window.session)
    assert [one.accessibleName() for one in window.view().findChildren(QPushButton)
            if one.accessibleName().startswith("The data can be published now") and one.isVisible()]
    next(one for one in window.view().findChildren(QRadioButton) if one.text().startswith("Declined")).click()
    press(window.view(), "Save and continue")
    settle(window.session)
    draft = window.session.draft
    assert (draft.updates, draft.record.data_status, draft.record.title) == (identifier, "declined", "Pump stations")


def test_a_published_dataset_with_data_can_change_its_description_alone_or_be_taken_back(window, settle, tmp_path):
    house, path = window.session.house, tmp_path / "wells.csv"
    path.write_text("Well,Depth\nA,12\nB,15\n", encoding="utf-8")
    bench = decided(house, described(house, opening.begin(house, path, Silence()), title="Wells"))
    identifier = published(house, bench).identifier
    window.session.go("home")
    settle(window.session)
    press(window.view(), "Update Wells")
    settle(window.session)
    press(window.view(), "The data is no longer published")
    assert not any(one.accessibleName().startswith("The data can be published now") and one.isVisible()
                   for one in window.view().findChildren(QPushButton))
    window.session.go("start")
    press(window.view(), "Change only the description")
    settle(window.session)
    assert [status.step for status in window.session.steps()] == [StepName.DESCRIBE, StepName.SEND]
    draft = window.session.draft
    assert (draft.updates, draft.keeps_tables, draft.record.title) == (identifier, True, "Wells")
    window.session.go("send")
    settle(window.session)
    assert any("The data stays as it is published." in label.text() for label in window.view().findChildren(QLabel))


def test_the_page_names_the_dataset_whose_data_is_no_longer_published(window, settle):
    window.session.updates = "PDX-PPR-0417"
    window.session.go("without-data", "has-data")
    settle(window.session)
    assert "Dataset PDX-PPR-0417." in [label.text() for label in window.view().findChildren(QLabel) if label.isVisible()]
    window.session.updates = ""
    window.session.go("home")
    window.session.go("without-data")
    settle(window.session)
    assert not [label for label in window.view().findChildren(QLabel) if label.isVisible() and "Dataset P" in label.text()]
