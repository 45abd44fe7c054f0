"""What one file says of the columns of one table: a dictionary in CSV, a Table Schema, or the first one of a Data Package."""

from pathlib import Path

from steward.metadata.dictionary import Entry, entries
from steward.schema.field import Field
from steward.tasks.documents import read_schema, read_text


def fields_in(path: Path) -> tuple[Field, ...]:
    """Return the columns that a file tells of; none where it is no dictionary. Raises: InputUnreadable."""
    if path.suffix.lower() == ".json":
        return read_schema(path).fields
    return tuple(map(field_of, entries(read_text(path))))


def field_of(entry: Entry) -> Field:
    """Return the column with what an entry of a dictionary says."""
    return Field(column=entry.column, name=entry.column, title=entry.title, description=entry.description, unit=entry.unit,
                 codes=entry.codes, missing_values=("", *entry.missing))
