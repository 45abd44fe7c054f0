"""What `frictionless validate` says of a whole table against a declared schema, records that were set apart included.

Kinds, rows and fields are those of frictionless 5.21. Where it stops on a rule that does not fit its field, the field gets one
"schema-error" and its other rules are not judged. Records set apart are read from their text and judged as they stand.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from itertools import zip_longest
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.schema.cells import Cells, RuleRefused, read_cells, read_one, reader_of
from steward.schema.declared import DeclaredSchema, Expected, ForeignKey, NamedTable, SchemaRefused, expected
from steward.schema.keys import key_codes, later_ones, named_keys, rows_of_codes, unknown_ones
from steward.schema.patterns import PatternRefused
from steward.schema.rule_words import BrokenRule, broken_rules
from steward.table.distinct import Distinct, Mask, distinct
from steward.table.sheet import Sheet
from steward.table.written import split_lines
from steward.vocabulary.quoting import Quoting

Rows = npt.NDArray[np.int64]
KINDS = ("type-error", "constraint-error", "unique-error", "primary-key", "foreign-key", "missing-cell", "extra-cell",
         "blank-row", "blank-label", "duplicate-label", "missing-label", "extra-label", "incorrect-label", "schema-error")


@dataclass(frozen=True, kw_only=True, eq=False)
class Verdict:
    """One kind of error, of one field or (None) of whole rows; `is_pattern` marks a pattern that was refused."""

    kind: str
    field: str | None = None
    rows: Rows = made_by(default_factory=lambda: np.zeros(0, np.int64))
    number: int = 0        # 1-based place of the column, of errors of labels
    is_pattern: bool = False
    rules: tuple[BrokenRule, ...] = ()    # of a "constraint-error": which rules of the field are broken
    key: ForeignKey | None = None         # of a "foreign-key": the key whose records are not there


@dataclass(frozen=True, kw_only=True)
class Records:
    """All records of the file: those of the table, then those set apart or left out as blank, with their row numbers."""

    sheet: Sheet
    known: Sequence[Distinct]
    others: Sequence[Sequence[str]]
    rows: Rows

    @property
    def is_short(self) -> Rows:
        """Return how many cells each of the other records has."""
        return np.array([len(cells) for cells in self.others], np.int64)


def verdicts(sheet: Sheet, known: Sequence[Distinct], schema: DeclaredSchema) -> tuple[Verdict, ...]:
    """Return every verdict of frictionless; `known` are the distinct values of each column. Raises: SchemaRefused."""
    labels = [column.label or "" for column in sheet.columns]
    pairing = expected(schema, labels)
    records = _records(sheet, known)
    return (*_of_labels(pairing), *_of_records(records, pairing, schema.tables))


def _of_labels(pairing: Expected) -> Iterable[Verdict]:
    for error in pairing.label_errors:
        yield Verdict(kind=error.kind, field=error.field or None, number=error.number)


def _records(sheet: Sheet, known: Sequence[Distinct]) -> Records:
    delimiter = sheet.provenance.delimiter or ","
    apart = [(one.row, _cells(one.text, delimiter, sheet.provenance.quoting)) for one in sheet.quarantine
             if one.cells != len(sheet.columns)]
    blank = [(row, [""] * cells) for row, cells in _blank_records(sheet) if row > _header(sheet)]
    others = sorted([*apart, *blank])
    rows = np.concatenate([sheet.rows, np.array([row for row, _ in others], np.int64)])
    return Records(sheet=sheet, known=known, others=[cells for _, cells in others], rows=rows)


def _blank_records(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """Return the rows without any text and how many cells their separators part: none in an empty line."""
    return zip_longest(sheet.provenance.blank_rows, sheet.provenance.blank_cells, fillvalue=0)


def _header(sheet: Sheet) -> int:
    return max(sheet.provenance.header_rows, default=0)


def _cells(text: str, delimiter: str, quoting: Quoting) -> list[str]:
    return next(iter(split_lines(io.StringIO(text, newline=""), delimiter, quoting)), [])


def _of_records(records: Records, pairing: Expected, tables: Mapping[str, NamedTable]) -> Iterable[Verdict]:
    height, width = len(records.rows), len(pairing.fields)
    of_fields: list[Cells] = []
    broken: list[Verdict] = []
    for place, one in enumerate(pairing.fields):
        try:
            of_fields.append(_column(records, place, one))
        except (RuleRefused, PatternRefused) as cause:
            broken.append(Verdict(kind="schema-error", field=one.name, is_pattern=isinstance(cause, PatternRefused)))
            of_fields.append(_unjudged(height))
    is_blank = np.ones(height, np.bool_)
    for cells in of_fields:
        is_blank &= cells.is_nothing
    yield from broken
    yield from _of_rows(records, pairing, is_blank, width)
    for one, cells in zip(pairing.fields, of_fields, strict=True):
        yield from _some("type-error", one.name, records, cells.not_of_type & ~is_blank)
        counts = {name: int((mask & ~is_blank).sum()) for name, mask in cells.rules.items()}
        yield from _some("constraint-error", one.name, records, cells.against_rule & ~is_blank,
                         rules=broken_rules(one.constraints, counts))
    skipped = frozenset(verdict.field for verdict in broken)
    yield from _of_keys(records, pairing, skipped)
    yield from _of_foreign_keys(records, pairing, skipped, tables)


def _unjudged(height: int) -> Cells:
    none = np.zeros(height, np.bool_)
    return Cells(not_of_type=none, rules={}, is_nothing=none)


def _column(records: Records, place: int, one: Any) -> Cells:
    """Return what is said of one column's cell in each record."""
    known = records.known[place]
    inside = read_cells(one, known.values)
    inside = inside if known.codes is None else inside.of(known.codes)
    if not records.others:
        return inside
    return inside.followed_by(_outside(records, place, one))


