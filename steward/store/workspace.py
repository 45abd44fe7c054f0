"""The private folder of one running Steward for tables of the moment; it goes when the program ends, or at the next start."""

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Self

from steward.disk.disk import Disk
from steward.disk.lock import FileLock
from steward.disk.trouble import plainly
from steward.store.places import Places
from steward.vocabulary.errors import Trouble
from steward.vocabulary.message import say

PLACE = say("The folder for tables of the moment on this computer.")
LOCK = ".lock"  # beside the tables, held as long as their owner lives


class Workspace:
    """One folder for one running Steward. A folder whose owner has ended is swept away; a living one's is never touched."""

    def __init__(self, folder: Path, lock: FileLock, disk: Disk) -> None:
        """Keep the folder and its lock; `Workspace.open` makes both."""
        self.folder = folder
        self._lock = lock
        self._disk = disk

    @classmethod
    def open(cls, places: Places, disk: Disk | None = None) -> Self:
        """Return a new folder of one's own, and take away what ended programs left. Raises: Trouble."""
        disk = disk or Disk(PLACE)
        disk.make_folder(places.workspaces, private=True)
        sweep(places, disk)
        folder, lock = _claimed(places.workspaces)
        disk.make_folder(folder, private=True)
        return cls(folder, lock, disk)

    def close(self) -> None:
        """Take the folder away; what another program still holds open goes at the next start."""
        with suppress(Trouble):
            self._disk.remove_folder(self.folder)
            self._lock.free()
            self._disk.remove(self.folder.with_suffix(LOCK))
        self._lock.free()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _claimed(workspaces: Path) -> tuple[Path, FileLock]:
    """Return a name that nobody has, and its lock, taken: another Steward that sweeps may have been faster at the first."""
    with plainly(PLACE):
        while True:
            folder = workspaces / secrets.token_hex(8)
            lock = FileLock(folder.with_suffix(LOCK))
            if lock.take():
                return folder, lock


def sweep(places: Places, disk: Disk | None = None) -> None:
    """Take away the folders whose owners have ended."""
    disk = disk or Disk(PLACE)
    for name in {Path(name).stem for name in disk.names(places.workspaces)}:
        _sweep_one(places.workspaces / name, disk)


def _sweep_one(folder: Path, disk: Disk) -> None:
    lock = FileLock(folder.with_suffix(LOCK))
    with suppress(Trouble, OSError):
        if not lock.take():
            return
        try:
            disk.remove_folder(folder)
        finally:
            lock.free()
        disk.remove(folder.with_suffix(LOCK))  # Windows removes no file that is held
