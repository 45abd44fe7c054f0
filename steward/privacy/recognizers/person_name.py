"""Names of people. Source: U.S. Census Bureau, 1990 name files; letters with accents count as their plain ones."""

import re
import unicodedata

import numpy as np
import pyarrow as pa

from steward.privacy.knowledge import Knowledge
from steward.privacy.naming import is_family, is_given, name_someone
from steward.privacy.recognizers._recognizer import Needs
from steward.privacy.spans import Spans, judged, matches, pick

SEEN = ("Maria Garcia", "GARCIA, MARIA L", "Dr. John Smith Jr.", "José Álvarez", "Mary-Ann O'Connor", "M. Garcia", "Garcia, M",
        "GARCIA/MARIA", "City of Portland v. Maria L. Garcia", "Maria Garcia (aunt) 503-555-0123")
NOT_SEEN = ("Garcia Plumbing LLC", "Laurelhurst Park", "Open", "1420 SE Ankeny St", "Smith & Sons", "Lincoln High School",
            "Garcia Plumbing 503-555-0123",
            "City of Portland v. Garcia Plumbing LLC")
# Plain classes: those of letters of all scripts are slow to build.
_SHAPE = r"^(?:[A-Za-z'’ -]{2,30}/[A-Za-z'’ -]{2,30}|[^0-9@#$%^*()_+=<>:;?!|\\/\"\[\]{}]{2,60})$"
NOT_A_PERSON = frozenset(
    ["LLC", "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LP", "LLP", "PC", "PLLC", "GROUP",
     "SERVICES", "SERVICE", "SOLUTIONS", "CONSTRUCTION", "BUILDERS", "PLUMBING", "ELECTRIC", "ELECTRICAL", "ROOFING",
     "HEATING", "MECHANICAL", "CONTRACTING", "CONTRACTORS", "ENTERPRISES", "ASSOCIATES", "PARTNERS", "PROPERTIES",
     "HOLDINGS", "TRUST", "BANK", "CHURCH", "SCHOOL", "COLLEGE", "UNIVERSITY", "HOSPITAL", "CLINIC", "CENTER", "CENTRE",
     "PARK", "GARDEN", "GARDENS", "STREET", "AVENUE", "ROAD", "BRIDGE", "CREEK", "RIVER", "LAKE", "BUTTE", "MARKET",
     "CAFE", "COFFEE", "RESTAURANT", "GRILL", "BAR", "PUB", "BREWING", "BAKERY", "KITCHEN", "DELI", "PIZZA", "FOODS",
     "STORE", "SHOP", "SALON", "STUDIO", "DESIGN", "AUTO", "MOTORS", "TRANSPORT", "LOGISTICS", "FOUNDATION", "COUNCIL",
     "COMMITTEE", "DEPARTMENT", "BUREAU", "OFFICE", "CITY", "COUNTY", "STATE", "DISTRICT", "STATION", "LIBRARY",
     "MUSEUM", "COMMUNITY", "ASSOCIATION", "SOCIETY", "CLUB", "APARTMENTS", "ESTATES", "HEIGHTS", "VILLAGE", "HOTEL",
     "INN", "THEATER", "NEIGHBORHOOD", "PERMIT", "RESIDENTIAL", "COMMERCIAL", "ELEMENTARY", "MIDDLE", "HIGH", "PLAZA",
     "TOWER", "BUILDING", "HOMES", "HOME", "LANDSCAPING", "PAINTING", "SONS", "BROS", "BROTHERS", "INDUSTRIES",
     "INTERNATIONAL", "SUPPLY", "WORKS", "TECHNOLOGIES", "CONSULTING", "ENGINEERING", "ARCHITECTS", "LAW", "DENTAL",
     "MAPLE", "OAK", "PINE", "CEDAR", "FIR", "ASH", "ELM", "BIRCH", "CHERRY", "PLUM", "SPRUCE", "MIDDLESCHOOL",
     "ISLAND", "BAY", "POINT", "NORTH", "SOUTH", "EAST", "WEST", "RANCH", "SQUARE", "SQUARES", "CROSSING", "MEADOW",
     "MEADOWS", "VALLEY", "FOREST", "HILLS", "SPRINGS", "LANE", "DRIVE", "COURT", "PLACE", "WAY", "TERRACE", "LOOP",
     "TOWING", "CATERING", "NURSERY", "STUDIOS", "FARMS", "FARM", "BARBERS", "PHARMACY", "FLORIST", "REALTY", "INSURANCE",
     "TRUCKING", "DBA", "PHOTOGRAPHY", "BOULEVARD", "PARKWAY", "HIGHWAY", "TRAIL", "RIDGE",
     "PLAYGROUND", "NATURAL", "AREA", "WETLAND", "WETLANDS", "PRESERVE", "GREENWAY", "BOATHOUSE", "FIELDS", "GOLF",
     "RECREATION",
     "TILE", "MASONRY", "FLOORING", "FENCE", "NOODLE", "FOOD", "CART", "PHO", "TACOS", "TAQUERIA", "AVE", "BLVD", "RD",
     "NE",
     "NW", "SE", "SW", "CANYON", "GROVE", "FALLS", "JUNCTION", "PLC", "THE", "OF",
     "AND"])
