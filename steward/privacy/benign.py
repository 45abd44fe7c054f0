"""What a column is instead of personal: offices, businesses, places, counts and codes, told by role and context."""

from steward.privacy.context import Context
from steward.privacy.evidence import Evidence
from steward.privacy.spans import matches

HARMFUL = None
_HOSTS = frozenset(("ip_address", "mac_address", "device_id"))
_CONTACT = frozenset(("email", "phone"))
_PEOPLE_ONLY = frozenset(("date_of_birth", "age", "gender", "race_ethnicity", "zip_code", "national_origin", "veteran_status", "health",
                          "disability", "sexual_orientation", "religion", "immigration_status", "criminal_history", "income",
                          "victim_status", "precise_geo"))
_OFFICES = (r"(?i)(?:^|[^a-z0-9])(?:info|information|contact|office|admin|support|help|hello|sales|permits?|records|service|services|"
            r"billing|accounts?|feedback|customerservice|webmaster|noreply|no-reply|press|media|jobs|hr|reception|frontdesk|311|"
            r"parks|water|licensing|inspections?|publicrecords|opendata|mail|enquiries|inquiries|events|booking|reservations|orders|"
            r"manager|owner|team|dispatch|planning|bds|pbot|bes|council|mayor|clerk|director|safety|customer[._-]?service)(?:[._-][a-z]+)?@"
            r"|@(?:[a-z0-9-]+\.)*(?:[a-z0-9-]+\.gov|(?:[a-z0-9-]+\.)?[a-z]{2}\.us|portlandoregon\.gov)(?:$|[^a-z0-9.])")
_MOST = 0.9


def instead_of(kind: str, how: str, evidence: Evidence, context: Context) -> str | None:
    """Return the benign kind that stands instead of a harmful one: "" where it has no name, None where the harm stands."""
    if kind == "person_name":
        return _name_instead(how, evidence, context)
    if kind in _CONTACT:
        return _contact_instead(kind, how, evidence, context)
    if kind == "home_address":
        return _address_instead(how, evidence, context)
    if kind == "person_id" and (evidence.reading.has("official") or (how == "hinted" and not context.is_about_people)):
        return "code"
    if kind in _HOSTS and context.about == "asset":
        return "asset_id"
    if kind in _PEOPLE_ONLY:
        return _people_instead(kind, evidence, context)
    return HARMFUL


def of(evidence: Evidence, context: Context) -> tuple[str, ...]:
    """Return what a column without any harmful claim is, where its header says so."""
    reading = evidence.reading
    if context.about == "count" and reading.has("statistic"):
        return ("aggregate",)
    if reading.has("official") and evidence.sight("person_name").proven >= 0.3:
        return ("official_name",)
    if reading.has("business") and not evidence.profile.type == "number":
        return ("business_name",) if evidence.sight("person_name").whole < _MOST and "name" in reading.words else ()
    if reading.has("asset") and {"id", "number"}.intersection(reading.words):
        return ("asset_id",)
    return ()


def _name_instead(how: str, evidence: Evidence, context: Context) -> str | None:
    reading = evidence.reading
    if reading.has("official") or (context.is_staff and not reading.has("personal")):
        return "official_name"
    if evidence.is_repeated and how == "alone":
        return "official_name"
    if reading.has("business") and not reading.has("subject"):
        return "business_name"
    if reading.has("place"):
        return "public_place"
    if reading.has("animal", "product", "asset") and not reading.has("subject"):
        return ""
    if context.about == "animal" and not reading.has("subject") and "person_name" not in reading.strong:
        return ""
    return HARMFUL


def _contact_instead(kind: str, how: str, evidence: Evidence, context: Context) -> str | None:
    if kind == "email" and _share_of_offices(evidence) >= _MOST and context.about != "person":
        return "business_contact"
    if how == "single":
        return HARMFUL
    return "business_contact" if _is_office(evidence, context) else HARMFUL


def _address_instead(how: str, evidence: Evidence, context: Context) -> str | None:
    if evidence.reading.has("business", "official"):
        return HARMFUL if evidence.reading.has("personal") else "business_address"
    if evidence.reading.has("asset", "place") and not evidence.reading.has("subject"):
        return "public_place"
    if how != "named" and not evidence.reading.has("subject") and not context.is_about_people:
        return "business_address" if context.about == "business" else "public_place"
    return HARMFUL


def _is_office(evidence: Evidence, context: Context) -> bool:
    """Return whether a column reaches offices: its header says so, or rows are about businesses or facilities."""
    reading = evidence.reading
    if reading.has("personal"):
        return False
    if reading.has("official", "business"):
        return True
    return not reading.has("subject") and (reading.has("asset", "place") or context.about in ("business", "asset"))


def _people_instead(kind: str, evidence: Evidence, context: Context) -> str | None:
    if kind == "precise_geo" and context.is_generalized and not evidence.reading.has("personal"):
        return "public_place"
    if kind == "income" and context.is_staff:
        return ""
    if context.is_about_people or evidence.reading.has("subject"):
        return HARMFUL
    if context.about == "count":
        return "aggregate"
    return "facility_geo" if kind == "precise_geo" else ""


def _share_of_offices(evidence: Evidence) -> float:
    addresses = matches(evidence.sample, "@")
    return float(matches(evidence.sample, _OFFICES).sum()) / max(1, int(addresses.sum()))
