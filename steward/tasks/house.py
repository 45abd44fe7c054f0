"""Everything outside that a task needs: places, settings, the clock, and a private folder for tables of the moment."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from steward.store.clock import SystemClock
from steward.store.places import Places
from steward.store.settings import Settings, load_settings, save_settings
from steward.store.workspace import Workspace
from steward.vocabulary.message import Message
from steward.vocabulary.people import Actor, Role
from steward.vocabulary.ports import Clock


@dataclass(kw_only=True)
class House:
    """What stands around the core, made once per run. `note` says what the person should know of how settings were read."""

    places: Places
    settings: Settings
    clock: Clock = field(default_factory=SystemClock)
    note: Message = Message("")
    kept: dict[tuple[str, ...], object] = field(default_factory=dict, repr=False)  # what is made once per run

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

    @cached_property
    def _tables(self) -> Workspace:
        return Workspace.open(self.places)

    @property
    def workspace(self) -> Path:
        """Return the private folder for tables of the moment; it is made at first use. Raises: Trouble."""
        return self._tables.folder

    def actor(self, role: Role) -> Actor:
        """Return the person at this workstation, acting in one role."""
        login = self.settings.login or _login_of_system()
        return Actor(login=login, name=self.settings.name or login, role=role)

    def acted_by(self, login: str, name: str) -> "House":
        """Return the same house with another person at the workstation; it shares the tables."""
        other = House(places=self.places, settings=replace(self.settings, login=login, name=name), clock=self.clock,
                      kept=self.kept)
        other.__dict__["_tables"] = self._tables
        return other

    def with_settings(self, settings: Settings) -> "House":
        """Return the house with other settings, saved. Raises: Trouble; the old ones stay."""
        save_settings(self.places, settings)
        other = House(places=self.places, settings=settings, clock=self.clock, kept=self.kept)
        if "_tables" in self.__dict__:
            other.__dict__["_tables"] = self._tables
        return other

    def close(self) -> None:
        """Take the tables of the moment away."""
        if "_tables" in self.__dict__:
            self._tables.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _login_of_system() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
