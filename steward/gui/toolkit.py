"""Makes Qt's classes known on the window's thread, before work beside it brings in the pages.

Context: PySide makes each class, and the words that belong to it, when it is first asked for, and two threads that ask at the
same moment end the program without a word (seen with 6.11.1, where a window was closed while its pages came in). Decision:
everything is asked for once, after the first paint and in pieces, so that the window stays awake: 0.2 s in all. Refused:
PYSIDE6_OPTION_LAZY=0, which does the same before the first paint.
"""

import time
from collections.abc import Callable, Iterator

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
from PySide6.QtCore import QObject, QTimer

MODULES = (QtCore, QtGui, QtWidgets, QtSvg)   # all that the window is made of
PIECE_SECONDS = 0.01


def make_known(window: QObject, then: Callable[[], object]) -> None:
    """Ask for every class of Qt piece by piece while the window is awake, and call `then`; never once the window is gone."""
    names = _names()

    def go_on() -> None:
        until = time.monotonic() + PIECE_SECONDS
        for _known in names:
            if time.monotonic() >= until:
                QTimer.singleShot(0, window, go_on)
                return
        then()

    QTimer.singleShot(0, window, go_on)


def _names() -> Iterator[object]:
    for module in MODULES:
        for name in dir(module):
            yield getattr(module, name)
