"""What a column is instead of personal: offices, businesses, places, counts and codes, told by role and context."""

from collections.abc import Callable

from steward.privacy import births
from steward.privacy.context import Context
from steward.privacy.evidence import Evidence
from steward.privacy.in_sentences import TOLD
from steward.privacy.offices import MAILBOXES
from steward.privacy.parties import FIRM
from steward.privacy.recognizers.medical_id import NPI
from steward.privacy.spans import matches

HARMFUL = None
_PEOPLE_ONLY = ("age", "gender", "race_ethnicity", "national_origin", "veteran_status", "health", "disability",
                "sexual_orientation", "religion", "immigration_status", "criminal_history", "victim_status")
# Providers of mailboxes for anyone; an office that has one of its own uses that.
_OWN_BOXES = (r"(?i)@(?:(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|aol|icloud|me|mac|proton|"
              r"protonmail|gmx|zoho|comcast|att|verizon|sbcglobal|bellsouth|cox|charter|earthlink|juno|centurylink|frontier|q|qq|163|"
              r"naver|mail)\.(?:com|net|me|org|ru|co\.uk|ca|de)|yahoo\.[a-z.]+|pm\.me)(?:$|[^a-z0-9.-])")
# What names a firm even where it is called after a person.
_OF_A_FIRM = frozenset(("business", "company", "firm", "dba", "store", "restaurant", "corporation", "brand", "facility",
                        "venue", "contact", "agency", "bureau", "department", "organization", "trade"))
_PLAINLY, _HARDLY = 0.7, 0.1
_HUNDREDS = r"^\s*[0-9]{1,4}00 "   # the block a house stands in
_MOST, _SOME, _FEW_LINES, _TIMES = 0.9, 0.3, 12, 6
_EACH, _LAWFUL = 0.7, 0.95     # numbers of other things seldom obey the rules of telephones throughout
_LONG_PIN = r"^\s*(?:[^ ]{9,}|.*[0-9][-. ][0-9].*|R[0-9]{5,7})\s*$"   # "R123456": a property of the assessor
_CONTACTS = ("phone", "email")
_PLAIN_ADDRESS = ("street", "address")
_AT_HOME = frozenset(("home", "personal", "private", "residential", "emergency"))
_HANDSETS = frozenset(("imei", "phone", "handset", "sim", "imsi", "iccid", "mobile", "idfa", "gaid", "advertising"))
_LIVED_IN = frozenset(("resident", "residence"))   # "Res" after somebody's role
_PLACED = frozenset(("location", "site", "situs", "where", "place", "facility"))
_NOT_ABOUT_PEOPLE = ("asset", "animal", "business", "count")
_ALL_LAWFUL = 0.97
_NUMBERING = frozenset(("number", "id", "reference", "account", "certificate", "code", "serial", "license"))


def instead_of(kind: str, how: str, evidence: Evidence, context: Context) -> str | None:
    """Return the benign kind that stands instead of a harmful one: "" where it has no name, None where the harm stands.

    `how` is how the kind was claimed: "named", "hinted", "alone" or "single".
    """
    if kind in TOLD and how == "single":   # somebody whom a sentence names
        return HARMFUL
    judge = _JUDGES.get(kind)
    return HARMFUL if judge is None else judge(how, evidence, context)


def of(evidence: Evidence, context: Context) -> tuple[str, ...]:
    """Return what a column without any harmful claim is, where its header says so."""
    reading = evidence.reading
    if context.about == "count" and reading.has("statistic"):
        return ("aggregate",)
    if reading.has("official") and evidence.sight("person_name").proven >= _SOME:
        return ("official_name",)
    if reading.has("business") and "name" in reading.words:
        return ("business_name",)
    if reading.has("asset") and {"id", "number"}.intersection(reading.words):
        return ("asset_id",)
    return ()


def _name(how: str, evidence: Evidence, context: Context) -> str | None:
    reading = evidence.reading
    is_staff = context.is_staff and not reading.has("personal")
    if _is_for_office(evidence, context) or is_staff or _are_few(evidence, how, context):
        return "official_name"
    if reading.has("place"):
        return "public_place"
    if reading.has("subject"):
        return HARMFUL
    if reading.has("business") or (context.about == "business" and "legal" in reading.words):
        return HARMFUL if _are_sole_proprietors(evidence) else "business_name"
    if context.about == "business" and how != "named" and "contact" in reading.words:
        return "business_contact"
    is_pet = context.about == "animal" and "person_name" not in reading.strong and evidence.sight("person_name").proven < _SOME
    return "" if is_pet or reading.has("animal", "product", "asset") else HARMFUL


def _are_sole_proprietors(evidence: Evidence) -> bool:
    """Return whether cells under a word of business are plainly people, as operators and vendors often are by themselves."""
    if not _OF_A_FIRM.isdisjoint(evidence.reading.words) or evidence.is_repeated:
        return False
    return evidence.sight("person_name").proven >= _PLAINLY and float(matches(evidence.sample, FIRM).mean()) < _HARDLY


