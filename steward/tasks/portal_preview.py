"""Makes the page that the public will see of a draft, before anything is sent."""

from steward.manifest.public import public_files
from steward.metadata.portal_page import portal_page
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.schema.table_schema import to_table_schema
from steward.tasks.checking import laid_over
from steward.tasks.column_words import explained
from steward.tasks.describing import complete_record
from steward.tasks.house import House
from steward.tasks.updating import earlier
from steward.tasks.vocabulary import metadata_profile, vocabularies
from steward.tasks.workbench import Workbench


def preview_of(house: House, bench: Workbench) -> str:
    """Return the page of the draft as it stands, as HTML without anything to fetch."""
    record = complete_record(house, bench.draft, bench.report.profile)
    if bench.draft.keeps_tables:
        return _as_published(house, bench, record)
    if not bench.draft.has_table:
        return portal_page(record, None, tuple(public_files(record, (), vocabularies())), metadata_profile(), vocabularies())
    table = _table(bench, record.slug, record.title)
    files = (table.file_name, *public_files(record, (table,), vocabularies()))
    return portal_page(record, table, files, metadata_profile(), vocabularies())


def _as_published(house: House, bench: Workbench, record: Record) -> str:
    """Return the page with the tables that are published already. Raises: Trouble, VerificationFailed."""
    before = earlier(house, bench.draft.updates)
    tables = () if before is None else tuple(
        TableDescription(name=one.name, title=one.title, file_name=f"{one.name}.csv", size_bytes=one.size_bytes,
                         sha256=one.sha256, rows=one.rows, table_schema=one.table_schema) for one in before.tables)
    files = (*(one.file_name for one in tables), *public_files(record, tables, vocabularies()))
    return portal_page(record, next(iter(tables), None), files, metadata_profile(), vocabularies())


def _table(bench: Workbench, name: str, title: str) -> TableDescription:
    fields = laid_over(bench.report.fields, bench.draft.fields)
    schema = to_table_schema(fields, explained(fields, bench.report.profile.columns), bench.draft.primary_key)
    return TableDescription(name=name, title=title, file_name=f"{name or 'table'}.csv", size_bytes=0, sha256="",
                            rows=bench.candidate.height, table_schema=schema)
