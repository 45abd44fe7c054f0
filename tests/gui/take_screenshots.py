"""Makes the pictures of the README anew: `python tests/gui/take_screenshots.py`. Not part of the test suite.

Everything in the pictures is of the bundled sample, in practice, in a folder that is thrown away.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the platform must be chosen first
from PySide6.QtWidgets import QApplication  # noqa: E402

from steward.gui.app import make_window  # noqa: E402
from steward.tasks.demonstrating import demonstrate  # noqa: E402
from steward.tasks.resources import resource_path  # noqa: E402
from steward.vocabulary.progress import Silence  # noqa: E402

WIDTH, HEIGHT = 1366, 768
OUT = ROOT / "resources" / "screenshots"
SETTLED_MS = 1500
LOADED_MS = 6000


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(home: Path) -> None:
    """Walk to each page and keep its picture."""
    app = QApplication.instance() or QApplication([])
    sent = demonstrate(home, None, None, lambda _message: None, Silence())
    window = make_window(app, home)
    window.resize(WIDTH, HEIGHT)
    window.show()
    wait(LOADED_MS)
    session = window.session
    session.begin(resource_path("samples/sample.csv"))
    wait(LOADED_MS)
    for name, page, subject in (("privacy", "privacy", ""), ("describe", "describe", ""),
                                ("desk", "submission", sent.submission), ("home", "home", "")):
        session.go(page, subject)
        wait(SETTLED_MS)
        window.grab().save(str(OUT / f"{name}.png"))
    window.close()


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder))
