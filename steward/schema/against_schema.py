"""The verdicts of frictionless on a declared schema, as findings in plain words. All kinds are frictionless' own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from steward.schema.checks._forms import example_of, name_of_type
from steward.schema.context import Context
from steward.schema.declared import DeclaredSchema, ForeignKey, SchemaRefused
from steward.schema.declared_keys import key_trouble, listed, what_is_wrong, which_key
from steward.schema.rule_words import MEND, THE_SCHEMA, rules_told
from steward.schema.verdicts import Verdict, verdicts
from steward.table.places import positions_of
from steward.vocabulary.finding import Finding, told_apart
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

VERSION, KNOWN_VERSION = re.compile(r"datapackage\.org/profiles/([0-9]{1,4})"), 2
RENAME = say("Give the columns the names and the order of the schema, or use another schema.")
MEND_KEY = say("Correct the key in the schema or take it out, or give the table that it means.")
LABELS: Mapping[str, Message] = {
    "missing-label": say("The schema has a column that the table does not have."),
    "extra-label": say("The table has a column that the schema does not have."),
    "incorrect-label": say("A column does not have the name that the schema has at its place."),
    "blank-label": say("A column has no name."),
    "duplicate-label": say("Two columns have the same name."),
}


def examine_against(context: Context, schema: DeclaredSchema) -> Iterable[Finding]:
    """Yield one finding for each kind of error and each field; errors of whole rows and keys name no column."""
    ordered = _in_order_of_table(context, schema)
    if ordered is not schema:
        yield _order(context, schema)
        schema = ordered
    try:
        found = verdicts(context.sheet, [column.distinct for column in context.columns], schema)
    except SchemaRefused as refused:
        yield _refused(schema, refused.number)
        return
    if is_of_later_version(schema):
        yield Finding(kind="schema-version", tier=Tier.NOTE, count=1, words=Words(
            what=say("The schema is written for a later version of Table Schema than this program knows."),
            where=say("The whole table."),
            next_step=say("What this version knows of it was held against the table. See whether it has rules that are not "
                          "told here.")))
    yield from _not_at_hand(schema)
    yield from told_apart(_finding(context, schema, verdict) for verdict in _once(found))


def _refused(schema: DeclaredSchema, number: int) -> Finding:
    """Return why the schema cannot be held against any table: its column of that place, or a key without its columns."""
    trouble = None if number else key_trouble(schema.descriptor)
    what = say("The schema cannot be held against this table.") if trouble is None else what_is_wrong(trouble)
    where = say("Column {number} of the schema.", number=number) if number else say("The whole table.")
    next_step = say("Ask the person who made the schema for a corrected one, or go on without it.")
    if trouble is not None:
        where, next_step = which_key(trouble), say("Correct the key in the schema or take it out, or go on without the schema.")
    return Finding(kind="schema-error", tier=Tier.BLOCK, count=1, words=Words(what=what, where=where, next_step=next_step))


def _not_at_hand(schema: DeclaredSchema) -> Iterable[Finding]:
    """Yield one note for all tables that the schema's keys name and that were not read."""
    keys = schema.descriptor.get("foreignKeys")
    named = {str(key["reference"].get("resource") or "") for key in keys if isinstance(key, Mapping)
             and isinstance(key.get("reference"), Mapping)} if isinstance(keys, list) else set()
    missing = sorted(named - {""} - set(schema.tables))
    if missing:
        yield Finding(kind="named-table-missing", tier=Tier.WARN, count=len(missing), words=Words(
            what=say_count("The schema names another table, which is not at hand.",
                           "The schema names {count} other tables, which are not at hand.", len(missing)),
            where=say("The whole table."),
            next_step=say("Give a Data Package whose tables lie beside it; until then the keys to it are not checked.")))


def is_of_later_version(schema: DeclaredSchema) -> bool:
    """Return whether the schema names a version of the standard that is newer than the one known here."""
    found = VERSION.search(str(schema.descriptor.get("$schema", "")))
    return found is not None and int(found[1]) > KNOWN_VERSION


