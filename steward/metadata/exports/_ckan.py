r"""A CKAN package, written by one of the presets of resources/metadata/portals.json and read again.

Source: CKAN 2.12's package_create, seen on a real one: tags are [\w .-]{2,100}; an indexed text over 32,766 bytes ends in
an error and nothing is stored; a package without `private` is public at once. What a preset's own fields cannot hold exactly
(a keyword with a comma, two words that are one in the standard) stands once more in an extra of ours, so that nothing is lost.
"""

import json
from collections.abc import Mapping, Sequence

from steward.metadata.exports._parts import MEDIA_TYPE, table_text, told, without_blanks
from steward.metadata.exports._portal_forms import FORM, Answers, different, shown, shown_record
from steward.metadata.forms import linked
from steward.metadata.portals import PUBLIC_IDS, Place
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import Vocabularies

LONGEST_BYTES = 32_766
OWN = "steward_"        # before the names of the extras that only we read
UNLIMITED = ("notes",)  # CKAN's index cuts it into words


class CkanPackage:
    """What package_create takes, but for the organization, which only the portal's account knows."""

    is_sealed = False
    needs_tables = False

    def __init__(self, name: str, preset: str) -> None:
        """Write and read the places of one preset."""
        self.name, self.preset = name, preset
        self.file_name = f"{name}.json"

    def export(self, record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, object]:
        """Return the package; always private, since the portal's review is ours."""
        public = shown_record(record, PUBLIC_IDS)
        package = self._written(public, vocabularies)
        lost = [name for name in different(public, self.read(package, vocabularies)) if public.value(name)]
        own = [_extra(f"{OWN}{name}", _plain(public.value(name))) for name in lost if _fits(_plain(public.value(name)))]
        return without_blanks({**package, "private": True, "extras": [*_list_of(package.get("extras")), *own],
                               "resources": [_resource(public, table, vocabularies) for table in tables]})

    def read(self, package: Mapping[str, object], vocabularies: Vocabularies) -> Record:
        """Return the record that a package of this preset tells; places that hold something else say nothing."""
        extras = {str(extra.get("key")): extra.get("value") for extra in _list_of(package.get("extras"))}
        answers: Answers = {}
        for place in vocabularies.portals.ckan[self.preset]:
            answers |= FORM[place.form].read(_at(place, package, extras), place.element, vocabularies)
        for name in PUBLIC_IDS:
            form = FORM["list" if name in LIST_ELEMENTS else "text"]
            answers |= form.read(extras.get(f"{OWN}{name}"), name, vocabularies)
        return Record(**answers)  # type: ignore[arg-type]  # the forms answer with the type of the element

    def _written(self, record: Record, vocabularies: Vocabularies) -> dict[str, object]:
        package: dict[str, object] = {}
        for place in vocabularies.portals.ckan[self.preset]:
            value = FORM[place.form].write(record, place.element, vocabularies)
            if value and _fits(_plain(value), place.path):
                _put(package, place.path, value)
        return package


def _put(package: dict[str, object], path: tuple[str, ...], value: object) -> None:
    if len(path) == 1:
        package[path[0]] = value
    elif path[0] == "extras":
        package["extras"] = [*_list_of(package.get("extras")), _extra(path[1], _plain(value))]
    else:
        first = next(iter(_list_of(package.get(path[0]))), {})
        package[path[0]] = [{**first, path[1]: value}]


def _at(place: Place, package: Mapping[str, object], extras: Mapping[str, object]) -> object:
    if len(place.path) == 1:
        return package.get(place.path[0])
    if place.path[0] == "extras":
        return extras.get(place.path[1])
    return next(iter(_list_of(package.get(place.path[0]))), {}).get(place.path[1])


def _list_of(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _extra(key: str, value: str) -> dict[str, object]:
    return {"key": key, "value": value}


def _plain(value: object) -> str:
    """Return a value as an extra holds it: a text, or a list as JSON text. Source: ckanext-dcat."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _fits(text: str, path: tuple[str, ...] = ()) -> bool:
    return (path[:1] != () and path[0] in UNLIMITED) or len(text.encode()) <= LONGEST_BYTES


def _resource(record: Record, table: TableDescription, vocabularies: Vocabularies) -> dict[str, object]:
    license_, dictionary = vocabularies.license(record.license), linked(table.dictionary_url)
    rights = told([record.rights]) or [""]
    return without_blanks({
        "name": shown(table.title), "description": shown(table_text(record, table.description)),
        "url": linked(table.download_url), "format": "CSV", "mimetype": MEDIA_TYPE, "size": table.size_bytes,
        "hash": table.sha256, "hash_algorithm": "sha256", "license": license_.uri if license_ else "", "rights": rights[0],
        "describedBy": dictionary, "describedByType": MEDIA_TYPE if dictionary else ""})
