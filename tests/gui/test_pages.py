"""Every page that is discovered passes the audit: light and dark, at 100% and 200%, with and without a table open."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from steward.gui import text, theme
from steward.gui.page import FOLDERS, pages
from steward.gui.widgets.buttons import primary_button
from steward.vocabulary.message import English
from tests.gui.audit import audit

WHOLE, HALVED = (1366, 768), (683, 384)  # a screen of 1366x768 at 100%, and what is left of it at 200%
LOOKS, ROUNDS = 50, 10
REFUSED = {"safe", "clean", "invalid", "error", "failed", "please"}


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


def found_on_pages(window, sizes=(WHOLE, HALVED)):
    """Return what stands in somebody's way on each page, in a whole window and in a halved one, with what it must not say."""
    found = {}
    for name in page_names():
        window.session.go(name)
        for size in sizes:
            window.resize(*size)
            if trouble := [*settled_audit(window), *restless(), *too_many_acts(window), *claims(window)]:
                found[name, size] = sorted(set(trouble))
    return found


class Requests(QObject):
    """Notes which widgets are asked for a new layout."""

    def __init__(self):
        super().__init__()
        self.names = []

    def eventFilter(self, watched, event):  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.LayoutRequest:
            self.names.append(f"never at rest: {type(watched).__name__} {watched.objectName()}")
        return False


def restless():
    """Return the widgets that go on asking for a new layout after `ROUNDS` of them: they would keep a whole processor busy."""
    for _ in range(ROUNDS):
        QApplication.processEvents()
    requests = Requests()
    QApplication.instance().installEventFilter(requests)
    for _ in range(ROUNDS):
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(requests)
    return requests.names if len(requests.names) >= ROUNDS else []


def too_many_acts(window):
    """Return the main acts of a page that has more than one."""
    acts = [button.text() for button in window.view().findChildren(QPushButton)
            if button.property("kind") == "primary" and button.isVisible()]
    return [f"main acts: {acts}"] if len(acts) > 1 else []


def claims(window):
    """Return the words of a page that promise too much or blame."""
    told = " ".join(label.text().lower() for label in window.view().findChildren(QLabel)).split()
    return sorted(REFUSED & {word.strip(".,:!") for word in told})


@pytest.fixture(params=theme.SCHEMES)
def colored(request, window, qapp):
    """Return the window in the colors of one scheme."""
    theme.apply(qapp, request.param)
    window.rebuild()
    yield window
    theme.apply(qapp, "light")


def test_every_page_can_be_used_without_a_table(colored):
    assert not found_on_pages(colored)


def test_every_page_can_be_used_with_a_table_open(colored, small_csv, settle):
    colored.session.begin(small_csv)
    settle(colored.session)
    assert not found_on_pages(colored)


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
        assert not found_on_pages(window, (WHOLE,))
    finally:
        text.use(English())


def test_a_page_with_two_main_acts_or_a_promise_would_be_named(window, settle, qtbot):
    settle(window.session)
    for part in (primary_button("Go"), primary_button("Go on"), QLabel("Your data is safe.")):
        window.view().content.addWidget(part)
    qtbot.waitUntil(lambda: too_many_acts(window) != [])
    assert claims(window) == ["safe"]
