"""Writes what is said of a dataset in the words of one standard: from a sealed manifest, a draft, or a record."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from steward.disk.trouble import plainly
from steward.manifest.documents import document_bytes, draft_from_json, record_from_json
from steward.manifest.read import SealedTable
from steward.metadata.examine import examine
from steward.metadata.exports import Export, all_exports, lost_elements
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.tasks.bags import PLACE, read_bag, verify_bag
from steward.tasks.documents import read_json, refuse_originals, write_text
from steward.tasks.vocabulary import metadata_profile, vocabularies
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One document, what it could not hold, and what still stands against the record it was made from."""

    standard: str
    document: dict[str, object]
    left_out: tuple[Message, ...]       # the labels of the elements
    standing: tuple[Finding, ...]       # what blocks the record itself
    table_count: int

    @property
    def text(self) -> str:
        """Return the document as it is written."""
        return document_bytes(self.document).decode("utf-8")


def standards() -> tuple[str, ...]:
    """Return the name of every standard, as a command takes it."""
    return tuple(_word(export) for export in all_exports())


def exported(source: Path, standard: str) -> Exported:
    """Return a dataset in one of `standards`. A draft and a record have no tables yet: only sealed files have bytes.

    Raises: InputUnreadable, VerificationFailed where a sealed manifest is not as it was sealed.
    """
    record, tables = _read(source)
    export = next(one for one in all_exports() if _word(one) == standard)
    if record.data_status and export.needs_tables:
        raise Refused(words(say("This standard describes files, and the dataset is cataloged without its data."),
                            next_step=say("Choose one of the catalog's standards, such as {name}.", name="dcat-us-1.1")))
    profile, found = metadata_profile(), examine(record, metadata_profile(), vocabularies())
    document = export.export(record, tables, vocabularies())
    lost = lost_elements(export, document, record, vocabularies())
    return Exported(standard=standard, document=document, table_count=len(tables),
                    left_out=tuple(Message(profile.element(name).label) for name in lost),
                    standing=tuple(finding for finding in found if finding.tier is Tier.BLOCK))


def write_export(done: Exported, target: Path, source: Path) -> None:
    """Write the document. Raises: OriginalInTheWay, DocumentNotWritten."""
    refuse_originals(target, source)
    write_text(target, done.text)


def _word(export: Export) -> str:
    return export.file_name.removesuffix(".json")


def _read(source: Path) -> tuple[Record, tuple[TableDescription, ...]]:
    with plainly(PLACE):
        is_folder = source.is_dir()
    if is_folder and not (source / "draft.json").is_file():
        verify_bag(source)
        manifest = read_bag(source)
        return manifest.record, tuple(_described(table) for table in manifest.tables)
    path = source / "draft.json" if is_folder else source
    document = read_json(path)
    if "record" in document:
        return draft_from_json(document, path.name).record, ()
    return record_from_json(document, path.name), ()


def _described(table: SealedTable) -> TableDescription:
    return TableDescription(name=table.name, title=table.title, file_name=PurePosixPath(table.path).name, rows=table.rows,
                            size_bytes=table.size_bytes, sha256=table.sha256, table_schema=table.table_schema)
