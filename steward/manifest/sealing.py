"""Writes a Data Manifest into a bag: first the tables, whose hashes the other files name."""

from collections.abc import Mapping
from dataclasses import dataclass

from steward.manifest.bag import BagWriter, WrittenFile
from steward.manifest.contents import PUBLIC, ManifestContents, table_path
from steward.manifest.internal import internal_files
from steward.manifest.public import public_files
from steward.metadata.table_description import TableDescription


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedManifest:
    """A written manifest: the hash that names it, and its tables as they lie in the bag."""

    tagmanifest: str
    tables: tuple[TableDescription, ...]


def write_manifest(contents: ManifestContents, writer: BagWriter) -> SealedManifest:
    """Return the sealed manifest. Raises: Refused where a part is missing; whatever the streams raise."""
    contents.check()
    written = {path: writer.write(path, table.write) for table in contents.tables for path in (table_path(table.name),)}
    tables = describe(contents, written)
    for name, content in public_files(contents.record, tables, contents.vocabularies).items():
        writer.write_bytes(f"{PUBLIC}{name}", content)
    for path, content in internal_files(contents, written).items():
        writer.write_bytes(path, content)
    return SealedManifest(tagmanifest=writer.seal(_info(contents)), tables=tables)


def describe(contents: ManifestContents, written: Mapping[str, WrittenFile]) -> tuple[TableDescription, ...]:
    """Return the tables as the public reads of them."""
    return tuple(
        TableDescription(
            name=table.name, title=table.title, description=table.description, file_name=f"{table.name}.csv", rows=table.rows,
            size_bytes=written[table_path(table.name)].size_bytes, sha256=written[table_path(table.name)].sha256,
            table_schema=table.table_schema)
        for table in contents.tables)


def _info(contents: ManifestContents) -> dict[str, str]:
    """Return what is said of the bag in the words of RFC 8493, section 2.2.2."""
    return {"Source-Organization": contents.vocabularies.program.organization,
            "External-Identifier": contents.record.identifier, "External-Description": contents.record.title,
            "Bagging-Date": contents.sealed_at[:10], "Bag-Software-Agent": f"Steward {contents.tool_version}"}
