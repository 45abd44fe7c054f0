"""Work beside the window of which only the newest wish of each kind counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from steward.gui.worker import Job, Work, Worker
from steward.vocabulary.message import Message
from steward.vocabulary.progress import Silence
from steward.vocabulary.words import Words

MANY_COLUMNS = 500   # of a table with more, what is told of all of them is worked out beside the window


class Newest:
    """Starts work by kind; a newer wish of a kind stops the one before, and a late result of it is dropped."""

    def __init__(self, worker: Worker, owner: QObject) -> None:
        """Tell results as long as the owner is there."""
        self._worker, self._owner = worker, owner
        self._jobs: dict[str, Job] = {}

    def run(self, kind: str, work: Work, then: Callable[[Any], object],
            failed: Callable[[Words], object] | None = None, progress: Message | None = None,
            *, stopped: Callable[[], object] | None = None) -> None:
        """Start the work in the place of what is still under way of its kind; `failed` is told why it could not be done.

        `progress` says what is being done, as `Worker.run` takes it; `stopped` is told when the person presses Cancel there.
        """
        self.drop(kind)

        def landed(result: object) -> None:
            if self._jobs.get(kind) is job:
                del self._jobs[kind]
                then(result)

        def refused(words: Words) -> None:
            if self._jobs.get(kind) is job and failed is not None:
                del self._jobs[kind]
                failed(words)

        def ended() -> None:
            if self._jobs.get(kind) is job and stopped is not None:
                del self._jobs[kind]
                stopped()

        job = self._worker.run(work, then=landed, failed=None if failed is None else refused, progress=progress,
                               cancelled=ended, owner=self._owner)
        self._jobs[kind] = job

    def run_or_do(self, kind: str, work: Work, then: Callable[[Any], object], *, is_quick: bool) -> None:
        """Do quick work at once and start other work as `run` does: so no part of a usual page comes up late."""
        if is_quick:
            self.drop(kind)
            then(work(Silence()))
        else:
            self.run(kind, work, then)

    def drop(self, *kinds: str) -> None:
        """Stop the work of some kinds; of all where none is named."""
        for kind in kinds or tuple(self._jobs):
            if (job := self._jobs.pop(kind, None)) is not None:
                job.cancel()
