"""DCAT-US 1.1 and 3.0: one dataset, a catalog with its first one, and what the city's pilot wrote by hand.

Source: GSA datagov-harvester's schemas; the faults are those of the pilot's files (two values under one name, a distribution
that tells of another dataset, a format beside another media type, accessLevel with a hyphen, dates as 04/12/2021).
"""

import re
from collections.abc import Mapping, Sequence

from steward.metadata.exports._portal_forms import FORM
from steward.metadata.imports._leftovers import leaves
from steward.metadata.imports._reading import KEPT_BELOW, Reading
from steward.metadata.imports._words import (
    first_object,
    forbids_uses,
    frequency_id,
    license_id,
    mail,
    parted_mail,
    spoken_words,
)
from steward.vocabulary.message import say

PLAIN = (("identifier", "identifier"), ("title", "title"), ("description", "description"), ("keywords", "keyword"),
         ("rights", "rights"), ("purpose", "purpose"), ("version", "version"), ("source_system", "provenance"))
KNOWN = (*(key for _, key in PLAIN), "@type", "@id", "@context", "modified", "issued", "publisher", "bureau", "contactPoint",
         "accessLevel", "accessRights", "license", "accrualPeriodicity", "temporal", "spatial", "language", "landingPage",
         "homepage", "theme", "distribution")
OF_A_CATALOG = ("dataset", "conformsTo", "describedBy", "@type", "@id", "@context", "distribution")
ADDRESSES = ("conformsTo", "describedBy")
FILE_KINDS = {"csv": "csv", "json": "json", "xml": "xml", "html": "html", "pdf": "pdf", "zip": "zip", "xls": "excel",
              "excel": "excel", "spreadsheet": "excel"}     # by the words in formats and media types
SIGNS = ("accessLevel", "keyword", "contactPoint", "distribution", "accrualPeriodicity", "conformsTo", "publisher")
WRITTEN_FREELY = frozenset(key.casefold() for key in KNOWN)
OTHERS = say("Of the others only the titles are kept. To take one of them, save it alone in a file of its own and read that.")
FEWEST_NAMES = 2    # a title and another one
NAME_ALONE = {"@type", "prefLabel"}
_NUMBER = re.compile(r"-?\d{1,3}(\.\d+)?", re.ASCII)


class DcatUs:
    """The standard that catalogs are harvested in."""

    name = "dcat-us"
    order = 3

    def fits(self, document: Mapping[str, object]) -> bool:
        """Return whether it is a catalog, or has a name that only a dataset of this standard has."""
        return "dataset" in document or any(sign in document for sign in SIGNS) or _is_written_freely(document)

    def read(self, document: Mapping[str, object], reading: Reading) -> None:
        """Tell what the first dataset says."""
        document = reading.respelled(document, OF_A_CATALOG[:1])
        listed = _dataset(document, reading)
        dataset = reading.respelled(listed, KNOWN)
        for element, key in PLAIN:
            reading.tell(element, dataset.get(key), key)
        for element in ("modified", "issued"):
            reading.tell_date(element, dataset.get(element), element)
        _people(dataset, reading)
        _terms(dataset, reading)
        _access(dataset, reading)
        _period(dataset.get("temporal"), reading)
        _place(dataset.get("spatial"), reading)
        _distribution(dataset, document, reading)
        reading.fault_empty(dataset, ("identifier", "title", "description", "license", "modified", "publisher"))
        reading.tell_address(document, ADDRESSES)
        if listed is not document:
            reading.tell_address(dataset, ADDRESSES)
            reading.sort_out(document, OF_A_CATALOG)
        reading.sort_out(dataset, KNOWN)


def _is_written_freely(document: Mapping[str, object]) -> bool:
    """Return whether it has a title beside other names of the standard, in whatever capitals: "Title", "Description"."""
    names = {key.casefold() for key in document}
    return "dataset" in names or ("title" in names and len(names & WRITTEN_FREELY) >= FEWEST_NAMES)


