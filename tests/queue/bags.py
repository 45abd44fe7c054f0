"""Small sealed folders for tests of the queue, and events to go with them."""

import hashlib
from itertools import count
from pathlib import Path

from steward.vocabulary.errors import VerificationFailed, words
from steward.vocabulary.message import say
from steward.vocabulary.people import Actor, Role
from steward.workflow.submission import Event, EventType

RHEA = Actor(login="rhea", name="Rhea Dow", role=Role.STEWARD)
CARL = Actor(login="carl", name="Carl Moss", role=Role.COORDINATOR)
NORA = Actor(login="nora", name="Nora Finn", role=Role.COORDINATOR)
ID = "PBOT-7F3K2Q"
NUMBERS = count(1)


def bag(content: str = "a,b\n1,2\n"):
    """Return what writes a bag with one file; the same content gives the same bag."""
    def write(folder: Path) -> str:
        (folder / "counts.csv").write_text(content, encoding="utf-8")
        digest = hashlib.sha256(content.encode()).hexdigest()
        (folder / "tagmanifest").write_text(digest, encoding="utf-8")
        return hashlib.sha256(digest.encode()).hexdigest()
    return write


def verify(folder: Path) -> str:
    """Return the tagmanifest's hash as the real verifier does."""
    seal = (folder / "tagmanifest").read_text(encoding="utf-8")
    if hashlib.sha256((folder / "counts.csv").read_bytes()).hexdigest() != seal:
        raise VerificationFailed(words(say("Bytes differ.")))
    return hashlib.sha256(seal.encode()).hexdigest()


def event(kind: EventType, actor: Actor = CARL, *, known_as: str = "", text: str = "because", practice: bool = False,
          at: str = "2026-11-23T10:00:00+00:00", **more) -> Event:
    return Event(type=kind, actor=actor, at=at, id=known_as or f"e{next(NUMBERS)}", text=text, practice=practice, **more)


def sent(actor: Actor = RHEA, **more) -> Event:
    return event(EventType.SUBMITTED, actor, **{"details": {"title": "Bike counts", "bureau": "PBOT"}, **more})


def about(state, kind: EventType, actor: Actor = CARL, **more) -> Event:
    """Return an event about the newest revision."""
    return event(kind, actor, revision=state.revision, tagmanifest=state.tagmanifest, **more)
