"""A schema as somebody wrote it, and how frictionless understands it: header, expected fields and their readers.

Decision: nothing of a declared schema is translated; frictionless itself reads the descriptor and pairs fields with labels, so
that a format, a separator or a rule that Steward has no word for is still kept. Source: frictionless 5.21, `table/header.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from steward.schema.field import Field
from steward.table.sheet import Sheet


class SchemaRefused(ValueError):
    """A schema that frictionless does not take, or that cannot be paired with this table's labels.

    `number` is the 1-based place of the field that it stops at, 0 where it is no single one.
    """

    def __init__(self, number: int = 0) -> None:
        """Keep the place."""
        super().__init__()
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTable:
    """Another table of a Data Package, which foreign keys may name, and its Table Schema."""

    sheet: Sheet
    descriptor: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredSchema:
    """A Table Schema: its descriptor as written, and its fields as Steward shows them; `tables` are those its keys may name."""

    descriptor: Mapping[str, Any]
    fields: tuple[Field, ...]
    tables: Mapping[str, NamedTable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """Fields whose values must stand in other fields, of the same table where `resource` is empty."""

    fields: tuple[str, ...]
    named: tuple[str, ...]
    resource: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelError:
    """What is the matter with one label, as frictionless says it."""

    kind: str
    field: str    # empty: the label has no field
    number: int   # 1-based place of the column


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The fields of frictionless for each column in turn, what is the matter with the labels, and the keys."""

    fields: tuple[Any, ...]
    label_errors: tuple[LabelError, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]


def expected(schema: DeclaredSchema, labels: Sequence[str]) -> Expected:
    """Return how frictionless pairs the schema with the labels. Raises: SchemaRefused."""
    from frictionless import FrictionlessException, Resource, Schema

    whole = _unlabeled(schema.descriptor)
    plain = {key: value for key, value in whole.items() if key != "foreignKeys"}
    try:
        keys = Schema.from_descriptor(whole).foreign_keys if "foreignKeys" in whole else ()   # a second reading of thousands
        with Resource(data=[list(labels)], schema=Schema.from_descriptor(plain)) as resource:
            header = resource.header
            fields = tuple(header.get_expected_fields())
            errors = tuple(_label_error(error) for error in header.errors)
            primary = tuple(resource.schema.primary_key)
    except (FrictionlessException, TypeError, ValueError, KeyError, AttributeError) as cause:
        raise SchemaRefused(_first_refused(whole)) from cause
    known = {field.name for field in fields}
    return Expected(fields=fields, label_errors=errors, primary_key=primary if known.issuperset(primary) else (),
                    foreign_keys=tuple(key for key in map(_foreign_key, keys) if known.issuperset(key.fields)))


def _first_refused(descriptor: Mapping[str, Any]) -> int:
    """Return the place of the first field that frictionless does not take by itself, 0 where it takes each of them."""
    from frictionless import FrictionlessException, Schema

    fields = descriptor.get("fields")
    for number, one in enumerate(fields if isinstance(fields, list) else (), start=1):
        try:
            Schema.from_descriptor({"fields": [one]}).fields[0].create_cell_reader()
        except (FrictionlessException, TypeError, ValueError, KeyError, AttributeError):
            return number
    return 0


def _unlabeled(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Return the descriptor with its missing values as texts: version 2 may label them, which frictionless 5.21 refuses."""
    fields = descriptor.get("fields")
    inner = {"fields": [_unlabeled(one) for one in fields]} if isinstance(fields, list) else {}
    words = descriptor.get("missingValues")
    texts = {"missingValues": [one.get("value", "") if isinstance(one, Mapping) else one for one in words]} if words else {}
    return {**descriptor, **inner, **texts}


def _label_error(error: Any) -> LabelError:
    return LabelError(kind=error.type, field=getattr(error, "field_name", ""), number=getattr(error, "field_number", 0))


def _foreign_key(key: Mapping[str, Any]) -> ForeignKey:
    reference = key["reference"]
    return ForeignKey(fields=tuple(key["fields"]), named=tuple(reference["fields"]), resource=reference.get("resource") or "")
