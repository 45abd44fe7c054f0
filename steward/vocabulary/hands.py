"""Who does the parts of a long piece of work, and how the answers come back in order.

Context: a check of a million rows is many parts that do not need each other: a column to look at, a rule to try. Decision: the
core states the parts as values and whoever calls it says whose hands do them: threads of this process, or an edge that has a
second process. The answers are the same either way, and stand in the order of the parts.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Generic, Protocol, TypeVar

from steward.vocabulary.message import Message
from steward.vocabulary.progress import Progress

Answer = TypeVar("Answer")
WAIT_SECONDS = 0.1


class Begun(Protocol[Answer]):
    """Work that was begun, whose answers are fetched once."""

    def answers(self, progress: Progress, message: Message) -> list[Answer]:
        """Return the answers in the order of the parts. Raises: what `progress` raises to stop, or what a part raised."""
        ...


class Hands(Protocol):
    """Does parts of work, several at a time."""

    def begin(self, work: Callable[..., Answer], shared: Sequence[Any], parts: Sequence[Any]) -> Begun[Answer]:
        """Begin `work(*shared, part)` for each part.

        `work` is a function of a module, `shared` and the parts are values that are never changed: a second process knows the
        function by its name and gets `shared` once.
        """
        ...


class Threads:
    """Threads of this process. Parts wait until somebody asks for their answers."""

    def __init__(self, count: int) -> None:
        """Do as many parts at a time; with one, what is made on the way is held once."""
        self._count = max(1, count)

    def begin(self, work: Callable[..., Answer], shared: Sequence[Any], parts: Sequence[Any]) -> Begun[Answer]:
        """Return the work, which begins when its answers are asked for."""
        return _InThreads(self._count, lambda part: work(*shared, part), parts)


class _InThreads(Generic[Answer]):
    def __init__(self, count: int, work: Callable[[Any], Answer], parts: Sequence[Any]) -> None:
        self._count, self._work, self._parts = count, work, parts

    def answers(self, progress: Progress, message: Message) -> list[Answer]:
        with ThreadPoolExecutor(self._count) as pool:
            jobs = [pool.submit(self._work, part) for part in self._parts]
            _watch(jobs, progress, message)
        return [job.result() for job in jobs]


def _watch(jobs: Sequence[Future[Answer]], progress: Progress, message: Message) -> None:
    """Wait for all jobs and say how far they are. Raises: what `progress` raises; what has not begun is given up then."""
    try:
        waiting = set(jobs)
        while waiting:
            _, waiting = wait(waiting, WAIT_SECONDS)
            progress.report(1 - len(waiting) / len(jobs), message)
    except BaseException:
        for job in jobs:
            job.cancel()
        raise
