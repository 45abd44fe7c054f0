"""The five steps, as a clerk walks them: nothing decided is lost, in whichever order."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from steward.gui.prepare._answer import AnswerForm
from steward.gui.prepare._element_row import ElementRow
from steward.gui.prepare._improvements import ImprovementCard
from steward.gui.widgets.drop_zone import DropZone
from steward.gui.widgets.error_summary import ErrorSummary
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.table_view import TableView
from steward.tasks import drafting
from steward.tasks.describing import practice_record
from steward.tasks.worded import described_for_practice
from steward.vocabulary.decision import Choice


def texts(widget):
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def go(window, page, subject=""):
    window.session.go(page, subject)
    QApplication.processEvents()
    return window.view()


def press(widget, name):
    QApplication.processEvents()
    found = [one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name) and one.isVisible()]
    assert found, name
    found[0].click()
    QApplication.processEvents()


def answer(view, option):
    radio = next(one for one in view.findChildren(QRadioButton) if one.text() == option and one.isVisible())
    radio.click()
    QApplication.processEvents()


def saved(window):
    return drafting.load(window.session.house, window.session.draft.id)


# open

def test_a_file_dropped_on_the_page_is_opened(window, small_csv, settle):
    zone = go(window, "open").findChild(DropZone)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(small_csv))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    zone.dropEvent(event)
    settle(window.session)
    press(window.view(), "Open the table")
    settle(window.session)
    assert window.session.workbench.candidate.height == 4


def test_the_first_rows_are_shown_with_the_numbers_of_the_spreadsheet(opened_window):
    table = go(opened_window, "open").findChild(TableView)
    model = table.model()
    assert model.data(model.index(0, 0)) == "P-1"
    assert model.headerData(0, Qt.Orientation.Vertical) == "2"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Applicant email"


def test_how_the_file_was_read_is_told_in_words(opened_window):
    told = texts(go(opened_window, "open"))
    for word in ("permits 2026.csv", "Rows 4", "Columns 4", "comma", "From row 1"):
        assert word in told


def test_a_file_that_is_no_table_is_told_with_what_to_do(window, tmp_path, settle):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    view = go(window, "open")
    window.session.begin(path)
    settle(window.session)
    assert "empty.csv" in texts(view)
    assert view.findChild(DropZone) is not None


# privacy

def test_each_private_finding_has_a_card_with_evidence(opened_window):
    view = go(opened_window, "privacy")
    card = view.findChild(FindingCard)
    assert "Applicant email" in texts(card)
    assert "How sure" in texts(card)
    assert "Looked at 4 rows, 4 columns. You decided 0." in texts(view)


def test_a_change_is_previewed_before_it_is_done(opened_window, settle):
    view = go(opened_window, "privacy")
    answer(view, "Leave out this column")
    settle(opened_window.session)
    assert "1 column goes." in texts(view)
    assert "Applicant email" in opened_window.session.workbench.candidate.names


def test_leaving_out_a_column_changes_the_table_and_shows_the_step_in_words(opened_window, settle):
    view = go(opened_window, "privacy")
    answer(view, "Leave out this column")
    press(view, "Leave out this column")
    settle(opened_window.session)
    assert "Applicant email" not in opened_window.session.workbench.candidate.names
    assert "Leave out column Applicant email." in texts(opened_window.view())


def test_a_change_can_be_undone_and_done_again(opened_window, settle):
    test_leaving_out_a_column_changes_the_table_and_shows_the_step_in_words(opened_window, settle)
    press(opened_window.view(), "Undo the last change")
    settle(opened_window.session)
    assert "Applicant email" in opened_window.session.workbench.candidate.names
    press(opened_window.view(), "Redo")
    settle(opened_window.session)
    assert "Applicant email" not in opened_window.session.workbench.candidate.names


def test_keeping_a_column_needs_a_reason_and_keeps_it(opened_window):
    view = go(opened_window, "privacy")
    answer(view, "Publish it as it is")
    press(view, "Publish it as it is")
    assert "A reason is needed." in texts(view)
    view.findChild(AnswerForm).findChild(QLineEdit).setText("Office mailboxes")
    press(view, "Publish it as it is")
    assert [given.choice for given in saved(opened_window).decisions] == [Choice.KEEP]
    assert "Reason: Office mailboxes" in texts(view)


def test_going_on_with_open_things_names_them_once_and_then_lets_go(opened_window):
    view = go(opened_window, "privacy")
    view.on.click()
    summary = view.findChild(ErrorSummary)
    assert summary.isVisible()
    assert QApplication.focusWidget() is summary
    view.on.click()
    assert opened_window.windowTitle().startswith("Check the columns")


def test_a_decision_can_be_changed(opened_window):
    test_keeping_a_column_needs_a_reason_and_keeps_it(opened_window)
    view = opened_window.view()
    press(view, "Change this decision")
    answer(view, "It is not private")
    view.findChild(AnswerForm).findChild(QLineEdit).setText("They are made up")
    press(view, "Keep it: not private")
    assert [given.choice for given in saved(opened_window).decisions] == [Choice.NOT_PRIVATE]


# columns

def test_what_a_column_means_is_saved_as_one_types(opened_window, qtbot):
    view = go(opened_window, "columns")
    view.findChild(QPlainTextEdit).setPlainText("The number on the permit")
    qtbot.waitUntil(lambda: any(field.description == "The number on the permit" for field in saved(opened_window).fields))
    table = next(one for one in view.findChildren(TableView) if one.accessibleName() == "Columns of the table")
    assert table.model().data(table.model().index(0, 3)) == "Yes"


def test_leaving_the_page_at_once_keeps_the_last_words(opened_window):
    view = go(opened_window, "columns")
    view.findChild(QPlainTextEdit).setPlainText("Typed in haste")
    go(opened_window, "home")
    assert saved(opened_window).fields[0].description == "Typed in haste"


def test_the_next_column_is_one_press_away_and_the_table_can_be_left_with_tab(opened_window):
    view = go(opened_window, "columns")
    press(view, "Next column")
    table = next(one for one in view.findChildren(TableView) if one.accessibleName() == "Columns of the table")
    assert table.currentIndex().row() == 1
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not table


def test_columns_are_described_one_after_the_other_without_the_mouse(opened_window):
    view = go(opened_window, "columns")
    view.findChild(QPlainTextEdit).setFocus()
    for words in ("Number of the permit", "Day of issue"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "E-mail of the applicant")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    kept = {field.column: field for field in saved(opened_window).fields}
    assert (kept["Permit"].description, kept["Issued"].description) == ("Number of the permit", "Day of issue")
    assert kept["Applicant email"].title == "E-mail of the applicant"
    assert "2 of 4 described." in texts(view)


def test_after_the_last_column_enter_goes_to_the_main_act(opened_window):
    view = go(opened_window, "columns")
    view.findChild(QPlainTextEdit).setFocus()
    for _column in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.on


def test_a_column_shows_a_few_of_its_values(opened_window):
    assert "For example: P-1 · P-2 · P-3" in texts(go(opened_window, "columns"))


def test_what_does_not_fit_is_told_with_what_to_do(opened_window):
    view = go(opened_window, "columns")
    assert "does not fit" in texts(view)
    assert view.findChild(FindingCard) is not None


def test_of_many_findings_a_few_are_shown_and_the_rest_when_asked_for(opened_window):
    from dataclasses import replace as changed

    view = go(opened_window, "columns")
    bench = opened_window.session.workbench
    model = next(found for found in bench.report.findings if found.room == "structure")
    many = [changed(model, kind=f"kind-{number}") for number in range(20)]
    view.findings.show_findings(bench, many)
    assert len(view.findChildren(FindingCard)) == 8
    press(view.findings, "Show 12 more")
    assert len(view.findChildren(FindingCard)) == 16
    view.findings.unfold(("kind-19", model.column), view.show_part)
    assert view.findings._cards[("kind-19", model.column)].findChild(AnswerForm) is not None
    press(view.findings, "Show the 17 before")
    assert next(iter(view.findings._cards)) == ("kind-0", model.column)


# describe

def row_of(view, element):
    return next(row for row in view.findChildren(ElementRow) if row.element.id == element)


def test_an_answer_is_saved_as_one_types(opened_window, qtbot):
    view = go(opened_window, "describe")
    field = row_of(view, "title").field
    field.clear()
    QTest.keyClicks(field, "Permits of the city")
    qtbot.waitUntil(lambda: saved(opened_window).record.title == "Permits of the city")


def test_each_group_says_how_many_of_its_questions_are_open(opened_window, settle):
    view = go(opened_window, "describe")
    assert "About the data (1 open)" in [button.text() for button in view.findChildren(QPushButton)]
    opened_window.session.edit(lambda draft: draft.with_answer("description", "Permits that the city issued for building."))
    opened_window.session.check_again()
    settle(opened_window.session)
    assert "About the data" in [button.text() for button in view.findChildren(QPushButton)]


def test_words_separated_by_commas_become_a_list(opened_window):
    view = go(opened_window, "describe")
    row_of(view, "keywords").take(("permits", "buildings"))
    go(opened_window, "home")
    assert saved(opened_window).record.keywords == ("permits", "buildings")


def test_each_group_is_a_short_page_of_its_own(opened_window):
    view = go(opened_window, "describe")
    first = {row.element.group for row in view.findChildren(ElementRow)}
    press(view, "Who")
    assert len(first) == 1
    assert row_of(view, "contact_email").isVisible()


def test_going_on_marks_what_is_missing_beside_its_field(opened_window):
    view = go(opened_window, "describe")
    row_of(view, "description").take("")
    view.on.click()
    QApplication.processEvents()
    assert view.findChild(ErrorSummary).isVisible()
    assert row_of(view, "description").field.property("problem") == "yes"


def test_a_link_from_the_last_step_leads_to_the_very_field(opened_window, qtbot):
    view = go(opened_window, "describe", "contact_email")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is row_of(view, "contact_email").field)


def test_a_suggestion_can_be_taken_or_dismissed(opened_window):
    from steward.vocabulary.message import say

    row = row_of(go(opened_window, "describe"), "granularity")
    row.suggest("permit", say("from the name of the file."))
    press(row, "One row is one ...: use permit")
    assert row.value() == "permit"
    row.suggest("house", say("from the name of the file."))
    press(row, "Dismiss")
    assert row.value() == "permit"


def test_the_rule_behind_a_question_opens_beside_it_and_closes_again(opened_window):
    row = row_of(go(opened_window, "describe"), "title")
    source = "DCAT-US 1.1 title"
    assert source not in texts(row)
    press(row, "Why is this asked? Title")
    assert source in texts(row)
    press(row, "Why is this asked? Title")
    assert source not in texts(row)


def test_what_would_make_it_better_leads_to_its_question(opened_window, settle):
    opened_window.session.edit(lambda draft: draft.with_answer("keywords", ("data",)))
    opened_window.session.check_again()
    settle(opened_window.session)
    card = go(opened_window, "describe", "contact_email").findChild(ImprovementCard)
    assert card.isVisible()
    press(card, "Under Keywords.")
    assert row_of(opened_window.view(), "keywords").isVisible()


# check and send

@pytest.fixture
def ready(opened_window, settle):
    from dataclasses import replace

    from steward.tasks import deciding, opening

    session = opened_window.session
    house = session.house

    def finished(bench, progress):
        draft = replace(bench.draft, record=practice_record(house, bench))
        bench = opening.recheck(house, bench, draft, progress)
        for finding in bench.report.findings:
            if finding.tier == "decide":
                choice = Choice.NO if finding.room == "asked" else Choice.KEEP
                draft = deciding.decide(house, draft, finding, choice, "Practice decision")
        return described_for_practice(house, replace(bench, draft=draft))

    session.rework(finished)
    settle(session)
    return opened_window


def test_answers_that_nobody_confirmed_are_marked_and_sending_confirms_them(ready, settle):
    from steward.tasks import describing

    house = ready.session.house
    assert describing.unconfirmed(house, ready.session.draft)
    view = go(ready, "send")
    assert "nobody has confirmed them yet" in texts(view)
    assert "(filled in by Steward, not confirmed yet)" in texts(view)
    view.on.click()
    settle(ready.session)
    sent = saved(ready)
    assert sent.submission
    assert describing.unconfirmed(house, sent) == ()


def test_nothing_can_be_sent_while_something_stands_in_the_way(opened_window):
    view = go(opened_window, "send")
    assert not view.on.isEnabled()
    assert view.findChild(ErrorSummary).isVisible()


def test_each_open_thing_leads_to_its_place(opened_window):
    view = go(opened_window, "send")
    press(view.findChild(ErrorSummary), "Column Applicant email")
    assert opened_window.windowTitle().startswith("Check for private information")


def test_a_finished_draft_is_sent_and_gives_a_receipt_that_says_practice(ready, settle):
    view = go(ready, "send")
    assert view.on.isEnabled()
    assert "(practice)" in view.on.text()
    view.on.click()
    settle(ready.session)
    assert ready.session.draft.submission in texts(view)
    assert "practice" in texts(view).lower()
    assert saved(ready).revision == 1


def test_what_was_sent_can_be_looked_through_and_sent_again(ready, settle):
    view = go(ready, "send")
    view.on.click()
    settle(ready.session)
    number = ready.session.draft.submission
    press(view, "Look it through and send it again")
    ready.session.edit(lambda draft: draft.with_answer("title", "Another title for the same practice"))
    ready.session.check_again()
    settle(ready.session)
    view.on.click()
    settle(ready.session)
    assert ready.session.draft.submission == number
    assert number in texts(view)


def test_what_becomes_public_and_what_stays_internal_is_told(ready):
    told = texts(go(ready, "send"))
    assert "Public, once it is approved" in told
    assert "Internal, for the people who review it" in told
