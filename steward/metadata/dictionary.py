"""The data dictionary: one row per column, as the public reads it."""

import csv
import io
from collections.abc import Mapping, Sequence

from steward.metadata.table_description import TableDescription
from steward.table.formulas import defused

FILE_NAME = "dictionary.csv"
HEADER = ("table", "column", "title", "type", "format", "unit", "description", "required", "unique", "minimum", "maximum",
          "shortest", "longest", "pattern", "allowed values", "missing values")
CONSTRAINTS = ("required", "unique", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum")
BETWEEN = "; "


def dictionary_csv(tables: Sequence[TableDescription]) -> bytes:
    """Return the dictionary of all tables as UTF-8 CSV; what a spreadsheet would run has an apostrophe in front."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    for table in tables:
        writer.writerows(tuple(map(defused, row)) for row in dictionary_rows(table))
    return stream.getvalue().encode("utf-8", errors="replace")


def dictionary_rows(table: TableDescription) -> list[tuple[str, ...]]:
    """Return one row per column, in the order of HEADER."""
    fields = table.table_schema.get("fields")
    missing = table.table_schema.get("missingValues", [""])
    listed = fields if isinstance(fields, Sequence) else ()
    return [_row(table.name, field, missing) for field in listed if isinstance(field, Mapping)]


def _row(table: str, field: Mapping[str, object], missing: object) -> tuple[str, ...]:
    rules = field.get("constraints")
    constraints = rules if isinstance(rules, Mapping) else {}
    told = [field.get(key, "") for key in ("name", "title", "type", "format", "unit", "description")]
    rules_told = [constraints.get(key, "") for key in CONSTRAINTS]
    return (table, *(_cell(value) for value in (*told, *rules_told, field.get("missingValues", missing))))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return BETWEEN.join(_cell(item) for item in value if item != "")
    return "" if value is None else str(value)
