"""A folder as a portal: what was approved lies there as plain files, with a catalog that harvesters read.

`<identifier>/v1/` holds the public files of the first version, `v2/` of the next; earlier ones stay. `catalog.json` is the
DCAT-US 1.1 catalog; links in it are relative to the portal.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Self

from steward.disk.disk import Disk
from steward.disk.trouble import FolderLost
from steward.gateways.bags import PUBLIC, differs, public_files
from steward.gateways.port import Account, Gateway, Listed, NotPublished, Publication, Published
from steward.gateways.targets._catalog import CATALOG, Json, catalog_bytes, check_loss, empty_catalog, rebuilt
from steward.gateways.targets._ledger import (
    Ledger,
    Version,
    Withdrawal,
    folder_name,
    read_ledger,
    read_ledgers,
    write_version,
    write_withdrawal,
)
from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.progress import Progress

PLACE = say("The folder of the portal.")
ROUNDS = 20  # another coordinator may publish another dataset at the same moment


class NotAPortal(NotPublished):
    """A folder that holds something else, or a portal of another kind."""


class PortalBusy(Trouble):
    """Others change the catalog again and again at this moment."""


class FolderPortal:
    """A portal in a folder. After trouble at any step the same call finishes the work; nothing is made twice."""

    def __init__(self, root: Path, *, disk: Disk | None = None) -> None:
        """Name the folder; nothing is read yet."""
        self._root = root
        self._disk = disk or Disk(PLACE)

    @classmethod
    def create(cls, root: Path, program: str, practice: bool, *, disk: Disk | None = None) -> Self:
        """Return the portal in a folder, made if need be. Raises: NotAPortal where it is of another kind, Trouble."""
        disk = disk or Disk(PLACE)
        disk.make_folder(root)
        if disk.read_if_there(root / CATALOG) is None:
            disk.write(root / CATALOG, catalog_bytes(empty_catalog(program, practice=practice)))
        portal = cls(root, disk=disk)
        if portal.connect().practice != practice:
            raise _not_mixed(practice_portal=not practice)
        return portal

    def connect(self) -> Account:
        """Return whose portal this is. Raises: FolderLost where it is away, NotAPortal."""
        catalog = self._catalog()
        return Account(name=str(catalog.get("title", "")), practice=catalog.get("practice") is True, may_publish=True)

    def plan(self, publication: Publication) -> tuple[Message, ...]:
        """Return what `publish` would do; changes nothing. Raises: NotPublished, VerificationFailed."""
        files, ledger = self._prepared(publication)
        known = ledger.of(publication.tagmanifest)
        number = known.version if known else ledger.next_number
        if known is not None and known.published:
            return (say("Nothing: version {number} of {identifier} is there already.", number=number,
                        identifier=publication.identifier),)
        return (say_count("Copy {count} file as version {number} of {identifier}.",
                          "Copy {count} files as version {number} of {identifier}.", len(files), number=number,
                          identifier=publication.identifier),
                say("Read every file back and compare it."),
                say("Put {title} into the catalog.", title=publication.title))

    def publish(self, publication: Publication, progress: Progress) -> Published:
        """Publish, read back, compare. Raises: NotPublished, VerificationFailed, CatalogShrinks, Trouble."""
        files, ledger = self._prepared(publication)
        version = ledger.of(publication.tagmanifest) or self._begun(publication, ledger.next_number, files)
        if not version.published:
            self._copy(publication, ledger.folder, version, progress)
            version = replace(version, published=publication.at)
            write_version(self._root, ledger.folder, version, self._disk)
        self._renew_catalog()
        return self._read_back(ledger.folder, version)

    def verify(self, identifier: str) -> Published:
        """Return the version that the catalog shows, once all its files were read and compared."""
        ledger = read_ledger(self._root, folder_name(identifier), self._disk)
        shown = ledger.shown
        if shown is None or identifier not in {listed.identifier for listed in self.listed()}:
            raise _not_there(identifier)
        return self._read_back(ledger.folder, shown)

    def retract(self, identifier: str, reason: str, at: str) -> None:
        """Take a dataset's files out of the catalog, which says why; they stay in the folder. Raises: NotPublished, Trouble."""
        self._catalog()
        ledger = read_ledger(self._root, folder_name(identifier), self._disk)
        if ledger.newest is None:
            raise _not_there(identifier)
        if ledger.shown is not None:
            withdrawal = Withdrawal(version=ledger.newest.version, at=at, reason=reason)
            write_withdrawal(self._root, ledger.folder, withdrawal, self._disk)
        self._renew_catalog()

    def listed(self) -> tuple[Listed, ...]:
        """Return the datasets whose data the catalog shows, sorted by identifier."""
        found = (self._listed(entry) for entry in self._catalog()["dataset"])
        return tuple(listed for listed in found if listed is not None)

    def _listed(self, entry: Json) -> Listed | None:
        identifier = str(entry.get("identifier", ""))
        shown = read_ledger(self._root, folder_name(identifier), self._disk).shown
        if shown is None:
            return None
        return Listed(identifier=identifier, title=str(entry.get("title", "")), version=shown.version, at=shown.published,
                      submission=shown.submission, frequency=str(entry.get("accrualPeriodicity") or ""))

    def _prepared(self, publication: Publication) -> tuple[Mapping[str, str], Ledger]:
        account = self.connect()
        if account.practice != publication.practice:
            raise _not_mixed(practice_portal=account.practice)
        files = public_files(publication.bag, publication.tagmanifest, self._disk)
        ledger = read_ledger(self._root, folder_name(publication.identifier), self._disk)
        if any(version.identifier != publication.identifier for version in ledger.versions):
            raise NotPublished(words(say("Another dataset of the portal has the same folder name."),
                                     _where(publication.identifier), say("Choose another identifier.")))
        known = ledger.of(publication.tagmanifest)
        is_down = known is not None and ledger.withdrawal is not None and known.version <= ledger.withdrawal.version
        if is_down:
            raise NotPublished(words(say("This version was taken down from the portal."), _where(publication.identifier),
                                     say("Send a new submission if it is to be published again.")))
        return files, ledger

    def _begun(self, publication: Publication, number: int, files: Mapping[str, str]) -> Version:
        """Write down which version is coming before any of its files, so that a broken-off work is taken up again."""
        version = Version(identifier=publication.identifier, version=number, submission=publication.submission,
                          tagmanifest=publication.tagmanifest, head=publication.head, practice=publication.practice,
                          published="", files=dict(files))
        folder = folder_name(publication.identifier)
        self._disk.make_folder(self._root / folder)
        write_version(self._root, folder, version, self._disk)
        return version

    def _copy(self, publication: Publication, folder: str, version: Version, progress: Progress) -> None:
        base = f"{folder}/v{version.version}"
        self._disk.sweep(self._root / base)
        for place, (name, digest) in enumerate(sorted(version.files.items())):
            progress.report(place / len(version.files), say("Copying {name}", name=name))
            if self._digest(base, name) != digest:
                target = self._root / base / name
                self._disk.make_folder(target.parent)
                self._disk.copy(publication.bag / PUBLIC / name, target)
            if self._digest(base, name) != digest:
                raise differs()
        progress.report(1.0, say("Reading the portal back"))

    def _read_back(self, folder: str, version: Version) -> Published:
        base = f"{folder}/v{version.version}"
        if any(self._digest(base, name) != digest for name, digest in version.files.items()):
            raise differs()
        return Published(identifier=version.identifier, version=version.version, place=f"{base}/", at=version.published,
                         files=version.files)

    def _digest(self, base: str, name: str) -> str:
        """Return a file's hash as the portal holds it; "" where the file is missing in a portal that is there."""
        try:
            return self._disk.sha256(self._root / base / name)
        except FolderLost:
            self._catalog()
            return ""

    def _renew_catalog(self) -> None:
        """Write the catalog of what is there until it is what is there: another may have written in between."""
        for _ in range(ROUNDS):
            before = self._catalog()
            ledgers = read_ledgers(self._root, self._disk)
            after = rebuilt(before, self._root, ledgers, self._disk)
            if after == before:
                return
            check_loss(before, after, ledgers)
            self._disk.write(self._root / CATALOG, catalog_bytes(after))
        raise PortalBusy(words(say("Others are publishing at this moment."), PLACE,
                               say("Try again in a minute. Nothing is lost.")))

    def _catalog(self) -> Json:
        raw = self._disk.read_if_there(self._root / CATALOG)
        if raw is None:
            raise FolderLost(words(say("The portal cannot be reached."), PLACE,
                                   say("Look whether the drive is connected, then try again. Nothing is lost.")))
        try:
            found = json.loads(raw)
        except ValueError:
            found = None
        if not isinstance(found, dict) or not isinstance(found.get("dataset"), list):
            raise NotAPortal(words(say("This folder is not a portal that this Steward knows."), PLACE,
                                   say("Choose another folder in the settings.")))
        return found


class FolderTarget:
    """Portals in a folder."""

    name = "folder"
    title = say("A folder on this computer or on a shared drive")

    def open(self, place: str) -> Gateway:
        """Return the portal in a folder; nothing is read yet."""
        return FolderPortal(Path(place))


TARGET = FolderTarget()


def _where(identifier: str) -> Message:
    return say("Dataset {identifier}.", identifier=identifier)


def _not_there(identifier: str) -> NotPublished:
    return NotPublished(words(say("The portal does not show this dataset."), _where(identifier),
                              say("Look at the portal's list of datasets.")))


def _not_mixed(*, practice_portal: bool) -> NotAPortal:
    if practice_portal:
        what = say("This is the practice portal. A real submission goes to the program's portal.")
    else:
        what = say("This is the program's portal. A practice submission stays in practice.")
    return NotAPortal(words(what, PLACE, say("Choose the other portal in the settings.")))
