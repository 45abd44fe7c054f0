"""The measured pieces, each run in a process of its own that prints its figures as one line of JSON."""

import json
import os
import sys
import time
from pathlib import Path


def work(path: Path) -> dict[str, float]:
    """Return the wall and CPU seconds of opening and of checking, without a window."""
    from steward.tasks.checking import check
    from steward.tasks.house import House
    from steward.tasks.opening import open_sheet
    from steward.vocabulary.progress import Silence
    from steward.vocabulary.recipe import ImportStep

    with House.open() as house:
        before = _clocks()
        sheet = open_sheet(house, path, ImportStep(), Silence())
        opened = _clocks()
        check(house, sheet, Silence())
        checked = _clocks()
    return {"open_wall": opened[0] - before[0], "open_cpu": opened[1] - before[1], "check_wall": checked[0] - opened[0],
            "check_cpu": checked[1] - opened[1], "rows": sheet.height}


def warm(path: Path) -> dict[str, float]:
    """Return the same of opening where the reading process was started ahead, as the window does while it idles."""
    from steward.readers.opening import start_ahead
    from steward.tasks.house import House
    from steward.tasks.opening import open_sheet
    from steward.vocabulary.progress import Silence
    from steward.vocabulary.recipe import ImportStep

    with House.open() as house:
        start_ahead()
        time.sleep(3)      # it has loaded all it needs by then; the CPU seconds of that count
        before = _clocks()
        open_sheet(house, path, ImportStep(), Silence())
        opened = _clocks()
    return {"open_wall": opened[0] - before[0], "open_cpu": opened[1] - before[1]}


def _clocks() -> tuple[float, float]:
    times = os.times()
    return time.perf_counter(), times.user + times.system + times.children_user + times.children_system


def window(path: Path) -> dict[str, float]:
    """Return the longest time that the window's thread was not free while a file was opened and checked beside it."""
    from PySide6.QtCore import QElapsedTimer, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from steward.gui.app import make_window

    app = QApplication([])
    main = make_window(app)
    gaps: list[int] = []
    since = QElapsedTimer()
    beat = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    beat.timeout.connect(lambda: gaps.append(since.restart() - beat.interval()))

    def begin() -> None:
        main.session.go("open", "new")
        since.start()
        beat.start()
        main.session.begin(path)

    def landed() -> None:
        if main.session.workbench is not None:
            QTimer.singleShot(500, app.quit)

    main.session.house_opened.connect(lambda: QTimer.singleShot(1500, begin))  # what is brought in after the paint is in
    main.session.workbench_changed.connect(landed)
    main.session.opening_troubled.connect(app.quit)
    main.show()
    app.exec()
    if main.session.workbench is None:
        raise RuntimeError("the table was not opened")
    return {"longest_ms": max(gaps), "late_95_ms": sorted(gaps)[int(len(gaps) * 0.95)]}


def paint(_path: Path) -> dict[str, float]:
    """Return the seconds from the start of the process to the end of the window's first paint."""
    import runpy

    import psutil
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    painted: list[float] = []

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if not painted and event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
                painted.append(0.0)
                QTimer.singleShot(0, self.done)
            return False

        def done(self) -> None:
            painted[0] = time.time() - psutil.Process().create_time()
            QApplication.quit()

    run, watch = QApplication.exec, FirstPaint()

    def watched_run(*_arguments: object) -> int:
        QApplication.instance().installEventFilter(watch)
        return run()

    QApplication.exec = watched_run
    sys.argv = ["steward"]
    try:
        runpy.run_module("steward", run_name="__main__")
    except SystemExit:
        return {"first_paint": painted[0]}
    raise RuntimeError("the window did not end")


if __name__ == "__main__":
    figures = {"work": work, "warm": warm, "window": window, "paint": paint}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what a window leaves behind is not measured
