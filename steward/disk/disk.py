"""One place on disk and the few things Steward does there."""

import hashlib
import os
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from steward.disk.trouble import AccessMissing, DiskTrouble, FolderLost, plainly
from steward.vocabulary.message import Message

BLOCK_BYTES = 1 << 20
PAUSES_SECONDS = (0.01, 0.03, 0.1, 0.3, 0.6, 1.5)  # Windows' scanners and indexers hold a new file for moments: 2.5 seconds
LEFT_SECONDS = 24 * 3600.0                         # nobody writes one file for so long
PART = ".part-"                                    # names of files that are still being written hold this


class Entry(NamedTuple):
    """A file as a listing shows it."""

    name: str
    size_bytes: int
    modified_ns: int


class Disk:
    """Reads and writes whole files; `place` names in plain words where, for what a person is told.

    Every OSError leaves as a Trouble. A write is whole or not there: a temporary name beside the target, flushed to the disk,
    then put in its place. `sleep` waits between tries, so that tests need not.
    """

    def __init__(self, place: Message, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """Stand for one place."""
        self.place = place
        self._sleep = sleep

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        with plainly(self.place):
            return path.read_bytes()

    def read_if_there(self, path: Path) -> bytes | None:
        """Return a file's bytes, or None where there is no such file."""
        with plainly(self.place):
            try:
                return path.read_bytes()
            except FileNotFoundError:
                return None

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the names in a folder, sorted, without files that are still being written; () where there is no folder."""
        with plainly(self.place):
            try:
                return tuple(sorted(found.name for found in folder.iterdir() if PART not in found.name))
            except FileNotFoundError:
                return ()

    def entries(self, folder: Path) -> tuple[Entry, ...]:
        """Return the files of a folder with what its listing says of them, sorted; () where there is no folder."""
        with plainly(self.place):
            try:
                with os.scandir(folder) as found:
                    return tuple(sorted(_entry_of(each) for each in found if each.is_file() and PART not in each.name))
            except FileNotFoundError:
                return ()

    def is_folder(self, folder: Path) -> bool:
        """Return whether there is such a folder."""
        with plainly(self.place):
            return folder.is_dir()

    def make_folder(self, folder: Path, *, private: bool = False) -> None:
        """Make a folder and those above it; `private`: nobody else on this computer may look in."""
        with plainly(self.place):
            folder.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)

    def make_new_folder(self, folder: Path) -> bool:
        """Make a folder; return False where the name is taken. Of several that try at once exactly one gets True."""
        with plainly(self.place):
            try:
                self._mkdir(folder)
            except FileExistsError:
                return False
            return True

    def write(self, path: Path, content: bytes) -> None:
        """Put a whole file in place of what was there, or leave what was there."""
        part = _part_of(path)
        with plainly(self.place), self._swept(part):
            with self._create(part) as stream:
                self._fill(stream, content)
            self._put(part, path)

    def write_new(self, path: Path, content: bytes) -> bool:
        """Create a file that nobody has yet; return False where the name is taken.

        Of several that try at once exactly one gets True. The name is there before the content is: readers must be able to
        tell a half-written file. After trouble the file may be there, half-written or whole.
        """
        with plainly(self.place):
            try:
                stream = self._create(path)
            except FileExistsError:
                return False
            with stream:
                self._fill(stream, content)
            self._settle(path.parent)
            return True

    def copy(self, source: Path, target: Path) -> str:
        """Copy a file in place of what was there and return the SHA-256 of what was copied."""
        part = _part_of(target)
        digest = hashlib.sha256()
        with plainly(self.place), self._swept(part):
            with source.open("rb") as reading, self._create(part) as writing:
                for block in _blocks(reading):
                    digest.update(block)
                    self._write(writing, block)
                self._flush(writing)
            self._put(part, target)
        return digest.hexdigest()

    def sha256(self, path: Path) -> str:
        """Return the SHA-256 of a file, read again from the disk."""
        digest = hashlib.sha256()
        with plainly(self.place), path.open("rb") as stream:
            for block in _blocks(stream):
                digest.update(block)
        return digest.hexdigest()

    def move(self, source: Path, target: Path) -> None:
        """Give a file another name, in place of what had it."""
        with plainly(self.place):
            self._put(source, target)

    def remove(self, path: Path) -> None:
        """Take a file away; nothing happens where there is none."""
        with plainly(self.place):
            path.unlink(missing_ok=True)

    def remove_folder(self, folder: Path) -> None:
        """Take a folder away with all that is in it; nothing happens where there is none."""
        with plainly(self.place), suppress(FileNotFoundError):
            shutil.rmtree(folder)

    def sweep(self, folder: Path) -> None:
        """Take away what a power cut left half-written in a folder, a day after; whatever stands in the way of that."""
        with suppress(OSError):
            for found in [each for each in folder.iterdir() if PART in each.name]:
                if time.time() - found.stat().st_mtime > LEFT_SECONDS:
                    found.unlink(missing_ok=True)

    def modified_seconds(self, path: Path) -> float:
        """Return when a file was last written, by the clock of the disk it lies on."""
        with plainly(self.place):
            return path.stat().st_mtime

    def size_bytes(self, path: Path) -> int:
        """Return how long a file is."""
        with plainly(self.place):
            return path.stat().st_size

    def now_seconds(self, folder: Path) -> float | None:
        """Return the time by the clock of the disk that holds `folder`, or None where one may not write there."""
        probe = _part_of(folder / "now")
        try:
            self.write_new(probe, b"")
            return self.modified_seconds(probe)
        except (AccessMissing, DiskTrouble, FolderLost):
            return None
        finally:
            with suppress(OSError):
                probe.unlink(missing_ok=True)

    # What follows touches the disk, one step each: tests stop the work at any of them.

    def _mkdir(self, folder: Path) -> None:
        folder.mkdir()

    def _create(self, path: Path) -> BinaryIO:
        return path.open("xb", buffering=0)

    def _write(self, stream: BinaryIO, block: bytes) -> None:
        view = memoryview(block)
        while view:
            view = view[stream.write(view):]

    def _flush(self, stream: BinaryIO) -> None:
        stream.flush()
        os.fsync(stream.fileno())

    def _replace(self, part: Path, path: Path) -> None:
        part.replace(path)

    def _fill(self, stream: BinaryIO, content: bytes) -> None:
        self._write(stream, content)
        self._flush(stream)

    def _put(self, part: Path, path: Path) -> None:
        for pause in PAUSES_SECONDS:
            try:
                return self._finish(part, path)
            except PermissionError:
                self._sleep(pause)
        return self._finish(part, path)

    def _finish(self, part: Path, path: Path) -> None:
        self._replace(part, path)
        self._settle(path.parent)

    def _settle(self, folder: Path) -> None:
        """Have the folder's own list of names written too, where the system lets one ask for it."""
        with suppress(OSError, AttributeError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def _swept(self, part: Path) -> "_Sweeping":
        return _Sweeping(part)


class _Sweeping:
    """Takes the temporary file away when the work on it did not come to its end."""

    def __init__(self, part: Path) -> None:
        self._part = part

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None:
            with suppress(OSError):
                self._part.unlink(missing_ok=True)


def _entry_of(found: os.DirEntry[str]) -> Entry:
    stat = found.stat()
    return Entry(found.name, stat.st_size, stat.st_mtime_ns)


def _part_of(path: Path) -> Path:
    return path.with_name(f"{path.name[:24]}{PART}{uuid.uuid4().hex[:12]}")


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    while block := stream.read(BLOCK_BYTES):
        yield block
