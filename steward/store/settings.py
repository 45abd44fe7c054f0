"""What this workstation was told once: who works here, for which bureau, and where the program's queue and portal are."""

import json
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from steward.disk.disk import Disk
from steward.store.places import Places
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor, Role

FORMAT = 1
PLACE = say("The folder of Steward's settings on this computer.")
SMALLEST_GROUP = 11  # Source: CMS cell size suppression policy, no cell of 1 to 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One workstation's settings. `others` keeps what a newer Steward wrote, so that saving here loses nothing."""

    login: str = ""
    name: str = ""
    roles: tuple[Role, ...] = (Role.STEWARD,)
    bureau: str = ""                 # id in resources/bureaus.csv
    program: str = ""                # the program's name as people know it
    queue_folder: str = ""           # empty: practice
    portal_folder: str = ""
    identifier_base: str = ""        # what the identifiers of the program's datasets begin with
    small_group: int = SMALLEST_GROUP
    license: str = ""                # id in resources/metadata/licenses.json
    contact_name: str = ""
    contact_email: str = ""
    data_steward: str = ""
    system_owner: str = ""
    language: str = "en"             # of the screen
    theme: str = "system"            # of the screen: system, light or dark
    onboarding_seen: bool = False
    others: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_practice(self) -> bool:
        """Return whether no program's queue is set."""
        return not self.queue_folder.strip()

    def actor(self, role: Role) -> Actor:
        """Return this person acting in one role."""
        return Actor(login=self.login, name=self.name or self.login, role=role)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """The settings, and what the person should know of how they were read (empty: nothing)."""

    settings: Settings
    note: Message = Message("")


def load_settings(places: Places, disk: Disk | None = None) -> LoadedSettings:
    """Return the saved settings; a broken file is set aside, kept, and the defaults are used.

    Raises: Trouble if the file is there and this computer does not let it be read.
    """
    disk = disk or Disk(PLACE)
    raw = disk.read_if_there(places.settings)
    if raw is None:
        return LoadedSettings(settings=Settings())
    settings = settings_from_json(_parsed(raw))
    if settings is not None:
        return LoadedSettings(settings=settings)
    disk.move(places.settings, places.settings.with_name("settings.set-aside.json"))
    return LoadedSettings(settings=Settings(), note=say(
        "The settings could not be read, so the first ones are back. The old file is kept under the name {name}.",
        name="settings.set-aside.json"))


def save_settings(places: Places, settings: Settings, disk: Disk | None = None) -> None:
    """Put the settings in place of the old ones. Raises: Trouble; the old ones stay."""
    disk = disk or Disk(PLACE)
    disk.make_folder(places.data, private=True)
    text = json.dumps(settings_to_json(settings), indent=1, ensure_ascii=False, sort_keys=True)
    disk.write(places.settings, text.encode("utf-8"))


def settings_to_json(settings: Settings) -> dict[str, Any]:
    """Return the settings as plain JSON values."""
    known = {name: getattr(settings, name) for name in NAMES}
    return {**settings.others, **known, "roles": [str(role) for role in settings.roles], "format": FORMAT}


def settings_from_json(found: object) -> Settings | None:
    """Return the settings that `settings_to_json` wrote, or None where they are of another form.

    A single setting of the wrong type gets its default: one slip of an editor must not throw out the rest.
    """
    if not isinstance(found, dict) or not isinstance(found.get("format"), int):
        return None
    default = Settings()
    known = {name: found[name] for name in NAMES if name != "roles" and type(found.get(name)) is type(getattr(default, name))}
    others = {name: value for name, value in found.items() if name not in NAMES and name != "format"}
    settings = replace(default, roles=_roles(found.get("roles")) or default.roles, others=MappingProxyType(others), **known)
    return settings if settings.small_group >= 2 else replace(settings, small_group=SMALLEST_GROUP)  # noqa: PLR2004  # a group


NAMES = tuple(each.name for each in fields(Settings) if each.name != "others")


def _roles(found: object) -> tuple[Role, ...]:
    words = found if isinstance(found, list) else []
    return tuple(Role(word) for word in words if word in set(Role))


def _parsed(raw: bytes) -> object:
    try:
        found: object = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return found
