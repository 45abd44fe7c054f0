"""One event as a file: JSON, and a closing line with the hash of what stands before it.

A file that breaks off before the end of its closing line is half-written; one that goes on otherwise was changed afterwards.
"""

import hashlib
import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.vocabulary.people import Actor, Role
from steward.workflow.submission import Event, EventType

FORMAT = 1
LARGEST_BYTES = 64_000
MARK = b"\n# sha256 "  # can stand nowhere in the JSON before it: lines there begin with blanks or braces


class EventTooLong(Refused):
    """A reason or list that does not fit into one event."""


class _NotAnEvent(Exception):
    """A file with a fitting closing line that holds no event as this Steward knows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A numbered place in a submission's history and what lies there."""

    number: int
    event: Event | None = None    # None: half-written, changed, or of a newer Steward
    prev: str = ""
    void: tuple[int, ...] = ()
    head: str = ""                # SHA-256 of the whole file
    is_closed: bool = False       # whether its writer came to the end
    is_newer: bool = False        # whether a newer Steward wrote it


def written(event: Event, *, number: int, prev: str, void: tuple[int, ...]) -> bytes:
    """Return the bytes of an event's file. Raises: EventTooLong."""
    actor = event.actor
    document = {
        "format": FORMAT, "seq": number, "prev": prev, "void": list(void), "id": event.id, "at": event.at,
        "actor": {"login": actor.login, "name": actor.name, "role": str(actor.role)}, "type": str(event.type),
        "practice": event.practice, "revision": event.revision, "tagmanifest": event.tagmanifest, "text": event.text,
        "details": dict(event.details), "app": event.app}
    body = json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True).encode("utf-8")
    if len(body) > LARGEST_BYTES:
        raise EventTooLong(words(say("This text is too long to be kept in one piece."),
                                 next_step=say("Shorten it, and send it again.")))
    return body + _closing(body)


def read_slot(number: int, raw: bytes) -> Slot:
    """Return what lies in a file, whatever it is."""
    if _breaks_off(raw):
        return Slot(number=number)
    head = hashlib.sha256(raw).hexdigest()
    body = raw.partition(MARK)[0]
    if raw != body + _closing(body):
        return Slot(number=number, is_closed=True, head=head)
    try:
        return _slot_of(json.loads(body), number, head)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, _NotAnEvent):
        return Slot(number=number, is_closed=True, head=head)


def _closing(body: bytes) -> bytes:
    return MARK + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n"


def _breaks_off(raw: bytes) -> bool:
    """Return whether a file may be the beginning of an event, as a writer that was stopped leaves it."""
    body, mark, _rest = raw.partition(MARK)
    if mark:
        whole = body + _closing(body)
        return raw != whole and whole.startswith(raw)
    try:
        _document, end = json.JSONDecoder().raw_decode(raw.decode("latin-1"))  # a letter for a byte: only the end is asked
    except (ValueError, RecursionError):
        return True
    return MARK.startswith(raw[end:])


def _slot_of(document: dict[str, Any], number: int, head: str) -> Slot:
    prev, void = str(document["prev"]), tuple(int(each) for each in document["void"])
    if document["seq"] != number:
        raise _NotAnEvent
    if document["format"] > FORMAT or document["type"] not in set(EventType):
        return Slot(number=number, prev=prev, void=void, head=head, is_closed=True, is_newer=True)
    return Slot(number=number, event=_event_of(document), prev=prev, void=void, head=head, is_closed=True)


def _event_of(document: dict[str, Any]) -> Event:
    actor = document["actor"]
    return Event(
        type=EventType(document["type"]), id=str(document["id"]), at=str(document["at"]),
        actor=Actor(login=str(actor["login"]), name=str(actor["name"]), role=Role(actor["role"])),
        practice=document["practice"] is True, revision=int(document["revision"]), tagmanifest=str(document["tagmanifest"]),
        text=str(document["text"]), details=MappingProxyType(dict(document["details"])), app=str(document["app"]))
