"""The cells of one column as frictionless reads them, worked out once for each distinct value.

Decision: a value that a pattern proves canonical is let through, text is judged by Arrow, and every other distinct value goes
through frictionless' own cell reader. Source: the corners were read in frictionless 5.21, `schema/field.py`, and run.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.schema.canonical_forms import canonical_form
from steward.schema.patterns import keeps_pattern
from steward.table.distinct import Mask
from steward.table.text import mask_of, matching

Reader = Callable[[Any], tuple[Any, Mapping[str, str] | None]]
MARGIN = 1e-6   # a number so much inside its bounds is inside however it is rounded
OWN_WORDS = ("bareNumber", "floatNumber", "decimalChar", "groupChar", "trueValues", "falseValues")
OF_TEXT = {"required", "unique", "minLength", "maxLength", "pattern", "enum"}
OF_OTHERS = {"required", "unique", "minimum", "maximum", "enum"}


class RuleRefused(ValueError):
    """A rule that does not fit its field, on which frictionless itself stops (its fault)."""


@dataclass(frozen=True, kw_only=True)
class Cells:
    """What frictionless says of each value: not of the type, against a rule, or nothing at all."""

    not_of_type: Mask
    rules: Mapping[str, Mask]   # the values against each rule that is broken, by its name in Table Schema
    is_nothing: Mask            # missing, and so part of a blank row

    @property
    def against_rule(self) -> Mask:
        """Return which values break at least one rule other than the type."""
        broken: Mask = np.logical_or.reduce([np.zeros(len(self.not_of_type), np.bool_), *self.rules.values()])
        return broken

    def of(self, codes: npt.NDArray[np.integer[Any]]) -> "Cells":
        """Return the same for each row."""
        return Cells(not_of_type=self.not_of_type[codes], is_nothing=self.is_nothing[codes],
                     rules={name: mask[codes] for name, mask in self.rules.items()})

    def followed_by(self, others: "Cells") -> "Cells":
        """Return the same for these values and then for others."""
        nothing, none = np.zeros(len(self.not_of_type), np.bool_), np.zeros(len(others.not_of_type), np.bool_)
        rules = {name: np.concatenate([self.rules.get(name, nothing), others.rules.get(name, none)])
                 for name in {**self.rules, **others.rules}}
        return Cells(not_of_type=np.concatenate([self.not_of_type, others.not_of_type]), rules=rules,
                     is_nothing=np.concatenate([self.is_nothing, others.is_nothing]))


def read_cells(field: Any, values: pa.Array) -> Cells:
    """Return what frictionless says of each value. Raises: RuleRefused, PatternRefused."""
    missing = mask_of(_among(values, missing_values(field)))
    if is_plain_text(field):
        return Cells(not_of_type=np.zeros(len(values), np.bool_), rules=_text_against(field, values, missing),
                     is_nothing=missing)
    proven = _proven(field, values, missing) & ~missing
    return _one_by_one(field, values, np.flatnonzero(~proven))


def reader_of(field: Any) -> Reader:
    """Return frictionless' reader of the field's cells. Raises: RuleRefused."""
    from frictionless import FrictionlessException

    try:
        made: Reader = field.create_cell_reader()
    except (FrictionlessException, TypeError, ValueError, AttributeError) as cause:
        raise RuleRefused from cause
    return made


def read_one(read: Reader, cell: str | None) -> tuple[Any, Mapping[str, str] | None]:
    """Return one cell and its notes. Raises: RuleRefused where frictionless stops."""
    try:
        return read(cell)
    except (TypeError, ValueError, AttributeError, ArithmeticError) as cause:
        raise RuleRefused from cause


def missing_values(field: Any) -> list[str]:
    """Return the texts that stand for nothing in the field: its own, else those of its schema."""
    own = field.missing_values
    found: list[str] = own if field.has_defined("missing_values") or not field.schema else field.schema.missing_values
    return found


def is_plain_text(field: Any) -> bool:
    """Return whether the field holds text of any form, with rules that Arrow can judge."""
    return field.type == "string" and field.format == "default" and set(field.constraints) <= OF_TEXT


def canonical(field: Any, values: pa.Array) -> Mask:
    """Return which values are for certain of the field's type; none of a field with a form or words of its own."""
    described = field.to_descriptor()
    pattern = None if any(word in described for word in OWN_WORDS) else canonical_form(field.type, field.format)
    return np.zeros(len(values), np.bool_) if pattern is None else matching(values, pattern)


