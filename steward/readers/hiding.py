"""How the search for hidden content hands over what it found: kinds, places and counts as JSON, never the text there."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from steward.readers.recognition import COMPOUND, ZIP
from steward.vocabulary.hidden import HiddenThing, UnseenCells
from steward.vocabulary.message import from_json, say, to_json
from steward.vocabulary.tier import Tier


def is_office_file(path: Path) -> bool:
    """Return whether the file is a zip or an old Office file, the only ones that hold things out of sight."""
    try:
        with path.open("rb") as stream:
            return stream.read(8).startswith((ZIP, COMPOUND))
    except OSError:
        return False


def could_not_look() -> HiddenThing:
    """Return the thing that says that not everything was looked through."""
    return HiddenThing(kind="not_looked_at", where=say("Some parts of the file."), count=1, tier=Tier.WARN)


def to_plain(things: Iterable[HiddenThing]) -> list[dict[str, Any]]:
    """Return the things as plain JSON values."""
    return [{"kind": thing.kind, "where": to_json(thing.where), "count": thing.count, "tier": str(thing.tier),
             "found": [list(pair) for pair in thing.found], "sheet": thing.sheet,
             "cells": [[one.column, list(one.rows), one.count] for one in thing.cells]} for thing in things]


def things_from(values: Iterable[Mapping[str, Any]]) -> tuple[HiddenThing, ...]:
    """Return the things that stood in JSON."""
    return tuple(HiddenThing(kind=one["kind"], where=from_json(one["where"]), count=one["count"], tier=Tier(one["tier"]),
                             found=tuple((kind, count) for kind, count in one["found"]), sheet=one["sheet"],
                             cells=tuple(UnseenCells(column=column, rows=tuple(rows), count=count)
                                         for column, rows, count in one["cells"])) for one in values)
