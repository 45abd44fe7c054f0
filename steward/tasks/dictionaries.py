"""Takes what columns mean from a file, and writes it to one: a Table Schema, a Data Package, or a dictionary in CSV."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from steward.manifest.documents import document_bytes
from steward.metadata.dictionary import Entry, dictionary_csv, entries
from steward.metadata.glossary import spoken
from steward.metadata.table_description import TableDescription
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.tasks.checking import laid_over
from steward.tasks.column_words import explained
from steward.tasks.documents import DocumentUnreadable, read_schema, read_text, write_text
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import words
from steward.vocabulary.message import say


def words_from(path: Path) -> tuple[Field, ...]:
    """Return what a file says of columns. Raises: InputUnreadable."""
    if path.suffix.lower() == ".json":
        return read_schema(path).fields
    found = entries(read_text(path))
    if not found:
        raise DocumentUnreadable(words(
            say("This file does not say what columns mean."), say("File {name}.", name=path.name),
            say("Choose a Table Schema (.json), or a CSV file with one column of column names and one of descriptions.")))
    return tuple(_field(entry) for entry in found)


def said_again(fields: Sequence[Field], found: Sequence[Field]) -> tuple[Field, ...]:
    """Return the fields that gain words from those found, by their names; what a person said already stays."""
    known = {spoken(field.name): field for field in found}
    filled = ((field, _filled_in(field, known[spoken(field.name)])) for field in fields if spoken(field.name) in known)
    return tuple(after for before, after in filled if after != before)


def write_words(bench: Workbench, path: Path) -> None:
    """Write what is said of the columns: a Table Schema where the name ends in .json, else CSV. Raises: DocumentNotWritten."""
    fields = laid_over(bench.report.fields, bench.draft.fields)
    schema = to_table_schema(fields, explained(fields, bench.report.profile.columns), bench.draft.primary_key)
    is_schema = path.suffix.lower() == ".json"
    raw = document_bytes(schema) if is_schema else dictionary_csv((_description(bench, schema),))
    write_text(path, raw.decode("utf-8"))


def _description(bench: Workbench, schema: dict[str, object]) -> TableDescription:
    record = bench.draft.record
    return TableDescription(name=record.slug, title=record.title, file_name="", size_bytes=0, sha256="",
                            rows=bench.candidate.height, table_schema=schema)


def _field(entry: Entry) -> Field:
    return Field(column=entry.column, name=entry.column, title=entry.title, description=entry.description, unit=entry.unit,
                 codes=entry.codes, missing_values=("", *entry.missing))


def _filled_in(field: Field, found: Field) -> Field:
    return replace(field, description=field.description or found.description, title=field.title or found.title,
                   unit=field.unit or found.unit, codes=field.codes or found.codes).without_values(
                       field.nothing_words or found.nothing_words)
