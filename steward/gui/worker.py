"""Runs slow work beside the window: the only place of the program that catches Exception.

A job is kept alive in a set until its last signal has landed; only signals cross the line between threads. `func` is a task's
work and knows no widget: it gets a `Progress` and returns a value, which `then` receives in the window's thread.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from steward.gui.faults import note, words_for
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.message import Message
from steward.vocabulary.progress import Progress
from steward.vocabulary.words import Words

Work = Callable[[Progress], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Follow:
    """What happens in the window's thread when a job ends."""

    then: Callable[[Any], object]
    failed: Callable[[Words], object]
    cancelled: Callable[[], object]
    owner: QObject | None = None   # once it is gone, nothing happens


class _Line(QObject):
    """The line between the threads."""

    reported = Signal(object, float, object)  # Job, 0 to 1, Message
    landed = Signal(object, object)           # Job, what to do now


class Job(QRunnable):
    """One piece of slow work. It is the `Progress` its work reports to, and stops there once it is cancelled."""

    def __init__(self, work: Work, title: Message, follow: _Follow, line: _Line) -> None:
        """Keep the work; `title` says what is being done."""
        super().__init__()
        self.setAutoDelete(False)
        self.title = title
        self.is_cancelled = False
        self._work, self._follow, self._line = work, follow, line

    @property
    def owner(self) -> QObject | None:
        """Return whom the result is for; None where it is for the whole window."""
        return self._follow.owner

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self.is_cancelled = True

    def report(self, fraction: float, message: Message) -> None:
        """Tell the window how far the work is. Raises: Cancelled once the person stopped it."""
        if self.is_cancelled:
            raise Cancelled
        self._line.reported.emit(self, fraction, message)

    def run(self) -> None:
        """Do the work and tell how it ended. Runs in a thread of the pool."""
        follow = self._follow
        try:
            result = self._work(self)
        except Cancelled:
            self._land(follow.cancelled)
        except Exception as fault:  # noqa: BLE001  # the one place: nothing that goes wrong may end the program
            note(fault)
            self._land(partial(follow.failed, words_for(fault)))
        else:
            self._land(partial(follow.then, result))

    def _land(self, follow: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._line.landed.emit(self, follow)


class Worker(QObject):
    """Starts jobs and tells the window of them."""

    started = Signal(object)                  # Job
    reported = Signal(object, float, object)  # Job, 0 to 1, Message
    ended = Signal(object)                    # Job
    troubled = Signal(object)                 # Words, where nobody else takes them

    def __init__(self, pool: QThreadPool | None = None, parent: QObject | None = None) -> None:
        """Take the pool whose threads do the work."""
        super().__init__(parent)
        self._pool = pool or QThreadPool.globalInstance()
        self._jobs: set[Job] = set()
        self._line = _Line(self)
        self._line.reported.connect(self.reported)
        self._line.landed.connect(self._on_landed)

    @property
    def is_busy(self) -> bool:
        """Return whether any work is under way."""
        return bool(self._jobs)

    def run(self, func: Work, *, then: Callable[[Any], object], failed: Callable[[Words], object] | None = None,
            progress: Message | None = None, cancelled: Callable[[], object] | None = None,
            owner: QObject | None = None) -> Job:
        """Start `func` beside the window and return its job.

        `then` gets the result, `failed` the three sentences (else the window shows them); `progress` says what is being done
        and brings up the progress bar with Cancel, without it the work is quiet. Where the `owner` is gone by then, nothing is
        told.
        """
        follow = _Follow(then=then, failed=failed or self.troubled.emit, cancelled=cancelled or _nothing, owner=owner)
        job = Job(func, progress or Message(""), follow, self._line)
        self._jobs.add(job)
        self.started.emit(job)
        self._pool.start(job)
        return job

    def stop(self, wait_ms: int = 3000) -> None:
        """Cancel all work and wait a moment for it; called when the window closes."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone(wait_ms)

    @Slot(object, object)
    def _on_landed(self, job: Job, follow: Callable[[], object]) -> None:
        self._jobs.discard(job)
        self.ended.emit(job)
        if job.owner is None or isValid(job.owner):
            follow()


def _nothing() -> None:
    return None
