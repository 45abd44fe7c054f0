"""Takes the pictures of the README anew: `python -m tests.gui.take_screenshots`. Not run by the tests.

Everything comes from the bundled sample in a folder of the moment: one dataset published, one waiting for its review, one draft
that has just been begun.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from steward.gui import theme
from steward.gui.session import Session
from steward.gui.window import Window
from steward.gui.worker import Worker
from steward.tasks.demonstrating import COORDINATOR, SAMPLE, SCRIPT, demonstrate
from steward.tasks.drafting import drafts, remove
from steward.tasks.house import House
from steward.tasks.opening import begin
from steward.tasks.preparing import prepared, read_script
from steward.tasks.resources import resource_path
from steward.tasks.reviewing import claim
from steward.tasks.sending import send
from steward.vocabulary.progress import Silence

PICTURES = Path(__file__).parents[2] / "resources" / "screenshots"
SIZE = (1366, 768)
COLORS = 96
CLERK = ("adiaz", "Ana Diaz")


def main() -> int:
    """Take every picture."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    theme.apply(app, "light")
    with TemporaryDirectory() as folder:
        submission = _furnish(Path(folder))
        with House.open(Path(folder)) as house:
            window = Window(Session(Worker()))
            window.resize(*SIZE)
            window.show()
            window.session.enter(house.acted_by(*COORDINATOR))
            _take(window, "home")
            _take(window, "desk", "submission", submission)
            window.session.enter(house.acted_by(*CLERK))
            window.session.resume(next(draft for draft in drafts(house)[0] if not draft.submission))
            _take(window, "privacy")
            _take(window, "describe")
            window.session.rest()
            window.session.worker.stop()
    return 0


def _furnish(folder: Path) -> str:
    """Return the number of a submission that waits, beside a published dataset and a draft."""
    demonstrate(folder, None, None, lambda _message: None, Silence())
    with House.open(folder) as house:
        clerk = house.acted_by(*CLERK)
        for draft in drafts(clerk)[0]:
            remove(clerk, draft.id)
        sample = resource_path(SAMPLE)
        bench = prepared(clerk, sample, read_script(clerk, *(resource_path(name) for name in SCRIPT)), Silence())
        record = replace(bench.draft.record, title="Tree inspections by neighborhood", slug="", identifier="")
        receipt = send(clerk, replace(bench, draft=replace(bench.draft, record=record, title=record.title)), Silence())
        claim(clerk.acted_by(*COORDINATOR), receipt.submission)
        begin(clerk, sample, Silence())
        return receipt.submission


def _take(window: Window, name: str, page: str = "", subject: str = "") -> None:
    QTest.qWait(200)
    while window.session.worker.is_busy:
        QTest.qWait(50)
    window.session.go(page or name, subject)
    QTest.qWait(200)
    while window.session.worker.is_busy:
        QTest.qWait(50)
    QTest.qWait(200)
    PICTURES.mkdir(parents=True, exist_ok=True)
    _small(window.grab().toImage()).save(str(PICTURES / f"{name}.png"), "PNG", 0)


def _small(picture: QImage) -> QImage:
    """Return the picture in its commonest colors, which keeps the file small and texts as they are."""
    full = picture.convertToFormat(QImage.Format.Format_RGB32)
    colors, counts = np.unique(np.frombuffer(full.constBits(), np.uint32), return_counts=True)
    common = [int(color) for color in colors[np.argsort(counts)[::-1][:COLORS]]]
    return full.convertToFormat(QImage.Format.Format_Indexed8, common, Qt.ImageConversionFlag.AvoidDither |
                                Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