def _is_for_office(evidence: Evidence, context: Context) -> bool:
    """Return whether a header names an official; a candidate whose life the table tells of wants a job, not votes."""
    is_hired = "candidate" in evidence.reading.words and context.about == "person" and context.tells_of_life
    return evidence.reading.has("official") and not is_hired


def _are_few(evidence: Evidence, how: str, context: Context) -> bool:
    """Return whether few names fill many rows under a header that names nobody: the city's own staff.

    Beside a column that names another person in each row, it is enough that names come back a few times.
    """
    comes_back = context.names_each and evidence.profile.filled >= _TIMES * max(_TIMES, evidence.profile.distinct_count or 0)
    return (evidence.is_repeated or comes_back) and (how in ("alone", "hinted") or "person_name" not in evidence.reading.strong)


def _email(how: str, evidence: Evidence, context: Context) -> str | None:
    if _share_of_offices(evidence) >= _MOST and context.about != "person":
        return "business_contact"
    return _contact(how, evidence, context)


def _contact(how: str, evidence: Evidence, context: Context) -> str | None:
    if context.about == "animal" and "veteran" in evidence.reading.words:   # "Vet" beside animals
        return "business_contact"
    if how != "single" and evidence.city_lines >= _MOST:   # a desk of the city, whatever its header says
        return "business_contact"
    is_misnamed = how == "alone" and context.about == "person" and not evidence.reading.has("official", "business")
    are_shared = evidence.is_repeated and (context.about != "person" or len(evidence.sample) <= _FEW_LINES)
    are_lines = are_shared and not evidence.reading.has("subject", "personal")
    if how != "single" and are_lines:
        return "business_contact"
    if how == "single" or is_misnamed or not _is_office(evidence, context):
        return HARMFUL
    return HARMFUL if context.about == "asset" and _is_somebody_s(evidence, context) else "business_contact"


def _is_somebody_s(evidence: Evidence, context: Context) -> bool:
    """Return whether a contact beside things reaches somebody: nobody calls a tree, and offices have no mailbox for anyone."""
    if evidence.reading.has("official", "business"):
        return False
    if float(matches(evidence.sample, _OWN_BOXES).mean()) >= _SOME:
        return True
    is_varied = (evidence.profile.distinct_count or 0) >= _EACH * evidence.profile.filled
    return is_varied and not context.has_places and max(evidence.sight(kind).proven for kind in _CONTACTS) >= _LAWFUL


def _is_office(evidence: Evidence, context: Context) -> bool:
    """Return whether a column reaches offices: its header says so, or rows are about businesses or facilities."""
    reading = evidence.reading
    if reading.has("official", "business") and _AT_HOME.isdisjoint(reading.words):
        return not _is_where_one_works(evidence, context)
    if reading.has("personal"):
        return False
    is_elsewhere = context.is_staff or context.about in ("business", "asset")
    return not reading.has("subject") and (reading.has("asset", "place") or is_elsewhere)


def _is_where_one_works(evidence: Evidence, context: Context) -> bool:
    """Return whether it is the line at work of somebody whose life the table tells of: "Victim work phone"."""
    reading = evidence.reading
    is_of_one = reading.has("subject") and "work" in reading.words and "employee" not in reading.words
    return is_of_one and context.about == "person" and context.tells_of_life and not evidence.is_repeated


def _address(how: str, evidence: Evidence, context: Context) -> str | None:
    reading = evidence.reading
    if reading.has("business", "official"):
        return HARMFUL if reading.has("personal") or reading.words[-1] in _LIVED_IN else "business_address"
    is_fined = context.is_at_curb and how != "named" and not reading.has("subject")
    if is_fined or float(matches(evidence.sample, _HUNDREDS).mean()) >= _MOST:
        return "public_place"
    if reading.has("subject"):
        return HARMFUL
    is_placed = reading.has("asset", "place") and reading.words != _PLAIN_ADDRESS
    is_of_the_person = context.about == "person" and _PLACED.isdisjoint(reading.words)
    if is_placed and not (is_of_the_person and (context.tells_of_life or "property" not in reading.words)):
        return "public_place"
    if context.about == "business" and _AT_HOME.isdisjoint(reading.words):
        return "business_address"
    is_plain = reading.is_meaningless or reading.words in (_PLAIN_ADDRESS, _PLAIN_ADDRESS[1:])
    is_keeper_s = context.about == "animal" and context.names_each and is_plain
    return HARMFUL if how == "named" or is_keeper_s or context.is_about_people else "public_place"


def _people_only(how: str, evidence: Evidence, context: Context) -> str | None:  # noqa: ARG001  all judges are alike
    """Return harm only where rows, or this column, are about people or incidents."""
    if context.is_about_people or (evidence.reading.has("subject") and context.about != "count"):
        return HARMFUL
    return "aggregate" if context.about == "count" else ""


def _zip_code(how: str, evidence: Evidence, context: Context) -> str | None:
    if context.about == "incident" and not evidence.reading.has("subject"):
        return "public_place"
    return _people_only(how, evidence, context)


def _birth(how: str, evidence: Evidence, context: Context) -> str | None:
    return "" if how == "named" and births.are_impossible(evidence) else _people_only(how, evidence, context)


