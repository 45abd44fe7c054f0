"""The program's lists of sensitive incidents and places, and what they found in a table.

The lists are files that the city edits (`resources/policy/sensitive_incidents.json`, `sensitive_places.json`).
"""

import json
from dataclasses import dataclass

from steward.privacy.policy import unreadable

INCIDENT, PLACE = "sensitive-incident", "sensitive-place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Phrases of one sort, with where the rule comes from."""

    name: str
    words: tuple[str, ...]
    never: tuple[str, ...] = ()
    short: tuple[str, ...] = ()      # short forms, which mean it in a column of kinds of incidents alone
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveList:
    """One list of the program: of incidents or of places."""

    kind: str
    groups: tuple[Group, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the phrases of all groups."""
        return tuple(word for group in self.groups for word in group.words)

    @property
    def short(self) -> tuple[str, ...]:
        """Return the short forms of all groups."""
        return tuple(word for group in self.groups for word in group.short)

    @property
    def never(self) -> tuple[str, ...]:
        """Return the phrases that look like them and mean something else."""
        return tuple(word for group in self.groups for word in group.never)

    @classmethod
    def parse(cls, kind: str, text: str, name: str) -> "SensitiveList":
        """Return the list that a JSON text holds. Raises: PolicyUnreadable if it is not of the form."""
        try:
            return cls(kind=kind, groups=tuple(_group(entry) for entry in json.loads(text)["groups"]))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            raise unreadable(name) from problem


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveRows:
    """What was found in one column: how its rows are told, and which columns tell where they were."""

    kind: str
    column: str
    words: tuple[str, ...]
    never: tuple[str, ...]
    places: tuple[str, ...]


def _group(entry: dict[str, object]) -> Group:
    words, never, short = entry["words"], entry.get("never", []), entry.get("short", [])
    if not isinstance(words, list) or not isinstance(never, list) or not isinstance(short, list):
        raise TypeError
    return Group(name=str(entry["name"]), words=tuple(str(word).lower() for word in words),
                 never=tuple(str(word).lower() for word in never), short=tuple(str(word).lower() for word in short),
                 source=str(entry["source"]))
