"""Which columns still tell what another one hides: a block is no block while the parcel stands beside it.

Source: DataSF, "Open data release toolkit", linked fields; Portland Police Bureau, open data (100-block addresses, new case
numbers).
"""

import re

COORDINATES, PARCEL, ADDRESS, CASE, CONTACT = "coordinates", "parcel", "address", "case", "contact"
CLASSES = (COORDINATES, PARCEL, ADDRESS, CASE, CONTACT)
_WORDS_OF = {
    COORDINATES: frozenset(("latitude", "lat", "longitude", "lon", "lng", "long", "xcoord", "ycoord")),
    PARCEL: frozenset(("parcel", "taxlot", "rno", "apn", "geom", "geometry", "shape", "point")),
    ADDRESS: frozenset(("address", "addr", "street")),
}
_CASE = re.compile(r"(?i)(?:case|incident|permit|report|cad)[ _-]*(?:no|num|number|id|#)")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def class_of(name: str) -> str:
    """Return in which way a column of this name may tell a place, one of CLASSES; empty where it does not."""
    words = {word.lower() for word in _WORD.findall(name)}
    for kind, known in _WORDS_OF.items():
        if not words.isdisjoint(known):
            return kind
    return CASE if _CASE.search(name) else ""
