"""Texts two fifths longer, in the smallest window: no Describe page becomes wider than its window, and none loses its order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from steward.gui.prepare._element_row import ElementRow
from steward.gui.text import use, use_language
from tests.architecture.pseudo_language import PseudoLanguage

NARROW = (683, 384)
PLACES = ("Kenton", "Boise", "Vernon", "Arbor Lodge")
ROWS = "\n".join(f"{('Pruning', 'Planting')[number % 2]},{PLACES[number % 4]},45.5{number % 7},-122.6{number % 7},"
                 f"2026-01-{number % 28 + 1:02}" for number in range(60))


@pytest.fixture
def _longer():
    use(PseudoLanguage())
    yield
    use_language("en")


@pytest.fixture
def page(_longer, page_of, window):
    window.resize(*NARROW)
    return page_of(f"Kind of work,Neighborhood,Latitude,Longitude,Day\n{ROWS}\n", "describe")


def test_no_page_is_wider_than_a_small_window(page):
    for group in page._groups:
        page._go_to(group.id)
        QApplication.processEvents()
        assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width(), group.id


def test_tab_goes_through_the_questions_in_their_order(page):
    for group in page._groups:
        page._go_to(group.id)
        QApplication.processEvents()
        assert visited(page) == [row.element.id for row in page.findChildren(ElementRow)], group.id


def visited(page):
    """Return the questions in the order in which the focus comes to a part of each."""
    found, first = [], page.findChildren(ElementRow)[0].field
    first.setFocus()
    for _ in range(200):
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, ElementRow):
            widget = widget.parentWidget()
        if widget is not None and widget.element.id not in found:
            found.append(widget.element.id)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    return found
