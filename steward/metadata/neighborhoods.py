"""The city's neighborhoods: their names, and where the city gave them their areas, from a GeoJSON file that it replaces.

Context: many tables name a neighborhood or hold places, and the catalog should say which they cover. Decision: the
file is GeoJSON (RFC 7946), so that the layer which the city's map program writes can take the place of the list of names that
goes with Steward; a feature without a geometry gives its name alone. Anything else in it is refused with file and line.
Refused: areas of our own making, which would be wrong at every border.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from steward.metadata.spelling import nearly
from steward.metadata.strict_json import DocumentBroken, Node, broken, load, load_located
from steward.vocabulary.message import say

NEIGHBORHOODS_FILE = "metadata/neighborhoods.geojson"
NAME = "name"
SHAPES = ("Polygon", "MultiPolygon")
FEWEST_CORNERS = 4     # of a ring, the first one repeated at its end
EAST, NORTH = 180.0, 90.0
_WRITTEN_OUT = (("saint ", "st "), ("mount ", "mt "))
_WORD, _APOSTROPHE = re.compile(r"[^\W_]+"), re.compile("['\u2019]")
_ENDINGS = re.compile(r"( neighborhood| neighbourhood| community)?( association| assn| assoc)?$")

Ring = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighborhood:
    """One neighborhood. `rings`: the edges of its area, longitude and latitude in degrees; none where the city gave no area."""

    name: str
    also: tuple[str, ...] = ()
    rings: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighborhoods:
    """Every neighborhood of the city, in the order of the file."""

    listed: tuple[Neighborhood, ...]
    names: Mapping[str, str]    # each name as it is compared, to the name as the list writes it

    @classmethod
    def parse(cls, text: str, name: str = NEIGHBORHOODS_FILE) -> "Neighborhoods":
        """Return what the file says. Raises: DocumentBroken with file and line."""
        try:
            return _read(load(text, name))
        except DocumentBroken:
            return _read(load_located(text, name))    # slower, and knows the line

    @property
    def has_areas(self) -> bool:
        """Return whether the city gave areas."""
        return any(one.rings for one in self.listed)

    def named(self, text: str) -> str:
        """Return the neighborhood that a text names, as the list writes it; nothing where it is none of them."""
        return self.names.get(plain(text), "")

    def nearly(self, text: str) -> str:
        """Return the neighborhood that a text most likely means by a slip of the finger; nothing where none is near."""
        return self.names.get(nearly(plain(text), tuple(self.names)), "")


def plain(text: str) -> str:
    """Return a name as it is compared: "Saint Johns Neighborhood Assn." is "st johns"."""
    words = f"{' '.join(_WORD.findall(_APOSTROPHE.sub('', text.casefold())))} "
    for long, short in _WRITTEN_OUT:
        words = words.replace(long, short)
    return _ENDINGS.sub("", words.strip())


def _read(root: Node) -> Neighborhoods:
    root.one_of("type", ("FeatureCollection",))
    key = root.text("name_property", NAME).casefold()
    found: dict[str, Neighborhood] = {}
    names: dict[str, str] = {}
    for node in root.nodes("features"):
        one = _neighborhood(node, key)
        known = found.get(one.name)
        if known is not None and not (known.rings and one.rings):
            node.refuse("properties")      # one neighborhood may have several areas, but a name stands once
        rings = (*(known.rings if known is not None else ()), *one.rings)
        found[one.name] = Neighborhood(name=one.name, also=one.also, rings=rings)
        for text in (one.name, *one.also):
            if names.setdefault(plain(text), one.name) != one.name:
                node.refuse("properties")  # two neighborhoods under one name
    return Neighborhoods(listed=tuple(found.values()) or root.refuse("features"), names=names)


def _neighborhood(node: Node, key: str) -> Neighborhood:
    node.one_of("type", ("Feature",))
    properties = node.node("properties") if "properties" in node.values else node.refuse("properties")
    written = next((name for name in properties.values if name.casefold() == key), key)
    name, also = properties.text(written), properties.told_texts("also")
    if any("," in text or not plain(text) for text in (name, *also)):
        properties.refuse(written)         # in an answer names are separated by commas
    rings = () if node.values.get("geometry") is None else _rings(node.node("geometry"))
    return Neighborhood(name=" ".join(name.split()), also=also, rings=rings)


def _rings(node: Node) -> tuple[Ring, ...]:
    shape, value = node.one_of("type", SHAPES), node.values.get("coordinates")
    areas = value if shape == "MultiPolygon" else [value]
    rings = [_ring(ring, node) for area in _listed(areas, node) for ring in _listed(area, node)]
    return tuple(rings) or node.refuse("coordinates")


def _listed(value: object, node: Node) -> Sequence[object]:
    return value if isinstance(value, list) else node.refuse("coordinates")


def _ring(value: object, node: Node) -> Ring:
    try:
        corners = np.array([one[:2] for one in _listed(value, node)], np.float64)  # type: ignore[index]  # what is no list raises
    except (TypeError, ValueError, KeyError, IndexError):
        node.refuse("coordinates")
    if corners.ndim != 2 or len(corners) < FEWEST_CORNERS or (corners[0] != corners[-1]).any():  # noqa: PLR2004 - corner, figure
        node.refuse("coordinates")
    if not (np.abs(corners[:, 0]) <= EAST).all() or not (np.abs(corners[:, 1]) <= NORTH).all():
        raise broken(node.document, say(
            "The area in or after line {line} is not in degrees. Write the layer in longitude and latitude (WGS 84).",
            line=node.line)) if node.line else broken(node.document, say("An area is not in degrees."))
    return corners
