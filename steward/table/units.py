"""Units of measure that numbers carry in their cells, each under one name. Source: Unified Code for Units of Measure, names."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import numpy as np
import pyarrow as pa

from steward.table.numerals import currencies_of, formatted_mask, units_of
from steward.table.profile import ColumnProfile

NAMES: Mapping[str, str] = {
    "%": "percent", "pct": "percent", "mile": "mi", "miles": "mi", "feet": "ft", "hour": "hours", "hr": "hours", "hrs": "hours",
    "minute": "minutes", "min": "minutes", "mins": "minutes", "second": "seconds", "sec": "seconds", "secs": "seconds",
    "day": "days", "week": "weeks", "wk": "weeks", "wks": "weeks", "month": "months", "year": "years", "yr": "years",
    "yrs": "years", "inch": "in", "inches": "in", '"': "in", "”": "in", "″": "in", "yard": "yd", "yards": "yd", "meter": "m",
    "meters": "m", "metre": "m", "metres": "m", "sqft": "sq ft", "sqmi": "sq mi", "volt": "volts", "amp": "amps",
    "watt": "watts", "lb": "lbs", "ton": "tons", "gallon": "gal", "gallons": "gal", "acre": "acres",
}


def named(unit: str) -> str:
    """Return the name under which a unit is written: "feet" and "ft." are "ft", "%" is "percent"."""
    plain = unit.strip().lower().rstrip(".")
    if plain.startswith("°"):
        return f"°{plain[1:].lstrip()}"
    if plain.startswith("sq"):
        return f"sq {plain[2:].lstrip('. ')}"
    return NAMES.get(plain, plain)


def units_in(column: ColumnProfile) -> tuple[str, ...]:
    """Return the units that the numbers of a column carry, by their names, the commonest first."""
    return _named_in(column, units_of)


def measures_in(column: ColumnProfile) -> frozenset[str]:
    """Return the units and the currencies that the numbers of a column carry, by their names."""
    return frozenset(units_in(column)).union(_named_in(column, currencies_of))


def _named_in(column: ColumnProfile, written: Callable[[pa.Array], pa.Array]) -> tuple[str, ...]:
    dressed = np.flatnonzero(formatted_mask(column))
    if not len(dressed):
        return ()
    encoded = written(column.distinct.values.take(pa.array(dressed))).dictionary_encode()
    counts = np.bincount(encoded.indices.to_numpy(), weights=column.distinct.counts[dressed])
    total: dict[str, float] = defaultdict(float)
    for unit, count in zip(encoded.dictionary.to_pylist(), counts.tolist(), strict=True):
        if unit:
            total[named(unit)] += count
    return tuple(sorted(total, key=lambda unit: (-total[unit], unit)))
