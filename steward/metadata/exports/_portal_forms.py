"""How one answer is written for a portal, and read again: a pair of functions for each form that portals.json may name.

Every reading undoes its writing where the written value is one of ours; a word that no vocabulary has stays as it is.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from steward.metadata.forms import bounding_box, dated, is_address
from steward.metadata.portals import PUBLIC_IDS
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record, Value
from steward.metadata.slug import is_slug
from steward.metadata.vocabularies import Frequency, License, Vocabularies

VOCABULARY_OF: Mapping[str, str] = {"theme": "themes", "category": "categories", "publisher": "bureaus",
                                    "third_party": "yes_no", "data_status": "data_statuses",
                                    "legal_basis": "legal_bases", "spatial": "areas", "frequency": "frequencies",
                                    "license": "licenses"}
LONGEST_TAG = 100
LONGEST_SHORT = 100     # characters of a version in CKAN
SHORTEST_TAG = 2
Answers = dict[str, Value]
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")  # no character of XML 1.0 pages
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_TAG = re.compile(r"[^\w .-]")


@dataclass(frozen=True, slots=True)
class Form:
    """How an element is written, nothing where it says nothing, and what the written value answers."""

    write: Callable[[Record, str, Vocabularies], object]
    read: Callable[[object, str, Vocabularies], Answers]


def shown(text: str) -> str:
    """Return a text as a web page can show it: no control characters, line ends as LF, what is no Unicode as "?"."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("?", _UNSHOWN.sub("", lines)).strip()


def shown_value(value: Value) -> Value:
    """Return an answer as a web page can show it; entries of a list that say nothing are left out, and each stands once."""
    if isinstance(value, str):
        return shown(value)
    return tuple(dict.fromkeys(text for text in map(shown, value) if text))


def shown_record(record: Record, elements: tuple[str, ...]) -> Record:
    """Return a record of some elements, as a web page can show them; the others say nothing."""
    return Record(**{name: shown_value(record.value(name)) for name in elements})  # type: ignore[arg-type]  # str or tuple by name


def different(one: Record, other: Record) -> tuple[str, ...]:
    """Return the public elements that two records do not answer alike."""
    return tuple(name for name in PUBLIC_IDS if one.value(name) != other.value(name))


def _one(record: Record, element: str) -> str:
    value = record.value(element)
    return value if isinstance(value, str) else ", ".join(value)


def _many(record: Record, element: str) -> tuple[str, ...]:
    value = record.value(element)
    return (value,) if isinstance(value, str) else value


