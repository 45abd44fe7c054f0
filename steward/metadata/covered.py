"""Which neighborhoods a table covers: by the names in its columns, else by its places where the city gave areas."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from steward.metadata.neighborhoods import Neighborhoods
from steward.table.extent import pairs
from steward.table.inside import inside
from steward.table.kinds import FEWEST_ROWS, neighborhoods, sorting_values
from steward.table.points import points
from steward.table.profile import ColumnProfile

ONE_IN = 5       # values of a column under any name may be another word; at least FEWEST_NAMES are neighborhoods
FEWEST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The neighborhoods that stand for many rows, as the city's list writes them, in the order of that list."""

    names: tuple[str, ...] = ()
    is_by_places: bool = False    # told by places within areas, not by names in a column
    unlisted: int = 0             # names in a column of neighborhoods that the list does not have


NONE_COVERED = Covered()


def covered(columns: Sequence[ColumnProfile], city: Neighborhoods, without: Collection[str] = ()) -> Covered:
    """Return the neighborhoods that a table covers; one that few rows tell of may tell of people and is left out.

    `without`: names of columns that are not looked at.
    """
    told = [column for column in columns if column.name not in without]
    written = neighborhoods(told) or _of_any_name(told, city)
    named = {city.named(text) for text in written}
    if named - {""}:
        return Covered(names=_in_order(named, city), unlisted=sum(not city.named(text) for text in written))
    by_places = {name for east, north in pairs(told) for name in _around(east, north, city)} if city.has_areas else set()
    return Covered(names=_in_order(by_places, city), is_by_places=bool(by_places))


def _of_any_name(columns: Sequence[ColumnProfile], city: Neighborhoods) -> tuple[str, ...]:
    """Return the values of columns under other names, such as "Area", nearly all of which are neighborhoods of the list."""
    return next((values for column in columns if (values := _if_named(column, city))), ())


def _if_named(column: ColumnProfile, city: Neighborhoods) -> tuple[str, ...]:
    """Return the values of a column that sorts the rows by neighborhoods, else nothing; looked at once for each column."""
    def look() -> tuple[str, ...]:
        values = sorting_values(column)
        others = (text for text in values if not city.named(text))
        may_miss = min(len(values) // ONE_IN, len(values) - FEWEST_NAMES)
        return values if next(islice(others, max(0, may_miss), None), None) is None and may_miss >= 0 else ()

    return column.remember(("named", id(city)), look)


def _around(east: ColumnProfile, north: ColumnProfile, city: Neighborhoods) -> tuple[str, ...]:
    """Return the neighborhoods in which enough of the places lie, looked for once for each table."""
    def look() -> tuple[str, ...]:
        lon, lat = points(east, north)
        return tuple(one.name for one in city.listed
                     if one.rings and np.count_nonzero(inside(one.rings, lon, lat)) >= FEWEST_ROWS)

    return east.remember(("neighborhoods", id(city), north.name), look)


def _in_order(names: Collection[str], city: Neighborhoods) -> tuple[str, ...]:
    return tuple(one.name for one in city.listed if one.name in names)
