"""Asks a drive without being held up by it.

Context: a share that does not answer holds up whoever asks it, for minutes or for ever, and no thread can be called back from
there: the window stood still for the day on which a file was saved. Decision: a thread of its own asks, and is left behind once
that takes too long or the person stops the work. Refused: to ask in a process, as reading does: it takes longer to begin than
nearly every answer.
"""

import errno
import queue
import threading
import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
SECONDS_BETWEEN_LOOKS = 0.05
LONGEST_WAIT = 0.3          # seconds, for what is told of a file beside its cells


def answer_of(ask: Callable[[], Answer], most_seconds: float, meanwhile: Callable[[], None] = lambda: None) -> Answer:
    """Return what `ask` returns; `meanwhile` is called twenty times a second, and may raise to stop the waiting.

    Raises: TimeoutError after so many seconds; whatever `ask` raises. What `ask` does must do no harm when it ends late.
    """
    answers: queue.SimpleQueue[tuple[Answer, None] | tuple[None, BaseException]] = queue.SimpleQueue()

    def put() -> None:
        try:
            answers.put((ask(), None))
        except BaseException as trouble:  # noqa: BLE001  # it is raised where the answer is waited for
            answers.put((None, trouble))

    threading.Thread(target=put, daemon=True).start()
    until = time.monotonic() + most_seconds
    while True:
        try:
            answer, trouble = answers.get(timeout=min(SECONDS_BETWEEN_LOOKS, most_seconds))
        except queue.Empty:
            if time.monotonic() >= until:
                raise TimeoutError(errno.ETIMEDOUT, "the drive did not answer") from None
            meanwhile()
            continue
        if trouble is not None:
            raise trouble
        return answer  # type: ignore[return-value]  # where there is no trouble
