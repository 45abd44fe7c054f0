"""The public's page on the last step: made from the draft when it is opened, and it fetches nothing."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from steward.gui.prepare._portal_page import PortalCard


def opened(window):
    window.session.edit(lambda draft: draft.with_answer("title", 'Permits <img src="https://example.org/a.png"> & more'))
    window.session.edit(lambda draft: draft.with_answer("data_steward", "Nobody Outside"))
    window.session.go("send")
    QApplication.processEvents()
    card = window.view().findChild(PortalCard)
    card._open.click()
    QApplication.processEvents()
    return card


def test_the_page_shows_the_answers_as_they_are_typed_and_no_internal_one(opened_window):
    text = opened(opened_window).page.toPlainText()
    assert 'Permits <img src="https://example.org/a.png"> & more' in text
    assert "Nobody Outside" not in text
    assert "Applicant email" in text


def test_nothing_is_fetched_and_no_link_is_followed(opened_window):
    page = opened(opened_window).page
    assert page.loadResource(2, QUrl("https://example.org/a.png")) is None
    assert not page.openLinks()
    assert not page.openExternalLinks()


def test_the_page_is_as_high_as_it_is_and_closes_again(opened_window):
    card = opened(opened_window)
    assert card.page.verticalScrollBar().maximum() == 0
    card._open.click()
    assert card.page.isHidden()