# What stands beside a name in one cell: who sues, as courts write it, and how to reach somebody: "(aunt) 503-555-0123".
_SUED, _REACHED = r"^[^0-9]{3,60} (?:v|vs)\.? ", (r"[ ,;:/-]*(?:\([A-Za-z -]{2,20}\))?[ ,;:/-]*(?:\+?1[-. ])?"
                                                r"\(?[2-9][0-9]{2}\)?[-. /]{0,2}[0-9]{3}[-. ]?[0-9]{4}\s*$")
_LEFT_OUT = frozenset(["MR", "MRS", "MS", "MX", "DR", "PROF", "REV", "HON", "JR", "SR", "II", "III", "IV", "MD", "PHD", "ESQ",
                       "DDS", "RN"])
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST, _MOST_WORDS, _FEW = 60, 7, 2
_INITIAL = "([A-DF-MO-RT-VX-Z])\\.?"   # N, E, S and W stand before streets: "N Lombard"
_LETTER_FIRST = re.compile(rf"{_INITIAL} ?(?:[A-Z]\\. ?)?([A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+)?)")
_LETTER_LAST = re.compile(rf"([A-Z][A-Za-z'’-]+)(?:, ?| ){_INITIAL}(?: ?[A-Z]\\.?)?")


def plain_words(text: str) -> list[str]:
    """Return the words of a name in upper case, without accents, titles and initials."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text[:_LONGEST]) if not unicodedata.combining(sign))
    return [word for word in _WORDS.findall(bare.upper()) if len(word) > 1 and word not in _LEFT_OUT]


class PersonName:
    """Spots by the shape of a name, and proves with the lists of first names and surnames."""

    kind, family, sieve, is_listed = "person_name", "name", "", True
    needs = Needs(strong=0.6, weak=0.3, alone=0.5)

    def spot(self, values: pa.Array, knowledge: Knowledge) -> Spans:
        """Return what is seen: `proven` for a first name with a surname, `cued` for any listed name."""
        values = _without(values, _REACHED, "[A-Za-z].*[0-9]{4} *$")
        values = _without(values, _SUED, r" vs?\.? ")
        places = np.flatnonzero(matches(values, _SHAPE))
        hits = pick(values, places)
        person = judged(hits, _may_be_person)
        places, hits = places[person], hits.filter(pa.array(person))
        return Spans(places=places, whole=np.ones(len(places), np.bool_),
                     proven=judged(hits, lambda text: _is_listed_person(text, knowledge)),
                     cued=judged(hits, lambda text: _has_listed_name(text, knowledge)))


def _without(values: pa.Array, pattern: str, sieve: str) -> pa.Array:
    """Return the values without what a pattern finds; only those that the quicker one lets through are looked at."""
    import pyarrow.compute as pc

    some = pa.array(matches(values, sieve))
    if not pc.any(some).as_py():
        return values
    return pc.replace_with_mask(values, some, pc.replace_substring_regex(values.filter(some), pattern, ""))


def _may_be_person(text: str) -> bool:
    words = plain_words(text)
    return bool(words) and len(text.split()) <= _MOST_WORDS and NOT_A_PERSON.isdisjoint(words)


def _is_listed_person(text: str, knowledge: Knowledge) -> bool:
    words = [part for word in plain_words(text) for part in word.split("-")]
    if len(words) <= _FEW and _is_initialed(text.strip(), knowledge):
        return True
    is_last_first = "," in text or "/" in text   # "GARCIA/MARIA"
    if text.isascii() and " " not in text.strip() and not is_last_first:
        return False
    return name_someone(words, is_listed_last_first=is_last_first, knowledge=knowledge)


def _is_initialed(text: str, knowledge: Knowledge) -> bool:
    """Return whether one part of a name is cut to its first letter: "M. Garcia", "Garcia, M", "Maria G."."""
    found = _LETTER_FIRST.fullmatch(text)
    if found is not None:
        return any(is_family(word, knowledge) for word in plain_words(found.group(2)))
    found = _LETTER_LAST.fullmatch(text)
    return found is not None and any(is_given(word, knowledge) or is_family(word, knowledge)
                                     for word in plain_words(found.group(1)))


def _has_listed_name(text: str, knowledge: Knowledge) -> bool:
    return any(is_given(part, knowledge) or is_family(part, knowledge)
               for word in plain_words(text) for part in {word, *word.split("-")} if len(part) > 1)


RECOGNIZER = PersonName()
