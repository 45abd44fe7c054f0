"""Takes what columns mean from a file, and writes it to one: a Table Schema, a Data Package, or a dictionary in CSV."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward.manifest.documents import document_bytes
from steward.metadata.dictionary import Entry, dictionary_csv, entries, entries_of
from steward.metadata.glossary import spoken
from steward.metadata.table_description import TableDescription
from steward.readers.hiding import is_office_file
from steward.readers.opening import list_sheets, read
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.tasks.checking import laid_over
from steward.tasks.column_words import explained
from steward.tasks.dictionary_files import field_of, fields_in
from steward.tasks.documents import (
    DocumentUnreadable,
    read_json,
    read_text,
    resources_of,
    schema_of,
    write_text,
)
from steward.tasks.house import House
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, words
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep

MOST_ENTRIES = 20_000    # rows of a dictionary that are read: no table has more columns


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWords:
    """What a file says of columns, for each table that it names; "" where it names none."""

    file: str = ""
    tables: tuple[tuple[str, tuple[Field, ...]], ...] = ()

    def of(self, names: Sequence[str]) -> tuple[Field, ...]:
        """Return what is said of the columns of a table that goes by these names; of one table alone, whatever its name."""
        called = {spoken(name) for name in names if name}
        own = [fields for name, fields in self.tables if not name or spoken(name) in called]
        if not own and len(self.tables) == 1:
            own = [self.tables[0][1]]
        return tuple(field for fields in own for field in fields)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column that the file tells of."""
        return tuple(field.name for _name, fields in self.tables for field in fields)


NO_WORDS = ColumnWords()


def words_from(house: House, path: Path) -> ColumnWords:
    """Return what a file says of columns: a Table Schema, a Data Package, a dictionary in CSV or in a workbook.

    Raises: InputUnreadable, Trouble.
    """
    if path.suffix.lower() == ".json":
        return ColumnWords(file=path.name, tables=_of_schemas(path))
    found = _of_workbook(house, path) if is_office_file(path) else entries(read_text(path))
    if not found:
        raise DocumentUnreadable(words(
            say("This file does not say what columns mean."), say("File {name}.", name=path.name),
            say("Choose a Table Schema (.json), or a CSV file or workbook with one column of column names and one of "
                "descriptions.")))
    by_table: dict[str, list[Field]] = {}
    for entry in found:
        by_table.setdefault(entry.table, []).append(field_of(entry))
    return ColumnWords(file=path.name, tables=tuple((name, tuple(fields)) for name, fields in by_table.items()))


def said_again(fields: Sequence[Field], found: Sequence[Field]) -> tuple[Field, ...]:
    """Return the fields that gain words from those found, by their names; what a person said already stays."""
    return _changed(fields, found, _filled_in)


def said_instead(fields: Sequence[Field], found: Sequence[Field]) -> tuple[Field, ...]:
    """Return the fields that gain words from those found, which take the place of what was said before."""
    return _changed(fields, found, lambda field, new: _filled_in(new, field, of=field))


def unused(found: ColumnWords, names: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that a file tells of and that no table has."""
    known = set(names)
    said = known | {spoken(name) for name in known}
    return tuple(name for name in dict.fromkeys(found.columns) if name not in known and (spoken(name) or name) not in said)


def _changed(fields: Sequence[Field], found: Sequence[Field], fill: Callable[[Field, Field], Field]) -> tuple[Field, ...]:
    """Return the fields that are others with what is found under the very name, else under the same words."""
    exact = {field.name: field for field in found}
    alike = {spoken(field.name): field for field in found if spoken(field.name)}
    pairs = ((field, exact.get(field.name) or exact.get(field.column) or alike.get(spoken(field.name))) for field in fields)
    filled = ((field, fill(field, known)) for field, known in pairs if known is not None)
    return tuple(after for before, after in filled if after != before)


def _of_schemas(path: Path) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    resources = resources_of(read_json(path))
    if len(resources) <= 1:
        return (("", fields_in(path)),)
    return tuple((str(one.get("name") or ""), schema_of(one["schema"]).fields) for one in resources if one.get("schema"))


def _of_workbook(house: House, path: Path) -> tuple[Entry, ...]:
    """Return the entries of the first sheet that is a dictionary, each read as plain rows."""
    for listing in list_sheets(path, Silence()):
        try:
            sheet = read(path, ImportStep(sheet=listing.name, header_rows=()), house.workspace, Silence())
        except InputUnreadable:
            continue      # an empty sheet, or a drawing: the dictionary may stand on another one
        if found := entries_of(zip(*(column.values[:MOST_ENTRIES].to_pylist() for column in sheet.columns), strict=True)):
            return found
    return ()


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


def _filled_in(first: Field, then: Field, *, of: Field | None = None) -> Field:
    """Return the field `of`, or the first one, with the words of the first and, where it has none, those of the second."""
    return replace(of or first, description=first.description or then.description, title=first.title or then.title,
                   unit=first.unit or then.unit, codes=first.codes or then.codes).without_values(
                       first.nothing_words or then.nothing_words)
