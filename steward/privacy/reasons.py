"""Says in plain words what was found, why we think so, and what may be done. Never holds a cell."""

from steward.privacy.advice import advice, remedies_for
from steward.privacy.policy import Policy
from steward.privacy.verdict import Verdict
from steward.privacy.weigher import Claim
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

_THINGS = {
    "email": say("e-mail addresses"), "phone": say("telephone numbers"), "ssn": say("Social Security numbers"),
    "itin": say("taxpayer numbers"), "credit_card": say("payment card numbers"), "bank_account": say("bank account numbers"),
    "driver_license": say("driver license numbers"), "passport": say("passport numbers"),
    "license_plate": say("license plates"),
    "vin": say("vehicle identification numbers"), "ip_address": say("internet addresses of people's computers"),
    "mac_address": say("hardware addresses of people's devices"), "device_id": say("identifiers of people's devices"),
    "username": say("names people sign in with"), "medical_id": say("medical or insurance numbers"),
    "person_id": say("numbers that stand for one person"), "credential": say("passwords or access codes"),
    "person_name": say("names of people"), "home_address": say("home addresses"), "date_of_birth": say("dates of birth"),
    "age": say("ages of people"), "gender": say("people's gender"), "race_ethnicity": say("people's race or ethnicity"),
    "zip_code": say("ZIP codes of people"), "national_origin": say("where people come from or the language they speak"),
    "veteran_status": say("whether people served in the military"), "health": say("people's health"),
    "disability": say("people's disabilities"), "sexual_orientation": say("people's sexual orientation"),
    "religion": say("people's religion"), "immigration_status": say("people's immigration status"),
    "criminal_history": say("people's criminal history"), "income": say("people's income"),
    "victim_status": say("who was a victim, suspect or witness"), "free_text_pii": say("sentences about a person"),
    "precise_geo": say("exact places of people or incidents"),
}


def kind_words(kind: str) -> Message:
    """Return what people call a kind; one that is not known yet is called by its name."""
    return _THINGS.get(kind, say("personal information ({kind})", kind=kind.replace("_", " ")))


def reason(claim: Claim, share: float) -> Message:
    """Return why we think so, how sure we are, and what would change our mind."""
    return say("{why} We are {sure}% sure. {otherwise}", why=_why(claim, share), sure=str(round(claim.sure * 100)),
               otherwise=_otherwise(claim))


def _otherwise(claim: Claim) -> Message:
    if claim.kind == "free_text_pii":
        return say("A name that stands bare inside a sentence may be missed, so read such cells yourself.")
    if claim.how == "single":
        return say("We would think otherwise if these cells held an example or the contact of an office.")
    if claim.how == "alone":
        return say("We would think otherwise if a header named what these are, such as permit numbers or a business.")
    return say("We would think otherwise if the header named an office, a business or a thing.")


def _why(claim: Claim, share: float) -> Message:
    things, percent = kind_words(claim.kind), f"{_percent(share)}%"
    if claim.how == "named":
        return say("We think so because the header says so and {percent} of the filled cells look like {things}.",
                   percent=percent, things=things)
    if claim.how == "hinted":
        return say("We think so because the header may mean it and {percent} of the filled cells look like {things}.",
                   percent=percent, things=things)
    if claim.names_read and claim.names_read == len(claim.places):
        return say_count("We think so because the language pipeline installed here read a name in {count} text.",
                         "We think so because the language pipeline installed here read names in {count} texts.",
                         claim.names_read)
    if claim.names_read:
        return say_count("We think so because of usual signs or a telling word in single cells, and a name that the language "
                         "pipeline installed here read in {count} text.",
                         "We think so because of usual signs or a telling word in single cells, and names that the language "
                         "pipeline installed here read in {count} texts.", claim.names_read)
    if claim.how == "alone":
        return say("We think so because {percent} of the filled cells look like {things}, whatever the header says.",
                   percent=percent, things=things)
    return say("We think so because single cells hold {things}, with their usual signs or a telling word beside them.",
               things=things)


def finding(verdict: Verdict, column: str, column_type: str, policy: Policy) -> Finding:
    """Return the finding that a person answers."""
    remedies = remedies_for(verdict.kind, column_type, verdict.share, in_sentences=verdict.is_in_sentences)
    count, first = len(verdict.rows), verdict.rows[0] if len(verdict.rows) else 0
    what = say("Column {column} seems to hold {things}.", column=column, things=kind_words(verdict.kind))
    where = say_count("Column {column}, {count} row: row {first}. {reason}",
                      "Column {column}, {count} rows, first in row {first}. {reason}", count, column=column, first=str(first),
                      reason=verdict.reason)
    return Finding(kind=verdict.kind, tier=verdict.tier, column=column, count=count, rows=verdict.rows, room="privacy",
                   basis=policy.basis(verdict.kind), remedies=remedies,
                   words=Words(what=what, where=where, next_step=_next_step(verdict, remedies)))


def _next_step(verdict: Verdict, remedies: tuple[str, ...]) -> Message:
    """Return what may be done; a block is taken out, or the program is asked to let it pass."""
    otherwise = (say("If it is not what it looks like, ask the open data program to let it pass.") if verdict.tier is Tier.BLOCK
                 else say("If it is not what it looks like, or must be public, say why."))
    return say("{advice} {otherwise}", advice=advice(remedies), otherwise=otherwise)


def _percent(share: float) -> int:
    return min(99, round(share * 100)) if share < 1 else 100
