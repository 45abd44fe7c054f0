"""Map layers as tables: GeoJSON, one feature to a row; lists of plain JSON objects, as portals export them, open the same way.

Context: GIS staff send layers, and what the portal wants is their attribute table with a place for each row. Decision: the
columns are the names of all properties in the order they are first met; a point becomes the columns longitude and latitude
(x and y where the coordinates are in another system), every other shape one column `geometry` in WKT, because QGIS, ArcGIS,
PostGIS and Socrata read that from a CSV file and it needs no quotation marks; what WKT cannot hold stays as its JSON. Numbers
stay as written. A row is numbered by its feature. Each value of the list is a row or is set apart with its text, and the cells
that features gave are counted apart from those in the columns. Refused: opening a damaged file as far as it goes, which would
be a table that looks whole; objects that hold lists under other names, where only a person knows which one is the table.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from contextlib import closing
from typing import Any

import numpy as np
import pyarrow as pa

from steward.readers.digest import stamp_of
from steward.readers.errors import (
    encoding_unfit,
    file_changed,
    file_empty,
    json_broken,
    json_without_records,
    lines_unaccounted,
    needs_too_much,
    no_sheets,
)
from steward.readers.format import Peek, Reading
from steward.readers.formats._features import ID, SHAPE, Features, X, Y, Z
from steward.readers.formats._json_stream import JsonBroken, JsonStream, JsonTooLong, beginning, encoding_of
from steward.readers.limits import Limits
from steward.readers.preview import of_records
from steward.readers.recognition import plain_troubles
from steward.table.account import Account, Unit
from steward.table.preview import Preview
from steward.table.sheet import Oddity, Provenance, Quarantined, SheetListing
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep

_BEGINS = re.compile(r'(?:\{\s*"(?:[^"\\\r\n]|\\.){0,200}"\s*:|\[\s*[\[{])')
_BARE = re.compile(r"[\[{]")
_KNOWN_MEMBERS = frozenset({"type", "name", "bbox", "crs", "spatialReference", "features", "xy_coordinate_resolution",
                            "displayFieldName", "fieldAliases", "geometryType", "fields", "exceededTransferLimit"})
_WORLD = re.compile(r"CRS:?84\b|EPSG[:/]*(?:[\d.]*[:/])?4326\b|^4326$|^GEOGCS\[\W*GCS_WGS_1984\b", re.IGNORECASE)
_CUT = ("exceededTransferLimit", True)   # ArcGIS: the service gives no more than so many records at a time
_PLACED = (ID, X, Y, Z, SHAPE)
_LONGEST_EAST, _LONGEST_NORTH = 180.0, 90.0


class GeoJson:
    """Reads GeoJSON, one feature or object to a row, also where each stands on a line of its own."""

    name = "geojson"
    suffixes = (".geojson", ".json", ".geojsonl", ".ndjson", ".jsonl")

    def claim(self, peek: Peek) -> int:
        """Return 3 for what begins as a JSON object or a list of them, or is named so and begins with a bracket."""
        text = beginning(peek.head[:4096])
        is_named = peek.path.suffix.lower() in self.suffixes and _BARE.match(text)
        return 3 if _BEGINS.match(text) or is_named else 0

    def read(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Reading:  # noqa: ARG002 - the port's
        """Return the table. Raises: InputUnreadable subclasses."""
        if step.sheet not in (None, peek.path.stem):
            raise no_sheets(peek.name, str(step.sheet))
        encoding = step.encoding or encoding_of(peek.head)
        with plain_troubles(peek.path):
            before = stamp_of(peek.path)
            try:
                reading = _read_as(peek, encoding, progress)
            except UnicodeDecodeError:  # it holds bytes of the file
                if step.encoding is not None or encoding != "utf-8":
                    raise encoding_unfit(peek.name, encoding) from None
                reading = _read_as(peek, "cp1252", progress)
            except LookupError:
                raise encoding_unfit(peek.name, encoding) from None
            if stamp_of(peek.path) != before:
                raise file_changed(peek.name)
        return reading

    def list_sheets(self, peek: Peek, limits: Limits, progress: Progress) -> tuple[SheetListing, ...]:
        """Return the one table of the file. Raises: InputUnreadable subclasses."""
        return self.read(peek, ImportStep(), limits, progress).listings

    def preview(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Preview:
        """Return the first records; the names of the columns are known only at the end. Raises: InputUnreadable subclasses."""
        return of_records(self.read(peek, step, limits, progress))


def _read_as(peek: Peek, encoding: str, progress: Progress) -> Reading:
    def tell(read_bytes: int) -> None:
        progress.report(0.9 * min(1.0, read_bytes / peek.size_bytes), say("Reading the rows."))

    with closing(JsonStream(peek.path, encoding, tell)) as stream:
        layer = _Layer(stream)
        try:
            layer.read()
        except (JsonBroken, RecursionError):
            raise json_broken(peek.name, layer.features.count + 1, stream.line) from None
        except JsonTooLong:
            raise needs_too_much(peek.name, say("One record of this file is too large, or the records have more than 16,384 "
                                                "different names in them.")) from None
        if layer.is_foreign:
            raise json_without_records(peek.name)
        if not layer.features.columns:
            raise json_without_records(peek.name) if layer.features.apart else file_empty(peek.name)
        return _reading(peek, encoding, layer, stream)


class _Layer:
    """The file as it is gone through: the features, and what stands beside them."""

    def __init__(self, stream: JsonStream) -> None:
        self.features = Features()
        self.beside = 0                  # members of a collection that are neither features nor known
        self.is_cut = False              # the service that wrote the file says that it left records out
        self.other_systems = 0           # coordinate systems named that are not longitude and latitude in WGS 84
        self._stream, self._loose, self._lists = stream, 0, 0

    @property
    def is_foreign(self) -> bool:
        """Return whether the file is one plain object, which is no list of records."""
        return self._loose == 1 and self._lists == 0 and self.features.is_plain

    def read(self) -> None:
        """Go through the file. Raises: JsonBroken, JsonTooLong, UnicodeDecodeError."""
        while sign := self._stream.next_sign():
            if sign == "[":
                self._take_list()
            elif sign != "{":
                self.features.add(self._stream.value())
            elif (record := self._object()) is not None:
                self._loose += 1
                self.features.add(record)
        self.features.flush()

    def _take_list(self) -> None:
        self._lists += 1
        for value in self._stream.items():
            self.features.add(value)

    def _object(self) -> tuple[tuple[str, Any], ...] | None:
        """Take a collection's features as they come, and return None; return every other object whole."""
        members, lists = [], self._lists
        for name in self._stream.names():
            if name == "features" and self._stream.next_sign() == "[":
                self._take_list()
            else:
                members.append((name, self._stream.value()))
        self._look_beside(members, is_collection=self._lists > lists)
        return tuple(members) if self._lists == lists else None

    def _look_beside(self, members: list[tuple[str, Any]], *, is_collection: bool) -> None:
        for name, value in members:
            if name in ("crs", "spatialReference") and isinstance(value, tuple):
                self.other_systems += not _WORLD.search(_system(dict(value)))
            self.is_cut |= (name, value) == _CUT or (isinstance(value, tuple) and _CUT in value)
            self.beside += is_collection and name not in _KNOWN_MEMBERS


