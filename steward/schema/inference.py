"""The fields that a table's profile gives, until a person says otherwise."""

from dataclasses import replace

from steward.schema.field import Field
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.sheet import unique_names
from steward.table.yes_no import yes_or_no

BLANKS_TO_NAME = 3  # a typed column may hold so many kinds of blank cell before it is given up for text


def infer_fields(profile: TableProfile) -> tuple[Field, ...]:
    """Return one field per column. A type is given only where every filled cell has it, so that the published file keeps it."""
    names = unique_names([public_name(column.name) for column in profile.columns])
    return tuple(replace(infer_field(column), name=name) for column, name in zip(profile.columns, names, strict=True))


def infer_field(column: ColumnProfile) -> Field:
    """Return the field of one column: text, unless every filled cell is of the column's type, or a yes or no in words."""
    name = public_name(column.name)
    if (answers := yes_or_no(column)) is not None and not column.is_missing_word.any() and not _blanks(column):
        return Field(column=column.name, name=name, type="boolean", true_values=answers.yes, false_values=answers.no)
    if column.type == "string" or column.odd.any() or len(blanks := _blanks(column)) > BLANKS_TO_NAME:
        return Field(column=column.name, name=name)
    return Field(column=column.name, name=name, type=column.type, format=column.format, missing_values=("", *blanks))


def public_name(name: str) -> str:
    """Return a column's name as it is published: blanks around it go, and line breaks become blanks."""
    return " ".join(name.split())


def _blanks(column: ColumnProfile) -> tuple[str, ...]:
    """Return the cells of blanks alone, which a typed field must name as missing; no more than needed to see there are many."""
    import pyarrow as pa

    if not column.is_blank.any():
        return ()
    blank = column.distinct.values.filter(pa.array(column.is_blank))
    return tuple(sorted(value for value in blank.unique()[:BLANKS_TO_NAME + 2].to_pylist() if value))
