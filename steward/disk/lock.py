"""A lock that the system frees when its owner ends, however it ends."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Holds a file for one owner on this computer: a process, or one of two windows in it. Not for shares."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is taken yet."""
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Return True once the file is ours, False where a living owner has it."""
        while self._handle is None:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(handle)
            except OSError:
                os.close(handle)
                return False
            if self._is_still_named(handle):
                self._handle = handle
            else:                     # its last owner took the file away while we were taking it
                os.close(handle)
        return True

    def free(self) -> None:
        """Give the file back; nothing happens where it is not ours."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _is_still_named(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.free()
