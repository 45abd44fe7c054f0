"""Opens the window: first the paint, then everything heavy in the background."""

import gc
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from steward.gui import text, theme
from steward.gui.faults import UNFORESEEN, note
from steward.gui.leftovers import Sweep, look_seldom
from steward.gui.page import FOLDERS, pages
from steward.gui.session import Session
from steward.gui.toolkit import make_known
from steward.gui.window import Window
from steward.gui.worker import Worker
from steward.vocabulary.progress import Progress
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.house import House

SWITCH_SECONDS = 0.0005   # until work beside the window makes way for the window's thread; Python itself takes ten times that


def open_window(home: Path | None = None) -> int:
    """Show the window until it is closed and return the exit code. `home` is another place for drafts and settings."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, home)
    window.show()
    return app.exec()


def make_window(app: QApplication, home: Path | None = None) -> Window:
    """Return the window, not shown yet; it opens the house beside itself once it has painted.

    Painting and laying out go between Qt and Python many times, and each time back to Python the thread of the window waits
    until the work beside it makes way.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    app.setApplicationName("Steward")
    app.setApplicationDisplayName("Steward")
    app.setStyle("Fusion")
    theme.apply(app)
    look_seldom()
    session = Session(Worker())
    window = Window(session)
    session.setParent(window)
    session.worker.setParent(session)
    _fit(window, app)
    _catch_faults(session)
    _SchemeWatch(window, app)
    Sweep(session)
    QTimer.singleShot(0, window, lambda: _begin(session, app, window, home))
    return window


def show_settings(app: QApplication, window: Window, house: "House") -> None:
    """Put the language and the scheme of the settings on; build the window anew where either changed."""
    before = (theme.theme().scheme, text.language())
    theme.apply(app, house.settings.theme)
    text.use_language(house.settings.language)
    if before != (theme.theme().scheme, text.language()):
        window.rebuild()


def _begin(session: Session, app: QApplication, window: Window, home: Path | None) -> None:
    def opened(house: "House") -> None:
        show_settings(app, window, house)
        session.settings_changed.connect(lambda: show_settings(app, window, session.house))
        session.enter(house)

    make_known(window, lambda: session.worker.run(lambda progress: _open_house(home, progress), then=opened))


def _open_house(home: Path | None, _progress: Progress) -> "House":
    from steward.tasks.house import House

    house = House.open(home)
    for folder in FOLDERS:
        pages(folder)  # brings in the tasks they call, and with them everything heavy
    from steward.tasks import checking, exploring, opening, planning  # noqa: F401  # for the first file

    _get_ready(house)
    return house


def _get_ready(house: "House") -> None:
    """Bring in what the first file will need, before the pages come up, and tell Python's collector to leave it alone.

    Done beside pages that are shown already, it held the window up for 130 to 310 ms. What was imported never goes. Looking
    through it for what could go takes 150 ms, in whatever thread, with the window standing still: measured while files were
    opened and tables scrolled.
    """
    from steward.tasks import checking, planning

    planning.get_ready(house)
    checking.get_ready(house)
    gc.freeze()


def _fit(window: Window, app: QApplication) -> None:
    room = app.primaryScreen().availableGeometry()
    window.resize(min(1280, room.width()), min(760, room.height()))
    if room.width() <= 1400:  # noqa: PLR2004  # a small screen is best used whole
        window.resize(room.width(), room.height())


def _catch_faults(session: Session) -> None:
    def on_fault(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(fault, KeyboardInterrupt):
            QApplication.quit()
            return
        note(fault)
        _tell(session, UNFORESEEN)

    def on_thread_fault(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            note(found.exc_value)

    sys.excepthook = on_fault
    threading.excepthook = on_thread_fault


def _tell(session: Session, words: Words) -> None:
    session.troubled.emit(words)


class _SchemeWatch(QObject):
    """Follows the desktop from light to dark and back."""

    def __init__(self, window: Window, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._app = window, app
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _on_scheme_changed(self) -> None:
        if theme.follow_system(self._app) is not None:
            self._window.rebuild()
