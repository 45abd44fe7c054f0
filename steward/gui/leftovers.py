"""When Python looks through all it holds for what could go: once a table was let go, never while one is worked on.

Context: Python does so after so many new objects, in whatever thread made the last of them, and every thread stands still
meanwhile: 70 ms after the start, and a third of a second with what is known of 5,000 columns (measured while such a table was
checked). Decision: what is young is looked through as always, in smaller portions; the whole only when no table is open and
nothing is under way. Nearly all that goes, goes at once and without any looking: only rings of objects wait for it. Refused: to
freeze what a table left, which would keep it for good.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from steward.gui.session import Session

YOUNG, PORTIONS, NEVER = 5_000, 5, 1_000_000_000   # objects, portions of them, portions of those
QUIET_MS = 3_000                                   # after a table was let go


def look_seldom() -> None:
    """Have Python look through young objects alone from now on."""
    gc.set_threshold(YOUNG, PORTIONS, NEVER)


class Sweep(QTimer):
    """Looks through everything a while after a table was let go."""

    def __init__(self, session: "Session") -> None:
        """Watch what the session works on."""
        super().__init__(session, singleShot=True, interval=QUIET_MS)
        self._session = session
        session.workbench_changed.connect(self.start)
        self.timeout.connect(self._on_quiet)

    def _on_quiet(self) -> None:
        if self._session.workbench is not None:
            return
        if self._session.worker.is_busy:
            self.start()
        else:
            gc.collect()
