"""Places written as text in one cell: "45.52, -122.68" with the latitude first, "(45.52, -122.68)", "POINT (-122.68 45.52)".

Which number is the latitude is told by the numbers: a latitude is never beyond 90 degrees. Where neither is, nothing is read.
Source: Table Schema v2, "geopoint" (longitude first, no brackets); OGC 06-103r4, 7.2 (well-known text); Socrata's "location".
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from steward.table.decimal_commas import decimal_comma_mask
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, mask_of, matching

LONGEST_BYTES, NEARLY_ALL, FEWEST, SAMPLE = 80, 0.9, 3, 200
NUMBER = r"-?[0-9]{1,3}(?:\.[0-9]+)?"
PAIR = rf"^\s*[(\[]?\s*(?P<first>{NUMBER})\s*[,;]\s*(?P<second>{NUMBER})\s*[)\]]?\s*$"
WELL_KNOWN = rf"(?i)^\s*POINT\s*\(\s*(?P<first>{NUMBER})\s+(?P<second>{NUMBER})\s*\)\s*$"
MOST_LATITUDE, MOST_LONGITUDE = 90, 180


@dataclass(frozen=True, slots=True)
class WrittenPlaces:
    """Which values are places, and the degrees of each as they are written; null for other values."""

    is_place: Mask
    latitude: pa.Array
    longitude: pa.Array


def written_places(column: ColumnProfile) -> WrittenPlaces | None:
    """Return how the values of a column of text read as places; None where fewer than nine in ten filled cells do."""
    if column.type != "string" or not column.filled:
        return None
    values = column.distinct.values
    pattern = next((one for one in (PAIR, WELL_KNOWN) if _is_worth_trying(values, one)), None)
    if pattern is None:
        return None
    found = places_in(values)
    if found is None or not FEWEST <= column.distinct.count_where(found.is_place) >= NEARLY_ALL * column.filled:
        return None
    return None if decimal_comma_mask(column)[found.is_place].all() else found    # 8.216,93 is one number


def places_in(values: pa.Array) -> WrittenPlaces | None:
    """Return the places among some values, however each is written; None where it cannot be told which number is which."""
    import pyarrow.compute as pc

    read = [_read(values, pattern).flatten() for pattern in (PAIR, WELL_KNOWN)]
    first, second = (pc.coalesce(*(parts[place] for parts in read)) for place in (0, 1))
    sizes = [np.abs(pc.fill_null(pc.cast(part, pa.float64()), 0).to_numpy(zero_copy_only=False)) for part in (first, second)]
    beyond = [size > MOST_LATITUDE for size in sizes]
    if beyond[0].any() == beyond[1].any():
        return None
    is_place = mask_of(pc.is_valid(first)) & (np.maximum(*sizes) <= MOST_LONGITUDE)
    latitude, longitude = (second, first) if beyond[0].any() else (first, second)
    kept = pa.array(is_place)
    return WrittenPlaces(is_place, *(pc.if_else(kept, part, pa.scalar(None, part.type)) for part in (latitude, longitude)))


def _read(values: pa.Array, pattern: str) -> pa.Array:
    import pyarrow.compute as pc

    short = pc.if_else(pa.array(is_short(values, LONGEST_BYTES)), values, pa.scalar("", values.type))
    return pc.extract_regex(short, pattern)


def _is_worth_trying(values: pa.Array, pattern: str) -> bool:
    some = values[:SAMPLE]
    return bool((matching(some, pattern) & is_short(some, LONGEST_BYTES)).any())
