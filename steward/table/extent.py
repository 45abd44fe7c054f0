"""The box of the places that a table tells of, in degrees."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.table.map_pairs import named_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steward.table.profile import ColumnProfile

TYPES = ("number", "integer")
MIDST = (0.5, 99.5)     # percent of the places: a few wrong ones make no box
FEWEST = 5              # different longitudes and latitudes
FARTHEST = (180.0, 90.0)
Box = tuple[float, float, float, float]
Span = tuple[float, float]


def extent(columns: "Sequence[ColumnProfile]") -> Box | None:
    """Return west, south, east and north of nearly all places, in degrees; None where no two columns tell places in degrees.

    Each different value counts once. Zeros stand for "unknown" and are left out.
    """
    return around(*(_box(east, north) for east, north in pairs(columns)))


def pairs(columns: "Sequence[ColumnProfile]") -> "Iterator[tuple[ColumnProfile, ColumnProfile]]":
    """Yield the columns of numbers that tell places together, the eastern one first."""
    numbers = {column.name: column for column in columns if column.type in TYPES}
    for east, north in named_pairs(numbers):
        yield numbers[east], numbers[north]


def around(*boxes: Box | None) -> Box | None:
    """Return the box that holds all boxes; None where there is none."""
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    west, south, east, north = zip(*known, strict=True)
    return min(west), min(south), max(east), max(north)


def midst(column: "ColumnProfile") -> Span | None:
    """Return between which numbers nearly all of a column's lie; the profile of the column remembers it.

    Each different value counts once, zeros and what is no number do not; None where there are few.
    """
    from steward.table.sorting import sizes  # it knows profiles, which know extents

    figures: npt.NDArray[np.float64] = np.asarray(sizes(column)[1].to_numpy(zero_copy_only=False), np.float64)
    figures = figures[np.isfinite(figures) & (figures != 0)]
    if len(figures) < FEWEST:
        return None
    low, high = np.percentile(figures, MIDST)
    return float(low), float(high)


def _box(east: "ColumnProfile", north: "ColumnProfile") -> Box | None:
    spans = [_degrees(column, farthest) for column, farthest in zip((east, north), FARTHEST, strict=True)]
    if spans[0] is None or spans[1] is None:
        return None
    (west, east_end), (south, north_end) = spans[0], spans[1]
    return west, south, east_end, north_end


def _degrees(column: "ColumnProfile", farthest: float) -> Span | None:
    span = column.midst
    return span if span is not None and max(map(abs, span)) <= farthest else None
