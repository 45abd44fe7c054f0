"""Turns features and plain objects into the cells of a table whose columns grow as further names are met."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import pyarrow as pa

from steward.readers.formats._json_stream import JsonTooLong
from steward.readers.formats._json_text import KINDS, cell, compact, is_position, names_twice, well_known_text, whole

ROWS_AT_ONCE = 20_000
MOST_COLUMNS = 16_384       # as many as Excel has
ID, X, Y, Z, SHAPE = ("feature", "id"), ("place", "x"), ("place", "y"), ("place", "z"), ("place", "shape")
_PLACES = (X, Y, Z, SHAPE)
_INSIDE = ("properties", "attributes")   # the second is Esri's word
_POINT_MEMBERS = frozenset({"type", "coordinates", "bbox"})
Pairs = tuple[tuple[str, Any], ...]


def is_feature(pairs: Pairs) -> bool:
    """Return whether an object is a feature, as GeoJSON or Esri write it, or a bare geometry."""
    members = dict(pairs)
    return members.get("type") == "Feature" or is_geometry(pairs) or any(
        isinstance(members.get(name), tuple) for name in ("geometry", *_INSIDE))


def is_geometry(pairs: Pairs) -> bool:
    """Return whether an object is a geometry of its own."""
    members = dict(pairs)
    kind = members.get("type")
    return isinstance(kind, str) and kind in KINDS and ("coordinates" in members or "geometries" in members)


@dataclass(slots=True)
class Features:
    """The table as it grows.

    Shape: `columns` has for each column its pieces; every piece has the length of its batch. `filled` counts the cells that the
    records gave, apart from `kept`, which counts those that are in the columns.
    """

    columns: dict[Hashable, list[Any]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    apart: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0                   # of all values of the list
    filled: int = 0
    kept: int = 0
    is_plain: bool = True            # no feature and no geometry was met
    repeated: list[int] = field(default_factory=list)
    odd_shapes: list[int] = field(default_factory=list)
    nul_rows: list[int] = field(default_factory=list)
    halves: list[int] = field(default_factory=list)
    _batch: list[dict[Hashable, str]] = field(default_factory=list)
    _sizes: list[int] = field(default_factory=list)

    def add(self, value: Any) -> None:
        """Take one value of the list: a record, or something else that is set apart. Raises: JsonTooLong."""
        self.count += 1
        if not isinstance(value, tuple):
            self.filled += 1
            self.apart.append((self.count, whole(compact(value))))
            return
        cells: dict[Hashable, str] = {}
        self._fill(cells, value)
        self.rows.append(self.count)
        self._batch.append(cells)
        if len(self._batch) >= ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered into the columns. Raises: JsonTooLong where there are too many columns."""
        if not self._batch:
            return
        for key in dict.fromkeys(chain.from_iterable(self._batch)):
            self.columns.setdefault(key, [_empty(size) for size in self._sizes])
        if len(self.columns) > MOST_COLUMNS:
            raise JsonTooLong
        size, first = len(self._batch), len(self.rows) - len(self._batch)
        for key, pieces in self.columns.items():
            values = [cells.get(key, "") for cells in self._batch]
            self.kept += size - values.count("")
            pieces.append(self._array(values, first))
        self._sizes.append(size)
        self._batch = []

    def _array(self, values: list[str], first: int) -> Any:
        self.nul_rows.extend(self.rows[first + place] for place, text in enumerate(values) if "\0" in text)
        try:
            return pa.array(values, pa.string())
        except UnicodeEncodeError:
            mended = [whole(text) for text in values]
            self.halves.extend(self.rows[first + place] for place, text in enumerate(values) if text != mended[place])
            return pa.array(mended, pa.string())

    def _fill(self, cells: dict[Hashable, str], record: Pairs) -> None:
        if is_geometry(record):
            self._shape(cells, record)
        elif is_feature(record):
            self._feature(cells, record)
        else:
            self._members(cells, record)

    def _feature(self, cells: dict[Hashable, str], record: Pairs) -> None:
        self.is_plain = False
        inside = [pair for pair in record if pair[0] in _INSIDE and isinstance(pair[1], tuple | None)]
        for _, value in inside:
            self._members(cells, value or ())
        for pair in record:
            if pair not in inside and pair != ("type", "Feature"):
                self._beside(cells, *pair)
        if names_twice(record) and self.repeated[-1:] != [self.count]:
            self.repeated.append(self.count)

    def _beside(self, cells: dict[Hashable, str], name: str, value: Any) -> None:
        """Take a member of a feature that stands beside its properties."""
        if name == "geometry" and isinstance(value, tuple | None) and not cells.keys() & set(_PLACES):
            self._shape(cells, value)
        elif name == "id" and ID not in cells:
            self._put(cells, ID, value)
        else:
            self._put(cells, _free(cells, name), value)

    def _members(self, cells: dict[Hashable, str], pairs: Sequence[tuple[str, Any]]) -> None:
        if not cells and not names_twice(pairs):    # as nearly all are: four times as fast
            cells.update((name, value if value.__class__ is str else cell(value)) for name, value in pairs)
            self.filled += len(cells) - sum(text == "" for text in cells.values())
            return
        for name, value in pairs:
            self._put(cells, _free(cells, name), value)
        if names_twice(pairs) and self.repeated[-1:] != [self.count]:
            self.repeated.append(self.count)

    def _put(self, cells: dict[Hashable, str], key: Hashable, value: Any) -> None:
        text = cell(value)
        self.filled += text != ""
        cells[key] = text

    def _shape(self, cells: dict[Hashable, str], geometry: Pairs | None) -> None:
        self.is_plain = False
        if geometry is None:
            return
        places = _point(geometry)
        if places is not None:
            for key, number in zip(_PLACES, places, strict=False):
                self._put(cells, key, number)
            return
        text = well_known_text(geometry)
        if text is None:
            self.odd_shapes.append(self.count)
        self._put(cells, SHAPE, geometry if text is None else text)


def _point(geometry: Pairs) -> list[str] | None:
    """Return the coordinates of a point, as GeoJSON or Esri write it; None for everything else."""
    members = dict(geometry)
    if members.get("type") == "Point" and members.keys() <= _POINT_MEMBERS and len(members) == len(geometry):
        coordinates = members.get("coordinates")
        return coordinates if is_position(coordinates) else None
    if members.keys() in ({"x", "y"}, {"x", "y", "z"}):
        numbers = [members[name] for name in ("x", "y", "z") if name in members]
        return numbers if is_position(numbers) else None
    return None


def _free(cells: Mapping[Hashable, str], name: str) -> Hashable:
    """Return the key of a name; that of a further column where the record has one of this name already."""
    if name not in cells:
        return name
    again = 2
    while (name, again) in cells:
        again += 1
    return (name, again)


def _empty(size: int) -> Any:
    return pa.repeat(pa.scalar("", pa.string()), size)
