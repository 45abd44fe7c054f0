"""A window for tests: a house of its own, every page built, work finished before one looks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from steward.gui import theme
from steward.gui.session import Session
from steward.gui.window import Window
from steward.gui.worker import Worker

if TYPE_CHECKING:
    from steward.gui.explorer.explorer import Explorer
    from steward.gui.importing import Importing
    from steward.tasks.exploring import Explored

SIZE = (1366, 768)


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch) -> None:
    """Start no process ahead of its job: the last one would be left behind."""
    monkeypatch.setattr("steward.tasks.previewing.start_ahead", lambda: None)


@pytest.fixture(autouse=True)
def all_at_once(monkeypatch) -> None:
    """Build pages in one piece; how they are built in several is tested on its own."""
    monkeypatch.setattr("steward.gui.turns.PIECE_SECONDS", 60.0)


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
def seen(qtbot) -> Callable[[Window], "Importing"]:
    """Return a function that waits until the look that is under way has landed."""
    def wait(window: Window) -> "Importing":
        qtbot.waitUntil(lambda: not window.session.importing.is_looking, timeout=30_000)
        QApplication.processEvents()
        return window.session.importing

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
def page_of(window, tmp_path, settle) -> Callable[[str, str], QWidget]:
    """Return a function that opens a text as the table "table.csv" and comes to a page."""
    def come(text: str, page: str) -> QWidget:
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        window.session.begin(path)
        settle(window.session)
        window.session.go(page)
        settle(window.session)
        QApplication.processEvents()
        return window.view()

    return come


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


@pytest.fixture(scope="session")
def tables(tmp_path_factory) -> Iterator[Callable[[str], "Explored"]]:
    """Return a function that opens a text as a table, once for all tests that look through it and change nothing."""
    from steward.tasks.exploring import explored
    from steward.tasks.house import House
    from steward.tasks.opening import begin
    from steward.vocabulary.progress import Silence

    folder, known = tmp_path_factory.mktemp("tables"), {}
    with House.open(folder) as house:
        def opened(text: str) -> "Explored":
            if text not in known:
                path = folder / f"table {len(known)}.csv"
                path.write_text(text, encoding="utf-8", newline="")
                known[text] = explored(begin(house, path, Silence()))
            return known[text]

        yield opened


@pytest.fixture
def look_through(qtbot, qapp, worker, tables) -> Callable[[str], "Explorer"]:
    """Return a function that shows a text as a table in an explorer of its own, without the window around it."""
    from steward.gui.explorer.explorer import Explorer
    from steward.gui.widgets.spacing import column

    def shown(text: str) -> Explorer:
        theme.apply(qapp, "light")
        page = QWidget()
        explorer = Explorer(Session(worker))
        for step in explorer.building():
            step()
        column(page).addWidget(explorer)
        explorer.connect_keys(page)
        qtbot.addWidget(page)
        page.resize(1066, 700)
        page.show()
        page.activateWindow()
        explorer.page = page    # which Python would let go
        explorer.settle = at_rest(qtbot, explorer)
        explorer.show_table(tables(text))
        explorer.settle()
        return explorer

    return shown


def at_rest(qtbot, explorer: "Explorer") -> Callable[[], None]:
    """Return a function that waits until nothing is looked for, sorted or counted any more, nor will be."""
    explorer._count_soon.setInterval(0)

    def is_at_rest() -> bool:
        QApplication.processEvents()
        return not (explorer._count_soon.isActive() or explorer._jobs._jobs)

    def wait() -> None:
        qtbot.waitUntil(is_at_rest, timeout=30_000)
        QApplication.processEvents()    # what has just come is shown only now

    return wait
