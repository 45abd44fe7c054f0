"""Which columns still tell what another one hides: a block is no block while the parcel stands beside it.

Source: DataSF, "Open data release toolkit", linked fields; Portland Police Bureau, open data (100-block addresses, new case
numbers).
"""

import re

COORDINATES, PARCEL, ADDRESS, CASE, CONTACT, UNNAMED = "coordinates", "parcel", "address", "case", "contact", "unnamed"
ZIP_PLUS_FOUR = "zip_plus_four"     # told by its cells: one side of a block, or one building
CLASSES = (COORDINATES, PARCEL, ADDRESS, CASE, CONTACT, UNNAMED, ZIP_PLUS_FOUR)
_WORDS_OF = {
    COORDINATES: frozenset(("latitude", "lat", "longitude", "lon", "lng", "long", "xcoord", "ycoord")),
    PARCEL: frozenset(("parcel", "taxlot", "rno", "apn", "geom", "geometry", "shape", "point")),
    ADDRESS: frozenset(("address", "addr", "street")),
}
# Source: Multnomah County, Division of Assessment: R number, property ID, state ID and tax account name one parcel.
_PARCEL = re.compile(r"(?i)(?:^|[^a-z])(?:r[ _-]*(?:no|num|number|#)|prop(?:erty)?[ _-]*(?:id|no|num|number|#)|state[ _-]*id"
                     r"|tax[ _-]*(?:lot|account|map|id)|map[ _-]*(?:tax[ _-]*)?lot)(?:$|[^a-z])")
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
