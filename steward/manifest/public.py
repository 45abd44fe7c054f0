"""The public part: what everyone may read. Built by allow-list, file by file, from values that are meant for the public.

Nothing here sees findings, decisions, the recipe, the original or the people inside: the functions are not given them.
"""

from collections.abc import Sequence

from steward.metadata.dictionary import FILE_NAME as DICTIONARY
from steward.metadata.dictionary import OWN_ENDING, dictionary_csv
from steward.metadata.exports import sealed_exports
from steward.metadata.record import Record
from steward.metadata.strict_json import document_bytes
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import Vocabularies
from steward.metadata.without_data import sentences

KNOWN_LIMITS = "known-limits.txt"
NO_DATA = "why-no-data.txt"   # in the place of tables, dictionary and limits


def public_files(record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, bytes]:
    """Return the files beside the tables, by file name: every standard, the data dictionary and the known limits."""
    files = {export.file_name: document_bytes(export.export(record, tables, vocabularies)) for export in sealed_exports()
             if tables or not export.needs_tables}
    if not tables:
        return {**files, NO_DATA: why_no_data(record, vocabularies)}
    return {**files, **_dictionaries(tables), KNOWN_LIMITS: known_limits(record, tables, vocabularies)}


def _dictionaries(tables: Sequence[TableDescription]) -> dict[str, bytes]:
    """Return the dictionary of all tables, and of several tables one for each."""
    own = {f"{table.name}{OWN_ENDING}": dictionary_csv((table,)) for table in tables} if len(tables) > 1 else {}
    return {DICTIONARY: dictionary_csv(tables), **own}


def why_no_data(record: Record, vocabularies: Vocabularies) -> bytes:
    """Return what was decided about a dataset without data, the law, how to ask for it, and why, as text."""
    parts = [record.title.strip(), *sentences(record, vocabularies)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", errors="replace")


def known_limits(record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> bytes:
    """Return what someone should know before relying on the data, as text. It promises nothing."""
    counted = [f"{table.file_name}: {table.rows:,} {'row' if table.rows == 1 else 'rows'}" for table in tables]
    limits = record.known_limits.strip() or "The bureau named no limits."
    row = record.granularity.strip().rstrip(".")
    parts = [record.title.strip(), "\n".join(counted), f"One row is one {row}." if row else "", limits,
             vocabularies.program.disclaimer]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", errors="replace")
