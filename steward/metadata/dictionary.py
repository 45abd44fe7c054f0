"""The data dictionary: one row per column, as the public reads it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from steward.metadata.table_description import TableDescription
from steward.table.formulas import defused

FILE_NAME = "dictionary.csv"
HEADER = ("table", "column", "title", "type", "format", "unit", "description", "required", "unique", "minimum", "maximum",
          "shortest", "longest", "pattern", "allowed values", "meaning of values", "missing values")
TO_LOOK_AT = ("suggested description", "suggested unit", "note")    # of a dictionary to fill in; no reader takes these
CONSTRAINTS = ("required", "unique", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum")
OWN_ENDING = ".dictionary.csv"   # of one table among several; no table's name has a dot
BETWEEN = "; "
HEADER_WITHIN = 12   # rows: titles and notes above the header of a dictionary that an office wrote
HEADINGS = {
    "table": ("table", "table name", "sheet", "sheet name", "resource", "dataset table"),
    "column": ("column", "column name", "field", "field name", "variable", "variable name", "attribute", "name", "api name"),
    "title": ("title", "label", "alias", "display name", "plain name"),
    "description": ("description", "definition", "column description", "field description", "meaning", "field definition"),
    "unit": ("unit", "units", "unit of measure"),
    "codes": ("meaning of values", "codes", "valid values", "values", "code meanings"),
    "missing": ("missing values", "missing value", "no value", "no data value", "null values"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What is suggested for one column of a dictionary to fill in, and what is to be said about it."""

    description: str = ""
    unit: str = ""
    note: str = ""


def dictionary_csv(tables: Sequence[TableDescription], suggested: Mapping[str, Suggested] | None = None) -> bytes:
    """Return the dictionary of all tables as UTF-8 CSV; what a spreadsheet would run has an apostrophe in front.

    With `suggested`, by the names of columns, it is one to fill in and has the columns of TO_LOOK_AT too.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER if suggested is None else (*HEADER, *TO_LOOK_AT))
    for table in tables:
        rows = (row if suggested is None else (*row, *_looked_at(suggested.get(row[1]))) for row in dictionary_rows(table))
        writer.writerows(tuple(map(defused, row)) for row in rows)
    return stream.getvalue().encode("utf-8", errors="replace")


def _looked_at(found: Suggested | None) -> tuple[str, str, str]:
    return (found.description, found.unit, found.note) if found is not None else ("", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a dictionary that was handed in says of one column."""

    column: str
    table: str = ""    # of several; empty where the dictionary is of one
    title: str = ""
    description: str = ""
    unit: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()    # words that mean no value


def entries(text: str) -> tuple[Entry, ...]:
    """Return what a dictionary in CSV says: ours, or any other whose header names a column and its description.

    Empty: the text is no such dictionary.
    """
    sign = ";" if _is_by_semicolon(text) else ","
    return entries_of(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=sign))


def entries_of(rows: Iterable[Sequence[str]]) -> tuple[Entry, ...]:
    """Return what the rows of a dictionary say, titles above its header passed over; empty where they are no dictionary.

    Source of the header words: the dictionaries of San Francisco, New York and California, which all say it in their own way.
    """
    left = iter(rows)
    for row in islice(left, HEADER_WITHIN):
        header = [" ".join(cell.lower().replace("_", " ").split()) for cell in row]
        places = {key: next((header.index(word) for word in names if word in header), None) for key, names in HEADINGS.items()}
        if places["column"] is not None and places["description"] is not None:
            return tuple(_entry(row, places) for row in left if _at(row, places["column"]))
    return ()


def _is_by_semicolon(text: str) -> bool:
    """Return whether semicolons part the cells, as where a spreadsheet program writes decimal commas."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    return first.count(";") > first.count(",")


def _entry(row: Sequence[str], places: Mapping[str, int | None]) -> Entry:
    return Entry(column=_at(row, places["column"]), table=_at(row, places["table"]), title=_at(row, places["title"]),
                 unit=_at(row, places["unit"]), description=_at(row, places["description"]),
                 codes=_split_codes(_at(row, places["codes"])), missing=_split_words(_at(row, places["missing"])))


def _at(row: Sequence[str], place: int | None) -> str:
    """Return a cell, without the apostrophe that was set before what a spreadsheet would run."""
    cell = " ".join(row[place].split()) if place is not None and place < len(row) else ""
    return cell[1:] if cell.startswith("'") and defused(cell[1:]) == cell else cell


def _split_words(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in cell.split(BETWEEN.strip()) if word.strip()))


def _split_codes(cell: str) -> tuple[tuple[str, str], ...]:
    """Return what values mean out of "N = North; S = South"."""
    pairs = (part.partition("=") for part in cell.split(BETWEEN.strip()))
    stripped = ((value.strip(), meaning.strip()) for value, sign, meaning in pairs if sign)
    return tuple((value, meaning) for value, meaning in stripped if value and meaning)


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
    meanings = [f"{code.get('value', '')} = {code.get('label', '')}" for code in _codes(field)] or _answers(field)
    return (table, *(_cell(value) for value in (*told, *rules_told, meanings, field.get("missingValues", missing))))


def _answers(field: Mapping[str, object]) -> list[str]:
    """Return how a yes and a no are written, where the column says so."""
    return [f"{word} = {meaning}" for key, meaning in (("trueValues", "yes"), ("falseValues", "no"))
            for word in _texts(field.get(key))]


def _texts(listed: object) -> list[str]:
    return [str(word) for word in listed] if isinstance(listed, list | tuple) else []


def _codes(field: Mapping[str, object]) -> list[Mapping[str, object]]:
    listed = field.get("categories", field.get("codes"))
    return [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list | tuple) else []


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return BETWEEN.join(_cell(item) for item in value if item != "")
    return "" if value is None else str(value)
