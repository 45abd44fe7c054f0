"""The public part of a verified bag, told by the bag's own manifests."""

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from steward.disk.disk import Disk
from steward.vocabulary.errors import VerificationFailed, words
from steward.vocabulary.message import say

PUBLIC = "data/public/"
MANIFEST, TAGMANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"


def public_files(bag: Path, tagmanifest: str, disk: Disk) -> Mapping[str, str]:
    """Return the names of the public files, relative to the public part, and their SHA-256.

    Raises: VerificationFailed where the bag is not the one with this tagmanifest.
    """
    tags = disk.read(bag / TAGMANIFEST)
    manifest = disk.read(bag / MANIFEST)
    if _sha256(tags) != tagmanifest or _lines(tags).get(MANIFEST) != _sha256(manifest):
        raise differs()
    files = {name.removeprefix(PUBLIC): digest for name, digest in _lines(manifest).items() if name.startswith(PUBLIC)}
    if not files or any(not _is_inside(name) for name in files):
        raise differs()
    return files


def differs() -> VerificationFailed:
    """Return what is said where files are not those that were approved."""
    return VerificationFailed(words(say("The files are not those that were approved."), say("The files of this revision."),
                                    say("Nothing new was published. Look at the submission again, and ask the bureau to "
                                        "send it again.")))


def _lines(manifest: bytes) -> Mapping[str, str]:
    """Return name to digest. Source: RFC 8493, section 2.1.3; in names CR, LF and % are percent-encoded."""
    pairs = (line.split(maxsplit=1) for line in manifest.decode("utf-8", "replace").splitlines())
    return {_decoded(pair[1]): pair[0].lower() for pair in pairs if len(pair) == 2}  # noqa: PLR2004  # digest and name


def _decoded(name: str) -> str:
    return name.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
