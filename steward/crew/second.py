"""Starts the second process, keeps one ready, and ends it."""

import logging
import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from steward.crew.line import hear, tell
from steward.crew.words import Ready
from steward.disk.patience import LONGEST_WAIT, answer_of
from steward.readers.process import NO_WINDOW, command

_LOG = logging.getLogger(__name__)
STOP_SECONDS = 5.0
LARGE_FILE_BYTES = 32 << 20    # a workbook of that size holds more than a text file does
MOST_BYTES = 600 << 20         # of larger tables what is made on the way is held once, in one process


class Second:
    """One second process. Whoever hears nothing from it any more does its work himself."""

    def __init__(self) -> None:
        """Start it; what it needs it loads by itself. Raises: OSError."""
        self._child = subprocess.Popen(  # noqa: S603 - the command is our own
            command("check-in-child"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            creationflags=NO_WINDOW)

    @property
    def lives(self) -> bool:
        """Return whether it has not ended."""
        return self._child.poll() is None

    def tell(self, word: Any) -> None:
        """Tell it one word. Raises: OSError, ValueError where it has ended."""
        if self._child.stdin is not None:
            tell(self._child.stdin, word)

    def hear(self) -> Any:
        """Return its next word. Raises: EOFError, OSError, ValueError where it has ended."""
        if self._child.stdout is None:
            raise EOFError
        return hear(self._child.stdout)

    def wait_until_ready(self) -> bool:
        """Return whether it can take parts now, once that is known."""
        try:
            return isinstance(self.hear(), Ready)
        except (EOFError, OSError, ValueError):
            return False

    def memory_bytes(self) -> int:
        """Return how much memory it holds; 0 where it has just ended."""
        import psutil

        try:
            return int(psutil.Process(self._child.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def kill(self) -> None:
        """End it at once."""
        if self._child.poll() is None:
            self._child.kill()

    def end(self) -> None:
        """End it and let go of it; nobody may be listening any more."""
        self.kill()
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(STOP_SECONDS)
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


class _Spare:
    """At most one second process that was started ahead of its work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: Second | None = None

    def keep(self) -> None:
        with self._lock:
            if self._waiting is None or not self._waiting.lives:
                self._waiting = _started()

    def take(self) -> Second | None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        return waiting if waiting is not None and waiting.lives else _started()

    def dismiss(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.end()


_SPARE = _Spare()


def _started() -> Second | None:
    try:
        return Second()
    except OSError:
        _LOG.warning("no second process could be started; one does all the work")
        return None


def get_ready_for(path: Path) -> None:
    """Start one now if the file that is being opened is a large one; the check that follows takes it.

    It ends with the program at the latest: its standard input closes then.
    """
    with suppress(OSError):      # whoever opens the file says what is wrong with it
        if LARGE_FILE_BYTES <= answer_of(path.stat, LONGEST_WAIT).st_size <= MOST_BYTES:
            _SPARE.keep()


def take() -> Second | None:
    """Return the one that was started ahead, or a new one; None where the system gives none."""
    return _SPARE.take()


def dismiss() -> None:
    """End the one that was started ahead, if nobody needs it."""
    _SPARE.dismiss()
