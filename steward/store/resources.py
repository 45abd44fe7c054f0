"""The one loader of what the program edits without a programmer: policy, metadata profile, bureaus, theme, samples.

Works in a checkout (`resources/`), in an installed wheel (`steward/_resources`) and in the frozen program.
"""

import sys
from pathlib import Path, PurePosixPath

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say

PACKAGE = Path(__file__).resolve().parents[1]


class ResourceMissing(Trouble):
    """A file that belongs to the program is not there or cannot be read."""


def resource_path(name: str) -> Path:
    """Return where a resource lies; `name` is relative, as "policy/tiers.json". Raises: ResourceMissing."""
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise _missing(name)
    for root in _roots():
        found = root.joinpath(*relative.parts)
        if found.exists():
            return found
    raise _missing(name)


def resource_bytes(name: str) -> bytes:
    """Return the bytes of a resource. Raises: ResourceMissing."""
    try:
        return resource_path(name).read_bytes()
    except OSError:
        raise _missing(name) from None


def resource_text(name: str) -> str:
    """Return the text of a resource, line ends as LF. Raises: ResourceMissing."""
    try:
        return resource_bytes(name).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise _missing(name) from None


def resource_names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in a folder of resources, sorted. Raises: ResourceMissing."""
    try:
        return tuple(sorted(found.name for found in resource_path(folder).iterdir() if found.is_file()))
    except OSError:
        raise _missing(folder) from None


def _roots() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return (Path(frozen) / "resources",)
    return (PACKAGE / "_resources", PACKAGE.parent / "resources")


def _missing(name: str) -> ResourceMissing:
    return ResourceMissing(words(say("A part of Steward is missing."), say("File {name}.", name=name),
                                 say("Install Steward again. If that does not help, tell the person who looks after it.")))