def _once(found: Iterable[Verdict]) -> Iterable[Verdict]:
    """Return the verdicts without a second one of the same kind and field: two columns may both be extra."""
    seen: set[tuple[str, str | None, int, ForeignKey | None]] = set()
    for verdict in found:
        key = (verdict.kind, verdict.field, 0 if verdict.field else verdict.number, verdict.key)
        if key not in seen:
            seen.add(key)
            yield verdict


def _finding(context: Context, schema: DeclaredSchema, verdict: Verdict) -> Finding:
    column = _column(context, verdict)
    rows = verdict.rows
    what, next_step = _said(schema, verdict)
    where = _where(column, len(rows), int(rows[0])) if len(rows) else _place(context, column, verdict)
    return Finding(kind=verdict.kind, tier=Tier.BLOCK, column=column, count=max(1, len(rows)), rows=positions_of(rows),
                   which=_which(verdict.key), words=Words(what=what, where=where, next_step=next_step),
                   remedies=("leave_out_quarantined",) if verdict.kind in ("missing-cell", "extra-cell") else ())


def _which(key: ForeignKey | None) -> str:
    """Return what tells a key from the others of its columns."""
    return "" if key is None else listed((*key.fields, key.resource, *key.named)).replace("|", "/")


def _column(context: Context, verdict: Verdict) -> str | None:
    if verdict.key is not None and len(verdict.key.fields) == 1:
        return verdict.key.fields[0]
    if verdict.field or not 0 < verdict.number <= len(context.sheet.columns):
        return verdict.field
    return context.sheet.columns[verdict.number - 1].name


def _place(context: Context, column: str | None, verdict: Verdict) -> Message:
    if 0 < verdict.number <= len(context.sheet.columns):
        place = str(context.sheet.columns[verdict.number - 1].position)
        if verdict.kind == "incorrect-label" and verdict.field:
            return say("Place {place} from the left, where the schema has {column}.", place=place,
                       column=" ".join(verdict.field.split()))
        return say("Place {place} from the left.", place=place)
    return say("Column {column}.", column=" ".join((column or "").split())) if column else say("The whole table.")


def _where(column: str | None, count: int, first: int) -> Message:
    if column is None:
        return say_count("Row {first}.", "{count} rows, the first is row {first}.", count, first=str(first))
    return say_count("Column {column}, row {first}.", "Column {column}, {count} rows, the first is row {first}.", count,
                     column=" ".join(column.split()), first=str(first))


def _in_order_of_table(context: Context, schema: DeclaredSchema) -> DeclaredSchema:
    """Return the schema with its fields in the order of the table, where the table has all of them and no other column.

    A schema that says itself how fields and columns are paired is left as it is. Source: Table Schema v2, "fieldsMatch".
    """
    labels = [column.label or "" for column in context.sheet.columns]
    names = [one.name for one in schema.fields]
    listed = schema.descriptor.get("fields")
    if schema.descriptor.get("fieldsMatch") not in (None, "exact"):
        return schema
    if labels == names or sorted(labels) != sorted(names) or not isinstance(listed, list) or len(listed) != len(names):
        return schema
    written = dict(zip(names, listed, strict=True))
    fields = {one.name: one for one in schema.fields}
    return replace(schema, descriptor={**schema.descriptor, "fields": [written[label] for label in labels]},
                   fields=tuple(fields[label] for label in labels))


def _order(context: Context, schema: DeclaredSchema) -> Finding:
    """Return the warning that columns stand elsewhere; the cells of each were held against the field of its name."""
    first = next(column for column, one in zip(context.sheet.columns, schema.fields, strict=True) if column.label != one.name)
    count = sum(column.label != one.name for column, one in zip(context.sheet.columns, schema.fields, strict=True))
    return Finding(kind="incorrect-label", tier=Tier.WARN, count=count, words=Words(
        what=say("The columns stand in another order than in the schema."),
        where=say_count("{count} column. The first is {column}, place {place} from the left.",
                        "{count} columns. The first is {column}, place {place} from the left.", count,
                        column=" ".join((first.label or "").split()), place=str(first.position)),
        next_step=say("Each column was held against the rules of its own name. Put them in the order of the schema if a "
                      "program reads them by their places.")))