def _dataset(document: Mapping[str, object], reading: Reading) -> Mapping[str, object]:
    inner = document.get("dataset")
    if isinstance(inner, Mapping):
        return inner
    listed = [one for one in inner if isinstance(one, Mapping)] if isinstance(inner, list) else []
    if len(listed) > 1:
        reading.fault("several", "dataset", say("The file tells of several datasets. The first one is taken."), OTHERS)
        titles = [str(one.get("title") or one.get("identifier") or "") for one in listed[1:]]
        reading.pass_over(listed[1:])
        reading.keep("; ".join(title for title in titles if title), "dataset")
    return listed[0] if listed else document


def _people(dataset: Mapping[str, object], reading: Reading) -> None:
    _office(dataset, "bureau" if dataset.get("bureau") else "publisher", reading)
    contact = dataset.get("contactPoint")
    card = first_object(contact)
    name, address = parted_mail(contact) if isinstance(contact, str) else (contact, "")
    reading.understand(contact if address else None)
    reading.tell("contact_name", card.get("fn") if card else name, "contactPoint")
    reading.tell("contact_email", mail(card.get("hasEmail")) if card else address, "contactPoint")


def _office(dataset: Mapping[str, object], key: str, reading: Reading) -> None:
    """Tell the bureau; an office that stands within a bureau, as our own catalogs have it, is the division."""
    office = first_object(dataset.get(key))
    name, above = office.get("name"), first_object(office.get("subOrganizationOf")).get("name")
    is_bureau = isinstance(name, str) and bool(reading.identifier("bureaus", name))
    if name and not is_bureau and isinstance(above, str) and reading.identifier("bureaus", above):
        reading.tell("division", name, key)
        reading.tell_term("publisher", "bureaus", above, key)
    else:
        reading.tell_term("publisher", "bureaus", name or dataset.get(key), key)


def _terms(dataset: Mapping[str, object], reading: Reading) -> None:
    words = reading.vocabularies
    reading.tell_term("license", "licenses", dataset.get("license"), "license", lambda text: license_id(text, words))
    if isinstance(dataset.get("license"), str) and forbids_uses(str(dataset["license"])):
        reading.fault("license-closed", "license", say("These terms forbid uses that the city's policy wants: its data is open "
                                                       "by default."), say("Choose one of the open licenses."))
    reading.tell_term("frequency", "frequencies", dataset.get("accrualPeriodicity"), "accrualPeriodicity",
                      lambda text: frequency_id(text, words))
    language = dataset.get("language")
    spoken = language[0] if isinstance(language, list) and language else language
    known = reading.identifier("languages", spoken) if isinstance(spoken, str) else ""
    reading.understand(spoken if known else None)
    reading.tell("language", known or spoken, "language")
    page = first_object(dataset.get("landingPage")).get("accessURL") or dataset.get("landingPage") or dataset.get("homepage")
    reading.tell_page(page, "landingPage")
    _themes(dataset.get("theme"), reading)


def _themes(value: object, reading: Reading) -> None:
    listed: Sequence[object] = [one for one in (value if isinstance(value, list) else [value]) if one]
    labels = [str(one.get("prefLabel") or "") if isinstance(one, Mapping) else str(one) for one in listed]
    known = [reading.identifier("themes", label) for label in labels]
    reading.understand([label for label, name in zip(labels, known, strict=True) if name])
    for one in (one for one, label in zip(listed, labels, strict=True) if not label):
        reading.misread(one if not isinstance(one, Mapping) or any(one.values()) else None, "theme")
    reading.tell("theme", [name for name in known if name], "theme")
    for label in (label for label, name in zip(labels, known, strict=True) if not name):
        category = reading.identifier("categories", label)
        if category:
            reading.tell("category", category, "theme")
            reading.understand(label)
        else:
            reading.keep(label, "theme")


def _access(dataset: Mapping[str, object], reading: Reading) -> None:
    value = dataset.get("accessLevel") or dataset.get("accessRights")
    spaced = value.replace("restricted-public", "restricted public") if isinstance(value, str) else value
    if spaced != value:
        reading.fault("access-level", "accessLevel", say("The standard writes this access level with a space, not a hyphen."))
    reading.tell_term("access_level", "access_levels", spaced, "accessLevel")


