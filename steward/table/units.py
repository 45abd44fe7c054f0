"""Units of measure that numbers carry in their cells, each under one name. Source: Unified Code for Units of Measure, names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.digit_forms import forms_of
from steward.table.numerals import currencies_of, formatted_mask, units_of
from steward.table.profile import ColumnProfile
from steward.table.together import each_text

Counts = npt.NDArray[np.float64]

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
    values, counts = _forms(column)
    return _named_in(units_of(values), counts)


def measures_in(column: ColumnProfile) -> frozenset[str]:
    """Return the units and the currencies that the numbers of a column carry, by their names."""
    return all_measures([column])[0]


def all_measures(columns: Sequence[ColumnProfile]) -> list[frozenset[str]]:
    """Return the same for each of many columns, which are looked at together."""
    forms = [_forms(column) for column in columns]
    written = (each_text((values for values, _ in forms), write) for write in (units_of, currencies_of))
    return [frozenset(_named_in(units, counts)).union(_named_in(currencies, counts))
            for (_, counts), units, currencies in zip(forms, *written, strict=True)]


def _forms(column: ColumnProfile) -> tuple[pa.Array, Counts]:
    """Return the different ways in which numbers of a column are dressed up, whatever their digits, with their records."""
    return column.remember("dressed forms", lambda: _counted_forms(column))


def _counted_forms(column: ColumnProfile) -> tuple[pa.Array, Counts]:
    import pyarrow.compute as pc

    dressed = np.flatnonzero(formatted_mask(column))
    forms, places = forms_of(column.distinct.values.take(pa.array(dressed)))
    records = np.bincount(places.to_numpy(), column.distinct.counts[dressed], len(forms))
    encoded = pc.replace_substring_regex(forms, "[0-9][0-9,.]*", "0").dictionary_encode()    # few: what follows is slow
    return encoded.dictionary, np.bincount(encoded.indices.to_numpy(), records, len(encoded.dictionary)).astype(float)


def _named_in(units: pa.Array, counts: Counts) -> tuple[str, ...]:
    total: dict[str, float] = defaultdict(float)
    for unit, count in zip(units.to_pylist(), counts.tolist(), strict=True):
        if unit:
            total[named(unit)] += count
    return tuple(sorted(total, key=lambda unit: (-total[unit], unit)))
