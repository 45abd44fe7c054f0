"""Every page that is discovered passes the audit: light and dark, at 100% and 200%, with and without a table open."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from steward.gui import text, theme
from steward.gui.page import FOLDERS, pages
from steward.vocabulary.message import English
from tests.gui.audit import audit

WHOLE, HALVED = (1366, 768), (683, 384)  # a screen of 1366x768 at 100%, and what is left of it at 200%
LOOKS = 50


def page_names():
    return [page.name for folder in FOLDERS for page in pages(folder)]


def settled_audit(window):
    """Return what the audit finds once the page has found its places; what is still cut after `LOOKS` stays cut."""
    for _ in range(LOOKS):
        QTest.qWait(30)
        trouble = audit(window, window.view())
        if not trouble and not window.session.worker.is_busy:
            return []
    return trouble or ["the page is never filled"]


def found_on_pages(window):
    found = {}
    for name in page_names():
        window.session.go(name)
        if trouble := settled_audit(window):
            found[name] = sorted(set(trouble))
    return found


def primaries(window):
    return [button for button in window.view().findChildren(QPushButton)
            if button.property("kind") == "primary" and button.isVisible()]


@pytest.fixture(params=theme.SCHEMES)
def scheme(request, qapp):
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, "light")


@pytest.fixture(params=[WHOLE, HALVED], ids=["at 100%", "at 200%"])
def sized(request, window, scheme, qapp):
    theme.apply(qapp, scheme)
    window.rebuild()
    window.resize(*request.param)
    return window


def test_every_page_can_be_used_without_a_table(sized):
    assert not found_on_pages(sized)


def test_every_page_can_be_used_with_a_table_open(sized, small_csv, settle):
    sized.session.begin(small_csv)
    settle(sized.session)
    assert not found_on_pages(sized)


class Long:
    """A language whose every text is longer by two fifths."""

    def gettext(self, message):
        return f"{message} {'lorem ' * (len(message) // 15)}".strip()

    def ngettext(self, one, other, count):
        return self.gettext(one if count == 1 else other)


def test_every_page_has_room_for_a_longer_language(window, small_csv, settle):
    text.use(Long())
    try:
        window.rebuild()
        window.session.begin(small_csv)
        settle(window.session)
        assert not found_on_pages(window)
    finally:
        text.use(English())


def test_every_page_has_at_most_one_main_act(window, small_csv, settle):
    window.session.begin(small_csv)
    settle(window.session)
    for name in page_names():
        window.session.go(name)
        settle(window.session)
        assert len(primaries(window)) <= 1, name


def test_no_page_says_that_something_is_safe_or_clean(window, small_csv, settle):
    from PySide6.QtWidgets import QLabel

    window.session.begin(small_csv)
    settle(window.session)
    for name in page_names():
        window.session.go(name)
        words = " ".join(label.text().lower() for label in window.view().findChildren(QLabel)).split()
        assert not {"safe", "clean", "invalid", "error", "failed", "please"} & {word.strip(".,:!") for word in words}, name
