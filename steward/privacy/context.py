"""Decides what one row of a table is about: quasi-identifiers count only where it is a person or an incident."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pyarrow as pa

from steward.privacy import usernames
from steward.privacy.beside import is_routing
from steward.privacy.category_rows import are_categories
from steward.privacy.crosstab_rows import is_crosstab
from steward.privacy.evidence import Evidence
from steward.privacy.parties import FIRM
from steward.privacy.recognizers.home_address import GENERALIZED
from steward.privacy.spans import Mask, matches
from steward.table.together import each

NUMERIC = frozenset(("integer", "number"))
NOT_PEOPLE = ("official", "business", "asset", "animal", "place", "product")
_TELLS_PERSON = {"ssn": 0.8, "date_of_birth": 2.0, "person_name": 0.5, "gender": 0.7, "race_ethnicity": 0.4, "health": 0.5,
                 "sexual_orientation": 0.5, "religion": 0.6, "veteran_status": 0.7, "immigration_status": 0.5}
_NUMBERED, _LAWFUL = frozenset(("ssn", "phone")), 0.95
_NUMBERS = frozenset(("id", "number", "tag", "license", "certificate"))
_MANY, _FEW_ROWS, _HARDLY, _NEARLY, _NEARLY_EACH = 2, 10, 0.05, 0.98, 0.7
_THINGS = frozenset(("asset", "animal", "business"))
_CLOSED = frozenset(("gender", "race_ethnicity"))   # whose words are few: cells with none of them are something else
_COUNT_SHARE, _MOSTLY, _NEARLY_ALL = 0.3, 0.5, 0.6
_MOSTLY_FIRMS = 0.8
_HOLDERS = frozenset(("owner", "applicant", "licensee", "permittee", "holder", "taxpayer", "proprietor", "operator",
                      "registrant"))
_FINER = 1.25    # times as many points as blocks: they tell the houses
_SELDOM = 0.2    # of the rows: what hardly any row has does not say what all are about
_STREETS = (r"(?i)(?:^|[^a-z])(?:st|street|ave?|avenue|blvd|rd|dr|ct|way|pl|hwy|block|blk|[0-9]+(?:st|nd|rd|th)|n|ne|nw|se|sw)"
            r"(?:$|[^a-z])")
_ANIMALS = r"(?i)^\s*(?:dog|cat|canine|feline|rabbit|k-?9|puppy|kitten|ferret|bird|equine|goat|chicken)s?\s*$"
_CHIPS = r"^\s*9[0-9]{14}\s*$"    # source: ISO 11784, identification of animals: the makers of chips have 900 to 998
_VEHICLE, _FINED = frozenset(("plate", "parking")), frozenset(("fine", "citation", "ticket", "violation"))
_PAY = frozenset(("salary", "pay", "wage", "department", "bureau", "office", "division", "work"))
# Firms that work for the one whom a row is about.
_SERVING = frozenset(("contractor", "subcontractor", "employer", "landlord", "plumber", "electrician", "provider", "carrier",
                      "lender", "vendor", "supplier", "installer", "consultant", "preparer"))
_LIFE = ("ssn", "date_of_birth", "bank_account", "race_ethnicity", "gender", "age", "health", "income", "veteran_status",
         "disability", "national_origin", "immigration_status", "victim_status", "criminal_history", "home_address")
_LIVED = ("ssn", "gender", "race_ethnicity", "religion", "veteran_status", "immigration_status")   # told by cells alone
_SINGLE, _LISTED, _ROWS_OF_NAMES = 0.95, 0.85, 30
_VEHICLES = frozenset(("vin", "license_plate"))
_CAR = frozenset(("vehicle", "make"))
_OF_FIRMS = frozenset(("age", "date_of_birth", "income", "home_address"))
_VISITED = frozenset(("facility", "park", "station", "building", "school", "library", "center", "clinic", "shelter", "pool",
                      "branch", "office", "venue", "hospital", "college", "church", "museum", "store", "site"))
_GRANTED = frozenset(("permit", "inspection"))    # "Building permit" is no building
_PRIVATE = ("ssn", "date_of_birth", "home_address", "phone", "email", "bank_account", "race_ethnicity", "gender", "age")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What one row is, and whether people stand behind rows."""

    about: str                     # "person", "incident", "business", "asset", "animal", "count", "unknown"
    is_generalized: bool = False   # places are given as blocks or crossings
    is_staff: bool = False         # rows are city employees in their office, with nothing of their private lives
    names_each: bool = False       # a column names another person in nearly every row
    names_people: bool = False     # so does a column, or two of first and last names
    tells_of_life: bool = False    # columns tell of somebody's body, money, origin or record, not of a name alone
    is_at_curb: bool = False       # rows are fines for cars, which stood in a street and not at somebody's home
    has_vehicles: bool = False     # a column names each row's vehicle, by its number, plate or make
    has_places: bool = False       # a column names what people go to or call: a park, a library, an office
    has_users: bool = False        # somebody stands behind each device: a client, a guest, an employee it is assigned to

    @property
    def is_about_people(self) -> bool:
        """Return whether rows are about people or incidents."""
        return self.about in ("person", "incident")