def _text_against(field: Any, values: pa.Array, missing: Mask) -> dict[str, Mask]:
    """Return the texts against each rule that is broken; of those that stand for nothing only "required" is asked."""
    import pyarrow.compute as pc

    rules = field.constraints
    against: dict[str, Mask] = {}
    if "minLength" in rules or "maxLength" in rules:
        lengths = pc.utf8_length(values).to_numpy(zero_copy_only=False)
        against |= {"minLength": lengths < rules.get("minLength", 0), "maxLength": lengths > rules.get("maxLength", np.inf)}
    if "enum" in rules:
        against["enum"] = ~mask_of(_among(values, [one for one in rules["enum"] if isinstance(one, str)]))
    if "pattern" in rules:
        against["pattern"] = ~keeps_pattern(values, str(rules["pattern"]))
    broken = {name: mask & ~missing for name, mask in against.items()}
    if rules.get("required"):
        broken["required"] = missing
    return {name: mask for name, mask in broken.items() if mask.any()}


def _proven(field: Any, values: pa.Array, missing: Mask) -> Mask:
    """Return which values are of the field's type and keep its rules for certain."""
    rules = field.constraints
    if not set(rules) <= (OF_TEXT if field.type == "string" else OF_OTHERS):
        return np.zeros(len(values), np.bool_)
    proven = canonical(field, values)
    if field.type == "string":
        for against in _text_against(field, values, missing).values():
            proven &= ~against
        return proven
    if "enum" in rules:
        proven &= mask_of(_among(values, _written_ones(rules["enum"])))
    if "minimum" in rules or "maximum" in rules:
        return _within_bounds(field, values, proven)
    return proven


def _written_ones(choices: list[Any]) -> list[str]:
    """Return the texts of an enumeration that are sure to be read as one of its values: as they stand, whole numbers too."""
    return [str(one) for one in choices if isinstance(one, (str, int)) and not isinstance(one, bool)]


def _within_bounds(field: Any, values: pa.Array, proven: Mask) -> Mask:
    """Return which canonical values lie strictly within the bounds; none where a bound is not of the field's type."""
    read = field.create_value_reader()
    bounds = {name: read(field.constraints[name]) for name in ("minimum", "maximum") if name in field.constraints}
    found = np.zeros(len(values), np.bool_)
    places = np.flatnonzero(proven)
    if None in bounds.values() or not len(places):
        return found
    taken = values if len(places) == len(values) else values.take(pa.array(places))
    inside = np.logical_and.reduce([_inside(field.type, field.format, taken, name, bound) for name, bound in bounds.items()])
    found[places[inside]] = True
    return found


def _inside(kind: str, form: str, values: pa.Array, name: str, bound: Any) -> Mask:
    """Return which values lie strictly within one bound: numbers by a margin, days and times by their letters.

    Moments and days in a form of a person's own are read; where the bound has a time zone, none is proven.
    """
    import pyarrow.compute as pc

    if kind in ("integer", "number", "year"):
        numbers, edge = pc.cast(values, pa.float64()).to_numpy(zero_copy_only=False), float(bound)
        inside: Mask = (numbers - edge if name == "minimum" else edge - numbers) > MARGIN * max(1.0, abs(edge))
        return inside
    if kind not in ("date", "time", "datetime") or getattr(bound, "tzinfo", None) is not None:
        return np.zeros(len(values), np.bool_)
    is_inside = pc.greater if name == "minimum" else pc.less
    if form == "default":
        return mask_of(is_inside(values, pa.scalar(bound.isoformat(), values.type)))
    return mask_of(is_inside(pc.strptime(values, format=form, unit="us"), pa.scalar(bound).cast(pa.timestamp("us"))))


def _one_by_one(field: Any, values: pa.Array, places: npt.NDArray[np.int64]) -> Cells:
    read = reader_of(field)
    masks, rules = np.zeros((2, len(values)), np.bool_), dict[str, Mask]()
    for place, value in zip(places.tolist(), values.take(pa.array(places)).to_pylist(), strict=True):
        cell, notes = read_one(read, value)
        is_odd = "type" in (notes or {})
        masks[:, place] = is_odd, cell is None and not is_odd
        for name in () if is_odd else notes or ():
            rules.setdefault(name, np.zeros(len(values), np.bool_))[place] = True
    return Cells(not_of_type=masks[0], rules=rules, is_nothing=masks[1])


def _among(values: pa.Array, known: list[str]) -> pa.Array:
    import pyarrow.compute as pc

    return pc.is_in(values, pa.array(known, values.type))
