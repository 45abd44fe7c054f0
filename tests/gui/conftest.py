"""A window for tests: a house of its own, every page built, work finished before one looks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from steward.gui import theme
from steward.gui.session import Session
from steward.gui.window import Window
from steward.gui.worker import Worker

SIZE = (1366, 768)


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch) -> None:
    """Start no process ahead of its job: the last one would be left behind."""
    monkeypatch.setattr("steward.tasks.previewing.start_ahead", lambda: None)


@pytest.fixture(scope="session")
def pool() -> Iterator[QThreadPool]:
    """Return the threads that tests wait for."""
    pool = QThreadPool()
    pool.setMaxThreadCount(2)
    yield pool
    pool.waitForDone()


@pytest.fixture
def worker(qapp, pool) -> Iterator[Worker]:
    """Return a worker with threads of its own."""
    worker = Worker(pool)
    yield worker
    worker.stop()
    QApplication.processEvents()


@pytest.fixture
def session(worker) -> Session:
    """Return a session in the house of this test."""
    from steward.tasks.house import House

    session = Session(worker)
    session.enter(House.open())
    return session


@pytest.fixture
def settle(qtbot) -> Callable[[Session], None]:
    """Return a function that waits until nothing runs any more."""
    def wait(session: Session) -> None:
        qtbot.waitUntil(lambda: not session.worker.is_busy and not session.is_checking, timeout=30_000)

    return wait


@pytest.fixture
def window(qtbot, qapp, worker) -> Iterator[Window]:
    """Return the window on its home page."""
    from steward.tasks.house import House

    theme.apply(qapp, "light")
    window = Window(Session(worker))
    qtbot.addWidget(window)
    window.resize(*SIZE)
    window.show()
    window.session.enter(House.open())
    QApplication.processEvents()
    yield window
    window.session.rest()
    worker.stop()


@pytest.fixture
def opened_window(window, small_csv, settle) -> Window:
    """Return the window with a table open."""
    window.session.begin(small_csv)
    settle(window.session)
    return window


@pytest.fixture
def small_csv(tmp_path) -> Path:
    """Return a small table with one thing to decide about and one that does not fit."""
    path = tmp_path / "permits 2026.csv"
    lines = ("Permit,Issued,Applicant email,Status",
             "P-1,2026-01-05,ann@example.org,open", "P-2,2026-01-06,bo@example.org,open",
             "P-3,2026-01-07,cy@example.net,closed", "P-4,2026-01-08,di@example.net,closed",
             "P-5,2026-01-09,,closed,one cell too many")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