def context_of(evidences: Sequence[Evidence]) -> Context:
    """Return what the table is about, by the headers of all columns and what their cells tell."""
    return Context(about=_about(evidences), is_generalized=_is_generalized(evidences), is_staff=_is_staff(evidences),
                   names_each=any(map(_names_each, evidences)), names_people=_name_people(evidences),
                   has_users=any(map(_tells_user, evidences)),
                   is_at_curb=_is_at_curb(evidences), has_vehicles=any(map(_names_vehicle, evidences)),
                   has_places=any(map(_names_place, evidences)), tells_of_life=any(map(_tells_of_life, evidences)))


def _names_place(evidence: Evidence) -> bool:
    words = evidence.reading.words
    return not _VISITED.isdisjoint(words) and _GRANTED.isdisjoint(words)


def _names_vehicle(evidence: Evidence) -> bool:
    words = evidence.reading.words
    is_car = _CAR.issubset(words) or words == ("make",) or "vin" in words     # "VIN_L4" holds the end of one
    return is_car or any(evidence.sight(kind).proven >= _MOSTLY for kind in evidence.reading.strong & _VEHICLES)


def _is_private(evidence: Evidence) -> bool:
    named = evidence.reading.strong.intersection(_PRIVATE) and not evidence.reading.has("business", "official")
    return bool(named) or is_routing(evidence) or (evidence.sight("ssn").cued > _COUNT_SHARE and _is_lawful(evidence, "ssn"))


def _tells_user(evidence: Evidence) -> bool:
    """Return whether a column says who uses a device, by a person's role or a name that people sign in with."""
    reading = evidence.reading
    is_named = reading.has("subject") and not reading.has("business") and not _is_disproved(evidence)
    is_assigned = "assigned" in reading.words and max(
        evidence.sight(kind).proven for kind in ("person_name", "username")) >= _MOSTLY
    return not evidence.is_repeated and (is_named or is_assigned or "username" in reading.strong)


def _about(evidences: Sequence[Evidence]) -> str:
    votes = Counter(about for evidence in evidences for about in evidence.reading.about if _may_vote(evidence, about))
    votes.update(_told_by_key(evidences))
    votes["person"] -= _of_an_age_alone(evidences, votes)
    votes["person"] += _told_by_cells(evidences) + _MANY * _is_led_by_people(evidences)
    votes["animal"] += _MANY * any(map(_lists_animals, evidences))
    if votes["animal"] >= _MANY or 0 < votes["animal"] >= votes["person"] or any(map(_numbers_animals, evidences)):
        return "animal"
    if _is_count(evidences):
        return "count"
    del votes["count"]
    if votes["incident"] <= votes["business"] + _MANY and (_is_led_by_firms(evidences) or _are_held_by_firms(evidences)):
        return "business"
    about, most = max(votes.items(), key=lambda vote: vote[1], default=("unknown", 0))
    people = votes["person"] + votes["incident"]
    if most and (people > most or (people == most and _has_people(evidences, votes))):
        about = "person" if votes["person"] >= votes["incident"] else "incident"
    return about if most else "unknown"


def _of_an_age_alone(evidences: Sequence[Evidence], votes: Counter[str]) -> int:
    """Return the one vote of a bare "Age" where nothing else speaks of people: boats, trucks and trees have one, too."""
    voting = [evidence for evidence in evidences if "person" in evidence.reading.about and _may_vote(evidence, "person")]
    is_bare = len(voting) == 1 and voting[0].reading.strong == {"age"} and not voting[0].reading.has("subject")
    others = [evidence for evidence in evidences if evidence.reading.has("subject") and not evidence.reading.has("business")]
    return int(is_bare and votes["incident"] == 0 and not others)


def _is_led_by_firms(evidences: Sequence[Evidence]) -> bool:
    """Return whether the first column of names holds another firm in most rows, and nothing is told of anybody's life."""
    naming = (evidence for evidence in evidences if _names_people(evidence) or _names_firms(evidence))
    first = next(naming, None)
    if first is None or not _names_firms(first):
        return False
    are_listed = sum("business" in evidence.reading.about for evidence in evidences) >= _MANY
    of_life = [evidence for evidence in evidences if _tells_of_life(evidence)]
    return all(are_listed and _may_be_a_firm_s(evidence) for evidence in of_life)


