"""The places that a table tells of, one for each row, in degrees."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.table.extent import FARTHEST

if TYPE_CHECKING:
    from steward.table.profile import ColumnProfile

MOST = 10_000    # rows that are looked at, evenly spread: enough to say which neighborhoods a table covers
Degrees = npt.NDArray[np.float64]


def points(east: "ColumnProfile", north: "ColumnProfile") -> tuple[Degrees, Degrees]:
    """Return longitude and latitude of the places of up to MOST rows; none where they are not in degrees."""
    lon, lat = _some(east), _some(north)
    told = np.isfinite(lon) & np.isfinite(lat) & (lon != 0) & (lat != 0)
    lon, lat = lon[told], lat[told]
    if not len(lon) or np.abs(np.median(lon)) > FARTHEST[0] or np.abs(np.median(lat)) > FARTHEST[1]:
        return np.zeros(0), np.zeros(0)
    return lon, lat


def _some(column: "ColumnProfile") -> Degrees:
    """Return the number in each of the rows that are looked at, NaN where there is none."""
    from steward.table.figures import row_figures  # it knows profiles

    return row_figures(column)[::max(1, -(-column.distinct.height // MOST))]