def _said(schema: DeclaredSchema, verdict: Verdict) -> tuple[Message, Message]:
    if verdict.kind in LABELS:
        return LABELS[verdict.kind], RENAME
    if verdict.kind == "schema-error":
        return _rule_refused(verdict)
    if verdict.kind == "type-error":
        return _not_of_type(schema, verdict), MEND
    if verdict.kind == "constraint-error" and verdict.rules:
        return rules_told(verdict.rules, _form_of(schema, verdict)[0], THE_SCHEMA), MEND
    if verdict.key is not None:
        missing = _not_in_named(schema, verdict.key)
        return (_names_nothing(verdict.key, missing), MEND_KEY) if missing else (
            _unknown_key(verdict.key, len(verdict.rows)), MEND)
    return _counted(verdict.kind, len(verdict.rows)), MEND


def _rule_refused(verdict: Verdict) -> tuple[Message, Message]:
    if verdict.is_pattern:
        return (say("The pattern of this column could take without end, so it is not tried."),
                say("Write the pattern without a repetition inside a repetition, or take it out of the schema."))
    return say("A rule of this column does not fit its type."), say("Change the rule or the type of the column.")


def _not_of_type(schema: DeclaredSchema, verdict: Verdict) -> Message:
    kind, form = _form_of(schema, verdict)
    return say_count("One cell is not of the column's type, {type}: expected a value such as {example}.",
                     "{count} cells are not of the column's type, {type}: expected values such as {example}.",
                     len(verdict.rows), type=name_of_type(kind), example=example_of(kind, form))


def _form_of(schema: DeclaredSchema, verdict: Verdict) -> tuple[str, str | None]:
    return next(((one.type, one.format) for one in schema.fields if one.name == verdict.field), ("string", None))


def _not_in_named(schema: DeclaredSchema, key: ForeignKey) -> tuple[str, ...]:
    """Return the columns that a key names and that the table it names does not have."""
    table = schema.tables.get(key.resource)
    there = {one.name for one in schema.fields} if not key.resource else (
        set() if table is None else {column.label or "" for column in table.sheet.columns})
    return tuple(name for name in key.named if name not in there)


def _names_nothing(key: ForeignKey, missing: tuple[str, ...]) -> Message:
    if not key.resource:
        return say("The key {key} of the schema names {columns} of this table, and there is no such column.",
                   key=listed(key.fields), columns=listed(missing))
    return say("The key {key} of the schema names {columns} of the table {table}, and there is no such column.",
               key=listed(key.fields), columns=listed(missing), table=" ".join(key.resource.split()))


def _unknown_key(key: ForeignKey, count: int) -> Message:
    own, named = listed(key.fields), listed(key.named)
    if not key.resource:
        return say_count("One record has a value in {columns} that no record of this table has in {named}.",
                         "{count} records have a value in {columns} that no record of this table has in {named}.", count,
                         columns=own, named=named)
    return say_count("One record has a value in {columns} that no record of the table {table} has in {named}.",
                     "{count} records have a value in {columns} that no record of the table {table} has in {named}.", count,
                     columns=own, named=named, table=" ".join(key.resource.split()))


def _counted(kind: str, count: int) -> Message:
    said = {
        "constraint-error": say_count("One cell breaks a rule of its column.",
                                      "{count} cells break a rule of their column.", count),
        "unique-error": say_count("One value is in the column a second time, and its rule is that each comes once.",
                                  "{count} values are in the column again, and its rule is that each comes once.", count),
        "primary-key": say_count("One record has no key, or the key of an earlier one.",
                                 "{count} records have no key, or the key of an earlier one.", count),
        "missing-cell": say_count("One row ends before this column.", "{count} rows end before this column.", count),
        "extra-cell": say_count("One row has more cells than the table has columns.",
                                "{count} rows have more cells than the table has columns.", count),
        "blank-row": say_count("One row is empty.", "{count} rows are empty.", count),
    }
    return said[kind]
