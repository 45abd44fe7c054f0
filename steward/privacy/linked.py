"""Which columns still tell what another one hides: a block is no block while the parcel stands beside it.

Source: DataSF, "Open data release toolkit", linked fields; Portland Police Bureau, open data (100-block addresses, new case
numbers).
"""

import re
from collections.abc import Collection, Sequence
from functools import partial

import pyarrow as pa

from steward.table.sheet import Column
from steward.table.text import matching
from steward.table.together import each

COORDINATES, PARCEL, ADDRESS, CASE, CONTACT, UNNAMED = "coordinates", "parcel", "address", "case", "contact", "unnamed"
ZIP_PLUS_FOUR = "zip_plus_four"     # told by its cells: one side of a block, or one building
CLASSES = (COORDINATES, PARCEL, ADDRESS, CASE, CONTACT, UNNAMED, ZIP_PLUS_FOUR)
_WORDS_OF = {
    COORDINATES: frozenset(("latitude", "lat", "longitude", "lon", "lng", "long", "xcoord", "ycoord", "coord", "coords",
                            "coordinate", "coordinates", "latlon", "latlong", "latlng", "easting", "northing")),
    PARCEL: frozenset(("parcel", "taxlot", "tlid", "tlno", "rno", "apn", "geom", "geometry", "shape", "point")),
    ADDRESS: frozenset(("address", "addr", "street")),
}
# Source: Multnomah County, Division of Assessment: R number, property ID, state ID and tax account name one parcel.
_PARCEL = re.compile(r"(?i)(?:^|[^a-z])(?:r[ _-]*(?:no|num|number|#)|prop(?:erty)?[ _-]*(?:id|no|num|number|#)|state[ _-]*id"
                     r"|state[ _-]*id[ _-]*key|tax[ _-]*(?:lot|account|map|id)|map[ _-]*(?:tax[ _-]*)?lot)(?:$|[^a-z])")
# Source: Oregon Department of Revenue, cadastral map numbers (township, range, section, quarters, lot: 1S2E13BC 02908);
# Multnomah County: an R and six digits for a property, an R and nine for an account.
_PARCEL_CELL = (r"^\s*(?:[0-9]{1,2}[NS][ -]?[0-9]{1,2}[EW][ -]?[0-9]{1,2}[ -]?[A-D]{0,4}[ -]*[0-9]{2,6}|R[0-9]{6}(?:[0-9]{3})?)"
                r"\s*$")
_ZIP_PLUS_FOUR_CELL = r"^\s*[0-9]{5}-[0-9]{4}\s*$"     # names one side of one block, or one building
_ZIP_CELL, _ZIP_WORDS = r"^\s*[0-9]{5}(?:-[0-9]{4}|\.0)?\s*$", frozenset(("zip", "zipcode", "postal", "postcode"))
_ZIP_KINDS = frozenset(("zip_code", "public_place"))     # the second beside incidents
_SAMPLE, _MOSTLY = 400, 0.5
_CASE = re.compile(r"(?i)(?:case|incident|permit|report|cad)[ _-]*(?:no|num|number|id|#)")
_NO_NAME = re.compile(r"(?i)(?:unnamed|column|col|field|fld|attribute|attr|var|value|text|misc|[cfqvx])?[ _:.-]*[0-9]*[a-z]?")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def is_unnamed(label: str | None) -> bool:
    """Return whether a header tells nothing of what its column holds, as "Column7", "F12" or none do."""
    return _NO_NAME.fullmatch((label or "").strip()) is not None


def class_of(name: str) -> str:
    """Return in which way a column of this name may tell a place, one of CLASSES; empty where it does not."""
    words = {word.lower() for word in _WORD.findall(name)}
    for kind, known in _WORDS_OF.items():
        if not words.isdisjoint(known):
            return kind
    if _PARCEL.search(name):
        return PARCEL
    return CASE if _CASE.search(name) else ""


def links_of(columns: Sequence[Column]) -> list[str]:
    """Return in which way each column may tell a place, one of CLASSES, by its cells or its name; empty where it does not."""
    cells = [_filled(column) for column in columns]
    told = zip(columns, _are_mostly(cells, _ZIP_PLUS_FOUR_CELL), _are_mostly(cells, _PARCEL_CELL), strict=True)
    return [ZIP_PLUS_FOUR if is_zip_plus_four else PARCEL if is_parcel else class_of(column.name)
            for column, is_zip_plus_four, is_parcel in told]


def link_of(column: Column) -> str:
    """Return the same of one column."""
    return links_of((column,))[0]


def is_zip(column: Column, kinds: Collection[str] = ()) -> bool:
    """Return whether a column holds ZIP codes: beside a block they say which one of that name.

    By its cells, and by its name or by what it was found to hold, as under a header that is a mere code.
    """
    words = {word.lower() for word in _WORD.findall(column.name)}
    is_told = not words.isdisjoint(_ZIP_WORDS) or not _ZIP_KINDS.isdisjoint(kinds)
    return is_told and _are_mostly([_filled(column)], _ZIP_CELL)[0]


def _filled(column: Column) -> pa.Array:
    return pa.array([cell for cell in column.values[:_SAMPLE].to_pylist() if cell.strip()], pa.string())


def _are_mostly(cells: Sequence[pa.Array], pattern: str) -> list[bool]:
    return [len(found) > 0 and float(found.mean()) >= _MOSTLY for found in each(cells, partial(matching, pattern=pattern))]
