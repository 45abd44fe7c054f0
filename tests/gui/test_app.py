"""The window paints before anything heavy is there, and a fault never ends it."""

import signal
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from steward.gui import app as gui_app
from steward.gui import text, theme
from steward.gui.faults import UNFORESEEN
from steward.tasks import drafting
from steward.tasks.house import House

FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from steward.gui.app import make_window
app = QApplication([])
window = make_window(app)
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print([name for name in ("pyarrow", "pandas", "numpy", "frictionless", "keyring") if name in sys.modules])
            window.removeEventFilter(self)
        return False
watch = Watch()
window.installEventFilter(watch)
window.session.house_opened.connect(window.close)
window.show()
code = app.exec()
print("pages:", len(window.page_names()))
sys.exit(code)
"""


def test_nothing_heavy_is_imported_before_the_first_paint_and_all_pages_are_there_afterward():
    done = subprocess.run([sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, timeout=60, check=True)
    first, last = done.stdout.strip().splitlines()
    assert first == "[]"
    assert int(last.removeprefix("pages: ")) >= 8
    assert "Traceback" not in done.stderr


def test_a_fault_in_a_slot_is_told_in_the_window_and_logged_without_its_words(qapp, qtbot, monkeypatch, caplog, expected_log):
    expected_log("steward.gui")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    window = gui_app.make_window(qapp)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.session.house_opened):
        window.show()
    with qtbot.waitSignal(window.session.troubled) as caught:
        sys.excepthook(ValueError, ValueError("cell 123-45-6789"), None)
    assert caught.args == [UNFORESEEN]
    assert "123-45-6789" not in caplog.text
    window.close()
    theme.apply(qapp, "light")


@pytest.mark.parametrize("wish", [{"theme": "dark"}, {"language": "es"}])
def test_the_window_opens_in_the_colors_and_the_language_that_were_saved(qapp, qtbot, monkeypatch, tmp_path, wish):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    theme.apply(qapp, "light")
    with House.open(tmp_path) as house:
        house.with_settings(replace(house.settings, **wish))
    window = gui_app.make_window(qapp, tmp_path)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.session.house_opened, timeout=30_000):
        window.show()
    assert window.view() is not None
    assert window.session.house.settings == replace(window.session.house.settings, **wish)
    window.close()
    theme.apply(qapp, "light")
    text.use_language("en")


def test_the_window_opens_and_closes_with_exit_code_zero():
    script = ("from PySide6.QtWidgets import QApplication\nimport steward.gui.app as app\nmade = app.make_window\n"
              "def closing(qapp, home):\n    window = made(qapp, home)\n    window.session.house_opened.connect(window.close)\n"
              "    return window\napp.make_window = closing\nraise SystemExit(app.open_window())\n")
    assert subprocess.run([sys.executable, "-c", script], timeout=60, check=False, capture_output=True).returncode == 0


KILLED = """
import os, signal, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from steward.gui.app import make_window
app = QApplication([])
window = make_window(app)
window.show()
session = window.session
def wait():
    app.processEvents()
    time.sleep(0.01)  # and not QTest.qWait, which keeps the other threads waiting too
while not session.has_house:
    wait()
session.begin(Path(sys.argv[1]))
while session.is_checking:
    wait()
session.edit(lambda draft: draft.with_answer("title", "Decided just before"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process as only other systems do")
def test_what_was_decided_is_there_after_the_process_was_killed(small_csv):
    done = subprocess.run([sys.executable, "-c", KILLED, str(small_csv)], timeout=60, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    kept, notes = drafting.drafts(House.open())
    assert [draft.record.title for draft in kept] == ["Decided just before"]
    assert not notes


TYPING = KILLED.replace("""session.edit(lambda draft: draft.with_answer("title", "Decided just before"))
""", """from PySide6.QtTest import QTest
from steward.gui.prepare._element_row import ElementRow
from steward.gui import turns
turns.PIECE_SECONDS = 60.0
session.go("describe", "title")
wait()
row = next(row for row in window.view().findChildren(ElementRow) if row.element.id == "title")
row.field.clear()
QTest.keyClicks(row.field, "Typed letter by letter")
window.view()._guide._on_open()
QTest.keyClicks(window.view()._guide.form._fields["who"], "the permit desk")
""")


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process as only other systems do")
def test_every_letter_typed_is_there_after_the_process_was_killed(small_csv):
    done = subprocess.run([sys.executable, "-c", TYPING, str(small_csv)], timeout=60, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    with House.open() as house:
        (draft,), _notes = drafting.drafts(house)
        resumed = drafting.with_typed(house, draft)
        assert resumed.record.title == "Typed letter by letter"
        assert dict(resumed.guided) == {"who": "the permit desk"}
        assert drafting.drafts(house)[0] == (resumed,)


def test_the_desktop_turning_dark_is_followed_only_while_nobody_chose(qapp, monkeypatch):
    theme.apply(qapp, "system")
    monkeypatch.setattr(theme, "_scheme_of", lambda _app, choice: "dark" if choice == "system" else choice)
    assert theme.follow_system(qapp).scheme == "dark"
    assert theme.follow_system(qapp) is None
    theme.apply(qapp, "light")
    assert theme.follow_system(qapp) is None
