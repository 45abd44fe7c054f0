"""The words that answers are chosen from, as frozen values. They come from files that the program edits by itself."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from steward.metadata.forms import boxed, language_tag, linked
from steward.metadata.portals import PORTALS_FILE, Portals
from steward.metadata.strict_json import Node, broken, check_format, load_located
from steward.vocabulary.message import say

BUREAUS_FILE = "bureaus.csv"
PROGRAM_FILE = "metadata/program.json"
FORMAT = 1
ACCESS_LEVELS = ("public", "restricted public", "non-public")  # of DCAT-US, with a space: "restricted-public" is refused
BUREAU_COLUMNS = ("id", "name", "abbr", "service_area", "formerly", "includes", "look_alike", "active")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a vocabulary: what is stored, what is shown, and what helps to choose it."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency(Term):
    """How often a dataset changes. Source: project-open-data iso8601_guidance; MD_MaintenanceFrequencyCode."""

    dcat_us_1_1: str = ""    # ISO 8601 interval; "" where 1.1 has no word for it
    dcat_us_3: str = ""
    days: int | None = None  # the longest time between two updates; None where nothing is promised
    words: tuple[str, ...] = ()  # words of a title that speak of it: "monthly", "per month"


@dataclass(frozen=True, slots=True, kw_only=True)
class License(Term):
    """Terms of use. `ckan` is the id that CKAN portals know it by."""

    uri: str = ""
    ckan: str = ""
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Term):
    """A place with its bounding box: west, south, east, north in degrees (WGS 84)."""

    bbox: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataStatus(Term):
    """Why a dataset is cataloged without its data; `sentence` is what the catalog says."""

    access_level: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(Term):
    """A law or rule that lets the city keep data back; `citation` is how the catalog names it."""

    citation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Term):
    """A subject under which datasets are listed; a title or column that holds one of its `words` speaks of it."""

    words: tuple[str, ...] = ()      # single words or phrases, in the singular
    bureaus: tuple[str, ...] = ()    # ids of the bureaus whose usual subject it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau(Term):
    """One unit of the city. `label` is its name; the city regroups often, so former names stay findable."""

    abbreviation: str = ""
    service_area: str = ""
    formerly: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    look_alike: str = ""     # id of the unit it is taken for
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What holds for every dataset of the program."""

    organization: str        # the parent of every bureau, as published
    identifier_prefix: str   # "PDX" in PDX-BES-0412
    disclaimer: str          # published with every dataset's known limits
    contact_domains: tuple[str, ...] = ()


