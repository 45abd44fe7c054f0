"""Keeps drafts: each change is saved at once, and a draft resumes where it was left."""

from dataclasses import replace

from steward.store import drafts as shelf
from steward.tasks.house import House
from steward.vocabulary.message import Message
from steward.workflow.draft import Draft, Source


def new_draft(house: House, source: Source, *, updates: str = "") -> Draft:
    """Return a draft that has just begun; it is not saved yet."""
    now = house.clock.now()
    return Draft(id=shelf.new_id(), source=source, practice=house.is_practice, started=now, changed=now, updates=updates,
                 title=source.name)


def save(house: House, draft: Draft) -> Draft:
    """Return the draft as saved, with the moment of the change. Raises: Trouble if the disk refuses; what was saved stays."""
    stamped = replace(draft, changed=house.clock.now())
    shelf.save(house.places, stamped)
    return stamped


def drafts(house: House) -> tuple[tuple[Draft, ...], tuple[Message, ...]]:
    """Return all drafts, the last changed first, and a sentence for each that could not be read and was set aside."""
    found, notes = shelf.load_all(house.places)
    return tuple(sorted(found, key=lambda draft: draft.changed, reverse=True)), notes


def load(house: House, draft_id: str) -> Draft:
    """Return one draft. Raises: Trouble if it is not there."""
    return shelf.load(house.places, draft_id)


def remove(house: House, draft_id: str) -> None:
    """Throw one draft away; the original file is not touched."""
    shelf.remove(house.places, draft_id)
