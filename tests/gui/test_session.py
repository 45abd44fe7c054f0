"""The session saves with every change, and loses nothing while slow work runs."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.session import Session
from steward.tasks import deciding, drafting, opening
from steward.tasks.changed_file import FileChange
from steward.vocabulary.decision import Choice
from steward.vocabulary.message import say
from steward.vocabulary.recipe import Step


@pytest.fixture
def opened(session, small_csv, settle) -> Session:
    session.begin(small_csv)
    settle(session)
    return session


def email_finding(session):
    return next(found for found in session.workbench.report.findings if found.column == "Applicant email")


def saved(session):
    return drafting.load(session.house, session.draft.id)


def test_a_file_that_was_opened_is_a_saved_draft_at_once(opened):
    assert saved(opened).source.name == "permits 2026.csv"
    assert opened.workbench.candidate.height == 4


def test_a_file_that_cannot_be_opened_says_why_and_leaves_no_draft(session, tmp_path, settle):
    session.begin(tmp_path / "not there.csv")
    settle(session)
    assert session.trouble is not None
    assert session.draft is None


def test_a_decision_is_saved_the_moment_it_is_made(opened):
    finding = email_finding(opened)
    opened.edit(lambda draft: deciding.decide(opened.house, draft, finding, Choice.KEEP, "An office mailbox"))
    assert [given.key for given in saved(opened).decisions] == [finding.key]


def test_a_decision_without_a_reason_is_refused_in_words(opened):
    told = []
    finding = email_finding(opened)
    taken = opened.edit(lambda draft: deciding.decide(opened.house, draft, finding, Choice.KEEP, ""), refused=told.append)
    assert not taken
    assert told
    assert not opened.draft.decisions


def test_a_change_of_the_table_is_kept_with_its_answer(opened, settle):
    house, finding = opened.house, email_finding(opened)
    step = Step(remedy="leave_out_column", column=finding.column)
    opened.rework(lambda bench, progress: deciding.apply_remedy(house, bench, finding, step, progress))
    settle(opened)
    assert "Applicant email" not in opened.workbench.candidate.names
    assert saved(opened).recipe.steps == (step,)


def test_what_is_typed_while_the_table_changes_is_not_lost(opened, settle):
    house, going, go_on = opened.house, threading.Event(), threading.Event()

    def slow(bench, progress):
        going.set()
        go_on.wait(10)
        return deciding.apply_remedy(house, bench, None, Step(remedy="leave_out_column", column="Status"), progress)

    opened.rework(slow)
    assert going.wait(10)
    opened.edit(lambda draft: draft.with_answer("title", "Permits"))
    assert saved(opened).record.title == "Permits"
    go_on.set()
    settle(opened)
    assert opened.draft.record.title == "Permits"
    assert "Status" not in opened.workbench.candidate.names


def test_changes_asked_for_meanwhile_wait_for_their_turn(opened, settle):
    house = opened.house
    for name in ("Status", "Permit"):
        step = Step(remedy="leave_out_column", column=name)
        opened.rework(lambda bench, progress, step=step: deciding.apply_remedy(house, bench, None, step, progress))
    settle(opened)
    assert opened.workbench.candidate.names == ("Issued", "Applicant email")


def test_a_change_that_does_not_fit_is_told_and_nothing_is_lost(opened, settle, qtbot):
    house, before = opened.house, opened.draft
    step = Step(remedy="leave_out_column", column="No such column")
    with qtbot.waitSignal(opened.troubled):
        opened.rework(lambda bench, progress: deciding.apply_remedy(house, bench, None, step, progress))
    settle(opened)
    assert opened.draft.recipe == before.recipe
    assert not opened.is_checking


def test_work_that_was_cancelled_leaves_the_draft_as_it_was(opened, settle, qtbot):
    before, going = opened.draft, threading.Event()

    def endless(_bench, progress):
        while True:
            progress.report(0.1, say("Working"))
            going.set()

    started = []
    opened.worker.started.connect(started.append)
    opened.rework(endless)
    qtbot.waitUntil(going.is_set)
    started[0].cancel()
    settle(opened)
    assert opened.draft == before


def test_opening_that_was_stopped_says_so_and_leaves_no_draft(session, settle, small_csv):
    started = []
    session.worker.started.connect(started.append)
    session.worker.started.connect(lambda job: job.cancel())
    session.begin(small_csv)
    settle(session)
    assert started
    assert "You stopped it" in str(session.trouble.what)
    assert (session.draft, session.workbench) == (None, None)


def test_an_answer_to_the_record_is_looked_at_again(opened, settle):
    assert "title" in missing(opened) or opened.draft.record.title
    opened.edit(lambda draft: draft.with_answer("title", ""))
    opened.check_again()
    settle(opened)
    assert "title" in missing(opened)


def missing(session):
    return {found.column for found in session.workbench.report.findings if found.kind == "metadata-missing"}


def test_a_draft_resumes_at_its_step_in_another_run(opened, settle, worker, qtbot):
    opened.edit(lambda draft: draft.with_answer("title", "Permits").with_seen("privacy"))
    draft = saved(opened)
    opened.rest()
    again = Session(worker)
    again.enter(opened.house)
    with qtbot.waitSignal(again.page_wanted, timeout=20_000):
        again.resume(draft)
    settle(again)
    assert again.draft.record.title == "Permits"
    assert again.workbench.candidate.height == 4


def test_a_draft_whose_file_changed_says_so_and_goes_on_with_it(opened, small_csv, settle):
    draft = saved(opened)
    small_csv.write_text(small_csv.read_text("utf-8") + "P-5,2026-01-09,ed@example.net,open\n", encoding="utf-8")
    opened.resume(draft)
    settle(opened)
    assert opened.workbench is None
    assert opened.trouble is not None
    opened.adopt(small_csv)
    settle(opened)
    assert opened.workbench.candidate.height == 5


def test_a_result_that_comes_for_a_draft_laid_aside_is_dropped(session, small_csv, settle):
    session.begin(small_csv)
    session.leave()
    settle(session)
    assert session.draft is None


def test_a_disk_that_refuses_is_told_and_the_draft_stays_in_hand(opened, qtbot):
    lost, a_file = replace(opened.draft, title="Kept in hand"), opened.house.places.settings
    a_file.touch()
    opened.enter(replace(opened.house, places=replace(opened.house.places, data=a_file)))
    with qtbot.waitSignal(opened.troubled):
        assert opened.edit(lambda _draft: lost)
    assert opened.draft.title == "Kept in hand"


def test_nothing_is_opened_twice_for_the_same_words(opened):
    assert opened.workbench.draft == opened.draft
    assert opening.recheck(opened.house, opened.workbench, opened.draft, None).candidate is opened.workbench.candidate


def test_a_draft_whose_file_is_gone_leads_to_where_the_file_can_be_named_anew(opened_window, small_csv, settle):
    session, draft = opened_window.session, opened_window.session.draft
    moved = small_csv.rename(small_csv.with_name("moved.csv"))
    session.leave()
    session.go("home")
    settle(session)
    session.resume(draft)
    settle(session)
    assert opened_window.windowTitle().startswith("Open the table")
    told = " ".join(label.text() for label in opened_window.view().findChildren(QLabel))
    assert "no longer where it was" in told
    session.adopt(moved)
    settle(session)
    assert session.workbench.candidate.height == 4
    assert session.draft.id == draft.id


def test_a_draft_whose_file_changed_offers_to_check_the_changed_file(opened_window, small_csv, settle):
    session, draft = opened_window.session, opened_window.session.draft
    session.edit(lambda now: now.with_answer("title", "Permits"))
    small_csv.write_text("Permit,Issued\nP-1,2026-01-05\nP-2,2026-01-06\n", encoding="utf-8")
    session.resume(session.draft)
    settle(session)
    again = next(one for one in opened_window.view().findChildren(QPushButton) if one.text().startswith("Check the changed"))
    again.click()
    settle(session)
    assert (session.workbench.candidate.height, session.draft.record.title, session.draft.id) == (2, "Permits", draft.id)


@pytest.mark.parametrize(("is_update", "told"), [(True, "brings a dataset up to date"), (False, "changed since you began")])
def test_the_first_step_says_what_is_different_and_from_what(opened_window, settle, is_update, told):
    session = opened_window.session
    change = FileChange(rows_before=4, rows_after=5, columns_added=("Fee",), columns_removed=(), is_update=is_update,
                        steps_again=2 if is_update else 0)
    session.replace(replace(session.workbench, change=change))
    session.go("open")
    settle(session)
    QApplication.processEvents()
    shown = " ".join(label.text() for label in opened_window.view().findChildren(QLabel) if label.isVisible())
    assert told in shown
    assert "New column: Fee." in shown
    assert ("2 changes of last time were done again. You can undo them." in shown) == is_update
