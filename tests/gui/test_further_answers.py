"""Chips beside a question: each adds to the answer or takes its place, and those that are left are dismissed together."""

import pytest
from PySide6.QtWidgets import QPushButton

from steward.gui.prepare._element_row import ElementRow
from steward.vocabulary.message import say

ROWS = "\n".join(f"{('Pruning', 'Planting')[number % 2]},45.5{number % 7},-122.6{number % 7}" for number in range(60))


@pytest.fixture
def rows(page_of):
    page = page_of(f"Kind of work,Latitude,Longitude\n{ROWS}\n", "describe")
    page._go_to("about")

    def row(element, group):
        page._go_to(group)
        return next(row for row in page.findChildren(ElementRow) if row.element.id == element)

    return row


def buttons(row, beginning):
    return [one for one in row.findChildren(QPushButton) if not one.isHidden() and one.text().startswith(beginning)]


def test_a_word_is_added_to_the_list_and_its_chip_goes(rows):
    row = rows("keywords", "about")
    before = row.value()
    chip = next(one for one in buttons(row, "Add:") if one.text() == "Add: pruning")
    chip.click()
    assert row.value() == (*before, "pruning")
    assert "Add: pruning" not in [one.text() for one in buttons(row, "Add:")]


def test_what_is_left_is_dismissed_together(rows):
    row = rows("keywords", "about")
    buttons(row, "Dismiss these")[0].click()
    assert not buttons(row, "Add:")


def test_a_box_takes_the_place_of_the_area_and_reads_as_words(rows):
    row = rows("spatial", "when_where")
    buttons(row, "Or")[0].click()
    assert row.value().count(",") == 3
    assert "degrees north" in row.field.currentText()


def test_long_answers_stand_below_their_chip_so_that_the_page_is_not_made_wider(rows):
    row = rows("spatial", "when_where")
    row.offer_further([("-122.72,45.47,-122.59,45.59", say("The box."))])
    chip = buttons(row, "Or")[0]
    assert chip.text() == "Or the answer below"
    assert "degrees north" in chip.accessibleDescription()


def test_what_was_dismissed_does_not_come_back(rows, window):
    row = rows("keywords", "about")
    buttons(row, "Dismiss these")[0].click()
    assert not buttons(rows("keywords", "about"), "Add:")
    window.session.edit(lambda draft: draft.with_answer("title", ""))
    row = rows("title", "about")
    buttons(row, "Dismiss")[0].click()
    assert not buttons(rows("title", "about"), "Use")
