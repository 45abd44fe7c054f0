"""All that the privacy room is told from outside: the policy, header words, and lists of names."""

import json
from dataclasses import dataclass
from datetime import date

from steward.privacy.lexicon import Lexicon
from steward.privacy.policy import Policy, unreadable
from steward.privacy.sensitive_lists import INCIDENT, PLACE, SensitiveList

DEFAULT_THRESHOLD = 11
DEFAULT_TODAY = date(2026, 1, 1)     # where nobody says on which day it is
NO_GROUPS = '{"groups": []}'


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveField:
    """One entry of the program's list of sensitive information fields: words in a header, and the kind they mean."""

    words: str   # lower case
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)   # one is the same as itself only: what is made of it is kept by it
class Knowledge:
    """Given by whoever calls; the core opens no file. Names are upper case, as the Census Bureau lists them.

    `threshold`: groups smaller than this are small. Source: CMS cell size suppression policy, no cell of 1 to 10.
    """

    policy: Policy
    lexicon: Lexicon
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    ordinary_words: frozenset[str] = frozenset()   # names that are words of English too, lower case
    sensitive_fields: tuple[SensitiveField, ...] = ()
    counted_people: tuple[str, ...] = ()     # words of headers that say that people are counted, lower case
    city_exchanges: frozenset[str] = frozenset()   # first six digits of the telephone numbers of public offices
    people_groups: tuple[str, ...] = ()      # headers that are groups of people, as columns of counts
    sensitive: tuple[SensitiveList, ...] = ()
    threshold: int = DEFAULT_THRESHOLD
    today: date = DEFAULT_TODAY              # of the run: nobody is born after it

    @classmethod
    def parse(cls, *, tiers: str, header_words: str, sensitive_fields: str = '{"fields": []}',
              counted_people: str = '{"people": [], "groups": []}', sensitive_incidents: str = NO_GROUPS,
              sensitive_places: str = NO_GROUPS, city_offices: str = '{"exchanges": []}',
              first_names: frozenset[str] = frozenset(), surnames: frozenset[str] = frozenset(),
              ordinary_words: frozenset[str] = frozenset(),
              threshold: int = DEFAULT_THRESHOLD, today: str = "") -> "Knowledge":
        """Return the knowledge in the texts of the files of `resources/policy`; `today` as ISO 8601 writes a day.

        Raises: PolicyUnreadable if one of them is not of the form.
        """
        sensitive = (SensitiveList.parse(INCIDENT, sensitive_incidents, "sensitive_incidents.json"),
                     SensitiveList.parse(PLACE, sensitive_places, "sensitive_places.json"))
        return cls(policy=Policy.parse(tiers), lexicon=Lexicon.parse(header_words), first_names=first_names, surnames=surnames,
                   ordinary_words=ordinary_words,
                   sensitive_fields=_fields(sensitive_fields), counted_people=_phrases(counted_people, "people"),
                   people_groups=_phrases(counted_people, "groups"), sensitive=sensitive, threshold=threshold,
                   today=date.fromisoformat(today) if today else DEFAULT_TODAY,
                   city_exchanges=_exchanges(city_offices))


def _phrases(text: str, part: str) -> tuple[str, ...]:
    try:
        return tuple(str(phrase).lower() for phrase in json.loads(text)[part])
    except (ValueError, KeyError, TypeError) as problem:
        raise unreadable("counted_people.json") from problem


def _exchanges(text: str) -> frozenset[str]:
    try:
        return frozenset("".join(filter(str.isdigit, exchange)) for exchange in json.loads(text)["exchanges"])
    except (ValueError, KeyError, TypeError) as problem:
        raise unreadable("city_offices.json") from problem


def _fields(text: str) -> tuple[SensitiveField, ...]:
    try:
        return tuple(SensitiveField(words=entry["words"].lower(), kind=entry["kind"]) for entry in json.loads(text)["fields"])
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise unreadable("sensitive_fields.json") from problem
