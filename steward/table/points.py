"""The places that a table tells of, one for each row, in degrees."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.table.extent import FARTHEST, TYPES
from steward.table.map_pairs import named_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.table.profile import ColumnProfile

MOST = 10_000    # rows that are looked at, evenly spread: enough to say which neighborhoods a table covers
Degrees = npt.NDArray[np.float64]


def pairs(columns: "Sequence[ColumnProfile]") -> "Iterator[tuple[ColumnProfile, ColumnProfile]]":
    """Yield the columns of numbers that tell places together, the eastern one first."""
    numbers = {column.name: column for column in columns if column.type in TYPES}
    for east, north in named_pairs(numbers):
        yield numbers[east], numbers[north]


def points(east: "ColumnProfile", north: "ColumnProfile") -> tuple[Degrees, Degrees]:
    """Return longitude and latitude of the places of up to MOST rows; none where they are not in degrees."""
    lon, lat = _figures(east), _figures(north)
    told = np.isfinite(lon) & np.isfinite(lat) & (lon != 0) & (lat != 0)
    lon, lat = lon[told], lat[told]
    if not len(lon) or np.abs(np.median(lon)) > FARTHEST[0] or np.abs(np.median(lat)) > FARTHEST[1]:
        return np.zeros(0), np.zeros(0)
    return lon, lat


def _figures(column: "ColumnProfile") -> Degrees:
    """Return the number in each of the rows that are looked at, NaN where there is none."""
    from steward.table.sorting import sizes  # it knows profiles

    known = column.distinct
    figures = np.full(len(known.values), np.nan)
    places, numbers = sizes(column)
    figures[places] = numbers.to_numpy(zero_copy_only=False)
    step = max(1, -(-known.height // MOST))
    return figures[::step] if known.codes is None else figures[known.codes[::step]]