def _income(how: str, evidence: Evidence, context: Context) -> str | None:
    return "" if context.is_staff else _people_only(how, evidence, context)


def _geo(how: str, evidence: Evidence, context: Context) -> str | None:
    if (context.is_generalized or context.is_at_curb) and not evidence.reading.has("personal"):
        return "public_place"
    if evidence.reading.has("business", "asset_host") and not evidence.reading.has("subject", "personal"):
        return "facility_geo"
    return HARMFUL if _people_only(how, evidence, context) is HARMFUL else "facility_geo"


def _tax_number(how: str, evidence: Evidence, context: Context) -> str | None:
    """Return a code for numbers of this shape under a header that numbers a thing, or rows that are no people: "Receipt No".

    Parcels, receipts and certificates are numbered in this shape, too, and nine in ten of them obey the rules of areas by
    chance. Beside people, a column in which all do is believed before its header.
    """
    reading, is_one_s_own = evidence.reading, context.is_about_people and evidence.sight("ssn").lawful >= _ALL_LAWFUL
    if how != "alone" or is_one_s_own or reading.has("subject", "personal", "business", "official"):
        return HARMFUL
    is_payment = {"payment", "reference"} <= set(reading.words)   # which may be a card's number, but no SSN
    is_of_a_thing = is_payment or reading.has("asset") or (reading.has("product", "animal", "place") and _numbers(evidence))
    return "code" if is_of_a_thing or (context.about in _NOT_ABOUT_PEOPLE and _numbers(evidence)) else HARMFUL


def _numbers(evidence: Evidence) -> bool:
    return not _NUMBERING.isdisjoint(evidence.reading.words)


def _person_id(how: str, evidence: Evidence, context: Context) -> str | None:
    if how == "hinted" and evidence.is_repeated:   # a few numbers that come back are codes: "Patient.13"
        return "code"
    return "code" if _is_for_office(evidence, context) or (how == "hinted" and not context.is_about_people) else HARMFUL


def _license(how: str, evidence: Evidence, context: Context) -> str | None:
    """Return a code for the state's identifier of a parcel or a permit: "State ID" of a table of land.

    "Lic" alone names a trade's or a dog's license, too; beside vehicles of people it is the driver's.
    """
    if how == "hinted" and not (context.is_about_people and context.has_vehicles):
        return "code"
    return "code" if "state" in evidence.reading.words and context.about in ("asset", "business", "count") else HARMFUL


def _credential(how: str, evidence: Evidence, context: Context) -> str | None:  # noqa: ARG001  all judges are alike
    """Return a code for long numbers under "PIN", which names properties, too."""
    is_pin = how == "named" and "pin" in evidence.reading.words
    return "code" if is_pin and float(matches(evidence.sample, _LONG_PIN).mean()) >= _MOST else HARMFUL


def _host(how: str, evidence: Evidence, context: Context) -> str | None:  # noqa: ARG001  all judges are alike
    return "asset_id" if context.about == "asset" and not context.has_users else HARMFUL


def _device(how: str, evidence: Evidence, context: Context) -> str | None:
    """Return harm under a header that names a handset, which somebody carries, in a list of equipment too."""
    is_carried = how == "named" and not _HANDSETS.isdisjoint(evidence.reading.words)
    return HARMFUL if is_carried else _host(how, evidence, context)


def _username(how: str, evidence: Evidence, context: Context) -> str | None:
    """Return a code for a few names under "Created by": the staff who typed the records."""
    is_staff = evidence.is_repeated or (evidence.reading.has("official") and not context.has_users)
    return "code" if how == "hinted" and is_staff else HARMFUL


def _medical(how: str, evidence: Evidence, context: Context) -> str | None:
    """Return a code for provider numbers, which are public, where rows are no people or the header names an office."""
    if evidence.reading.has("subject"):
        return HARMFUL
    if context.about in ("asset", "animal", "count") and evidence.sight("medical_id").cued < _SOME:
        return "code"     # "PID" of a taxlot
    if float(matches(evidence.sample, NPI).mean()) < _MOST:
        return HARMFUL
    is_office = evidence.reading.has("business", "official") or not context.is_about_people or evidence.is_repeated
    return "code" if is_office or how == "alone" else HARMFUL


def _share_of_offices(evidence: Evidence) -> float:
    addresses = matches(evidence.sample, "@")
    return float(matches(evidence.sample, MAILBOXES).sum()) / max(1, int(addresses.sum()))


_JUDGES: dict[str, Callable[[str, Evidence, Context], str | None]] = {
    **dict.fromkeys(("ssn", "itin"), _tax_number),
    "person_name": _name, "email": _email, "phone": _contact, "home_address": _address, "zip_code": _zip_code,
    "date_of_birth": _birth, "income": _income, "precise_geo": _geo, "person_id": _person_id,
    "credential": _credential, "driver_license": _license,
    "ip_address": _host, "medical_id": _medical, "username": _username, "mac_address": _host, "device_id": _device,
    **dict.fromkeys(_PEOPLE_ONLY, _people_only),
}
