"""What the house asks of any queue: a shared folder today, a portal's staging organization where a folder is outgrown."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from steward.workflow.submission import Event, SubmissionState

WriteBag = Callable[[Path], str]  # fills a new, empty folder with a sealed bag and returns the SHA-256 of its tagmanifest


class Queue(Protocol):
    """Where submissions wait. Every method may raise Trouble; what was in the queue before is unharmed then."""

    @property
    def program(self) -> str:
        """Return whose queue this is."""
        ...

    @property
    def is_practice(self) -> bool:
        """Return whether this is a practice queue."""
        ...

    def submissions(self) -> tuple[SubmissionState, ...]:
        """Return where every submission stands, the oldest first."""
        ...

    def state(self, submission: str) -> SubmissionState:
        """Return where one submission stands. Raises: SubmissionMissing."""
        ...

    def submit(self, submission: str, write_bag: WriteBag, event: Event) -> SubmissionState:
        """Bring in a revision; `event` needs neither revision nor tagmanifest. Sending the same again changes nothing.

        Raises: Refused if a rule says no.
        """
        ...

    def append(self, submission: str, event: Event) -> SubmissionState:
        """Add an event and return where the submission stands then. Raises: Refused if a rule, or someone faster, says no."""
        ...

    def open_revision(self, submission: str, revision: int) -> Path:
        """Return the folder of a revision, verified to be what was sent. Raises: VerificationFailed."""
        ...
