"""Earlier metadata on the Describe pages: old beside new, taken one by one or together, put back, never confirmed unasked."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui.prepare._earlier import EarlierView
from steward.gui.prepare._earlier_row import EarlierRow
from steward.gui.prepare._element_row import ElementRow
from steward.tasks import describing, drafting

EARLIER = """{"title": "Permits of the city", "keyword": ["building"], "keyword": ["permits", "houses"], "description":
"Permits that the city issued for building.", "accessLevel": "restricted-public", "contactPoint": {"fn": "Permit desk",
"hasEmail": "mailto:jane.doe@example.org"}, "modified": "04/12/2021", "landscape": "flat", "file": "D:\\\\projects\\\\a.csv"}"""


@pytest.fixture
def view(opened_window, tmp_path, settle):
    path = tmp_path / "earlier.meta.json"
    path.write_text(EARLIER, encoding="utf-8")
    opened_window.session.go("describe")
    page = opened_window.view()
    page._earlier.take_from(path)
    settle(opened_window.session)
    QApplication.processEvents()
    return page.findChild(EarlierView)


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def press(widget, name):
    next(one for one in widget.findChildren(QPushButton) if one.accessibleName().replace("&", "").startswith(name)
         and one.isVisible()).click()
    QApplication.processEvents()


def saved(view):
    return drafting.load(view._session.house, view._session.draft.id)


def test_what_is_wrong_with_the_file_is_said_before_anything_is_taken(view):
    before = view._session.draft.record
    said = words_on(view)
    for words in ("two values", "space, not a hyphen", "not written as year, month, day", "place on a computer",
                  "looks like one person's"):
        assert words in said
    assert "landscape" in said
    assert saved(view).record == before


def test_old_and_new_stand_beside_each_other(view):
    row = next(row for row in view.findChildren(EarlierRow) if row.element == "title")
    assert "Permits of the city" in words_on(row)
    assert view._session.draft.record.title in words_on(row)


def test_one_answer_is_taken_and_put_back(view):
    before = view._session.draft
    press(view, "Take this answer: Title")
    assert saved(view).record == before.record.with_value("title", "Permits of the city")
    press(view, "Put mine back: Title")
    assert (saved(view).record, saved(view).confirmed) == (before.record, before.confirmed)


def test_all_are_taken_together_and_none_is_confirmed_by_it(view):
    press(view, "Take all")
    draft = saved(view)
    assert (draft.record.title, draft.record.keywords) == ("Permits of the city", ("permits", "houses"))
    assert not {"title", "keywords", "description"} & set(draft.confirmed)
    names = {element.id for element in describing.unconfirmed(view._session.house, draft)}
    assert {"title", "keywords", "description"} <= names


def test_an_answer_that_was_confirmed_is_not_confirmed_once_another_is_taken(view):
    view._session.edit(lambda draft: draft.with_answer("title", "Mine"))
    press(view, "Take this answer: Title")
    assert "title" not in saved(view).confirmed


def test_the_questions_come_back_with_what_was_taken_to_be_kept(view, opened_window):
    press(view, "Take this answer: Description")
    press(view, "Back to the questions")
    page = opened_window.view()
    row = next(row for row in page.findChildren(ElementRow) if row.element.id == "description")
    assert row.value() == "Permits that the city issued for building."
    press(row, "Keep this answer: Description")
    page.leave()
    assert "description" in opened_window.session.draft.confirmed


def test_only_the_empty_questions_are_filled_where_that_is_chosen(view):
    title = view._session.draft.record.title
    press(view, next(one.accessibleName() for one in view.findChildren(QPushButton) if "nothing is answered" in one.text()))
    assert saved(view).record.title == title
    assert saved(view).record.description == "Permits that the city issued for building."


def test_a_file_that_answers_nothing_leaves_the_questions_where_they_are(opened_window, tmp_path, settle):
    path = tmp_path / "empty.json"
    path.write_text(json.dumps({"resources": []}), encoding="utf-8")
    opened_window.session.go("describe")
    page = opened_window.view()
    page._earlier.take_from(path)
    settle(opened_window.session)
    assert "answers none of the questions" in words_on(page)
    assert page.findChildren(ElementRow)
