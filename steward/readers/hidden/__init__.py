"""Looks into the places where a workbook holds things out of sight, one file per place, each ending in `HIDDEN`."""

import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from steward.discovery import discover
from steward.vocabulary.hidden import HiddenThing

PART_BYTES = 1 << 20      # of a part, as much as is looked at
_PARTS = ("xl/workbook.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parts of a workbook that tell what it holds out of sight."""

    names: tuple[str, ...]         # of all parts
    parts: Mapping[str, str]       # text of the few that are looked at


class Hidden(Protocol):
    """One place where a workbook holds things out of sight."""

    kind: str

    def look(self, package: Package) -> Iterable[HiddenThing]:
        """Give what is there."""
        ...


def look(path: Path) -> tuple[HiddenThing, ...]:
    """Return what the file holds out of sight; nothing for files that are no zipped workbook or cannot be read any more."""
    package = _package(path)
    if package is None:
        return ()
    return tuple(thing for place in discover("steward.readers.hidden", "HIDDEN") for thing in place.look(package))


def _package(path: Path) -> Package | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = tuple(archive.namelist())
            parts = {name: _text(archive, name) for name in _PARTS if name in names}
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        return None
    return Package(names=names, parts=parts) if "xl/workbook.xml" in names else None


def _text(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as part:
        return part.read(PART_BYTES).decode("utf-8", "replace")
