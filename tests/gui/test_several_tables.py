"""A dataset of several sheets in the window: ticked, gone through one by one, and sent together or not at all."""

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QPushButton

from steward.gui.prepare._sheet_keys import SheetKeysBox
from steward.gui.prepare._tables import SheetsCard, TableBar
from steward.gui.widgets.error_summary import ErrorSummary
from steward.tasks import drafting, further_tables, opening, reviewing
from steward.tasks.home import home
from steward.tasks.whole_dataset import outstanding_in
from steward.tasks.worded import described_for_practice
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.commands.test_prepare_sheets import TREES, VISITS, book
from tests.gui.test_column_rules import button
from tests.gui.test_prepare import go, press, texts
from tests.tasks.whole_way import decided, described

PRIVATE = [("tree_id", "SSN"), *((f"T-{number:03d}", f"531-{number + 10}-{number + 1000}") for number in range(40))]


@pytest.fixture
def opened(window, settle, tmp_path):
    """Return a way to open a workbook at its sheet of visits, with another sheet ticked, and nothing open in the first."""
    def at(trees):
        session = window.session
        path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=trees)
        session.begin(path, ImportStep(sheet="Visits"))
        settle(session)
        session.replace(decided(session.house, described(session.house, session.workbench)))
        view = go(window, "open")
        window.activateWindow()
        line = view.findChild(SheetsCard).lines["Trees"]
        line.setFocus()
        line.click()
        settle(session)
        for table in further_tables.further_tables(session.house, session.draft, Silence()):
            drafting.save(session.house, described_for_practice(session.house, table).draft)
        QApplication.processEvents()
        return window

    return at


def turned(window, settle, sheet):
    bar = next(one for one in window.view().findChildren(TableBar) if one.isVisible())
    next(one for one in bar.findChildren(QPushButton) if one.accessibleName() == sheet).click()
    settle(window.session)
    QApplication.processEvents()


def at_send(window, settle):
    view = go(window, "send")
    settle(window.session)
    QApplication.processEvents()
    return view


def test_a_ticked_sheet_is_gone_through_and_sent_beside_the_first(opened, settle):
    window = opened(TREES)
    session, first = window.session, window.session.draft
    assert [one.sheet for one in first.further] == ["Trees"]
    assert "Table 1 of 2 of this dataset" in texts(window.view())
    go(window, "columns")
    turned(window, settle, "Trees")
    assert session.workbench.candidate.names == ("tree_id", "species")
    assert "Table 2 of 2 of this dataset" in texts(window.view())
    assert "once for the whole dataset" in texts(go(window, "describe"))
    press(window.view(), "Go to the first table")
    settle(session)
    assert session.draft.id == first.id
    view = at_send(window, settle)
    assert "Further table: Trees" in texts(view)
    press(view, "Send for review")
    settle(session)
    sealed = reviewing.evidence(session.house, session.draft.submission)
    assert [one.table.rows for one in sealed.tables] == [60, 40]


def test_what_is_private_in_a_further_table_keeps_the_dataset_from_being_sent(opened, settle):
    window = opened(PRIVATE)
    view = at_send(window, settle)
    assert not view.on.isEnabled()
    view.findChild(ErrorSummary).findChildren(QPushButton)[0].click()
    settle(window.session)
    QApplication.processEvents()
    assert window.session.draft.part_of
    assert window.view() is not view


def test_a_newer_look_at_the_further_tables_takes_the_place_of_the_one_before(opened, settle):
    window, jobs = opened(TREES), []
    window.session.worker.started.connect(jobs.append)
    view = go(window, "send")
    view.refresh()
    looks = [job for job in jobs if str(job.title) == "Opening and checking the further tables"]
    assert [job.is_cancelled for job in looks] == [True, False]
    settle(window.session)
    QApplication.processEvents()
    assert view.on.isEnabled()


def test_cancel_says_that_the_further_tables_were_not_checked_and_offers_it_again(opened, settle, monkeypatch):
    window = opened(TREES)

    def stopped(*_given):
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr("steward.tasks.further_tables.further_tables", stopped)
        view = at_send(window, settle)
    assert "The further tables were not checked" in texts(view)
    assert not view.on.isVisible()
    press(view, "Check them now")
    settle(window.session)
    QApplication.processEvents()
    assert view.on.isEnabled()


def test_after_ticking_a_sheet_the_keyboard_stands_on_its_line(opened):
    window = opened(TREES)
    assert QApplication.focusWidget() is window.view().findChild(SheetsCard).lines["Trees"]


def test_a_hidden_column_leads_to_where_it_is_left_out(window, settle, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS)
    hidden = load_workbook(path)
    hidden["Visits"].column_dimensions["A"].hidden = True
    hidden.save(path)
    window.session.begin(path)
    settle(window.session)
    press(go(window, "columns"), "Read it another way")
    settle(window.session)
    QApplication.processEvents()
    assert window.view().step.value == "open"
    assert "Leave it as it is" in [button.accessibleName() for button in window.view().findChildren(QPushButton)]


def test_a_sheet_that_is_taken_out_stays_as_a_draft_of_its_own(opened, settle):
    window = opened(TREES)
    session = window.session
    house, further = session.house, session.draft.further[0].draft
    assert further not in {draft.id for draft in home(house).drafts}
    window.view().findChild(SheetsCard).lines["Trees"].click()
    settle(session)
    assert session.draft.further == ()
    assert further in {draft.id for draft in home(house).drafts}
    own = drafting.load(house, further)
    assert (own.part_of, own.record.identifier) == ("", "")
    assert outstanding_in(opening.reopen(house, own, Silence()), ())


def test_a_table_whose_sheet_is_gone_from_the_file_can_be_taken_out(opened, settle, tmp_path):
    window = opened(TREES)
    session = window.session
    session.adopt(book(tmp_path / "trees.xlsx", Visits=VISITS, Shrubs=TREES))
    settle(session)
    view = go(window, "open")
    lines = view.findChild(SheetsCard).lines
    assert {sheet: line.isChecked() for sheet, line in lines.items()} == {"Trees": True, "Shrubs": False}
    lines["Trees"].click()
    settle(session)
    QApplication.processEvents()
    assert session.draft.further == ()
    assert list(view.findChild(SheetsCard).lines) == ["Shrubs"]


def test_a_key_to_another_sheet_is_offered_taken_back_and_passed_over(opened, settle):
    window = opened(TREES)
    session, key = window.session, "tree_id names tree_id of Trees"
    view = go(window, "columns")
    settle(session)
    place = view.findChild(SheetKeysBox)
    button(place, f"Take as the key: {key}").click()
    assert len(session.draft.foreign_keys) == 1
    button(place, f"Take back: {key}").click()
    assert session.draft.foreign_keys == ()
    button(place, f"No key: {key}").click()
    assert place.isHidden()
