"""Tells what the columns of one party, as "Applicant name" and "Applicant phone", say of each other.

A phone beside names of firms reaches an office, and one beside an inspector's name is the city's own, whatever its header says.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from steward.privacy.evidence import Evidence
from steward.privacy.headers import Tokens
from steward.privacy.spans import matches

# Source: legal forms of ORS chapters 60, 63, 67 and 70; trades as the Oregon Construction Contractors Board names them.
FIRM = (r"(?i)(?:^|[^a-z])(?:llc|l\.l\.c|inc|incorporated|corp|corporation|co|company|ltd|limited|lp|llp|pc|p\.c|pllc|plc|dba|"
        r"enterprises?|holdings?|group|associates|partners|partnership|properties|realty|management|industries|international|"
        r"services?|solutions|systems|technologies|consulting|engineering|architects?|construction|contract(?:ors?|ing)|"
        r"build(?:ers?|ing)|homes|develop(?:ment|ers?)|remodel(?:ing|ers?)|plumbing|electric(?:al)?|heating|cooling|hvac|mechanical|"
        r"roofing|concrete|masonry|paving|excavati(?:on|ng)|drywall|flooring|tile|fence|fencing|paint(?:ing|ers)|landscap(?:e|ing)|"
        r"trucking|transport(?:ation)?|logistics|supply|foods?|dentistry|dental|clinic|foundation|association|trust|bank|sons|bros|brothers|"
        r"market|salon|barbers?|towing|auto|catering|nursery|studios?|farms?|bakery|grill|cafe|restaurant|"
        r"pharmacy|motors|repair|insurance|law offices?|attorneys|designs?)(?:$|[^a-z])|[a-z'] & [a-z]")
_MOST, _HARDLY, _SOME, _TWO = 0.5, 0.05, 0.1, 2
_SHORT = 3   # letters
_NAMING = frozenset(("name", "company", "firm", "business", "llc"))
_COMPANY = frozenset(("company", "firm", "llc"))    # firms bear names of people, too
_HOME = frozenset(("home", "resident", "residence", "residential", "mailing", "personal"))   # "Res" is read as resident
_OWN_LIFE = frozenset(("home", "personal", "private", "residential", "emergency"))


def with_parties(evidences: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence of all columns of a table, each with the roles that its party's other columns tell. Same order."""
    parties = defaultdict(list)
    for evidence in evidences:
        for party in {evidence.reading.words, evidence.reading.words[:-1]} - {()}:
            parties[party].append(evidence)
    firms = {party for party, members in parties.items() if any(_are_firms(one, party) for one in members)}
    staff = {party for party, members in parties.items() if len(members) >= _TWO and any(map(_are_staff, members))}
    own = {party for evidence in evidences for party in _at_home(evidence)}
    people = {party for party, members in parties.items() if _is_somebody(party, members)}
    evidences = [_as_somebody_s(evidence) if evidence.reading.words[:-1] in people else evidence for evidence in evidences]
    return [_as_one_s_own(evidence) if _is_of(evidence, own) else _told(evidence, firms, staff) for evidence in evidences]


def _is_somebody(party: Tokens, members: Sequence[Evidence]) -> bool:
    """Return whether a letter or two before "NAME", "HOME" and "ZIP" stand for somebody whom the name's cells name."""
    if len(party) != 1 or len(party[0]) > _SHORT or len(members) < _TWO + 1:
        return False
    return any(one.reading.words == (*party, "name") and one.sight("person_name").proven >= _MOST and not one.is_repeated
               and not one.reading.has("official", "business", "asset", "animal", "place") for one in members)


def _as_somebody_s(evidence: Evidence) -> Evidence:
    reading = evidence.reading
    return replace(evidence, reading=replace(reading, roles=reading.roles | {"subject"}))


def _at_home(evidence: Evidence) -> list[Tokens]:
    """Return the official, as "Treasurer", whose own home a column tells by its header and its cells."""
    words = evidence.reading.words
    place = next((place for place, word in enumerate(words) if word in _HOME), 0)
    is_home = evidence.reading.has("official") and evidence.sight("home_address").whole >= _MOST and not evidence.is_repeated
    return [words[:place]] if place and is_home else []


def _is_of(evidence: Evidence, own: set[Tokens]) -> bool:
    """Return whether a column names one whose home the table tells, or how to reach them: no official, but a person."""
    words = evidence.reading.words
    return (words in own or words[:-1] in own) and not evidence.is_repeated


def _as_one_s_own(evidence: Evidence) -> Evidence:
    reading = evidence.reading
    roles = reading.roles - {"official", "business"} | {"subject", "personal"}
    return replace(evidence, reading=replace(reading, roles=roles, about=reading.about - {"business"}))


def _told(evidence: Evidence, firms: set[Tokens], staff: set[Tokens]) -> Evidence:
    reading = evidence.reading
    own = {reading.words, reading.words[:-1]} - {()}
    if not _OWN_LIFE.isdisjoint(reading.words) or not reading.words or own.isdisjoint(firms | staff):
        return evidence
    role, about = ("business", {"business"}) if not own.isdisjoint(firms) else ("official", set[str]())
    roles = reading.roles - {"subject", "personal"} | {role}
    return replace(evidence, reading=replace(reading, roles=roles, about=reading.about - {"person"} | about))


def _are_firms(evidence: Evidence, party: Tokens) -> bool:
    """Return whether the cells are names of firms under a header of a party, and hardly a person's."""
    reading = evidence.reading
    names_it = reading.words == party or reading.words[-1] in _NAMING
    if not (names_it and reading.has("subject", "business") and len(evidence.sample)):
        return False
    is_hardly_named = evidence.sight("person_name").proven <= (_MOST if reading.words[-1] in _COMPANY else _HARDLY)
    return is_hardly_named and float(matches(evidence.sample, FIRM).mean()) >= _MOST


def _are_staff(evidence: Evidence) -> bool:
    reading = evidence.reading
    is_named = evidence.is_repeated and evidence.sight("person_name").whole >= _MOST
    return reading.has("official") and not reading.has("subject") and is_named and evidence.sight("person_name").proven >= _SOME