def _are_held_by_firms(evidences: Sequence[Evidence]) -> bool:
    """Return whether the owners, applicants or the like whom rows name are firms all but alone, and nobody else is told of.

    Whose age, origin or religion a column may then tell is the food's, the house's or the firm's.
    """
    holders = [evidence for evidence in evidences if evidence.profile.type == "string" and len(evidence.sample) >= _FEW_ROWS
               and not _HOLDERS.isdisjoint(evidence.reading.words)]
    are_firms = [float(matches(holder.sample, FIRM).mean()) >= _MOSTLY_FIRMS for holder in holders]
    return bool(holders) and all(are_firms) and not any(
        evidence.reading.has("subject", "personal") or _names_people(evidence) or _is_told(evidence, "ssn")
        or _is_told(evidence, "date_of_birth") for evidence in evidences)


def _may_be_a_firm_s(evidence: Evidence) -> bool:
    """Return whether a column tells what firms have, too: an age, a first day, an income, an address."""
    reading = evidence.reading
    return not reading.has("subject", "personal") and reading.strong <= _OF_FIRMS


def _is_led_by_people(evidences: Sequence[Evidence]) -> bool:
    """Return whether the very first column names another person in nearly every row, by a role that people have."""
    return bool(evidences) and evidences[0].reading.has("subject") and _names_each(evidences[0])


def _names_firms(evidence: Evidence) -> bool:
    count, reading = evidence.profile.distinct_count or 0, evidence.reading
    is_varied = evidence.profile.filled >= _FEW_ROWS and count >= _MOSTLY * evidence.profile.filled
    is_served = reading.has("subject") or not _SERVING.isdisjoint(reading.words)
    if not is_varied or evidence.profile.type != "string" or is_served or evidence.sight("home_address").seen:
        return False
    if evidence.sight("person_name").proven > _HARDLY or float(_are_generalized(evidence.sample).mean()) >= _MOSTLY:
        return False    # "Halsey St & 33rd Ave" is a crossing
    return float(matches(evidence.sample, FIRM).mean()) >= _MOSTLY


def _tells_of_life(evidence: Evidence) -> bool:
    reading = evidence.reading
    named = reading.strong.intersection(_LIFE) and not reading.has(*NOT_PEOPLE, "event", "statistic")
    if reading.is_meaningless and any(_is_told(evidence, kind) for kind in _LIVED):
        return True
    return bool(named or reading.has("personal")) and not _is_disproved(evidence)


def _told_by_key(evidences: Sequence[Evidence]) -> Counter[str]:
    """Return votes of the column that names each row, where no column is a person's own: it says most of what a row is."""
    if any(_reaches_one(evidence) or _names_people(evidence) for evidence in evidences):
        return Counter()
    keys = (evidence.reading.about & _THINGS for evidence in evidences if _names_rows(evidence))
    return Counter(dict.fromkeys(next(keys, ()), _MANY))


def _reaches_one(evidence: Evidence) -> bool:
    """Return whether a column stands for one person by more than a day of birth: a valve, too, is born on a day."""
    is_day = evidence.reading.strong == {"date_of_birth"} and not evidence.reading.has("subject")
    return not is_day and _stands_for_one(evidence)


def _names_people(evidence: Evidence) -> bool:
    is_own = not evidence.is_repeated and not evidence.reading.has(*NOT_PEOPLE)
    return is_own and evidence.sight("person_name").proven >= _MOSTLY


def _names_each(evidence: Evidence) -> bool:
    count = evidence.profile.distinct_count or 0
    return _names_people(evidence) and count >= _NEARLY_EACH * max(_FEW_ROWS, evidence.profile.filled)


def _name_people(evidences: Sequence[Evidence]) -> bool:
    """Return whether columns name another person in nearly every row, in one cell or in two."""
    return (any(map(_names_each, evidences)) or any(map(_names_by_parts, evidences))
            or any(_are_names_apart(first, second) for first, second in pairwise(evidences)))


def _names_by_parts(evidence: Evidence) -> bool:
    is_named = "person_name" in evidence.reading.strong and not evidence.reading.has(*NOT_PEOPLE)
    return is_named and not evidence.is_repeated and evidence.sight("person_name").told >= _MOSTLY


