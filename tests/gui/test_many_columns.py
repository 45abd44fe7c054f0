"""Of a table of many columns the pages come up at once, and what is told of all of them follows from beside the window."""

import pytest
from PySide6.QtWidgets import QApplication

from steward.gui.prepare._plan import PlanCard
from tests.gui.test_prepare import press, texts


@pytest.fixture(params=[500, 0], ids=["few", "many"])
def page(request, monkeypatch, opened_window, settle):
    """Return a function that comes to a page of a table that counts as one of few columns, or of many."""
    monkeypatch.setattr("steward.gui.prepare._step_page.MANY_COLUMNS", request.param)

    def come(name, subject=""):
        opened_window.session.go(name, subject)
        settle(opened_window.session)
        QApplication.processEvents()
        return opened_window.view()

    return come


def test_the_plan_comes_up(page):
    assert page("privacy").findChild(PlanCard).isVisible()


def test_the_questions_come_up_with_what_is_offered_and_the_wanted_one_in_sight(page):
    view = page("describe", "keywords")
    assert view._rows["keywords"].isAncestorOf(QApplication.focusWidget())
    assert "Looking at what the table tells" not in texts(view)


def test_the_next_group_comes_up(page, opened_window, settle):
    view = page("describe")
    before = set(view._rows)
    press(view, "Save and continue")
    press(view, "Save and continue")
    settle(opened_window.session)
    assert view._rows
    assert before.isdisjoint(view._rows)


def test_an_answer_offers_what_follows_from_it(page, opened_window, settle):
    view = page("describe", "title")
    view._rows["title"].field.setText("Permits per month")
    view._on_typed("title")
    view._save_typed()
    settle(opened_window.session)
    assert opened_window.session.draft.record.title == "Permits per month"
    assert view._rows["title"].value() == "Permits per month"
