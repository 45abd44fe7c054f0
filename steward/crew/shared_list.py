"""The one list of parts that this process and the second one work from."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from steward.vocabulary.hands import WAIT_SECONDS
from steward.vocabulary.message import Message
from steward.vocabulary.progress import Progress

Answer = TypeVar("Answer")
_NONE: Any = object()


@dataclass(slots=True, eq=False)
class Part:
    """One part, and what became of it."""

    work: Callable[..., Any]
    shared: Sequence[Any]
    part: Any
    is_own: bool = False                        # only this process may do it: the other one could not
    answer: Any = field(default=_NONE)
    fault: BaseException | None = None

    @property
    def is_done(self) -> bool:
        """Return whether it has come to an end."""
        return self.answer is not _NONE or self.fault is not None


class SharedList:
    """Parts that wait, taken by two threads: one works itself, the other talks to the second process."""

    def __init__(self) -> None:
        """Begin with none."""
        self.changed = threading.Condition()
        self._waiting: deque[Part] = deque()
        self._is_closed = False

    def add(self, parts: Sequence[Part]) -> None:
        """Put parts at the end."""
        with self.changed:
            self._waiting.extend(parts)
            self.changed.notify_all()

    def take(self, *, is_own: bool) -> Part | None:
        """Return the next part, waiting for one; None once the list is closed."""
        with self.changed:
            while not self._is_closed:
                part = next((one for one in self._waiting if is_own or not one.is_own), None)
                if part is not None:
                    self._waiting.remove(part)
                    return part
                self.changed.wait()
        return None

    def give_back(self, part: Part) -> None:
        """Put a part first again, for this process alone."""
        with self.changed:
            part.is_own = True
            self._waiting.appendleft(part)
            self.changed.notify_all()

    def end_part(self, part: Part, answer: Any = _NONE, fault: BaseException | None = None) -> None:
        """Keep what became of a part."""
        with self.changed:
            part.answer, part.fault = answer, fault
            self.changed.notify_all()

    def close(self) -> None:
        """Let nobody take anything any more."""
        with self.changed:
            self._is_closed = True
            self.changed.notify_all()


class BegunParts(Generic[Answer]):
    """Parts on the list, whose answers are fetched in their order."""

    def __init__(self, parts: Sequence[Part], shared_list: SharedList, watch: Callable[[], None]) -> None:
        """Call `watch` several times a second while waiting."""
        self._parts, self._list, self._watch = parts, shared_list, watch

    def answers(self, progress: Progress, message: Message) -> list[Answer]:
        """Return the answers. Raises: what `progress` raises to stop the work, or what a part raised in this process."""
        while (done := self._done()) < len(self._parts):
            progress.report(done / len(self._parts), message)
            self._watch()
        for part in self._parts:
            if part.fault is not None:
                raise part.fault
        return [part.answer for part in self._parts]

    def _done(self) -> int:
        """Return how many are done, after a moment where some are not."""
        with self._list.changed:
            if not all(part.is_done for part in self._parts):
                self._list.changed.wait(WAIT_SECONDS)
            return sum(part.is_done for part in self._parts)
