"""How long work tells where it stands and learns that it should stop."""

from typing import Protocol

from steward.vocabulary.message import Message


class Progress(Protocol):
    """Told at least ten times a second of work; raises `Cancelled` from `report` once the person stopped it."""

    def report(self, fraction: float, message: Message) -> None:
        """Say how far the work is (0 to 1) and what it is doing."""
        ...


class Silence:
    """Progress that nobody watches."""

    def report(self, fraction: float, message: Message) -> None:
        """Do nothing."""


class Part:
    """A stretch of a longer way: 0 to 1 of the part is `start` to `end` of the whole."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        """Tell `whole` of this stretch."""
        self._whole, self._start, self._width = whole, start, end - start

    def report(self, fraction: float, message: Message) -> None:
        """Say how far the part is."""
        self._whole.report(self._start + self._width * fraction, message)
