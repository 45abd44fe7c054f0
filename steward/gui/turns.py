"""Builds what takes long in the window's own thread piece by piece, with the window awake in between.

Context: widgets can be made in the window's thread alone, and a page of some hundred took it a sixth of a second: a click in
that time was felt to stick. Decision: what builds such a page gives its parts as steps; as many are done at once as fit between
two pictures of the screen, and the rest after the window has drawn and heard what came meanwhile. Refused: `processEvents` in
the middle of a step, which lets a click in where half of a part stands.
"""

import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer

PIECE_SECONDS = 0.012   # of work, before the window has its turn
PAUSE_MS = 1            # a timer of 0 ms may be heard before what the screen waits for

Step = Callable[[], object]


class Turns:
    """The steps of one thing that is being built; to begin anew drops what is left of the steps before."""

    def __init__(self, owner: QObject) -> None:
        """Do nothing yet, and nothing more once the owner is gone."""
        self._steps: Iterator[Step] = iter(())
        self._timer = QTimer(owner, singleShot=True, interval=PAUSE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Return whether steps are left."""
        return self._timer.isActive()

    def begin(self, steps: Iterable[Step]) -> None:
        """Do the steps in their order, the first ones at once; each is made only when its turn comes."""
        self._timer.stop()
        self._steps = iter(steps)
        self._go_on()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._timer.stop()
        self._steps = iter(())

    def finish(self) -> None:
        """Do all that is left at once, where somebody cannot wait."""
        self._timer.stop()
        steps, self._steps = self._steps, iter(())
        for step in steps:
            step()

    def _go_on(self) -> None:
        until, steps = time.monotonic() + PIECE_SECONDS, self._steps
        for step in steps:
            step()
            if steps is not self._steps:    # the step began something else
                return
            if time.monotonic() >= until:
                self._timer.start()
                return