def _names_rows(evidence: Evidence) -> bool:
    profile = evidence.profile
    is_thing = not _THINGS.isdisjoint(evidence.reading.about)
    return is_thing and profile.filled >= _FEW_ROWS and (profile.distinct_count or 0) >= _NEARLY * profile.filled


def _is_generalized(evidences: Sequence[Evidence]) -> bool:
    """Return whether a column gives places as blocks or crossings; the cross streets of a place only help to find it."""
    asked = [evidence for evidence in evidences if len(evidence.sample) and "cross" not in evidence.reading.words]
    shares = [float(seen.mean()) for seen in each((evidence.sample for evidence in asked), _are_generalized)]
    places = _most([one for one, share in zip(asked, shares, strict=True) if share >= _MOSTLY])
    points = _most([one for one in asked if one.sight("precise_geo").cued >= _MOSTLY])
    return places > 0 and points <= _FINER * max(_FEW_ROWS, places)   # points that differ where the block is one are exact


def _most(evidences: Sequence[Evidence]) -> int:
    return max((evidence.profile.distinct_count or 0 for evidence in evidences), default=0)


def _are_generalized(values: pa.Array) -> Mask:
    return matches(values, GENERALIZED) & matches(values, _STREETS)


def _is_staff(evidences: Sequence[Evidence]) -> bool:
    """Return whether rows are employees by title and pay, as many cities publish them."""
    words = {word for evidence in evidences for word in evidence.reading.words}
    private = any(_is_private(evidence) for evidence in evidences)
    return not private and bool(words & {"title", "position", "job"}) and bool(words & _PAY)


def _is_at_curb(evidences: Sequence[Evidence]) -> bool:
    """Return whether rows are fines for parked cars, of whose drivers nothing is told."""
    words = {word for evidence in evidences for word in evidence.reading.words}
    return not words.isdisjoint(_VEHICLE) and not words.isdisjoint(_FINED) and not any(map(_tells_of_life, evidences))


def _may_vote(evidence: Evidence, about: str) -> bool:
    """Return whether a header's vote counts: an inspector or a vendor does not make rows about people."""
    if about == "person" and _is_disproved(evidence):
        return False
    if about == "incident" and evidence.reading.is_plural and evidence.profile.type in NUMERIC:
        return False    # "Violations" over numbers counts them
    if about == "business" and evidence.is_repeated and (evidence.profile.distinct_count or 0) <= _FEW_ROWS:
        return False    # a handful of vendors do not make rows about them
    if about != "person" or evidence.reading.has("subject"):
        return about != "person" or not evidence.reading.has("official", "business", "animal", "statistic")
    return not evidence.reading.has(*NOT_PEOPLE, "statistic")


def _is_disproved(evidence: Evidence) -> bool:
    """Return whether numbers under "Veterans" or "SSN" are not what the header names: they count people, or name a parcel."""
    named = evidence.reading.strong
    if not named or evidence.profile.type not in NUMERIC | {"string"} or not evidence.profile.filled:
        return False
    if named <= _NUMBERED:
        return not all(_is_lawful(evidence, kind) for kind in named)
    if named == {"age"} and evidence.profile.type == "string":   # "Mature", "New"
        return evidence.sight("age").seen < _HARDLY
    if named <= _CLOSED and evidence.profile.type == "string":
        least = _NEARLY_ALL if named == {"gender"} else _HARDLY   # trees are male and female, too, and neither
        return all(evidence.sight(kind).seen < least for kind in named)
    return evidence.profile.type in NUMERIC and all(evidence.sight(kind).whole < _COUNT_SHARE for kind in named)


def _numbers_animals(evidence: Evidence) -> bool:
    """Return whether a column numbers animals by its header, or its cells are the numbers of chips under their skin."""
    if evidence.reading.has("animal") and not _NUMBERS.isdisjoint(evidence.reading.words):
        return True
    is_varied = (evidence.profile.distinct_count or 0) >= _NEARLY_EACH * max(_FEW_ROWS, evidence.profile.filled)
    return is_varied and evidence.profile.type == "integer" and float(matches(evidence.sample, _CHIPS).mean()) >= _NEARLY


def _lists_animals(evidence: Evidence) -> bool:
    """Return whether a column says for each row whether it is a dog, a cat or another animal of a household."""
    is_kind = evidence.is_repeated and evidence.reading.has("animal") and evidence.reading.words != ("pet",)
    is_each = evidence.profile.filled >= _SINGLE * evidence.profile.distinct.height   # guests of a shelter bring one, not all
    return is_kind and is_each and float(matches(evidence.sample, _ANIMALS).mean()) >= _NEARLY_EACH


