"""What a folder portal knows of its datasets: one small file per version, and one where a dataset was taken down."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from steward.disk.disk import Disk
from steward.vocabulary.errors import VerificationFailed, words
from steward.vocabulary.message import say

FORMAT = 1
WITHDRAWN = "withdrawn.json"
VERSION_FILE = re.compile(r"v([1-9][0-9]{0,5})\.json")
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])")  # names that Windows keeps for devices


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a dataset. `published` is empty until all its files were read back."""

    identifier: str
    version: int
    submission: str
    tagmanifest: str
    head: str
    practice: bool
    published: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Up to which version a dataset was taken down, when, and why."""

    version: int
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All that is known of one dataset; `folder` is its name in the portal."""

    folder: str
    versions: tuple[Version, ...]
    withdrawal: Withdrawal | None

    @property
    def newest(self) -> Version | None:
        """Return the newest version whose publication came to its end."""
        done = [version for version in self.versions if version.published]
        return done[-1] if done else None

    @property
    def shown(self) -> Version | None:
        """Return the version whose files the catalog shows; None where there is none or it was taken down."""
        newest = self.newest
        is_down = newest is not None and self.withdrawal is not None and newest.version <= self.withdrawal.version
        return None if is_down else newest

    def of(self, tagmanifest: str) -> Version | None:
        """Return the version made from a sealed bag, finished or not; the newest where there are several."""
        return next((version for version in reversed(self.versions) if version.tagmanifest == tagmanifest), None)

    @property
    def next_number(self) -> int:
        """Return the number of the version to come."""
        return self.versions[-1].version + 1 if self.versions else 1


def folder_name(identifier: str) -> str:
    """Return the name of a dataset's folder: its identifier; of one that cannot be a name, its end and a short hash."""
    if PLAIN_NAME.fullmatch(identifier) and not RESERVED.fullmatch(identifier):
        return identifier
    end = re.sub(r"[^A-Za-z0-9_-]+", "-", identifier.rstrip("/").rpartition("/")[2]).strip("-")[:28]
    return f"{end or 'dataset'}-{hashlib.sha256(identifier.encode('utf-8')).hexdigest()[:10]}"


def read_ledger(root: Path, folder: str, disk: Disk) -> Ledger:
    """Return what is known of a dataset; of one that was never there, nothing. Raises: VerificationFailed, Trouble."""
    found = (VERSION_FILE.fullmatch(name) for name in disk.names(root / folder))
    numbers = sorted(int(match.group(1)) for match in found if match)
    versions = tuple(_version(disk.read(version_file(root, folder, number)), folder) for number in numbers)
    raw = disk.read_if_there(root / folder / WITHDRAWN)
    return Ledger(folder=folder, versions=versions, withdrawal=None if raw is None else _withdrawal(raw, folder))


def read_ledgers(root: Path, disk: Disk) -> tuple[Ledger, ...]:
    """Return what is known of every dataset of the portal."""
    ledgers = (read_ledger(root, name, disk) for name in disk.names(root) if disk.is_folder(root / name))
    return tuple(ledger for ledger in ledgers if ledger.versions)


def write_version(root: Path, folder: str, version: Version, disk: Disk) -> None:
    """Write down one version, in place of what was known of it."""
    disk.write(version_file(root, folder, version.version), document({**asdict(version), "files": dict(version.files)}))


def write_withdrawal(root: Path, folder: str, withdrawal: Withdrawal, disk: Disk) -> None:
    """Write down that a dataset was taken down."""
    disk.write(root / folder / WITHDRAWN, document(asdict(withdrawal)))


def version_file(root: Path, folder: str, number: int) -> Path:
    """Return where a version is written down."""
    return root / folder / f"v{number}.json"


def document(values: Mapping[str, Any]) -> bytes:
    """Return values as the bytes of a JSON file with a format number."""
    return json.dumps({"format": FORMAT, **values}, indent=1, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"


def _version(raw: bytes, folder: str) -> Version:
    try:
        found = json.loads(raw)
        return Version(
            identifier=str(found["identifier"]), version=int(found["version"]), submission=str(found["submission"]),
            tagmanifest=str(found["tagmanifest"]), head=str(found["head"]), practice=found["practice"] is True,
            published=str(found["published"]), files={str(name): str(digest) for name, digest in found["files"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _unreadable(folder) from None


def _withdrawal(raw: bytes, folder: str) -> Withdrawal:
    try:
        found = json.loads(raw)
        return Withdrawal(version=int(found["version"]), at=str(found["at"]), reason=str(found["reason"]))
    except (ValueError, KeyError, TypeError):
        raise _unreadable(folder) from None


def _unreadable(folder: str) -> VerificationFailed:
    return VerificationFailed(words(say("A file of the portal was changed from outside Steward."),
                                    say("Dataset folder {folder}.", folder=folder),
                                    say("Put the file back from a copy, then try again. Nothing was published.")))