def _system(members: dict[str, Any]) -> str:
    """Return how a file names its coordinate system. Source: GeoJSON 2008, section 3; Esri's spatialReference."""
    inner = members.get("properties")
    inside = dict(inner) if isinstance(inner, tuple) else members
    names = (inside.get(name) for name in ("name", "href", "code", "wkid", "wkt"))
    return next((str(name) for name in names if isinstance(name, str)), "")


def _reading(peek: Peek, encoding: str, layer: _Layer, stream: JsonStream) -> Reading:
    features = layer.features
    keys = [key for key in (ID, *(key for key in features.columns if key not in _PLACED), X, Y, Z, SHAPE)
            if key in features.columns]
    labels = _labels(keys, is_world=_is_within(features.columns.get(X, ()), _LONGEST_EAST)
                     and _is_within(features.columns.get(Y, ()), _LONGEST_NORTH))
    account = Account(unit=Unit.CELL, total=features.filled, records=features.kept, quarantined=len(features.apart))
    if account.missing:
        raise lines_unaccounted(peek.name, abs(account.missing))
    listing = SheetListing(name=peek.path.stem, state="visible", rows=features.count, columns=len(keys))
    return Reading(
        labels=labels, positions=tuple(range(1, len(keys) + 1)), columns=[features.columns[key] for key in keys],
        rows=np.array(features.rows, np.int64), lines=None, listings=(listing,), oddities=tuple(_oddities(layer)),
        quarantine=tuple(Quarantined(row=row, line=None, cells=len(keys), text=text) for row, text in features.apart),
        account=account, provenance=Provenance(file_name=peek.name, sha256=stream.sha256, size_bytes=stream.read_bytes,
                                               encoding=encoding))


def _labels(keys: list[Hashable], *, is_world: bool) -> tuple[str | None, ...]:
    placed = {ID: "feature id" if "id" in keys else "id", SHAPE: "feature geometry" if "geometry" in keys else "geometry"}
    placed.update(zip((X, Y, Z), ("longitude", "latitude", "altitude") if is_world else ("x", "y", "z"), strict=True))
    return tuple(placed[key] if key in placed else key[0] if isinstance(key, tuple) else str(key) for key in keys)


def _is_within(pieces: Iterable[Any], most: float) -> bool:
    """Return whether all numbers are at most so large: degrees are, feet and meters of other systems are not."""
    import pyarrow.compute as pc

    for piece in pieces:
        try:
            numbers = pc.cast(pc.filter(piece, pc.not_equal(piece, "")), pa.float64())
        except pa.ArrowInvalid:  # its text holds a cell
            return False
        if not pc.all(pc.less_equal(pc.abs(numbers), most), min_count=0).as_py():
            return False
    return True


def _oddities(layer: _Layer) -> Iterator[Oddity]:
    features = layer.features
    for kind, rows in (("repeated-name", features.repeated), ("odd-shape", features.odd_shapes),
                       ("nul-byte", features.nul_rows), ("half-letter", features.halves)):
        if rows:
            yield Oddity(kind=kind, count=len(set(rows)), rows=Positions(sorted(set(rows))))
    for kind, count in (("other-coordinates", layer.other_systems), ("beside-features", layer.beside),
                        ("cut-export", int(layer.is_cut))):
        if count:
            yield Oddity(kind=kind, count=count)


FORMAT = GeoJson()
