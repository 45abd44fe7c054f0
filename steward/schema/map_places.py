"""The columns of a table that together tell places, and where these lie."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from steward.schema.context import Context
from steward.table.figures import Figures, row_figures
from steward.table.map_pairs import named_pairs
from steward.table.profile import ColumnProfile
from steward.table.region import LATITUDES, LONGITUDES, PLANE_X, PLANE_Y, WEB_X, WEB_Y, within

MOSTLY = 0.8
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns that together tell a place, with their numbers per record; NaN where a cell holds none."""

    east: ColumnProfile      # by its header: longitude or x
    north: ColumnProfile
    x: Figures
    y: Figures

    @property
    def known(self) -> Mask:
        """Return which records tell a place."""
        return np.asarray(np.isfinite(self.x) & np.isfinite(self.y), np.bool_)

    @property
    def here(self) -> Mask:
        """Return which records lie in the region."""
        return within(self.x, LONGITUDES) & within(self.y, LATITUDES)

    @property
    def swapped(self) -> Mask:
        """Return which records lie in the region once the two are exchanged."""
        return within(self.y, LONGITUDES) & within(self.x, LATITUDES)

    @property
    def in_feet(self) -> Mask:
        """Return which records lie in the region if the numbers are feet of the State Plane."""
        return within(self.x, PLANE_X) & within(self.y, PLANE_Y)

    @property
    def in_web_meters(self) -> Mask:
        """Return which records lie in the region if the numbers are meters of maps on the web."""
        return within(self.x, WEB_X) & within(self.y, WEB_Y)


def pairs(context: Context) -> tuple[Pair, ...]:
    """Return the pairs of columns that tell places: the first of each kind of header with the first of the other, and so on."""
    return tuple(_pairs(context))


def _pairs(context: Context) -> Iterator[Pair]:
    columns = {column.name: column for column in context.columns if column.type in ("number", "integer", "string")}
    for one, other in named_pairs(columns):
        yield Pair(columns[one], columns[other], row_figures(columns[one]), row_figures(columns[other]))