def _outside(records: Records, place: int, one: Any) -> Cells:
    """Return what is said of the column's cell in the other records; those that end before it have none."""
    texts = [cells[place] if place < len(cells) else None for cells in records.others]
    is_short = np.array([text is None for text in texts], np.bool_)
    read = reader_of(one)
    cell, notes = read_one(read, None) if is_short.any() else (None, None)
    if is_short.all():
        return Cells(not_of_type=np.zeros(len(texts), np.bool_), rules=dict.fromkeys(notes or (), is_short),
                     is_nothing=is_short & (cell is None))
    judged = read_cells(one, pa.array([text or "" for text in texts], pa.string()))
    rules = {name: np.where(is_short, name in (notes or ()), judged.rules.get(name, False))
             for name in {**judged.rules, **(notes or {})}}
    return Cells(not_of_type=judged.not_of_type & ~is_short, rules=rules,
                 is_nothing=np.where(is_short, cell is None, judged.is_nothing))


def _of_rows(records: Records, pairing: Expected, is_blank: Mask, width: int) -> Iterable[Verdict]:
    yield from _some("blank-row", None, records, is_blank)
    sizes = np.concatenate([np.full(records.sheet.height, width, np.int64), records.is_short])
    yield from _some("extra-cell", None, records, (sizes > width) & ~is_blank)
    for place, one in enumerate(pairing.fields):
        yield from _some("missing-cell", one.name, records, (sizes <= place) & ~is_blank)


def _of_keys(records: Records, pairing: Expected, skipped: frozenset[str | None]) -> Iterable[Verdict]:
    order = np.argsort(records.rows, kind="stable") if records.others else None
    places = {one.name: place for place, one in enumerate(pairing.fields)}
    codes: dict[str, Rows] = {}

    def codes_of(name: str) -> Rows:
        if name not in codes:
            place = places[name]
            others = [cells[place] if place < len(cells) else None for cells in records.others]
            codes[name] = key_codes(pairing.fields[place], records.known[place], others)
        return codes[name]

    for one in pairing.fields:
        if one.constraints.get("unique") and one.name not in skipped:
            own = codes_of(one.name)
            yield from _some("unique-error", one.name, records, later_ones(own, own >= 0, order))
    if pairing.primary_key and not skipped.intersection(pairing.primary_key):
        parts = [codes_of(name) for name in pairing.primary_key]
        nothing = np.logical_and.reduce([part == -1 for part in parts])
        again = later_ones(rows_of_codes(parts), ~nothing, order)
        yield from _some("primary-key", None, records, nothing | again)


def _of_foreign_keys(records: Records, pairing: Expected, skipped: frozenset[str | None],
                     tables: Mapping[str, NamedTable]) -> Iterable[Verdict]:
    """Yield for each key the records that name what stands nowhere; keys to a table that is not at hand are passed over."""
    places = {one.name: place for place, one in enumerate(pairing.fields)}
    for key in pairing.foreign_keys:
        if skipped.intersection(key.fields if key.resource else (*key.fields, *key.named)) or (
                key.resource and key.resource not in tables):
            continue
        named = (_keys_of(tables[key.resource], key.named) if key.resource
                 else named_keys(pairing.fields, places, records, key.named))
        yield from _some("foreign-key", None, records,
                         unknown_ones(named_keys(pairing.fields, places, records, key.fields), named), key=key)


def _keys_of(table: NamedTable, names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return the keys that another table holds, read by its own schema. Raises: SchemaRefused."""
    pairing = expected(DeclaredSchema(descriptor={**table.descriptor, "foreignKeys": []}, fields=()),
                       [column.label or "" for column in table.sheet.columns])
    records = _records(table.sheet, [distinct(column.values) for column in table.sheet.columns])
    places = {one.name: place for place, one in enumerate(pairing.fields)}
    try:
        return named_keys(pairing.fields, places, records, names)
    except RuleRefused as cause:
        raise SchemaRefused from cause


def _some(kind: str, name: str | None, records: Records, mask: Mask, *, rules: tuple[BrokenRule, ...] = (),
          key: ForeignKey | None = None) -> Iterable[Verdict]:
    if mask.any():
        yield Verdict(kind=kind, field=name, rows=np.sort(records.rows[mask]), rules=rules, key=key)
