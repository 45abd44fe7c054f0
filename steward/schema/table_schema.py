"""Fields as a Table Schema and back. Source: Table Schema v2, as frictionless 5.21 reads it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from steward.schema.field import Constraints, Field
from steward.vocabulary.errors import InputUnreadable, words
from steward.vocabulary.message import Message, say

TYPES = ("string", "integer", "number", "boolean", "date", "datetime", "time", "year", "yearmonth", "duration", "geopoint",
         "geojson", "any", "object", "array", "list")
NUMERIC = ("integer", "number", "year")
UNIT = "unit"
CATEGORIES, CODES = "categories", "codes"
TRUE, FALSE = "trueValues", "falseValues"
WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


class SchemaUnreadable(InputUnreadable):
    """A schema that does not say what a Table Schema must."""

    def of_file(self, name: str) -> "SchemaUnreadable":
        """Return the same with the name of the file."""
        return SchemaUnreadable(replace(self.words, where=say("File {name}: {place}", name=name, place=self.words.where)))


def to_table_schema(fields: Sequence[Field], explained: Collection[str] = (),
                    primary_key: Sequence[str] = ()) -> dict[str, Any]:
    """Return the fields as a Table Schema descriptor, which names the columns as the public sees them.

    `explained` holds the columns all of whose values have a meaning: only theirs are written as the standard's categories,
    since a value outside of them would be an error; what is known of other columns is written as codes, which bind nobody.
    `primary_key` are columns; a key of which one is not among the fields is left out.
    """
    described = [_to_descriptor(field, is_explained=field.column in explained) for field in fields]
    names = {field.column: field.name for field in fields}
    is_whole = bool(primary_key) and all(column in names for column in primary_key)
    key = {"primaryKey": [names[column] for column in primary_key]} if is_whole else {}
    return {"fields": described, "missingValues": [""], **key}


def primary_key_of(descriptor: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the primary key of a Table Schema, which may be one text; () where there is none."""
    key = descriptor.get("primaryKey")
    listed = [key] if isinstance(key, str) else key if isinstance(key, list) else []
    return tuple(name for name in listed if isinstance(name, str))


def from_table_schema(descriptor: Mapping[str, Any], lines: Mapping[int, int] | None = None) -> tuple[Field, ...]:
    """Return the fields of a Table Schema. Raises: SchemaUnreadable, with the place, if it is broken.

    `lines` tells on which line of its file an object begins, by its `id`, where that is known.
    """
    listed = descriptor.get("fields") if isinstance(descriptor, Mapping) else None
    if not isinstance(listed, list) or not listed:
        raise _unreadable(say("The schema lists no columns."), say('It has no list named "fields".'))
    general = _texts(descriptor.get("missingValues", [""]), say("The list of missing values at the top of the schema."))
    fields = tuple(_from_descriptor(field, _place(number, (lines or {}).get(id(field))), general)
                   for number, field in enumerate(listed, start=1))
    _refuse_repeated(fields)
    return fields


def _to_descriptor(field: Field, *, is_explained: bool) -> dict[str, Any]:
    described = {"title": field.title, "description": field.description, "format": field.format, UNIT: field.unit}
    own_missing = {"missingValues": list(field.missing_values)} if field.missing_values != ("",) else {}
    answers = {TRUE: field.true_values, FALSE: field.false_values} if field.type == "boolean" else {}
    own_missing |= {key: list(words) for key, words in answers.items() if words}
    constraints = _to_constraints(field)
    return {"name": field.name, "type": field.type, **{key: value for key, value in described.items() if value}, **own_missing,
            **({"constraints": constraints} if constraints else {}), **_to_codes(field, is_explained=is_explained)}


def _to_codes(field: Field, *, is_explained: bool) -> dict[str, Any]:
    if not field.codes:
        return {}
    is_whole = field.type == "integer" and all(WHOLE.fullmatch(value) for value, _ in field.codes)
    # only these two types have categories. Source: Table Schema v2, "categories"
    is_standard = is_explained and (is_whole or field.type == "string")
    typed = int if is_whole and is_standard else str
    listed = [{"value": typed(value), "label": meaning} for value, meaning in field.codes]
    return {CATEGORIES if is_standard else CODES: listed}


