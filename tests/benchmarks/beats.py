"""Opens a file in a window, scrolls, sorts and filters it, and prints how long the window stood still meanwhile."""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

BEAT_MS, LIMIT_MS, STEPS = 1, 50, 60


class Beats:
    """Hears the window's thread once a millisecond."""

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float]] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.gaps.append(((now[0] - self._last[0]) * 1000, (now[1] - self._last[1]) * 1000))
        self._last = now

    def taken(self) -> dict[str, float]:
        """Return what was heard since the last time."""
        self._on_beat()
        gaps, self.gaps = self.gaps, []
        longest = max(gaps, default=(0.0, 0.0))
        return {"longest": longest[0], "own": longest[1], "longest_own": max((own for _, own in gaps), default=0.0),
                "over": sum(wall > LIMIT_MS for wall, _ in gaps)}


def wait(until, most_seconds: float = 300.0) -> None:
    """Let the window live until something is so. Raises: RuntimeError after too long."""
    end = time.perf_counter() + most_seconds
    while not until():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise RuntimeError("it took too long")
        time.sleep(0.0002)


def rest(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > end)


def measure(path: Path) -> dict[str, dict[str, float]]:
    """Return the blocks of each stretch of work."""
    from steward.gui.app import make_window
    from steward.gui.explorer.explorer import Explorer

    app = QApplication([])
    main = make_window(app)
    main.resize(1366, 768)
    main.show()
    wait(lambda: main.session.has_house)
    rest(1.5)
    found, beats, session = {}, Beats(), main.session
    session.go("open", "new")
    rest(0.2)
    beats.taken()
    session.begin(path)
    wait(lambda: session.workbench is not None or session.trouble is not None)
    rest(0.5)
    found["opening and checking"] = beats.taken()
    session.go("table")
    wait(lambda: any(one.table is not None for one in main.view().findChildren(Explorer)))
    explorer = main.view().findChildren(Explorer)[-1]
    quiet(session)
    found["bringing up the whole table"] = beats.taken()
    bar = explorer.rows.verticalScrollBar()
    for step in range(STEPS + 1):
        bar.setValue(bar.maximum() * step // STEPS)
        rest(0.02)
    found["scrolling from end to end"] = beats.taken()
    for name in ("email", "opened_at", "status"):
        explorer.rows.order_wanted.emit(explorer.table.sheet.names.index(name))
        quiet(session)
    found["sorting by three columns"] = beats.taken()
    explorer.search.text.setText("smith")
    quiet(session)
    explorer._on_find(backward=False)
    quiet(session)
    found["finding and counting a text"] = beats.taken()
    explorer._on_alike()
    quiet(session)
    found["filtering"] = beats.taken()
    for _finding in explorer.table.findings:
        explorer.findings.step()
        quiet(session)
    found["going through the findings"] = beats.taken()
    return found


def quiet(session) -> None:
    """Wait until nothing runs any more."""
    rest(0.5)
    wait(lambda: not session.worker.is_busy)
    rest(0.1)


if __name__ == "__main__":
    try:
        told = measure(Path(sys.argv[1]))
    except Exception:  # noqa: BLE001 - told to whoever started it
        traceback.print_exc()
        os._exit(1)
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)   # what a window leaves behind is not measured
