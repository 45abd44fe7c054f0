"""A schema that a table may be asked to keep, and how well the table's columns fit it.

Columns are paired by the words of their names, so "PermitNum", "permit_num" and "Permit Num" are one; a schema of the program
may list further headers of a field under "headers", a property of its own that other tools pass over, as the standard lets it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from steward.schema.field import Constraints, Field
from steward.table.header_words import header_words

FEWEST_COLUMNS, LEAST_SHARE = 3, 0.6    # of the schema's fields: what is offered unasked must be hard to mistake
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSchema:
    """A Table Schema of the program's catalog, or one that a person chose."""

    name: str
    title: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)   # by field, how else its column may be headed
    explain: str = ""
    source: str = ""
    confirmed_by: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the fields, in their order."""
        return tuple(field.name for field in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A table's columns beside a schema's fields. `pairs` hold column and name of the field, in the order of the table."""

    schema: AskedSchema
    pairs: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]       # fields that no column has
    extra: tuple[str, ...]         # columns that no field has
    is_reordered: bool

    @property
    def share(self) -> float:
        """Return which part of the schema's fields the table has, 0 to 1."""
        return len(self.pairs) / len(self.schema.fields)


def fit(schema: AskedSchema, columns: Sequence[str]) -> Fit:
    """Return how the columns fit the schema; each column and each field is paired once, the first that fits."""
    known = _known(schema)
    taken: dict[str, str] = {}
    for column in columns:
        name = known.get(header_words(column))
        if name is not None and name not in taken:
            taken[name] = column
    order = {name: place for place, name in enumerate(schema.names)}
    places = [order[name] for name in taken]
    pairs = tuple((column, name) for name, column in taken.items())
    paired = {column for column, _ in pairs}
    return Fit(schema=schema, pairs=pairs, missing=tuple(name for name in schema.names if name not in taken),
               extra=tuple(column for column in columns if column not in paired), is_reordered=places != sorted(places))


def fitting(schemas: Iterable[AskedSchema], columns: Sequence[str]) -> tuple[Fit, ...]:
    """Return the schemas that may be offered, the best fit first."""
    fits = (fit(schema, columns) for schema in schemas)
    good = [one for one in fits if len(one.pairs) >= FEWEST_COLUMNS and one.share >= LEAST_SHARE]
    return tuple(sorted(good, key=lambda one: (-one.share, -len(one.pairs), one.schema.name)))


def asked_fields(fields: Sequence[Field], found: Fit) -> tuple[Field, ...]:
    """Return the fields that the schema asks something of, with its type and rules; words that a person gave stay."""
    asked = {one.name: one for one in found.schema.fields}
    names = dict(found.pairs)
    return tuple(_as_asked(one, asked[names[one.column]]) for one in fields if one.column in names)


def asked_key(found: Fit) -> tuple[str, ...]:
    """Return the columns of the schema's primary key; () where the table does not have all of them."""
    columns = {name: column for column, name in found.pairs}
    key = found.schema.primary_key
    return tuple(columns[name] for name in key) if all(name in columns for name in key) else ()


def _as_asked(said: Field, asked: Field) -> Field:
    worded = replace(said, title=said.title or asked.title, description=said.description or asked.description,
                     unit=said.unit or asked.unit, codes=said.codes or asked.codes)
    if asked.type == "any" and asked.constraints == Constraints():
        return worded
    return replace(worded, constraints=asked.constraints).read_as(asked)


def _known(schema: AskedSchema) -> dict[Words, str]:
    """Return the field of each way to write a header; the name of a field goes before another field's further headers."""
    known = {header_words(name): name for name in reversed(schema.names)}
    for name, headers in schema.headers.items():
        for header in headers:
            known.setdefault(header_words(header), name)
    return {words: name for words, name in known.items() if words}