def _to_constraints(field: Field) -> dict[str, Any]:
    rules = field.constraints
    said = {"required": rules.required or None, "unique": rules.unique or None, "minimum": _bound(rules.minimum, field.type),
            "maximum": _bound(rules.maximum, field.type), "minLength": rules.min_length, "maxLength": rules.max_length,
            "pattern": rules.pattern, "enum": list(rules.enum) if rules.enum else None}
    return {key: value for key, value in said.items() if value is not None}


def _bound(text: str | None, kind: str) -> str | int | float | None:
    if text is None or kind not in NUMERIC:
        return text
    try:
        return int(text)
    except ValueError:
        return _decimal(text)


def _decimal(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def _place(number: int, line: int | None) -> Message:
    if line is None:
        return say("Column {number} of the schema.", number=number)
    return say("Column {number} of the schema, in or after line {line} of its file.", number=number, line=line)


def _from_descriptor(field: object, where: Message, general: tuple[str, ...]) -> Field:
    if not isinstance(field, Mapping) or not isinstance(field.get("name"), str) or not field["name"]:
        raise _unreadable(say("A column of the schema has no name."), where)
    kind = field.get("type", "string")
    if kind not in TYPES:
        raise _unreadable(say("A column of the schema has a type that Table Schema does not know."), where)
    missing = _texts(field["missingValues"], where) if "missingValues" in field else general
    answers = [_texts(field.get(key, []), where) for key in (TRUE, FALSE)]
    return Field(column=field["name"], name=field["name"], type=kind, format=_format(field), title=_text(field, "title"),
                 description=_text(field, "description"), unit=_text(field, UNIT), missing_values=missing,
                 true_values=answers[0], false_values=answers[1],
                 codes=_from_codes(field.get(CATEGORIES, field.get(CODES))),
                 constraints=_from_constraints(field.get("constraints", {}), where))


def _from_codes(listed: object) -> tuple[tuple[str, str], ...]:
    """Return what the values mean; values without a label, and whatever else stands there, are passed over."""
    entries = listed if isinstance(listed, list) else []
    return tuple((str(entry["value"]), str(entry["label"])) for entry in entries
                 if isinstance(entry, Mapping) and "value" in entry and entry.get("label"))


def _from_constraints(rules: object, where: Message) -> Constraints:
    if not isinstance(rules, Mapping):
        raise _unreadable(say("The rules of a column are not written as a Table Schema writes them."), where)
    bounds = {key: None if rules.get(key) is None else str(rules[key]) for key in ("minimum", "maximum")}
    enum = rules.get("enum")
    return Constraints(required=rules.get("required") is True, unique=rules.get("unique") is True, **bounds,
                       min_length=_whole(rules.get("minLength"), where), max_length=_whole(rules.get("maxLength"), where),
                       pattern=_pattern(rules.get("pattern"), where),
                       enum=None if enum is None else tuple(str(value) for value in _listed(enum, where)))


def _refuse_repeated(fields: Sequence[Field]) -> None:
    seen: set[str] = set()
    for field in fields:
        if field.name in seen:
            raise _unreadable(say("Two columns of the schema have the same name."), say("Column {column}.", column=field.name))
        seen.add(field.name)


def _pattern(pattern: object, where: Message) -> str | None:
    """Return the pattern if it compiles. Source: Table Schema asks for an XML Schema pattern; frictionless takes Python's."""
    if pattern is None:
        return None
    try:
        re.compile(str(pattern))
    except re.error as cause:
        raise _unreadable(say("A column of the schema has a pattern that cannot be read."), where) from cause
    return str(pattern)


def _whole(value: object, where: Message) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise _unreadable(say("A length in the schema is not a whole number."), where)


def _listed(value: object, where: Message) -> list[object]:
    if isinstance(value, list):
        return value
    raise _unreadable(say("A list was expected in the schema."), where)


def _texts(value: object, where: Message) -> tuple[str, ...]:
    """Return missing values as texts; version 2 also writes them as {"value": ..., "label": ...}."""
    return tuple(str(entry.get("value", "")) if isinstance(entry, Mapping) else str(entry) for entry in _listed(value, where))


def _format(field: Mapping[str, Any]) -> str | None:
    written = field.get("format")
    return None if written in (None, "default") else str(written)


def _text(field: Mapping[str, Any], key: str) -> str:
    return str(field.get(key) or "")


def _unreadable(what: Message, where: Message) -> SchemaUnreadable:
    next_step = say("Ask the person who made the schema for a corrected one, or go on without it.")
    return SchemaUnreadable(words(what, where, next_step))
