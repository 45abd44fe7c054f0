"""Revisions of a submission: sealed bags in folders of their own, never changed. One exists once an event cites its hash."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from steward.disk.disk import Disk
from steward.disk.trouble import plainly
from steward.queue.port import WriteBag
from steward.vocabulary.errors import Trouble, VerificationFailed, words
from steward.vocabulary.message import say

LITTER = {".ds_store", "thumbs.db", "desktop.ini"}
Verify = Callable[[Path], str]  # returns the SHA-256 of a bag's tagmanifest once all of it was read again; VerificationFailed


def add_revision(home: Path, write_bag: WriteBag, verify: Verify, disk: Disk) -> tuple[int, str]:
    """Return the number and the tagmanifest's hash of a new revision, written and read again; a broken-off one goes."""
    number = _newest(home, disk) + 1
    while not disk.make_new_folder(revision_folder(home, number)):
        number += 1
    try:
        return number, _sealed(revision_folder(home, number), write_bag, verify, disk)
    except BaseException:
        drop_revision(home, number, disk)
        raise


def drop_revision(home: Path, number: int, disk: Disk) -> None:
    """Take a revision away that no event cites; what cannot be taken away stays and counts for nothing."""
    with suppress(Trouble):
        disk.remove_folder(revision_folder(home, number))


def verified(home: Path, number: int, tagmanifest: str, verify: Verify) -> Path:
    """Return a revision's folder once its bytes are those that were sent. Raises: VerificationFailed."""
    folder = revision_folder(home, number)
    if verify(folder) != tagmanifest:
        raise differs()
    return folder


def revision_folder(home: Path, number: int) -> Path:
    """Return where a revision lies."""
    return home / f"r{number:04d}"


def verify_bag(disk: Disk) -> Verify:
    """Return what verifies a bag on this disk; what systems drop into any folder one looks at is passed over."""
    def verify(folder: Path) -> str:
        from steward.manifest.bag import verify as verify_streams

        with plainly(disk.place):
            files = (path for path in folder.rglob("*") if path.is_file() and not _is_litter(path.name))
            names = sorted(path.relative_to(folder).as_posix() for path in files)
            return verify_streams(lambda: names, lambda name: (folder / name).open("rb"))
    return verify


def differs() -> VerificationFailed:
    """Return what is said where bytes are not those that were sent."""
    return VerificationFailed(words(say("What lies in the queue is not what was sent."), say("The files of this revision."),
                                    say("Do not publish it. Ask the bureau to send it again.")))


def _is_litter(name: str) -> bool:
    return name.casefold() in LITTER or name.startswith("._")


def _sealed(folder: Path, write_bag: WriteBag, verify: Verify, disk: Disk) -> str:
    with plainly(disk.place):
        sealed = write_bag(folder)
    if verify(folder) != sealed:
        raise differs()
    return sealed


def _newest(home: Path, disk: Disk) -> int:
    names = [name for name in disk.names(home) if name.startswith("r") and name[1:].isdecimal()]
    return max((int(name[1:]) for name in names), default=0)
