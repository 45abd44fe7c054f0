"""Which places lie within an area on the map."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Degrees = npt.NDArray[np.float64]


def inside(rings: Sequence[Degrees], east: Degrees, north: Degrees) -> npt.NDArray[np.bool_]:
    """Return for each place whether it lies within the rings; within a ring in a ring it lies outside again.

    Shape: a ring has one line (east, north) for each corner, the first one again at its end; unit: degrees. Places on an edge
    may count as either. Source: the even-odd rule (Shimrat 1962, algorithm 112).
    """
    within = np.zeros(len(east), np.bool_)
    for ring in rings:
        low, high = ring.min(axis=0), ring.max(axis=0)
        near = np.flatnonzero((east >= low[0]) & (east <= high[0]) & (north >= low[1]) & (north <= high[1]))
        if len(near):
            within[near] ^= _crossed(ring, east[near], north[near])
    return within


def _crossed(ring: Degrees, east: Degrees, north: Degrees) -> npt.NDArray[np.bool_]:
    """Return for each place whether a line to the east crosses the ring an odd number of times."""
    is_odd = np.zeros(len(east), np.bool_)
    for (from_east, from_north), (to_east, to_north) in pairwise(ring):
        spans = (from_north > north) != (to_north > north)
        if spans.any():
            crossing = from_east + (north[spans] - from_north) * (to_east - from_east) / (to_north - from_north)
            is_odd[spans] ^= east[spans] < crossing
    return is_odd