T = TypeVar("T", bound=Term)
_AMOUNT = r"\d+(?:\.\d+)?"
_INTERVAL = re.compile(  # source: DCAT-US 1.1 accrualPeriodicity; nothing where it has no word for it
    rf"|irregular|R/P(?!$)(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?"
    rf"(?:T(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """Every vocabulary by its name in the metadata profile."""

    program: Program
    terms: Mapping[str, tuple[Term, ...]]
    portals: Portals

    @classmethod
    def parse(cls, texts: Mapping[str, str]) -> "Vocabularies":
        """Return the vocabularies of the texts of VOCABULARY_FILES, by file name. Raises: DocumentBroken with file and line."""
        terms = {name: parse(texts[file_name], file_name) for name, (file_name, parse) in _SOURCES.items()}
        return cls(program=_program(texts[PROGRAM_FILE]), terms=terms, portals=Portals.parse(texts[PORTALS_FILE]))

    def choices(self, vocabulary: str) -> tuple[Term, ...]:
        """Return the words to choose from, in the order of their file; no bureau that is gone. Empty: no such vocabulary."""
        return tuple(term for term in self.terms.get(vocabulary, ()) if not isinstance(term, Bureau) or term.is_active)

    def term(self, vocabulary: str, identifier: str) -> Term | None:
        """Return one word, also one that is no longer offered."""
        return next((term for term in self.terms.get(vocabulary, ()) if term.id == identifier), None)

    def frequency(self, identifier: str) -> Frequency | None:
        """Return one frequency."""
        return _as(Frequency, self.term("frequencies", identifier))

    def license(self, identifier: str) -> License | None:
        """Return one license."""
        return _as(License, self.term("licenses", identifier))

    def area(self, identifier: str) -> Area | None:
        """Return one area."""
        return _as(Area, self.term("areas", identifier))

    def data_status(self, identifier: str) -> DataStatus | None:
        """Return why data is not there."""
        return _as(DataStatus, self.term("data_statuses", identifier))

    def citations(self, identifiers: Sequence[str]) -> tuple[str, ...]:
        """Return how the catalog names laws and rules; one that no list has stays as it is."""
        found = ((name, _as(LegalBasis, self.term("legal_bases", name))) for name in identifiers if name)
        return tuple(basis.citation if basis else name for name, basis in found)

    def bureau(self, identifier: str) -> Bureau | None:
        """Return one bureau."""
        return _as(Bureau, self.term("bureaus", identifier))

    def label(self, vocabulary: str, identifier: str) -> str:
        """Return how a word is shown, or the word itself where the vocabulary does not have it."""
        term = self.term(vocabulary, identifier)
        return term.label if term else identifier


def _as(kind: type[T], term: Term | None) -> T | None:
    return term if isinstance(term, kind) else None


def _term(node: Node) -> Term:
    node.only(("id", "label", "help"))
    return Term(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""))


def _language(node: Node) -> Term:
    term = _term(node)
    return term if language_tag(term.id) else node.refuse("id")


def _access_level(node: Node) -> Term:
    term = _term(node)
    return term if term.id in ACCESS_LEVELS else node.refuse("id")


def _frequency(node: Node) -> Frequency:
    node.only(("id", "label", "help", "dcat_us_1_1", "dcat_us_3", "days", "words"))
    if not _INTERVAL.fullmatch(node.text("dcat_us_1_1", "")):
        node.refuse("dcat_us_1_1")
    return Frequency(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                     days=node.whole_or_none("days"), dcat_us_1_1=node.text("dcat_us_1_1", ""),
                     dcat_us_3=node.text("dcat_us_3", ""), words=node.told_texts("words"))


def _license(node: Node) -> License:
    node.only(("id", "label", "help", "uri", "ckan", "open"))
    return License(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                   uri=linked(node.text("uri")) or node.refuse("uri"), ckan=node.text("ckan", ""),
                   is_open=node.flag("open", default=True))


def _area(node: Node) -> Area:
    node.only(("id", "label", "help", "bbox"))
    return Area(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                bbox=boxed(node.text("bbox")) or node.refuse("bbox"))


def _data_status(node: Node) -> DataStatus:
    node.only(("id", "label", "help", "access_level", "sentence"))
    return DataStatus(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                      access_level=node.one_of("access_level", ACCESS_LEVELS), sentence=node.told("sentence"))


def _legal_basis(node: Node) -> LegalBasis:
    node.only(("id", "label", "help", "citation"))
    return LegalBasis(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                      citation=node.told("citation"))


def _topic(node: Node) -> Topic:
    node.only(("id", "label", "help", "words", "bureaus"))
    return Topic(id=node.told("id"), label=node.named("label"), help=node.sentence("help", ""),
                 words=node.told_texts("words"), bureaus=node.told_texts("bureaus"))


def _listed(entry: Callable[[Node], Term]) -> Callable[[str, str], tuple[Term, ...]]:
    def parse(text: str, name: str) -> tuple[Term, ...]:
        root = check_format(load_located(text, name), FORMAT).only(("format", "terms"))
        terms: dict[str, Term] = {}
        for node in root.nodes("terms"):
            term = entry(node)
            if term.id in terms:
                node.refuse("id")
            terms[term.id] = term
        return tuple(terms.values()) or root.refuse("terms")
    return parse


def _bureaus(text: str, name: str) -> tuple[Term, ...]:
    lines = io.StringIO(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), newline="")
    reader = csv.DictReader(lines, restval="", strict=True)
    bureaus: dict[str, Term] = {}
    try:
        if tuple(reader.fieldnames or ()) != BUREAU_COLUMNS:
            raise broken(name, say("Line 1 should name the columns {columns}.", columns=", ".join(BUREAU_COLUMNS)))
        for row in reader:
            if None in row or not _is_bureau(row) or row["id"] in bureaus:
                raise broken(name, say("Line {line}.", line=reader.line_num))
            bureaus[row["id"]] = _bureau(row)
    except csv.Error:
        raise broken(name, say("Line {line}.", line=max(1, reader.reader.line_num))) from None
    if not bureaus:
        raise broken(name, say("Below line 1 it lists nothing to choose from."))
    return tuple(bureaus.values())


def _is_bureau(row: Mapping[str, str]) -> bool:
    return bool(row["id"].strip() and row["name"].strip()) and row["active"] in ("yes", "no", "")


def _bureau(row: Mapping[str, str]) -> Bureau:
    return Bureau(id=row["id"], label=row["name"], abbreviation=row["abbr"], service_area=row["service_area"],
                  formerly=_split(row["formerly"]), includes=_split(row["includes"]), look_alike=row["look_alike"],
                  is_active=row["active"] != "no")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _program(text: str) -> Program:
    root = check_format(load_located(text, PROGRAM_FILE), FORMAT)
    root.only(("format", "organization", "identifier_prefix", "disclaimer", "contact_domains"))
    return Program(organization=root.told("organization"), identifier_prefix=root.text("identifier_prefix"),
                   disclaimer=root.text("disclaimer"), contact_domains=root.told_texts("contact_domains"))


_SOURCES: Mapping[str, tuple[str, Callable[[str, str], tuple[Term, ...]]]] = {
    "frequencies": ("metadata/frequencies.json", _listed(_frequency)),
    "licenses": ("metadata/licenses.json", _listed(_license)),
    "areas": ("metadata/areas.json", _listed(_area)),
    "themes": ("metadata/themes.json", _listed(_topic)),
    "categories": ("metadata/categories.json", _listed(_topic)),
    "languages": ("metadata/languages.json", _listed(_language)),
    "access_levels": ("metadata/access_levels.json", _listed(_access_level)),
    "classifications": ("metadata/classifications.json", _listed(_term)),
    "data_statuses": ("metadata/data_statuses.json", _listed(_data_status)),
    "legal_bases": ("metadata/legal_bases.json", _listed(_legal_basis)),
    "yes_no": ("metadata/yes_no.json", _listed(_term)),
    "bureaus": (BUREAUS_FILE, _bureaus),
}
VOCABULARIES: tuple[str, ...] = tuple(_SOURCES)
VOCABULARY_FILES: tuple[str, ...] = (PROGRAM_FILE, PORTALS_FILE, *(file_name for file_name, _ in _SOURCES.values()))
