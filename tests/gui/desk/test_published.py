"""What is published: version, day, and in words whether an update is due."""

from datetime import date

from PySide6.QtWidgets import QFrame

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from tests.gui.desk.fakes import dataset
from tests.gui.desk.seen import button, says, texts


def test_an_empty_portal_says_so_and_leads_to_the_queue(come_to, window, done):
    page = come_to("published")
    assert says(page, "Nothing is published yet.")
    button(page, "Go to the queue").click()
    done()
    assert window.view() is not page


def test_each_dataset_is_told_with_version_day_and_due_date(come_to, publishing):
    publishing.datasets = (dataset("Building permits issued"),)
    page = come_to("published")
    assert says(page, "Portland Permitting & Development · PDX-0023 · version 2")
    assert says(page, "Published on Nov 20, 2026")
    assert says(page, "Next update due Dec 20, 2026")


def test_an_overdue_one_comes_first_and_says_so_in_words(come_to, publishing):
    publishing.datasets = (dataset("Permits"), dataset("Trees", due=date(2026, 10, 1), is_overdue=True))
    shown = texts(come_to("published"))
    assert shown.index("Trees") < shown.index("Permits")
    assert "Overdue since Oct 1, 2026" in shown


def test_one_without_a_promise_says_that(come_to, publishing):
    publishing.datasets = (dataset("Old street names", due=None),)
    assert says(come_to("published"), "No update promised")


def test_only_the_overdue_ones_can_be_shown(come_to, publishing):
    publishing.datasets = (dataset("Permits"), dataset("Trees", is_overdue=True))
    page = come_to("published")
    page.choose("overdue")
    assert says(page, "Trees")
    assert not says(page, "Permits")


def test_where_none_is_overdue_that_is_said(come_to, publishing):
    publishing.datasets = (dataset("Permits"),)
    page = come_to("published")
    page.choose("overdue")
    assert says(page, "No update is overdue.")


def test_a_line_is_named_in_one_sentence_for_screen_readers(come_to, publishing):
    publishing.datasets = (dataset("Trees", due=date(2026, 10, 1), is_overdue=True),)
    names = [frame.accessibleName() for frame in come_to("published").findChildren(QFrame) if frame.accessibleName()]
    assert any(name.startswith("Trees. Overdue since Oct 1, 2026.") for name in names)


def test_a_portal_that_is_away_is_told_in_words(come_to, publishing):
    publishing.trouble = Trouble(words(say("The portal cannot be reached.")))
    assert says(come_to("published"), "The portal cannot be reached.")
