"""What the house asks of any portal."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from steward.vocabulary.errors import Refused
from steward.vocabulary.message import Message
from steward.vocabulary.progress import Progress


class NotPublished(Refused):
    """A rule of the portal says no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one may do at a portal, found out without changing anything there."""

    name: str             # of the portal, as people know it
    practice: bool
    may_publish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An approved revision on its way to a portal: its public part, copied from the verified bag."""

    submission: str
    identifier: str
    title: str
    bag: Path             # as `Queue.open_revision` gave it
    tagmanifest: str      # SHA-256, as the approval cites it
    head: str             # of the submission's history, so that the portal vouches for it
    at: str               # ISO 8601
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a portal answered, read back from it."""

    identifier: str
    version: int
    place: str                       # where it stands there: relative to the portal, or a URL; never a path of this computer
    at: str
    files: Mapping[str, str]         # name to SHA-256


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One dataset as the portal's catalog shows it."""

    identifier: str
    title: str
    version: int
    at: str                          # of its newest version
    submission: str
    frequency: str                   # DCAT-US accrualPeriodicity, "" where it says none


class Gateway(Protocol):
    """A portal. Every act may be repeated after any trouble; every method may raise Trouble."""

    def connect(self) -> Account:
        """Return what one may do there; changes nothing."""
        ...

    def plan(self, publication: Publication) -> tuple[Message, ...]:
        """Return in plain words what `publish` would do; changes nothing."""
        ...

    def publish(self, publication: Publication, progress: Progress) -> Published:
        """Publish, read back, compare; the same again changes nothing. Raises: NotPublished, VerificationFailed."""
        ...

    def verify(self, identifier: str) -> Published:
        """Return the newest version once all its files were read and compared. Raises: VerificationFailed, NotPublished."""
        ...

    def retract(self, identifier: str, reason: str, at: str) -> None:
        """Take a dataset's files out of the catalog, which keeps the record and says why; the same again changes nothing.

        Raises: NotPublished.
        """
        ...

    def listed(self) -> tuple[Listed, ...]:
        """Return the datasets whose data the catalog shows, sorted by identifier."""
        ...
