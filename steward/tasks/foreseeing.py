"""The full reading and check of a file, begun while a person still looks at its preview."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from steward.tasks import opening
from steward.tasks.house import House
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Cancelled, StewardError
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.words import Words

_SECONDS_BETWEEN_LOOKS = 0.05


class Foresight:
    """Works beside whoever asks; no draft is saved before `finish`. It is the `Progress` of its own work."""

    def __init__(self, house: House, path: Path, step: ImportStep, updates: str = "") -> None:
        """Begin at once."""
        self.step = step
        self._house = house
        self._is_dropped = False
        self._told: tuple[float, Message] = (0.0, say("Opening the file."))
        self._pool = ThreadPoolExecutor(1)
        self._work = self._pool.submit(opening.foresee, house, path, self, step=step, updates=updates)
        self._pool.shutdown(wait=False)

    def report(self, fraction: float, message: Message) -> None:
        """Keep how far the work is. Raises: Cancelled once nobody wants it any more."""
        if self._is_dropped:
            raise Cancelled
        self._told = (fraction, message)

    def drop(self) -> None:
        """Let the work end at its next report."""
        self._is_dropped = True

    @property
    def is_done(self) -> bool:
        """Return whether the work has ended, one way or the other."""
        return self._work.done()

    @property
    def refusal(self) -> Words | None:
        """Return why the file cannot be opened this way; None while nobody knows, and where it can."""
        trouble = self._work.exception() if self.is_done and not self._is_dropped else None
        return trouble.words if isinstance(trouble, StewardError) else None

    def finish(self, progress: Progress) -> Workbench:
        """Return the new draft, saved, with its table opened and checked. Raises: InputUnreadable, Trouble."""
        try:
            while not self._work.done():
                progress.report(*self._told)
                wait((self._work,), _SECONDS_BETWEEN_LOOKS)
        except BaseException:
            self.drop()
            raise
        return opening.take_up(self._house, self._work.result())
