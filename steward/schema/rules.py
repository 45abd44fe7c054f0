"""Which values of a column break the rules of a field, with the verdicts of frictionless.

Context: the sealed file must pass `frictionless validate`, which takes 39 seconds for a million rows. Decision: values that a
pattern proves are let through, and every other distinct value is judged by frictionless' own cell reader, so the two cannot
disagree. Source: frictionless 5.21, read and run. Guarded: a bound that does not fit the field's form makes frictionless stop
(its fault).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from steward.schema.cells import RuleRefused, read_cells
from steward.schema.field import Field
from steward.schema.patterns import PatternRefused
from steward.schema.table_schema import to_table_schema
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import byte_lengths, mask_of, matching

Reader = Callable[[str], tuple[Any, Mapping[str, str] | None]]
BYTES_PER_LETTER = 4   # at most, in UTF-8


@dataclass(frozen=True, kw_only=True)
class Broken:
    """The values that break a rule: those that are not of the type, and for each other rule the values against it."""

    type: Mask
    rules: Mapping[str, Mask]   # by the rule's name in Table Schema: required, minimum, enum, ...

    @property
    def any_rule(self) -> Mask:
        """Return which values break at least one rule other than the type."""
        broken: Mask = np.logical_or.reduce([np.zeros(len(self.type), np.bool_), *self.rules.values()])
        return broken


class RuleUnreadable(ValueError):
    """A rule of a field that cannot be read as its type asks."""


def broken_values(column: ColumnProfile, field: Field) -> Broken:
    """Return which of the column's values break the field's rules. Raises: RuleUnreadable if a rule makes no sense."""
    to_judge = np.flatnonzero(~_proven(column, field))
    if len(to_judge):
        to_judge = to_judge[_may_break(column.distinct.values.take(pa.array(to_judge)), field)]
    broken = Broken(type=np.zeros(len(column.is_blank), np.bool_), rules={})
    return broken if not len(to_judge) else _judged(column, field, to_judge)


def _may_break(values: pa.Array, field: Field) -> Mask:
    """Return which values frictionless stands against, most of them found in one go; which rule they break is not told yet."""
    try:
        cells = read_cells(standard_field(field), values)
    except (RuleRefused, PatternRefused) as cause:
        raise RuleUnreadable from cause
    return cells.not_of_type | cells.against_rule


def parsed_values(column: ColumnProfile, field: Field) -> list[Any]:
    """Return each value as the field reads it; None where it is missing or not of the type."""
    read = cell_reader(field)
    return [read(value)[0] for value in column.distinct.values.to_pylist()]


def cell_reader(field: Field) -> Reader:
    """Return frictionless' own reader of the field's cells. Raises: RuleUnreadable if a rule makes no sense."""
    from frictionless import FrictionlessException

    try:
        reader: Reader = standard_field(field).create_cell_reader()
        reader("")
    except (FrictionlessException, TypeError, ValueError) as cause:
        raise RuleUnreadable from cause
    return reader


def standard_field(field: Field) -> Any:
    """Return the field as frictionless knows it, within its schema. Raises: RuleUnreadable if it does not take it."""
    from frictionless import FrictionlessException, Schema

    try:
        return Schema.from_descriptor(to_table_schema([field])).fields[0]
    except (FrictionlessException, TypeError, ValueError) as cause:
        raise RuleUnreadable from cause


def _judged(column: ColumnProfile, field: Field, to_judge: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Broken:
    read = cell_reader(field)
    height = len(column.is_blank)
    broken: dict[str, Mask] = {}
    for place, value in zip(to_judge.tolist(), column.distinct.values.take(pa.array(to_judge)).to_pylist(), strict=True):
        for rule in _notes(read, value):
            broken.setdefault(rule, np.zeros(height, np.bool_))[place] = True
    return Broken(type=broken.pop("type", np.zeros(height, np.bool_)), rules=broken)


def _notes(read: Reader, value: str) -> tuple[str, ...]:
    try:
        return tuple(read(value)[1] or ())
    except TypeError as cause:   # a bound that is not of the field's type
        raise RuleUnreadable from cause


def _proven(column: ColumnProfile, field: Field) -> Mask:
    """Return which values keep all rules for certain, without asking frictionless."""
    values = column.distinct.values
    rules = field.constraints
    missing = mask_of(_is_in(values, field.missing_values))
    proven: Mask = ~missing if _types_agree(column, field) else np.zeros(len(values), np.bool_)
    if field.type != "string":
        proven &= ~column.odd & ~column.is_blank
    if rules.minimum is not None or rules.maximum is not None or rules.enum is not None:
        proven[:] = False
    elif field.type == "string":
        proven &= _lengths_fit(values, field) & _pattern_fits(values, rules.pattern)
    elif rules.pattern or rules.min_length is not None or rules.max_length is not None:
        proven[:] = False
    return proven | (missing & (not rules.required))


def _types_agree(column: ColumnProfile, field: Field) -> bool:
    if field.type == "string":
        return field.format is None
    same = (column.type, column.format) == (field.type, field.format)
    return same or (field.type == "number" and column.type == "integer" and field.format is None)


def _lengths_fit(values: pa.Array, field: Field) -> Mask:
    """Return which values have an allowed length; letters are at most as many as bytes, and at least a quarter."""
    lengths, rules = byte_lengths(values), field.constraints
    fits = np.ones(len(values), np.bool_)
    if rules.max_length is not None:
        fits &= lengths <= rules.max_length
    if rules.min_length is not None:
        fits &= lengths >= BYTES_PER_LETTER * rules.min_length
    return fits


def _pattern_fits(values: pa.Array, pattern: str | None) -> Mask:
    """Return which values keep the pattern for certain: plain letters, and RE2 reads the pattern as Python does."""
    import pyarrow.compute as pc

    if pattern is None:
        return np.ones(len(values), np.bool_)
    try:
        return matching(values, f"^(?:{pattern})$") & mask_of(pc.string_is_ascii(values))
    except pa.ArrowInvalid:
        return np.zeros(len(values), np.bool_)


def _is_in(values: pa.Array, known: tuple[str, ...]) -> pa.Array:
    import pyarrow.compute as pc

    return pc.is_in(values, pa.array(known, values.type))
