"""The window writes nothing of a table: not in its log, its messages or streams, and nothing left out stands on the Desk."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from steward.gui.page import pages
from steward.store.logbook import close_logbook, open_logbook
from steward.tasks import sending
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.gui.test_prepare import go
from tests.tasks.left_behind import CELL, HIDDEN, holds, places, written
from tests.tasks.test_left_behind import without_marks


@pytest.fixture
def log(window):
    """Return the folder of the window's own log while it is written."""
    yield open_logbook(window.session.house.places).parent
    close_logbook()


@pytest.fixture
def begun(window, settle, tmp_path):
    """Return the session with the marked table open."""
    window.session.begin(written(tmp_path / "in", "csv", "May"), ImportStep())
    settle(window.session)
    return window.session


def words_on(page):
    """Return every text of a page: labels, names for screen readers, tips, and the cells of its tables."""
    QApplication.processEvents()
    widgets = [page, *page.findChildren(QWidget)]
    told = [text for one in widgets for text in (one.accessibleName(), one.accessibleDescription(), one.toolTip())]
    told += [one.text() for one in widgets if isinstance(one, QLabel)]
    for model in (one.model() for one in widgets if isinstance(one, QTableView) and one.model() is not None):
        told += [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())
                 for column in range(model.columnCount())]
    return "\n".join(told)


@pytest.fixture
def streams(caplog, capfd, expected_log):
    """Return what is logged and told beside the window; a fault is expected."""
    expected_log("steward.gui")
    return caplog, capfd


def raised(_progress):
    raise ValueError(f"{CELL} stood in a cell")


def test_going_through_every_page_and_into_a_fault_writes_no_cell(window, begun, log, settle, streams):
    told, (caplog, capfd) = [], streams
    begun.worker.troubled.connect(lambda words: told.append(repr(words)))
    with caplog.at_level(logging.DEBUG):
        for page in pages("prepare"):
            go(window, page.name)
            settle(begun)
        begun.worker.run(raised, then=told.append)
        settle(begun)
    assert len(told) == 1
    assert [path for path in log.rglob("*") if path.is_file()]
    assert places(log, CELL) == places(log, HIDDEN) == []
    for text in (*told, caplog.text, *capfd.readouterr()):
        assert not holds(text.encode(), CELL)
        assert not holds(text.encode(), HIDDEN)


def test_no_page_of_the_desk_shows_what_was_left_out(window, begun, settle):
    house = begun.house.acted_by("adiaz", "Ana Diaz")
    number = sending.send(house, without_marks(house, begun.workbench), Silence()).submission
    shown = []
    for page in pages("desk"):
        view = go(window, page.name, number)
        settle(begun)
        shown.append(words_on(view))
        assert (page.name, holds(shown[-1].encode(), CELL), holds(shown[-1].encode(), HIDDEN)) == (page.name, False, False)
    assert any("Pruning" in text for text in shown)      # the candidate was on one of them