def _told_by_cells(evidences: Sequence[Evidence]) -> int:
    """Return votes for people from the cells of all columns; several columns of names, as of two owners, vote once."""
    told = [evidence for evidence in evidences if evidence.profile.filled >= _SELDOM * evidence.profile.distinct.height]
    named = [evidence for evidence in told if evidence.sight("person_name").proven >= _MOSTLY]
    others = sum(_tells_person(evidence) for evidence in told if not any(evidence is one for one in named))
    if not named and any(_are_names_apart(first, second) for first, second in pairwise(evidences)):
        return others + _MANY
    return others + max((_tells_person(evidence) for evidence in named), default=0)


def _tells_person(evidence: Evidence) -> int:
    """Return votes for people from cells, where the header does not vote already."""
    if "person" in evidence.reading.about or evidence.reading.has(*NOT_PEOPLE):
        return 0
    if evidence.is_repeated and evidence.sight("person_name").proven:
        return 0
    if usernames.are_likely(evidence):
        return _MANY
    told = [kind for kind in _TELLS_PERSON if _is_told(evidence, kind)]
    return _MANY if {"ssn", "person_name"}.intersection(told) else len(told[:1])


def _is_told(evidence: Evidence, kind: str) -> bool:
    return evidence.sight(kind).cued >= _TELLS_PERSON[kind] and _is_lawful(evidence, kind)


def _are_names_apart(first: Evidence, second: Evidence) -> bool:
    """Return whether two columns side by side hold single names, nearly all listed, under headers that say nothing."""
    return all(one.reading.is_meaningless and _are_single_names(one) for one in (first, second))


def _are_single_names(evidence: Evidence) -> bool:
    is_varied = not evidence.is_repeated and len(evidence.sample) >= _ROWS_OF_NAMES and evidence.profile.type == "string"
    sight = evidence.sight("person_name")
    return is_varied and sight.whole >= _SINGLE and sight.told >= _LISTED and sight.proven < _COUNT_SHARE


def _is_lawful(evidence: Evidence, kind: str) -> bool:
    """Return whether cells of this shape obey the rules of the kind: parcels shaped like such numbers tell nothing."""
    return kind not in _NUMBERED or evidence.sight(kind).lawful >= _LAWFUL


def _has_people(evidences: Sequence[Evidence], votes: Counter[str]) -> bool:
    """Return whether an even vote goes to people: "Age" beside a hydrant's number does not make it a person."""
    others = sum(count for about, count in votes.items() if about not in ("person", "incident"))
    if votes["business"] and any(map(_names_business, evidences)) and not any(map(_names_people, evidences)):
        return False
    return not others or any(_stands_for_one(evidence) for evidence in evidences)


def _names_business(evidence: Evidence) -> bool:
    """Return whether a column names another business in many rows by its header, as "Establishment"."""
    reading, profile = evidence.reading, evidence.profile
    is_name = reading.has("business") and profile.type == "string" and "phone" not in reading.words
    return is_name and not evidence.is_repeated and (profile.distinct_count or 0) >= _COUNT_SHARE * profile.filled


def _is_count(evidences: Sequence[Evidence]) -> bool:
    """Return whether rows are counts: statistics fill much of the table or tell of each category, and nobody stands alone."""
    filled = [evidence for evidence in evidences if evidence.profile.filled]
    if any(_stands_for_one(evidence) or _names_each(evidence) for evidence in filled):
        return False
    statistics = [evidence for evidence in filled if evidence.profile.type in NUMERIC and _counts(evidence)]
    return len(statistics) >= max(1, _COUNT_SHARE * len(filled)) or is_crosstab(filled) or _are_groups(filled)


def _are_groups(filled: Sequence[Evidence]) -> bool:
    """Return whether rows are groups of people or years; names of people beside them make each row a person."""
    return not any(map(_names_people, filled)) and are_categories(filled)


def _counts(evidence: Evidence) -> bool:
    reading = evidence.reading
    return reading.has("statistic") or (reading.is_plural and not reading.strong) or _is_disproved(evidence)


def _stands_for_one(evidence: Evidence) -> bool:
    named = evidence.reading.strong.intersection(("ssn", "person_name", "email", "phone", "date_of_birth", "person_id",
                                                  "medical_id"))
    if evidence.profile.type != "string":
        named -= {"person_name", "email"}   # "Last visit" over days names nobody
    seen = [kind for kind in ("ssn", "email", "phone")
            if evidence.sight(kind).cued > _COUNT_SHARE and _is_lawful(evidence, kind)]
    is_own = bool(named or seen) and not evidence.is_repeated
    return is_own and not evidence.reading.has(*NOT_PEOPLE) and not _is_disproved(evidence)
