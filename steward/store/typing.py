"""What is being typed into a draft, letter by letter, for the moment before the draft itself is saved.

Context: saving a draft waits for the disk, too long for every letter. Decision: what is typed is put beside the draft without
waiting, which outlives the end of the program though not of the computer, and is taken up when the draft is resumed.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, Value
from steward.store.places import Places

TYPING = "typing.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Answers that are on screen and not yet in the draft."""

    record: Mapping[str, Value] = field(default_factory=dict)   # by element
    guided: Mapping[str, str] = field(default_factory=dict)     # by question of the description's guide; empty: none typed


def jot(places: Places, draft_id: str, typed: Typed) -> None:
    """Put beside a draft what is being typed. A disk that refuses is passed over: the save that follows says so."""
    target = _path(places, draft_id)
    document = {"format": FORMAT, "record": typed.record, "guided": typed.guided}
    with suppress(OSError):
        part = target.with_name(f"{TYPING}.part")
        part.write_bytes(json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))
        part.replace(target)


def jotted(places: Places, draft_id: str) -> Typed:
    """Return what was typed last and not saved; nothing where there is none, or where it cannot be read."""
    try:
        found = json.loads(_path(places, draft_id).read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Typed()
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        return Typed()
    record, guided = found.get("record"), found.get("guided")
    return Typed(record={name: value for name, text in _pairs(record) if (value := _value(name, text)) is not None},
                 guided={name: text for name, text in _pairs(guided) if isinstance(text, str)})


def forget(places: Places, draft_id: str) -> None:
    """Take away what was typed: it stands in the draft now."""
    with suppress(OSError):
        _path(places, draft_id).unlink(missing_ok=True)


def _path(places: Places, draft_id: str) -> Path:
    return places.drafts / draft_id / TYPING


def _pairs(found: object) -> list[tuple[str, object]]:
    return list(found.items()) if isinstance(found, dict) else []


def _value(name: str, found: object) -> Value | None:
    if name in LIST_ELEMENTS:
        is_list = isinstance(found, list) and all(isinstance(text, str) for text in found)
        return tuple(found) if is_list else None  # type: ignore[arg-type]  # a list of texts, as was just seen
    return found if name in ELEMENT_IDS and isinstance(found, str) else None
