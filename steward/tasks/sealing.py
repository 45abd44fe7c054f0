"""Seals a draft into a Data Manifest, reads sealed ones, and verifies them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from steward import __version__
from steward.disk.trouble import plainly
from steward.manifest.bag import BagWriter, verify
from steward.manifest.contents import CandidateTable, ManifestContents
from steward.manifest.read import Manifest, read_manifest
from steward.manifest.sealing import write_manifest
from steward.metadata.slug import slug
from steward.readers.opening import fingerprint
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.table.canonical import write_csv
from steward.tasks.house import House
from steward.tasks.opening import SourceChanged
from steward.tasks.vocabulary import vocabularies
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Part, Progress
from steward.workflow import needs

PLACE = say("The folder of the Data Manifest.")


class StandsOpen(Refused):
    """Something blocks, or waits for a decision."""


class NotAManifest(InputUnreadable):
    """A folder that holds no Data Manifest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A written manifest."""

    bag: Path
    tagmanifest: str   # SHA-256 that names the sealed bytes
    rows: int
    columns: int


def outstanding(bench: Workbench) -> tuple[Finding, ...]:
    """Return what still stands in the way, the strictest first. Empty: the draft may be sealed."""
    return needs.outstanding(bench.draft, bench.report.findings)


def check_sealable(house: House, bench: Workbench, progress: Progress) -> None:
    """Raise: StandsOpen while something stands in the way; SourceChanged if the original is not the one that was checked."""
    del house
    standing = outstanding(bench)
    if standing:
        raise StandsOpen(words(say_count("{count} thing still stands in the way.", "{count} things still stand in the way.",
                                         len(standing)), standing[0].words.what, say("Decide about each of them, then send.")))
    if fingerprint(Path(bench.draft.source.path), progress).sha256 != bench.draft.source.sha256:
        raise SourceChanged(words(say("The file changed since it was checked."),
                                  say("File {name}.", name=bench.draft.source.name),
                                  say("Open the draft again to check the changed file. Your decisions are kept.")))


def seal(house: House, bench: Workbench, folder: Path, progress: Progress) -> Sealed:
    """Return the manifest sealed into a new or empty folder; the original was read again and is the one that was checked.

    Raises: StandsOpen, SourceChanged, Refused where the record lacks a part, Trouble where the folder cannot be written.
    """
    check_sealable(house, bench, Part(progress, 0.0, 0.2))
    with plainly(PLACE):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused(words(say("The folder for the manifest is not empty."), say("Folder {name}.", name=folder.name),
                                say("Name a new folder.")))
        sealed = write_manifest(_contents(house, bench, Part(progress, 0.2, 1.0)), BagWriter(_opener(folder)))
    progress.report(1.0, say("Sealed"))
    return Sealed(bag=folder, tagmanifest=sealed.tagmanifest, rows=bench.candidate.height,
                  columns=len(bench.candidate.columns))


def verify_bag(bag: Path) -> str:
    """Return the SHA-256 of a bag's tagmanifest once every byte was held against it.

    Raises: NotAManifest where there is no bag, VerificationFailed naming the first difference.
    """
    if not (bag / "bagit.txt").is_file():
        raise NotAManifest(words(say("This folder holds no Data Manifest."), say("Folder {name}.", name=bag.name),
                                 say("Name the folder that holds the file bagit.txt.")))
    with plainly(PLACE):
        return verify(lambda: _files(bag), _reader(bag))


def read_bag(bag: Path) -> Manifest:
    """Return what a verified bag says. Raises: StewardError if its documents are not of the form."""
    with plainly(PLACE):
        return read_manifest(_reader(bag))


def _contents(house: House, bench: Workbench, progress: Progress) -> ManifestContents:
    draft = bench.draft
    return ManifestContents(
        record=draft.record, tables=(_table(bench, progress),), vocabularies=vocabularies(), sealed_at=house.clock.now(),
        sealed_by=house.actor(Role.STEWARD), is_practice=house.is_practice, tool_version=__version__,
        submission=draft.submission, revision=draft.revision + 1, updates=draft.updates)


def _table(bench: Workbench, progress: Progress) -> CandidateTable:
    draft, fields = bench.draft, in_order(bench.report.fields, bench.candidate.names)

    def write(stream: BinaryIO) -> None:
        write_csv(bench.candidate, [field.name for field in fields], stream, progress)

    return CandidateTable(
        name=draft.record.slug or slug(draft.record.title), title=draft.record.title, rows=bench.candidate.height,
        table_schema=to_table_schema(fields), write=write, source=bench.original.provenance, recipe=draft.recipe,
        findings=bench.report.findings, decisions=draft.decisions)


def in_order(fields: Sequence[Field], names: Sequence[str]) -> tuple[Field, ...]:
    """Return the field of each column in the order of the table."""
    known = {field.column: field for field in fields}
    return tuple(known[name] for name in names)


def _opener(folder: Path) -> "_Open":
    return _Open(folder, "xb")


def _reader(folder: Path) -> "_Open":
    return _Open(folder, "rb")


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


