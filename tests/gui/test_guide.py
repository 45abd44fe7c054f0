"""Help with the description: opens beside the field, keeps its answers in the draft, and writes nothing over unasked."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.prepare._element_row import ElementRow
from steward.gui.prepare._guide import GuideForm
from steward.tasks import drafting


@pytest.fixture
def view(opened_window):
    opened_window.session.go("describe", "title")
    QApplication.processEvents()
    press(opened_window.view(), "Help me write it")
    return opened_window.view()


def press(widget, name):
    QApplication.processEvents()
    next(one for one in widget.findChildren(QPushButton) if one.isVisible() and one.accessibleName().startswith(name)).click()
    QApplication.processEvents()


def form(view):
    return view.findChild(GuideForm)


def row(view, element):
    return next(row for row in view.findChildren(ElementRow) if row.element.id == element)


def saved(view):
    return drafting.load(view.session.house, view.session.draft.id)


def test_the_text_grows_while_one_answers(view):
    QTest.keyClicks(form(view)._fields["one_row"], "permit")
    assert "Each row is one permit." in " ".join(label.text() for label in form(view).findChildren(QLabel))
    assert row(view, "description").value() == ""


def test_answers_are_kept_in_the_draft_and_asked_for_again_with_them(view, qtbot, opened_window):
    QTest.keyClicks(form(view)._fields["who"], "the permit desk")
    qtbot.waitUntil(lambda: saved(view).guided == (("who", "the permit desk"),))
    opened_window.session.go("home")
    opened_window.session.go("describe", "title")
    press(view, "Help me write it")
    assert form(view)._fields["who"].text() == "the permit desk"


def test_the_text_is_taken_only_by_a_press_and_can_be_added_to_another(view):
    QTest.keyClicks(form(view)._fields["shows"], "permits of the city")
    press(form(view), "Use it as the description")
    assert row(view, "description").value() == "Permits of the city."
    row(view, "description").take("My words.")
    press(form(view), "Add it at the end")
    assert row(view, "description").value() == "My words. Permits of the city."
    press(form(view), "Use it in place of the description")
    view.leave()
    assert saved(view).record.description == "Permits of the city."


def test_one_answer_is_offered_to_the_other_question_at_once(view):
    QTest.keyClicks(form(view)._fields["one_row"], "permit")
    press(form(view), "Use it as the description")
    press(row(view, "granularity"), "One row is one ...: use permit")
    assert row(view, "granularity").value() == "permit"


def test_closing_gives_the_focus_back(view):
    press(form(view), "Close this help")
    assert form(view) is None
    assert QApplication.focusWidget().text() == "Help me write it…"


def test_the_city_s_own_words_are_quoted_beside_the_question_with_their_source(view):
    press(row(view, "description"), "Why is this asked? Description")
    shown = " ".join(label.text() for label in row(view, "description").findChildren(QLabel) if label.isVisible())
    assert '"in language a lay person can understand"' in shown
    assert "pilot, form for the description (2021)" in shown


def test_what_was_typed_is_not_kept_beside_the_draft_once_the_draft_has_it(view, opened_window):
    row(view, "title").take("Permits")
    assert list(opened_window.session.house.places.drafts.rglob("typing.json"))
    opened_window.session.go("home")
    assert saved(view).record.title == "Permits"
    assert not list(opened_window.session.house.places.drafts.rglob("typing.json"))


def test_what_follows_from_a_typed_answer_is_offered_at_once_to_the_questions_without_one(view):
    row(view, "description").take("Each row is one permit. It is collected every day to plan inspections.")
    view._save_typed()
    assert any("To plan inspections." in one.accessibleName() for one in row(view, "purpose").findChildren(QPushButton))


def test_a_period_is_no_optional_answer_where_the_table_has_dates(view):
    view.session.go("describe", "temporal_start")
    QApplication.processEvents()
    marks = {label.text() for label in row(view, "temporal_start").findChildren(QLabel)}
    assert "Period from" in marks
    assert "Optional" not in marks
