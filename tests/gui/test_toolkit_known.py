"""Qt's classes are made known on the window's thread before other work begins."""

import threading
from types import ModuleType

from PySide6.QtCore import QObject

from steward.gui import app as gui_app
from steward.gui import toolkit


class Asked(ModuleType):
    """A module that notes by whom it is asked for what; each answer takes long enough for a piece of its own."""

    def __init__(self, count):
        super().__init__("asked")
        self.names, self.seen = [f"Class{number}" for number in range(count)], []

    def __dir__(self):
        return self.names

    def __getattr__(self, name):
        self.seen.append((name, threading.current_thread()))
        return name


def test_every_name_is_asked_for_on_this_thread_before_the_rest_begins(qtbot, monkeypatch):
    module, done = Asked(400), []
    monkeypatch.setattr(toolkit, "MODULES", (module,))
    monkeypatch.setattr(toolkit, "PIECE_SECONDS", 0)
    window = QObject()
    toolkit.make_known(window, lambda: done.append(len(module.seen)))
    assert not module.seen
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert done == [400]
    assert set(module.seen) == {(name, threading.current_thread()) for name in module.names}


def test_nothing_begins_where_the_window_is_gone(qtbot, monkeypatch):
    module, done = Asked(2_000_000), []
    monkeypatch.setattr(toolkit, "MODULES", (module,))
    monkeypatch.setattr(toolkit, "PIECE_SECONDS", 0)
    window = QObject()
    toolkit.make_known(window, lambda: done.append(True))
    qtbot.waitUntil(lambda: len(module.seen) > 3, timeout=20_000)
    window.deleteLater()
    qtbot.wait(100)
    assert not done
    assert len(module.seen) < len(module.names)


def test_the_pages_come_in_only_after_that(qtbot, qapp, monkeypatch, tmp_path):
    begun = []
    monkeypatch.setattr(gui_app, "make_known", lambda _window, then: begun.append(then))
    monkeypatch.setattr(gui_app, "_open_house", lambda *_given: begun.append("house"))
    window = gui_app.make_window(qapp, tmp_path)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(begun), timeout=20_000)
    qtbot.wait(50)
    assert len(begun) == 1
    assert callable(begun[0])