def _period(value: object, reading: Reading) -> None:
    span = first_object(value)
    if any(span.get(key) for key in ("startDate", "endDate")):
        reading.tell_date("temporal_start", span.get("startDate"), "temporal")
        reading.tell_date("temporal_end", span.get("endDate"), "temporal")
    elif isinstance(value, str) and value:
        start, sign, end = value.partition("/")
        reading.understand(value)
        if not sign:
            reading.keep(value, "temporal")
            reading.fault("period", "temporal", say("The period has no beginning and end."), KEPT_BELOW)
            return
        reading.tell_date("temporal_start", start, "temporal")
        reading.tell_date("temporal_end", end, "temporal")
    else:
        reading.misread(value, "temporal")


def _place(value: object, reading: Reading) -> None:
    value = _with_neighborhoods(value, reading)
    location = first_object(value)
    text = location.get("prefLabel") if location else value
    if not isinstance(value, str) and not any(location.get(key) for key in ("prefLabel", "bbox")):
        reading.misread(value, "spatial")
        return
    area = reading.identifier("areas", text) if isinstance(text, str) else ""
    box = _box(location.get("bbox")) if location else text
    known = FORM["box"].read(box, "spatial", reading.vocabularies).get("spatial", box)
    if _box(location.get("bbox")):
        reading.understand([text for _path, text in leaves(location["bbox"]) if text == "Polygon" or _NUMBER.fullmatch(text)])
    reading.tell("spatial", area or known, "spatial")
    if location and text and not area:
        reading.keep(text, "spatial")
    reading.understand(text)


def _with_neighborhoods(value: object, reading: Reading) -> object:
    """Return the places without those behind the first one that are a name alone: neighborhoods, as we write them."""
    if not isinstance(value, list):
        return value
    named = [one for one in value[1:] if isinstance(one, Mapping) and one.get("prefLabel") and one.keys() <= NAME_ALONE]
    if not named:
        return value
    reading.tell("neighborhoods", [one["prefLabel"] for one in named], "spatial")
    return [one for one in value if one not in named]


def _box(shape: object) -> str:
    """Return west, south, east, north of a GeoJSON ring, or nothing."""
    corners = re.findall(r"\[\s*(-?\d+(?:\.\d+)?),\s*(-?\d+(?:\.\d+)?)", str(shape)) if isinstance(shape, Mapping) else []
    if not corners:
        return ""
    east, north = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return ",".join(f"{edge:.10g}" for edge in (min(east), min(north), max(east), max(north)))


def _distribution(dataset: Mapping[str, object], document: Mapping[str, object], reading: Reading) -> None:
    file = first_object(dataset.get("distribution")) or first_object(document.get("distribution"))
    about = file.get("description")
    said = spoken_words(*(dataset.get(key, "") for key in ("title", "description", "keyword", "theme")), file.get("title", ""))
    if about and said and spoken_words(about) and not spoken_words(about) & said:
        reading.fault("copied", "distribution", say(
            "The sentence about the file has no word in common with the dataset. It may have been copied from another one."),
            KEPT_BELOW)
        reading.keep(about, "distribution")
    form, media = _kinds_named(file.get("format")), _kinds_named(file.get("mediaType"))
    reading.understand([file.get("format") if form else None, file.get("mediaType") if media else None])
    if form and media and not form & media:
        reading.fault("format", "distribution", say("The file's format and its media type name two different kinds of file."))
    if file and not (file.get("downloadURL") or file.get("accessURL")):
        reading.fault("no-file", "distribution", say("There is no address to get the file from."),
                      say("Steward writes it once the data is published."))
    if not reading.vocabularies.license(license_id(str(file.get("license", "")), reading.vocabularies)):
        return
    reading.tell_term("license", "licenses", file.get("license"), "distribution",
                      lambda text: license_id(text, reading.vocabularies))


def _kinds_named(text: object) -> frozenset[str]:
    """Return the kinds of file that a format or a media type names; none for "Web Page" and others not known here."""
    return frozenset(kind for word, kind in FILE_KINDS.items() if word in str(text).casefold())


IMPORT = DcatUs()
