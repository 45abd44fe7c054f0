"""Which records are alike in a key, as frictionless compares what it has read: "1" and "1.0" are one number.

Source: frictionless 5.21, `resources/table.py`. Each later record is named; NaN equals nothing, not even itself. Lists and
objects, on which frictionless stops because Python cannot look them up, are compared by what they hold.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import isnan
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.schema.cells import canonical, is_plain_text, missing_values, read_one, reader_of
from steward.table.distinct import Distinct, Mask
from steward.table.sheet import Sheet
from steward.table.text import mask_of

Codes = npt.NDArray[np.int64]
UNEQUAL = -2   # and below: of values that equal nothing


class HasRecords(Protocol):
    """The records of a file, those of the table first."""

    @property
    def sheet(self) -> Sheet:
        """Return the table."""

    @property
    def known(self) -> Sequence[Distinct]:
        """Return the distinct values of each column."""

    @property
    def others(self) -> Sequence[Sequence[str]]:
        """Return the cells of the records that are not in the table."""


def key_codes(one: Any, known: Distinct, others: Sequence[str | None]) -> Codes:
    """Return a number for each record, the same where the field reads the same; -1 for nothing, below it for NaN.

    Shape: one for each row of `known`, then one for each of `others`. Raises: RuleRefused.
    """
    import pandas as pd

    fast = None if any(cell is not None for cell in others) else _fast_codes(one, known.values)
    if fast is not None:
        inside = fast if known.codes is None else fast[known.codes]
        return np.concatenate([inside, np.full(len(others), -1, np.int64)])
    read = reader_of(one)
    parsed = [_hashable(read_one(read, cell)[0]) for cell in [*known.texts(), *others]]
    objects = np.fromiter([*parsed, None], dtype=object, count=len(parsed) + 1)
    numbers: Codes = pd.factorize(objects)[0][:-1].astype(np.int64)
    strange = [place for place, value in enumerate(parsed) if isinstance(value, (float, Decimal)) and isnan(value)]
    numbers[strange] = UNEQUAL - np.arange(len(strange))
    split = len(parsed) - len(others)
    inside = numbers[:split] if known.codes is None else numbers[:split][known.codes]
    return np.concatenate([inside, numbers[split:]])


def later_ones(codes: Codes, counted: Mask, order: Codes | None) -> Mask:
    """Return which of the counted records repeat an earlier one; `order` sorts them as they stand in the file."""
    import pandas as pd

    sequence = np.arange(len(codes)) if order is None else order
    sequence = sequence[counted[sequence] & (codes[sequence] > UNEQUAL)]
    found = np.zeros(len(codes), np.bool_)
    found[sequence[pd.Series(codes[sequence]).duplicated().to_numpy()]] = True
    return found


def rows_of_codes(parts: Sequence[Codes]) -> Codes:
    """Return one number for each combination of the parts; below -1 where a part is NaN, which equals nothing."""
    import pandas as pd

    if len(parts) == 1:
        return np.where(parts[0] < -1, parts[0], parts[0] + 1)
    combined = np.zeros(len(parts[0]), np.int64)
    strange = np.zeros(len(parts[0]), np.bool_)
    for part in parts:
        strange |= part < -1
        combined = pd.factorize(combined * (int(part.max(initial=0)) + 3) + part + 1)[0].astype(np.int64)
    combined[strange] = UNEQUAL
    return combined


def named_keys(fields: Sequence[Any], places: Mapping[str, int], records: HasRecords,
               names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return what each record holds in the fields `names`, as it is read; None in those that are not there."""
    def parsed(name: str) -> list[Any]:
        if name not in places:
            return [None] * (records.sheet.height + len(records.others))
        place = places[name]
        known, read = records.known[place], reader_of(fields[place])
        values = [_hashable(read_one(read, value)[0]) for value in known.texts()]
        rows = values if known.codes is None else [values[code] for code in known.codes.tolist()]
        others = [cells[place] if place < len(cells) else None for cells in records.others]
        return [*rows, *(_hashable(read_one(read, cell)[0]) for cell in others)]

    return list(zip(*map(parsed, names), strict=True))


def unknown_ones(own: Sequence[tuple[Any, ...]], named: Sequence[tuple[Any, ...]]) -> Mask:
    """Return which keys stand nowhere among those named; a key of nothing alone names nothing."""
    there = {key for key in named if set(key) != {None}}
    return np.array([set(key) != {None} and key not in there for key in own], np.bool_)


def _fast_codes(field: Any, values: pa.Array) -> Codes | None:
    """Return codes without reading a cell: of text, and of whole numbers and days that are all canonical; None of others."""
    import pandas as pd

    missing = mask_of(_among(values, missing_values(field)))
    if not is_plain_text(field):
        is_known = field.type in ("integer", "date", "year") and field.format == "default"
        if not is_known or not (canonical(field, values) | missing).all():
            return None
        if field.type == "integer" and bool(mask_of(_among(values, ["-0", "0"])).sum() > 1):
            return None
    codes: Codes = pd.factorize(pd.array(values, dtype=pd.ArrowDtype(pa.string())))[0].astype(np.int64)
    codes[missing] = -1
    return codes


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(sorted((key, repr(part)) for key, part in value.items()))
    return repr(value) if isinstance(value, list) else value


def _among(values: pa.Array, known: list[str]) -> pa.Array:
    import pyarrow.compute as pc

    return pc.is_in(values, pa.array(known, values.type))
