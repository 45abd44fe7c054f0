"""Values of a JSON file as the text of cells: strings as they are, numbers as written, the rest as compact JSON or WKT."""

import re
from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any

from steward.readers.formats._json_stream import Written

_HALF = re.compile("[\ud800-\udfff]")
_DEPTH = {"Point": 0, "LineString": 1, "MultiPoint": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
COLLECTION = "GeometryCollection"
KINDS = frozenset({*_DEPTH, COLLECTION})
_FLAT, _HIGH = 2, 3


def cell(value: Any) -> str:
    """Return the text of a value: null gives an empty text, true and false their names, objects and arrays compact JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return compact(value)


def compact(value: Any) -> str:
    """Return a value as JSON without blanks, with every number as it is written in the file."""
    if isinstance(value, Written):
        return str(value)
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, tuple):
        return "{" + ",".join(f"{encode_basestring(name)}:{compact(one)}" for name, one in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(compact(one) for one in value) + "]"
    return "null" if value is None else cell(value)


def whole(text: str) -> str:
    """Return a text with each half of a letter, which no text can hold, as the six signs that stand for it in the file."""
    return _HALF.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def well_known_text(geometry: tuple[tuple[str, Any], ...]) -> str | None:
    """Return a geometry in WKT, its numbers as written; None where WKT cannot hold all of it.

    Source: OGC 06-103r4, section 7; RFC 7946, section 3.1.
    """
    members = dict(geometry)
    if len(members) != len(geometry) or not set(members) <= {"type", "coordinates", "geometries", "bbox"}:
        return None
    kind = members.get("type")
    if kind == COLLECTION and "coordinates" not in members:
        return _collection(members.get("geometries"))
    if not isinstance(kind, str) or kind not in _DEPTH or "geometries" in members:
        return None
    sizes = set[int]()
    inner = _inner(members.get("coordinates"), _DEPTH[kind], sizes)
    return None if inner is None or len(sizes) > 1 else f"{kind.upper()}{' Z' if sizes == {_HIGH} else ''} {inner}"


def _collection(geometries: Any) -> str | None:
    if not isinstance(geometries, list):
        return None
    texts = [well_known_text(one) if isinstance(one, tuple) else None for one in geometries]
    if None in texts:
        return None
    return f"GEOMETRYCOLLECTION ({', '.join(map(str, texts))})" if texts else "GEOMETRYCOLLECTION EMPTY"


def _inner(coordinates: Any, depth: int, sizes: set[int]) -> str | None:
    if not isinstance(coordinates, list):
        return None
    if not coordinates:
        return "EMPTY"
    parts = [_position(coordinates, sizes)] if depth == 0 else [_part(one, depth - 1, sizes) for one in coordinates]
    return None if None in parts else f"({', '.join(map(str, parts))})"


def _part(coordinates: Any, depth: int, sizes: set[int]) -> str | None:
    return _position(coordinates, sizes) if depth == 0 else _inner(coordinates, depth, sizes)


def _position(numbers: Any, sizes: set[int]) -> str | None:
    if not is_position(numbers):
        return None
    sizes.add(len(numbers))
    return " ".join(numbers)


def is_position(numbers: Any) -> bool:
    """Return whether these are two or three numbers."""
    return isinstance(numbers, list) and _FLAT <= len(numbers) <= _HIGH and all(isinstance(one, Written) for one in numbers)


def names_twice(pairs: Sequence[tuple[str, Any]]) -> bool:
    """Return whether a name stands twice in an object."""
    return len(dict(pairs)) < len(pairs)
