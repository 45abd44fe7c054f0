"""What is the matter with the keys that a schema declares: columns that are not there, or not as many as they name.

Source: Table Schema v2, "primaryKey" and "foreignKeys"; frictionless 5.21 refuses a schema with such a key as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steward.schema.table_schema import primary_key_of
from steward.vocabulary.message import Message, say, say_count


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTrouble:
    """One key that cannot be held; `missing` are its columns that the schema does not have."""

    key: tuple[str, ...]
    missing: tuple[str, ...] = ()
    named: tuple[str, ...] = ()   # the columns that it names, of this table or another
    is_primary: bool = False


def key_trouble(descriptor: Mapping[str, Any]) -> KeyTrouble | None:
    """Return the first key of a Table Schema that its own columns do not allow; None where there is none."""
    listed = descriptor.get("fields")
    names = {one.get("name") for one in listed if isinstance(one, Mapping)} if isinstance(listed, list) else set()
    if _is_malformed(descriptor):
        return KeyTrouble(key=())
    primary = primary_key_of(descriptor)
    if missing := tuple(name for name in primary if name not in names):
        return KeyTrouble(key=primary, missing=missing, is_primary=True)
    foreign = descriptor.get("foreignKeys")
    found = (_of_foreign(key, names) for key in foreign if isinstance(key, Mapping)) if isinstance(foreign, list) else ()
    return next((one for one in found if one is not None), None)


def _is_malformed(descriptor: Mapping[str, Any]) -> bool:
    primary, foreign = descriptor.get("primaryKey", []), descriptor.get("foreignKeys", [])
    is_primary = isinstance(primary, str) or (isinstance(primary, list) and all(isinstance(name, str) for name in primary))
    return not (is_primary and isinstance(foreign, list) and all(
        isinstance(key, Mapping) and isinstance(key.get("reference"), Mapping) for key in foreign))


def _of_foreign(key: Mapping[str, Any], names: set[Any]) -> KeyTrouble | None:
    own, reference = _texts(key.get("fields")), key.get("reference")
    named = _texts(reference.get("fields")) if isinstance(reference, Mapping) else ()
    missing = tuple(name for name in own if name not in names)
    return KeyTrouble(key=own, missing=missing, named=named) if missing or len(own) != len(named) else None


def what_is_wrong(trouble: KeyTrouble) -> Message:
    """Return in a sentence what the key asks for that is not there."""
    if not trouble.key:
        return say("The keys of the schema are not written as a Table Schema writes them.")
    if not trouble.missing:
        return say("A key of the schema has {count} of its own columns and names {named}.", count=len(trouble.key),
                   named=say_count("{count} column", "{count} columns", len(trouble.named)))
    missing = listed(trouble.missing)
    if trouble.is_primary:
        return say_count("The primary key of the schema names the column {columns}, which the schema does not have.",
                         "The primary key of the schema names the columns {columns}, which the schema does not have.",
                         len(trouble.missing), columns=missing)
    return say_count("A foreign key of the schema names the column {columns}, which the schema does not have.",
                     "A foreign key of the schema names the columns {columns}, which the schema does not have.",
                     len(trouble.missing), columns=missing)


def which_key(trouble: KeyTrouble) -> Message:
    """Return the key by its columns."""
    if not trouble.key:
        return say("Under primaryKey or foreignKeys in the schema.")
    if trouble.is_primary or not trouble.named:
        return say("The key {columns} of the schema.", columns=listed(trouble.key))
    return say("The key {columns} of the schema, which names {named}.", columns=listed(trouble.key),
               named=listed(trouble.named))


def listed(names: Sequence[str]) -> str:
    """Return names one after the other, each in one line."""
    return ", ".join(" ".join(name.split()) for name in names)


def _texts(written: object) -> tuple[str, ...]:
    """Return the columns of a key, which may be one text."""
    found = [written] if isinstance(written, str) else written if isinstance(written, list) else []
    return tuple(name for name in found if isinstance(name, str))
