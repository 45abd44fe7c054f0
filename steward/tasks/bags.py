"""Opens the files of a Data Manifest: to write a new one, to read a sealed one, to verify one to the last byte."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from steward.disk.trouble import plainly
from steward.manifest.bag import verify
from steward.manifest.read import Manifest, read_manifest
from steward.vocabulary.errors import InputUnreadable, words
from steward.vocabulary.message import say

PLACE = say("The folder of the Data Manifest.")


class NotAManifest(InputUnreadable):
    """A folder that holds no Data Manifest."""


def verify_bag(bag: Path) -> str:
    """Return the SHA-256 of a bag's tagmanifest once every byte was held against it.

    Raises: NotAManifest where there is no bag, VerificationFailed naming the first difference.
    """
    with plainly(PLACE):
        is_bag = (bag / "bagit.txt").is_file()
    if not is_bag:
        raise NotAManifest(words(say("This folder holds no Data Manifest."), say("Folder {name}.", name=bag.name),
                                 say("Name the folder that holds the file bagit.txt.")))
    with plainly(PLACE):
        return verify(lambda: _files(bag), _Open(bag, "rb"))


def read_bag(bag: Path) -> Manifest:
    """Return what a verified bag says. Raises: StewardError if its documents are not of the form."""
    with plainly(PLACE):
        return read_manifest(_Open(bag, "rb"))


def bag_opener(folder: Path) -> "_Open":
    """Return what opens new files of a bag for writing; a file that is there is never written over."""
    return _Open(folder, "xb")


@dataclass(frozen=True, slots=True)
class _Open:
    """Opens files of a bag by their path with forward slashes; a path that leads out of the bag is not there."""

    folder: Path
    mode: str

    def __call__(self, path: str) -> BinaryIO:
        parts = PurePosixPath(path).parts
        if ".." in parts or PurePosixPath(path).is_absolute():
            raise FileNotFoundError(path)
        file = self.folder.joinpath(*parts)
        if self.mode == "xb":
            file.parent.mkdir(parents=True, exist_ok=True)
        return file.open(self.mode)  # type: ignore[return-value]  # both modes are binary


def _files(bag: Path) -> Iterator[str]:
    return (found.relative_to(bag).as_posix() for found in sorted(bag.rglob("*")) if found.is_file())


