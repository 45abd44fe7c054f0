"""The words of the line between the two processes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from steward.crew.parcels import Parcel


@dataclass(frozen=True, slots=True)
class Ready:
    """The second process has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Begin:
    """From here on it has so many bytes of memory, and leaves arrays in this folder."""

    folder: str
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Keep:
    """A value that both know from now on."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Do:
    """A part of the work: a function, the numbers of what it shares with other parts, and the part."""

    work: Callable[..., Any]
    shared: tuple[int, ...]
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Done:
    """What the part gave."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Fault:
    """The part went wrong, at this place of the program."""

    place: str
