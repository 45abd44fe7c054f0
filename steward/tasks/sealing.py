"""Seals a draft into a Data Manifest: nothing is sealed while something stands open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from steward import __version__
from steward.disk.trouble import plainly
from steward.manifest.bag import BagWriter
from steward.manifest.contents import CandidateTable, ManifestContents
from steward.manifest.sealing import write_manifest
from steward.readers.opening import fingerprint
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.table.canonical import write_csv
from steward.tasks.answers_before import with_signatures
from steward.tasks.bags import PLACE, bag_opener
from steward.tasks.checking import check
from steward.tasks.column_words import explained
from steward.tasks.contesting import contests
from steward.tasks.documents import fields_of
from steward.tasks.house import House
from steward.tasks.joined_tables import with_joined
from steward.tasks.opening import SourceChanged
from steward.tasks.record_alone import tables_again
from steward.tasks.several_tables import ForeignKeyTo, foreign_keys_in, keys_to_others, table_names, table_title
from steward.tasks.vocabulary import vocabularies
from steward.tasks.whole_dataset import check_complete, findings_of, outstanding_in
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Part, Progress


class StandsOpen(Refused):
    """Something blocks, or waits for a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedSheet:
    """One table of a written manifest."""

    name: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A written manifest."""

    bag: Path
    tagmanifest: str   # SHA-256 that names the sealed bytes
    rows: int          # of the first table
    columns: int
    tables: tuple[SealedSheet, ...] = ()


def outstanding(bench: Workbench, further: Sequence[Workbench] = ()) -> tuple[Finding, ...]:
    """Return what still stands in the way in any table, the strictest of each first. Empty: the draft may be sealed."""
    return outstanding_in(bench, further)


def check_sealable(house: House, bench: Workbench, progress: Progress, further: Sequence[Workbench] = ()) -> None:
    """Raise: StandsOpen while something stands in the way in any table; SourceChanged if an original is not the one checked.

    Raises: TablesMissing where not all tables of the dataset are given.
    """
    del house
    check_complete(bench.draft, further)
    standing = outstanding(bench, further)
    if standing:
        raise StandsOpen(words(say_count("{count} thing still stands in the way.", "{count} things still stand in the way.",
                                         len(standing)), standing[0].words.what, say("Decide about each of them, then send.")))
    files = {(one.draft.source.path, one.draft.source.sha256) for one in (bench, *further)}    # several sheets lie in one
    if bench.draft.has_table and any(fingerprint(Path(path), progress).sha256 != sha256 for path, sha256 in files):
        raise SourceChanged(words(say("The file changed since it was checked."),
                                  say("File {name}.", name=bench.draft.source.name),
                                  say("Open the draft again to check the changed file. Your decisions are kept.")))


def seal(house: House, bench: Workbench, folder: Path, progress: Progress, further: Sequence[Workbench] = ()) -> Sealed:
    """Return the manifest sealed into a new or empty folder; the original was read again and is the one that was checked.

    `further` are other sheets of the same workbook, which become tables beside the first, under its record.
    Raises: StandsOpen, SourceChanged, Refused where the record lacks a part, Trouble where the folder cannot be written.
    """
    check_sealable(house, bench, Part(progress, 0.0, 0.2), further)
    with plainly(PLACE):
        if folder.is_file():
            raise Refused(words(say("A file of that name is there already."), say("File {name}.", name=folder.name),
                                say("Name a new folder.")))
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused(words(say("The folder for the manifest is not empty."), say("Folder {name}.", name=folder.name),
                                say("Name a new folder.")))
        sealed = write_manifest(_contents(house, (bench, *further), Part(progress, 0.2, 1.0)), BagWriter(bag_opener(folder)))
    progress.report(1.0, say("Sealed"))
    return Sealed(bag=folder, tagmanifest=sealed.tagmanifest, rows=bench.candidate.height,
                  columns=len(bench.candidate.columns), tables=tuple(
                      SealedSheet(name=one.name, rows=one.rows, columns=len(fields_of(one.table_schema)))
                      for one in sealed.tables))


def resolved(house: House, bench: Workbench, progress: Progress) -> tuple[Finding, ...]:
    """Return what was found in the original and is no longer in the candidate, so that the coordinator sees it too."""
    if not bench.draft.recipe.steps:
        return ()
    standing = {found.key for found in bench.report.findings}
    before = check(house, bench.original, progress)
    return tuple(found for found in before.findings if found.key not in standing)


def _contents(house: House, benches: Sequence[Workbench], progress: Progress) -> ManifestContents:
    draft = benches[0].draft
    tables = tables_again(house, benches[0]) if draft.keeps_tables else _tables(house, benches, progress)
    return ManifestContents(
        record=draft.record, tables=tables,
        findings=() if tables else benches[0].report.findings,
        decisions=() if tables else draft.decisions, vocabularies=vocabularies(), sealed_at=house.clock.now(),
        sealed_by=house.actor(Role.STEWARD), is_practice=house.is_practice, tool_version=__version__,
        submission=draft.submission, revision=draft.revision + 1, updates=draft.updates)


def _tables(house: House, benches: Sequence[Workbench], progress: Progress) -> tuple[CandidateTable, ...]:
    names, benches = table_names(benches), with_joined(benches)
    return tuple(_table(house, replace(bench, report=replace(bench.report, findings=findings_of(bench, benches[0]))), name,
                        keys_to_others(bench, benches, names), progress)
                 for bench, name in zip(benches, names, strict=True) if bench.draft.has_table)


def _table(house: House, bench: Workbench, name: str, keys: Sequence[ForeignKeyTo], progress: Progress) -> CandidateTable:
    draft, fields = bench.draft, in_order(bench.report.fields, bench.candidate.names)

    def write(stream: BinaryIO) -> None:
        write_csv(bench.candidate, [field.name for field in fields], stream, Part(progress, 0.5, 1.0))

    schema = to_table_schema(fields, explained(fields, bench.report.profile.columns), draft.primary_key)
    return CandidateTable(
        name=name, title=table_title(bench, name), rows=bench.candidate.height,
        table_schema={**schema, **foreign_keys_in(keys)}, write=write, source=bench.original.provenance, recipe=draft.recipe,
        findings=bench.report.findings, decisions=with_signatures(draft.decisions, bench.report), contests=contests(bench),
        resolved=resolved(house, bench, Part(progress, 0.0, 0.5)),
        typed=tuple(field.name for field in fields if field.is_typed))


def in_order(fields: Sequence[Field], names: Sequence[str]) -> tuple[Field, ...]:
    """Return the field of each column in the order of the table."""
    known = {field.column: field for field in fields}
    return tuple(known[name] for name in names)
