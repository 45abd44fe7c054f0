"""Answers that Steward filled in: each can be kept or dismissed, and what was dismissed does not come back."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from steward.gui.prepare._element_row import ElementRow, _rule
from steward.tasks import describing

ROWS = "\n".join(f"{('Pruning', 'Planting')[number % 2]},45.5{number % 7},-122.6{number % 7},2026-01-{number % 28 + 1:02}"
                 for number in range(60))


@pytest.fixture
def page(page_of):
    return page_of(f"Kind of pruning,Latitude,Longitude,Day\n{ROWS}\n", "describe")


def row_of(page, element):
    group = next(one.group for one in describing.elements(page.session.house) if one.id == element)
    page._go_to(group)
    QApplication.processEvents()
    return next(row for row in page.findChildren(ElementRow) if row.element.id == element)


def buttons(row):
    return {one.text(): one for one in row.findChildren(QPushButton) if not one.isHidden()}


@pytest.mark.parametrize(("element", "empty"), [("keywords", ()), ("license", ""), ("spatial", ""), ("temporal_start", "")])
def test_what_was_filled_in_can_be_dismissed_and_does_not_come_back(page, element, empty):
    row = row_of(page, element)
    assert row.value() != empty
    buttons(row)["Dismiss"].click()
    page._save_typed()
    assert page.session.draft.record.value(element) == empty
    row_of(page, "equity")
    again = row_of(page, element)
    assert again.value() == empty
    assert not [text for text in buttons(again) if text.startswith(("Use", "Keep", "Dismiss"))
                and text != "Dismiss these"]


def test_dismissing_leaves_what_was_typed_instead(page):
    row = row_of(page, "keywords")
    row.field.setText("trees, streets")
    buttons(row)["Dismiss"].click()
    assert row.value() == ("trees", "streets")


def test_a_suggestion_that_was_dismissed_does_not_come_back_when_the_page_is_built_anew(page):
    row = row_of(page, "title")
    row.take("Work on street trees")
    page._save_typed()
    row = row_of(page, "granularity")
    for row in (row_of(page, name) for name in ("granularity", "theme")):
        if "Dismiss" in buttons(row):
            buttons(row)["Dismiss"].click()
    offered = [offer.element for offer in describing.suggestions(page.session.house, page.session.workbench)]
    assert not {"granularity", "theme"} & set(offered)


def test_every_question_quotes_the_city_or_says_that_it_has_no_words_of_its_own(page):
    for element in describing.elements(page.session.house):
        told = _rule(element)
        assert ("The city writes" in told) is bool(element.quote), element.id
        assert element.quote or "city has" in told or "does not quote it" in told, element.id
