"""Drafts on this computer: one folder each, saved whole at every change, the state before kept beside it."""

import json
import secrets
from pathlib import Path

from steward.disk.disk import Disk
from steward.disk.lock import FileLock
from steward.disk.trouble import plainly
from steward.manifest.documents import draft_from_json, draft_to_json
from steward.metadata.strict_json import DocumentBroken
from steward.store.places import Places
from steward.vocabulary.errors import Refused, StewardError, Trouble, words
from steward.vocabulary.message import Message, say
from steward.workflow.draft import Draft

PLACE = say("The folder of your drafts on this computer.")
CURRENT, PREVIOUS, LOCK = "draft.json", "draft.previous.json", "open.lock"
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
ID_LENGTH = 12


class DraftMissing(Trouble):
    """There is no such draft, or none of its files can be read."""


class DraftOpenElsewhere(Refused):
    """Another window has the draft open."""


class _Damaged(Exception):  # a fact about a file, kept within this module
    """A file that holds no draft."""


def new_id() -> str:
    """Return the id of a new draft."""
    return "".join(secrets.choice(LETTERS) for _ in range(ID_LENGTH))


def save(places: Places, draft: Draft, disk: Disk | None = None) -> None:
    """Put the draft in place of its state before, which is kept too. Raises: Trouble; what was saved stays as it was."""
    disk = disk or Disk(PLACE)
    folder = _folder(places, draft.id)
    disk.make_folder(folder, private=True)
    content = json.dumps(draft_to_json(draft), indent=1, ensure_ascii=False).encode("utf-8")
    before = disk.read_if_there(folder / CURRENT)
    if before is not None and before != content and _is_whole(before):
        disk.write(folder / PREVIOUS, before)
    disk.write(folder / CURRENT, content)


def load(places: Places, draft_id: str, disk: Disk | None = None) -> Draft:
    """Return one draft; where its file is damaged, the state before. Raises: DraftMissing, Refused (a newer Steward's)."""
    draft, _note = _load(places, draft_id, disk or Disk(PLACE))
    return draft


def load_all(places: Places, disk: Disk | None = None) -> tuple[tuple[Draft, ...], tuple[Message, ...]]:
    """Return all drafts, and one sentence for each that was damaged, set aside or cannot be read. Raises: Trouble."""
    disk = disk or Disk(PLACE)
    found: list[Draft] = []
    notes: list[Message] = []
    for name in disk.names(places.drafts):
        if not _is_begun(places.drafts / name, disk):
            continue
        try:
            draft, note = _load(places, name, disk)
        except StewardError as trouble:
            notes.append(say("Draft {name} could not be opened. {why}", name=name, why=trouble.words.what))
            continue
        found.append(draft)
        notes.extend([note] if note.text else [])
    return tuple(found), tuple(notes)


def remove(places: Places, draft_id: str, disk: Disk | None = None) -> None:
    """Take a draft away; nothing happens where there is none. Raises: Trouble."""
    (disk or Disk(PLACE)).remove_folder(_folder(places, draft_id))


def lock(places: Places, draft_id: str, disk: Disk | None = None) -> FileLock:
    """Return the draft's lock, taken: until it is freed or this program ends no other window can take it.

    Raises: DraftOpenElsewhere.
    """
    folder = _folder(places, draft_id)
    (disk or Disk(PLACE)).make_folder(folder, private=True)
    held = FileLock(folder / LOCK)
    with plainly(PLACE):
        is_taken = held.take()
    if not is_taken:
        raise DraftOpenElsewhere(words(say("This draft is open in another window."), PLACE,
                                       say("Go on in that window, or close it first.")))
    return held


def _load(places: Places, draft_id: str, disk: Disk) -> tuple[Draft, Message]:
    folder = _folder(places, draft_id)
    current = disk.read_if_there(folder / CURRENT)
    try:
        if current is not None:
            return _draft_of(current), Message("")
    except _Damaged:
        return _recover(folder, disk)
    return _from_previous(folder, disk), Message("")


def _recover(folder: Path, disk: Disk) -> tuple[Draft, Message]:
    aside = _free_name(folder, disk)
    disk.move(folder / CURRENT, folder / aside)
    draft = _from_previous(folder, disk)
    disk.write(folder / CURRENT, disk.read(folder / PREVIOUS))
    return draft, say("A draft was damaged and is back as it was one change before. The damaged file is kept as {name}.",
                      name=aside)


def _from_previous(folder: Path, disk: Disk) -> Draft:
    raw = disk.read_if_there(folder / PREVIOUS)
    try:
        if raw is not None:
            return _draft_of(raw)
    except _Damaged:
        pass
    raise DraftMissing(words(say("There is no draft in this folder that can be read."), PLACE,
                             say("Open the file again to begin anew; nothing in the folder was thrown away.")))


def _draft_of(raw: bytes) -> Draft:
    try:
        found = json.loads(raw.decode("utf-8"))
        if not isinstance(found, dict):
            raise _Damaged
        return draft_from_json(found)
    except (ValueError, RecursionError, DocumentBroken):
        raise _Damaged from None


def _is_begun(folder: Path, disk: Disk) -> bool:
    """Return whether a folder holds any state of a draft, whole or damaged; a lock alone, or nothing, is no draft."""
    disk.sweep(folder)
    return disk.is_folder(folder) and any(name.endswith(".json") for name in disk.names(folder))


def _is_whole(raw: bytes) -> bool:
    try:
        return isinstance(json.loads(raw.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False


def _free_name(folder: Path, disk: Disk) -> str:
    taken = set(disk.names(folder))
    number = 1
    while f"draft.set-aside-{number}.json" in taken:
        number += 1
    return f"draft.set-aside-{number}.json"


def _folder(places: Places, draft_id: str) -> Path:
    if not draft_id or not draft_id.replace("-", "").isalnum() or not draft_id.isascii():
        raise DraftMissing(words(say("There is no draft of this name."), PLACE, say("Choose one from the list of drafts.")))
    return places.drafts / draft_id
