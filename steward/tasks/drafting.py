"""Keeps drafts: each change is saved at once, and a draft resumes where it was left."""

from dataclasses import replace

from steward.disk.lock import FileLock as Held
from steward.store import drafts as shelf
from steward.store import typing
from steward.store.typing import Typed
from steward.tasks.house import House
from steward.vocabulary.errors import Trouble
from steward.vocabulary.message import Message
from steward.workflow.draft import Draft, Source

__all__ = ["Held", "Typed", "drafts", "forget_typed", "hold", "jot", "load", "new_draft", "remove", "save", "with_typed"]


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


def hold(house: House, draft: Draft) -> Held | None:
    """Return what keeps the drafts of a dataset to this window until it is freed. Raises: DraftOpenElsewhere.

    None where the folder cannot be written to: then saving says so, and what was decided can at least be looked at.
    """
    try:
        return shelf.lock(house.places, draft.part_of or draft.id)
    except Trouble:
        return None


def remove(house: House, draft_id: str) -> None:
    """Throw one draft away, with the drafts of its further tables; the original file is not touched.

    Raises: DraftOpenElsewhere, Trouble.
    """
    shelf.lock(house.places, draft_id).free()   # at once: where folders with an open file stay, it would keep itself there
    for draft in drafts(house)[0]:
        if draft.part_of == draft_id:
            shelf.remove(house.places, draft.id)
    shelf.remove(house.places, draft_id)


def jot(house: House, draft: Draft, typed: Typed) -> None:
    """Put beside a draft what is being typed; for every letter, since it does not wait for the disk."""
    typing.jot(house.places, draft.id, typed)


def forget_typed(house: House, draft: Draft) -> None:
    """Say that what was typed stands in the draft now."""
    typing.forget(house.places, draft.id)


def with_typed(house: House, draft: Draft) -> Draft:
    """Return a draft with what was typed into it just before the program ended, and saved. Raises: Trouble."""
    typed = typing.jotted(house.places, draft.id)
    if typed == Typed():
        return draft
    for element, value in typed.record.items():
        draft = draft.with_answer(element, value)
    saved = save(house, draft.with_guided(typed.guided) if typed.guided else draft)
    typing.forget(house.places, draft.id)
    return saved
