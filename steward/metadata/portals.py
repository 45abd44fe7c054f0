"""Under which names a portal keeps the record: data that the program edits, since every portal was set up by other people.

Context: CKAN portals keep the same answer in extras, in fields of a schema of their own, or under the names of data.gov's
inventory; an ArcGIS item has few fields and a description that is read by people. Decision: resources/metadata/portals.json
says for each kind of portal where each element stands and in which form. Refused: one exporter per portal (the next portal's
names would need a programmer). Elements that are never published cannot be named here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from steward.metadata.record import ELEMENT_IDS
from steward.metadata.strict_json import Node, check_format, load_located

PORTALS_FILE = "metadata/portals.json"
FORMAT = 1
INTERNAL = ("data_steward", "system_owner", "classification", "equity", "third_party_agreement", "third_party_right",
            "trade_secrets", "requests_count", "requests_period")
PUBLIC_IDS: tuple[str, ...] = tuple(name for name in ELEMENT_IDS if name not in INTERNAL)
PRESETS = ("extras", "scheming", "datajson")   # that an export is written with; a program may add others
FORMS = ("text", "short", "slug", "date", "address", "tags", "labels", "joined", "commas", "label", "list", "license_uri",
         "license_ckan", "frequency", "interval", "box", "polygon", "area", "period")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one element stands: ("title",), ("extras", NAME), or (LIST, KEY) for the first entry of a list of objects."""

    element: str
    path: tuple[str, ...]
    form: str        # one of FORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One answer that is told in a sentence of a page, after its label."""

    element: str
    label: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portals:
    """What each kind of portal calls the elements of the record."""

    ckan: Mapping[str, tuple[Place, ...]]   # by the name of the preset
    arcgis_hub: tuple[Detail, ...]

    @classmethod
    def parse(cls, text: str, name: str = PORTALS_FILE) -> "Portals":
        """Return the names. Raises: DocumentBroken with file and line, DocumentTooNew."""
        root = check_format(load_located(text, name), FORMAT).only(("format", "ckan", "arcgis_hub"))
        presets: dict[str, tuple[Place, ...]] = {}
        for node in root.nodes("ckan"):
            preset = node.told("preset")
            presets[preset] = _places(node) if preset not in presets else node.refuse("preset")
        if not presets.keys() >= set(PRESETS):
            root.refuse("ckan")
        return cls(ckan=presets, arcgis_hub=tuple(_detail(node) for node in root.nodes("arcgis_hub")))


def _places(node: Node) -> tuple[Place, ...]:
    node.only(("preset", "about", "places"))
    node.text("about", "")
    return tuple(_place(place) for place in node.nodes("places")) or node.refuse("places")


def _place(node: Node) -> Place:
    node.only(("element", "at", "form"))
    path = tuple(node.text("at").split("/", 1))
    return Place(element=node.one_of("element", PUBLIC_IDS), path=path if all(path) else node.refuse("at"),
                 form=node.one_of("form", FORMS, "text"))


def _detail(node: Node) -> Detail:
    node.only(("element", "label", "form"))
    return Detail(element=node.one_of("element", PUBLIC_IDS), label=node.named("label"),
                  form=node.one_of("form", FORMS, "text"))