def _answer(element: str, texts: tuple[str, ...]) -> Answers:
    told = tuple(text for text in texts if text)
    if not told:
        return {}
    return {element: told if element in LIST_ELEMENTS else told[0]}


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list, or of a list written as JSON text, or the text itself."""
    if isinstance(value, str):
        return _texts_of_json(value)
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()


def _texts_of_json(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return (text,)
    return tuple(str(item) for item in found) if isinstance(found, list) else (text,)


def _id_of(label: str, element: str, words: Vocabularies) -> str:
    vocabulary = VOCABULARY_OF[element]
    return next((term.id for term in words.terms.get(vocabulary, ()) if term.label == label), label)


def _read_text(value: object, element: str, _words: Vocabularies) -> Answers:
    return _answer(element, (value,)) if isinstance(value, str) else {}


def _write_address(record: Record, element: str, _words: Vocabularies) -> object:
    text = _one(record, element)
    return text if is_address(text) else ""


def _write_short(record: Record, element: str, _words: Vocabularies) -> object:
    text = _one(record, element)
    return text if len(text) <= LONGEST_SHORT else ""


def _write_slug(record: Record, element: str, _words: Vocabularies) -> object:
    text = _one(record, element)
    return text if is_slug(text) else ""


def _write_date(record: Record, element: str, _words: Vocabularies) -> object:
    return dated(_one(record, element))


def _write_tags(record: Record, element: str, _words: Vocabularies) -> object:
    names = (re.sub(r"\s+", " ", _NO_TAG.sub(" ", word)).strip()[:LONGEST_TAG].strip() for word in _many(record, element))
    return [{"name": name} for name in dict.fromkeys(names) if len(name) >= SHORTEST_TAG]


def _read_tags(value: object, element: str, _words: Vocabularies) -> Answers:
    tags = value if isinstance(value, list) else []
    return _answer(element, tuple(str(tag.get("name", "")) for tag in tags if isinstance(tag, Mapping)))


def _write_labels(record: Record, element: str, words: Vocabularies) -> object:
    return [words.label(VOCABULARY_OF[element], text) for text in _many(record, element) if text]


def _read_labels(value: object, element: str, words: Vocabularies) -> Answers:
    return _answer(element, tuple(_id_of(label, element, words) for label in _texts(value)))


def _write_joined(record: Record, element: str, words: Vocabularies) -> object:
    """Return labels with commas between them; within a label there is none. Source: ckanext-datajson splits at each comma."""
    labels = (words.label(VOCABULARY_OF.get(element, ""), text) for text in _many(record, element) if text)
    return ",".join(label.replace(",", "") for label in labels)


def _write_commas(record: Record, element: str, _words: Vocabularies) -> object:
    return ", ".join(text.replace(",", "") for text in _many(record, element) if text)


def _read_joined(value: object, element: str, words: Vocabularies) -> Answers:
    labels = [label.strip() for label in value.split(",")] if isinstance(value, str) else []
    return _answer(element, tuple(_id_of(label, element, words) for label in labels))


def _read_commas(value: object, element: str, _words: Vocabularies) -> Answers:
    return _answer(element, tuple(text.strip() for text in value.split(","))) if isinstance(value, str) else {}


def _write_label(record: Record, element: str, words: Vocabularies) -> object:
    return words.label(VOCABULARY_OF[element], _one(record, element))


def _read_label(value: object, element: str, words: Vocabularies) -> Answers:
    return _answer(element, (_id_of(value, element, words),)) if isinstance(value, str) else {}


def _write_list(record: Record, element: str, _words: Vocabularies) -> object:
    return [text for text in _many(record, element) if text]


def _read_list(value: object, element: str, _words: Vocabularies) -> Answers:
    return _answer(element, _texts(value))


def _by_word(kind: type[License] | type[Frequency], attribute: str) -> Form:
    """Return the form of a word that the vocabulary itself knows in the words of others; no word of ours is written raw."""
    def write(record: Record, element: str, words: Vocabularies) -> object:
        term = words.term(VOCABULARY_OF[element], _one(record, element))
        return getattr(term, attribute) if isinstance(term, kind) else ""

    def read(value: object, element: str, words: Vocabularies) -> Answers:
        terms = words.terms.get(VOCABULARY_OF[element], ())
        found = [term.id for term in terms if value and getattr(term, attribute, "") == value]
        return _answer(element, tuple(found[:1]))

    return Form(write, read)


def _write_box(record: Record, _element: str, words: Vocabularies) -> object:
    return bounding_box(record.spatial, words)


def _read_box(value: object, _element: str, words: Vocabularies) -> Answers:
    box = value if isinstance(value, str) else ""
    area = next((term.id for term in words.terms.get("areas", ()) if bounding_box(term.id, words) == box), box)
    return _answer("spatial", (area,))


def _write_polygon(record: Record, _element: str, words: Vocabularies) -> object:
    """Return a GeoJSON polygon as text, a closed ring against the clock. Source: RFC 7946, 3.1.6; ckanext-dcat."""
    box = bounding_box(record.spatial, words)
    if not box:
        return ""
    west, south, east, north = (float(edge) for edge in box.split(","))
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def _read_polygon(value: object, _element: str, _words: Vocabularies) -> Answers:
    try:
        west_south, _, east_north = json.loads(str(value))["coordinates"][0][:3]
        edges = [f"{float(edge):.10g}" for edge in (*west_south[:2], *east_north[:2])]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return {}
    return _answer("spatial", (",".join(edges),))


def _write_area(record: Record, _element: str, words: Vocabularies) -> object:
    return words.label("areas", record.spatial)


def _write_period(record: Record, _element: str, _words: Vocabularies) -> object:
    start, end = dated(record.temporal_start), dated(record.temporal_end)
    return f"{start}/{end}" if start and end else ""


def _read_period(value: object, _element: str, _words: Vocabularies) -> Answers:
    start, _, end = value.partition("/") if isinstance(value, str) else ("", "", "")
    return {**_answer("temporal_start", (start,)), **_answer("temporal_end", (end,))}


def _write_text(record: Record, element: str, _words: Vocabularies) -> object:
    return _one(record, element)


FORM: Mapping[str, Form] = {
    "text": Form(_write_text, _read_text), "short": Form(_write_short, _read_text), "slug": Form(_write_slug, _read_text),
    "date": Form(_write_date, _read_text), "address": Form(_write_address, _read_text), "tags": Form(_write_tags, _read_tags),
    "labels": Form(_write_labels, _read_labels), "joined": Form(_write_joined, _read_joined),
    "commas": Form(_write_commas, _read_commas), "label": Form(_write_label, _read_label),
    "list": Form(_write_list, _read_list),
    "license_uri": _by_word(License, "uri"), "license_ckan": _by_word(License, "ckan"),
    "frequency": _by_word(Frequency, "dcat_us_3"), "interval": _by_word(Frequency, "dcat_us_1_1"),
    "box": Form(_write_box, _read_box), "polygon": Form(_write_polygon, _read_polygon), "area": Form(_write_area, _read_label),
    "period": Form(_write_period, _read_period),
}
