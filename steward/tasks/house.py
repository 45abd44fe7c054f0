"""Everything outside that a task needs: places, settings, the clock, and a private folder for tables of the moment."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar, cast

from steward.store.clock import SystemClock
from steward.store.places import Places
from steward.store.settings import Settings, load_settings, save_settings
from steward.store.workspace import Workspace
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor, Role
from steward.vocabulary.ports import Clock

Made = TypeVar("Made")
TABLES = ("tables",)


class Kept:
    """What is made once per run, whoever of several threads asks first."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = threading.RLock()
        self._made: dict[tuple[str, ...], object] = {}

    def once(self, key: tuple[str, ...], make: Callable[[], Made]) -> Made:
        """Return what stands under the key, made now if nobody has asked for it before. Raises: what `make` raises."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
            return cast("Made", self._made[key])

    def take(self, key: tuple[str, ...]) -> object | None:
        """Return what stands under the key and forget it; None where there is nothing."""
        with self._lock:
            return self._made.pop(key, None)


NOT_YOURS = say("The settings of this workstation do not give you this role.")


class RoleMissing(Refused):
    """The person does not have the role that this takes."""


@dataclass(kw_only=True)
class House:
    """What stands around the core, made once per run. `note` says what the person should know of how settings were read."""

    places: Places
    settings: Settings
    clock: Clock = field(default_factory=SystemClock)
    note: Message = Message("")
    kept: Kept = field(default_factory=Kept, repr=False)

    @classmethod
    def open(cls, home: Path | None = None, clock: Clock | None = None) -> Self:
        """Return the house of this workstation, or of another folder. Raises: Trouble if settings cannot be read."""
        places = Places.find(home)
        loaded = load_settings(places)
        return cls(places=places, settings=loaded.settings, clock=clock or SystemClock(), note=loaded.note)

    @property
    def is_practice(self) -> bool:
        """Return whether everything stays on this computer because no program's queue is set."""
        return self.settings.is_practice

    @property
    def workspace(self) -> Path:
        """Return the private folder for tables of the moment; it is made at first use. Raises: Trouble."""
        return self.kept.once(TABLES, lambda: Workspace.open(self.places)).folder

    def actor(self, role: Role) -> Actor:
        """Return the person at this workstation, acting in one role."""
        login = self.settings.login or _login_of_system()
        return Actor(login=login, name=self.settings.name or login, role=role)

    def plays(self, role: Role) -> bool:
        """Return whether the person at this workstation has a role; in practice one person may play every part."""
        return self.is_practice or role in self.settings.roles

    def acting_as(self, role: Role) -> Actor:
        """Return the person acting in a role that the settings give. Raises: RoleMissing."""
        if not self.plays(role):
            raise RoleMissing(words(NOT_YOURS, say("The settings of this workstation."),
                                    say("Ask the open data program; the roles are set on the settings page.")))
        return self.actor(role)

    def acted_by(self, login: str, name: str) -> "House":
        """Return the same house with another person at the workstation; it shares the tables."""
        return replace(self, settings=replace(self.settings, login=login, name=name), note=Message(""))

    def with_settings(self, settings: Settings) -> "House":
        """Return the house with other settings, saved. Raises: Trouble; the old ones stay."""
        save_settings(self.places, settings)
        return replace(self, settings=settings, note=Message(""))

    def close(self) -> None:
        """Take the tables of the moment away."""
        tables = self.kept.take(TABLES)
        if isinstance(tables, Workspace):
            tables.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _login_of_system() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # ImportError: Windows without any of the variables, before Python 3.13
        return "unknown"
