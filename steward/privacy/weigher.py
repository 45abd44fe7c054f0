"""Weighs all evidence of a column and answers with verdicts, harmful or benign. The only place where kinds meet context."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from steward.privacy import ages, benign, births, choices, genders, library_cards, passwords, plates, races, usernames
from steward.privacy.context import NOT_PEOPLE, Context
from steward.privacy.evidence import Evidence, Sight, recognizers
from steward.privacy.in_sentences import TOLD
from steward.privacy.recognizers._recognizer import ByPattern, ByWords, Recognizer
from steward.privacy.spans import Places, matches, pick

_LOOKALIKE_SHAPE, _LAWFUL = 0.5, 0.95
_MOST_LISTED = 0.8
_LINE, _EXCHANGES = 7, 3   # digits of a line after the area code; first digits of exchanges that many lines have at least
_SIGNED = 4   # so many different numbers that all obey a check digit do so by chance once in ten thousand
_TELLING_SHARE, _CHOICES, _SOME_WORDS = 0.15, 3, 0.2
_PLAIN, _ENOUGH, _SPREAD, _HARDLY, _FEW_WORDS = 0.9, 30, 0.1, 0.02, 5
_PARTS = frozenset(("first", "last", "middle", "given", "surname", "family", "maiden", "nickname"))
_CONTACTS = frozenset(("email", "phone"))
_TAXPAYERS, _LOOKS = frozenset(("ssn", "itin")), frozenset(("age", "gender", "race_ethnicity"))
_UNRULED = frozenset(("email", "person_name"))   # so plain in their cells that a header cannot deny them
_HOSTED = frozenset(("ip_address", "mac_address", "device_id"))
_LIKELY = {"age": ages.are_likely, "date_of_birth": births.are_likely, "license_plate": plates.are_likely,
           "gender": genders.are_likely, "username": usernames.are_likely,
           "race_ethnicity": races.are_likely, "person_id": library_cards.are_likely, "credential": passwords.are_likely}
_LISTED_IN_FULL = frozenset(("gender",))   # few words: where half of the cells are others, as of trees, it is another thing
_ANYWHERE = frozenset(("credential", "username"))   # whatever rows are about


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One kind that the evidence speaks for. Shape: `places` are 0-based among the column's values."""

    kind: str
    how: str        # "named": the header says so; "hinted": it may; "alone": the cells say so; "single": single cells prove it
    share: float    # of the sample's values that look like it
    sure: float
    places: Places
    names_read: int = 0   # of the places: sentences in which only a language pipeline read a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What is thought of a column: what may harm, and what it was told from."""

    claims: tuple[Claim, ...]
    benign: tuple[str, ...]


def weigh(evidence: Evidence, context: Context) -> Weighed:
    """Return the claims that hold in this context, strongest first, and the benign kinds of the column."""
    claims = [claim for recognizer in _perhaps(evidence) if (claim := _claim(recognizer, evidence, context)) is not None]
    kept, harmless = list[Claim](), list[str]()
    for claim in _strongest(claims):
        instead = benign.instead_of(claim.kind, claim.how, evidence, context)
        if instead is None:
            kept.append(claim)
        elif instead:
            harmless.append(instead)
    return Weighed(claims=tuple(kept), benign=tuple(dict.fromkeys(harmless or benign.of(evidence,
                                                                      context) if not kept else harmless)))


def _perhaps(evidence: Evidence) -> list[Recognizer]:
    """Return the recognizers that may claim anything: their kind was seen, or the header speaks of it."""
    spoken = {*evidence.sights, *evidence.singles, *evidence.reading.strong, *evidence.reading.weak, "date_of_birth"}
    return [recognizer for recognizer in recognizers() if recognizer.kind in spoken]


def _claim(recognizer: Recognizer, evidence: Evidence, context: Context) -> Claim | None:
    """Return what is claimed of one kind: by share first, else by single hits."""
    if not len(evidence.sample):
        return None
    sight = evidence.sight(recognizer.kind)
    how = _how(recognizer, evidence, sight, context)
    if how:
        return Claim(kind=recognizer.kind, how=how, share=sight.whole or sight.seen, sure=_sureness(how, sight),
                     places=_places(recognizer, evidence))
    hits = _standing_out(recognizer, evidence, sight)
    if not len(hits):
        return None
    if _is_lookalike(recognizer.kind, evidence, sight):
        return None
    return Claim(kind=recognizer.kind, how="single", share=sight.seen, sure=0.8, places=hits,
                 names_read=len(evidence.names_read) if recognizer.kind == "free_text_pii" else 0)


def _how(recognizer: Recognizer, evidence: Evidence, sight: Sight, context: Context) -> str:
    """Return by which way the share of cells suffices, or "" where it does not."""
    if _is_ruled_out(recognizer, evidence, sight, context):
        return ""
    return (_by_header(recognizer, evidence, sight, context) or _by_role(recognizer, evidence, sight, context)
            or _by_cells(recognizer, evidence, sight, context))


def _by_header(recognizer: Recognizer, evidence: Evidence, sight: Sight, context: Context) -> str:
    needs, kind, reading = recognizer.needs, recognizer.kind, evidence.reading
    is_fitting = not (choices.are_counts(recognizer, evidence) or _is_of_other_taxpayers(kind, evidence)
                      or (kind == "age" and ages.are_days(evidence)))
    is_named = is_fitting and kind in reading.strong and needs.strong is not None
    if is_named and _fits(recognizer, sight) >= _least(recognizer, evidence):
        return "" if recognizer.family == "name" and _are_few_words(evidence, sight) else "named"
    if kind in reading.strong and (choices.are_coded(recognizer, evidence, context)
                                   or choices.are_last_digits(recognizer, evidence)):
        return "named"
    is_subject = recognizer.family == "name" and kind in reading.strong | reading.weak and reading.has("subject")
    if is_subject and _are_names(evidence, sight):
        return "named"
    if kind in reading.weak and needs.weak is not None and sight.proven >= needs.weak:
        return "hinted"
    return ""


def _is_of_other_taxpayers(kind: str, evidence: Evidence) -> bool:
    """Return whether a header names both numbers, as "ITIN (if no SSN)", and the cells are ITINs only."""
    return kind == "ssn" and evidence.sight("ssn").proven < _SPREAD and evidence.sight("itin").proven >= _LOOKALIKE_SHAPE


def _least(recognizer: Recognizer, evidence: Evidence) -> float:
    """Return the least share of cells under a header that names the kind; less for choices of a form: no list holds all."""
    least = recognizer.needs.strong or 0.0
    is_open = isinstance(recognizer, ByWords) and recognizer.kind not in _LISTED_IN_FULL
    are_choices = is_open and evidence.is_repeated and evidence.profile.type == "string"
    return min(least, _SOME_WORDS) if are_choices else least


def _by_role(recognizer: Recognizer, evidence: Evidence, sight: Sight, context: Context) -> str:
    """Return "named" for single names under a plain "Name" in a table about people."""
    if recognizer.family != "name" or context.about != "person":
        return ""
    if evidence.reading.is_meaningless and _are_single_names(evidence, sight):
        return "alone"
    if recognizer.kind not in evidence.reading.weak:
        return ""
    is_name = set(evidence.reading.words) == {"name"} and sight.whole >= _PLAIN and sight.told >= _LOOKALIKE_SHAPE
    return "named" if is_name else ""


def _are_single_names(evidence: Evidence, sight: Sight) -> bool:
    """Return whether cells are many different single words, nearly all in the lists: first names apart from last ones."""
    is_varied = not evidence.is_repeated and len(evidence.sample) >= _ENOUGH
    return is_varied and sight.whole >= _LAWFUL and sight.told >= _MOST_LISTED and evidence.profile.type == "string"


def _by_cells(recognizer: Recognizer, evidence: Evidence, sight: Sight, context: Context) -> str:
    needs = recognizer.needs
    is_signed = not _has_sign(recognizer) or len(evidence.sample) >= _SIGNED
    if needs.alone is not None and is_signed and sight.cued >= needs.alone and sight.lawful >= _lawful(recognizer):
        return "alone"
    if needs.bare is not None and sight.proven >= needs.bare and _is_bare(recognizer, evidence, context):
        return "alone"
    if context.is_about_people and _uses_the_words(recognizer, evidence, sight):
        return "alone"
    is_clear = context.about == "person" and not evidence.reading.has(*NOT_PEOPLE, "statistic")
    if is_clear and choices.are_told_in_part(recognizer, evidence):
        return "alone"
    if recognizer.kind in _TAXPAYERS and _are_of_taxpayers(evidence):
        return "alone"
    return "alone" if _is_likely(recognizer.kind, evidence, context) else ""


def _is_likely(kind: str, evidence: Evidence, context: Context) -> bool:
    if _is_of_a_car(kind, evidence, context) or (kind == "age" and context.about == "person" and ages.are_bands(evidence)):
        return True
    is_card = kind == "person_id" and library_cards.are_called_cards(evidence)
    return (is_card or _may_be_likely(kind, context)) and _LIKELY[kind](evidence)


def _may_be_likely(kind: str, context: Context) -> bool:
    """Return whether the spread of the cells may tell the kind here; any whole numbers may spread as ages do."""
    return kind in _LIKELY and (kind in _ANYWHERE or (context.is_about_people and (kind != "age" or context.names_people)))


def _are_of_taxpayers(evidence: Evidence) -> bool:
    """Return whether some numbers are lawful SSNs and the others lawful ITINs, more of both than chance gives."""
    shares = [evidence.sight(kind).cued for kind in _TAXPAYERS]
    return min(shares) >= _SPREAD and sum(shares) >= _LAWFUL


def _uses_the_words(recognizer: Recognizer, evidence: Evidence, sight: Sight) -> bool:
    """Return whether nearly all answers are a kind's words, and some can mean nothing else: "White" beside "Hispanic"."""
    if not isinstance(recognizer, ByWords) or recognizer.needs.alone is None or evidence.reading.has("animal", "product"):
        return False
    return sight.proven >= _PLAIN and sight.cued >= _TELLING_SHARE and len(evidence.sample) >= _CHOICES


def _is_bare(recognizer: Recognizer, evidence: Evidence, context: Context) -> bool:
    """Return whether bare digits may be judged: many of them, well spread, and under no header of things."""
    if evidence.reading.has("asset", "statistic") or len(evidence.sample) < _ENOUGH:
        return False
    if _has_check_digit(recognizer):
        return True
    is_line = recognizer.family == "contact"
    width = 6 if is_line else 3   # people share area codes, not exchanges too
    cells = [text.strip().removesuffix(".0") for text in evidence.sample.to_pylist()]
    if is_line and len({text[-_LINE:][:1] for text in cells}) < _EXCHANGES:   # "7088 123456": a card of one issuer
        return False
    starts = {text[:width] for text in cells}
    is_spread = len(starts) >= min(_ENOUGH, _SPREAD * len(evidence.sample))
    return is_spread and context.about == "person" and "id" not in evidence.reading.words


def _are_few_words(evidence: Evidence, sight: Sight) -> bool:
    """Return whether a few words that are no full names repeat under "Payer" or "Owner": choices of a form, not people."""
    is_part = not _PARTS.isdisjoint(evidence.reading.words)
    return evidence.is_repeated and not is_part and sight.proven < _SPREAD


def _are_names(evidence: Evidence, sight: Sight) -> bool:
    """Return whether cells under "tenant" or "caller" are names, those rare in the lists included; a few words are no names."""
    if evidence.is_repeated or len(evidence.sample) < _FEW_WORDS:
        return sight.proven >= _SPREAD
    return sight.proven >= _SPREAD or (sight.whole >= _PLAIN and sight.told >= _SPREAD)


def _fits(recognizer: Recognizer, sight: Sight) -> float:
    return sight.proven if _has_check_digit(recognizer) else sight.whole


def _lawful(recognizer: Recognizer) -> float:
    return _LAWFUL if recognizer.family in ("number", "contact") else 0.0


def _has_check_digit(recognizer: Recognizer) -> bool:
    return isinstance(recognizer, ByPattern) and recognizer.judge is not None


def _has_sign(recognizer: Recognizer) -> bool:
    return isinstance(recognizer, ByPattern) and recognizer.sign is not None


def _signed(recognizer: Recognizer, sight: Sight) -> float:
    """Return how many cells prove themselves: a check digit tells as much as separators do."""
    return sight.proven if _has_check_digit(recognizer) else sight.cued


def _is_ruled_out(recognizer: Recognizer, evidence: Evidence, sight: Sight, context: Context) -> bool:
    """Return whether the header speaks against the kind, and the cells are not so plain that it does not matter."""
    kind, reading = recognizer.kind, evidence.reading
    if _is_contradicted(evidence):
        return False
    if _is_of_a_car(kind, evidence, context):
        return False
    is_plain = recognizer.needs.alone is not None and _signed(recognizer, sight) >= _PLAIN and sight.lawful >= _LAWFUL
    if kind in reading.never:
        is_open = kind in _UNRULED or kind in reading.words   # "EIN_SSN" names both
        return not (is_plain and is_open and not evidence.is_repeated)
    if kind not in reading.against:
        return False
    if kind in _HOSTED and reading.has("asset_host"):
        return True
    return not is_plain or (kind != "email" and reading.has(*NOT_PEOPLE) and context.about != "person")


def _is_of_a_car(kind: str, evidence: Evidence, context: Context) -> bool:
    """Return whether "LIC_NO" beside the make of a car holds what plates look like."""
    is_asked = kind == "license_plate" and "license" in evidence.reading.words and context.has_vehicles
    return is_asked and plates.have_forms(evidence)


def _is_contradicted(evidence: Evidence) -> bool:
    """Return whether a header names kinds of which the cells hold none, and nothing else: it tells nothing of this column."""
    reading = evidence.reading
    if not reading.strong or reading.roles.difference(("subject", "personal")):
        return False
    return max(evidence.sight(kind).seen for kind in reading.strong) < _HARDLY


def _standing_out(recognizer: Recognizer, evidence: Evidence, sight: Sight) -> Places:
    """Return the single hits; of a column of bare numbers that break the rules, those with separators or a cue word only."""
    hits = evidence.singles.get(recognizer.kind, np.zeros(0, np.int64))
    if recognizer.kind in TOLD:   # by the words beside it in sentences
        return np.intersect1d(hits, evidence.singles.get("free_text_pii", hits[:0]))
    if sight.whole < _LOOKALIKE_SHAPE or sight.lawful >= _LAWFUL or not isinstance(recognizer, ByPattern) or not recognizer.cue:
        return hits
    return hits[matches(pick(evidence.text, hits), recognizer.cue)]


def _is_lookalike(kind: str, evidence: Evidence, sight: Sight) -> bool:
    """Return whether most of the column has the kind's shape but too many cells break its rules: numbers of another sort."""
    if kind in TOLD:   # any words of a note have the shape of a name
        return False
    shape = sight.told if kind == "credential" else sight.whole   # any number may be a code to a door
    if kind in evidence.reading.never | evidence.reading.against and shape >= _LOOKALIKE_SHAPE:
        return True
    if kind == "itin":   # written as an SSN is: among many of that form, some begin with a nine by chance
        return not _are_also_itins(evidence) and evidence.sight("ssn").told >= max(sight.told, _HARDLY)
    return sight.told >= _LOOKALIKE_SHAPE and sight.cued < _LAWFUL * sight.told


def _are_also_itins(evidence: Evidence) -> bool:
    """Return whether under a header that names SSNs all numbers from 900 on are lawful ITINs; by chance under half are."""
    sight = evidence.sight("itin")
    is_named = bool(_TAXPAYERS & evidence.reading.strong)
    return is_named and sight.whole * len(evidence.sample) >= _SIGNED and sight.lawful >= _LAWFUL


def _sureness(how: str, sight: Sight) -> float:
    base = {"named": 0.75, "hinted": 0.55, "alone": 0.65}[how]
    return round(min(0.99, base + 0.24 * max(sight.proven, sight.cued)), 2)


def _places(recognizer: Recognizer, evidence: Evidence) -> Places:
    """Return the values of the column that the verdict is about."""
    filled = np.flatnonzero(evidence.filled)
    if recognizer.is_listed or not isinstance(recognizer, ByPattern):
        return filled
    return filled[recognizer.shaped(pick(evidence.text, filled))]


def _strongest(claims: Iterable[Claim]) -> list[Claim]:
    """Return one claim for the column as a whole, and those of single cells that it does not explain."""
    claims = sorted(claims, key=lambda claim: (claim.how == "single", -_rank(claim)))
    typed = _typed([claim for claim in claims if claim.how != "single"])
    singles = [claim for claim in claims if claim.how == "single"]
    return [*typed, *(claim for claim in singles if not _explained(claim, typed))]


def _typed(claims: list[Claim]) -> list[Claim]:
    """Return the strongest claim for a whole column, and those of contacts that stand in other cells than its own."""
    return [claim for place, claim in enumerate(claims) if not place or _stands_beside(claim, claims[0])]


def _stands_beside(claim: Claim, first: Claim) -> bool:
    if {claim.kind, first.kind} == _TAXPAYERS:
        return True
    if {claim.kind, first.kind} <= _LOOKS:   # "Sex/Race", as the police write both in one cell
        return claim.how == first.how == "named"
    if not {claim.kind, first.kind} <= _CONTACTS or not len(claim.places):
        return False
    return len(np.setdiff1d(claim.places, first.places)) >= _PLAIN * len(claim.places)


def _rank(claim: Claim) -> float:
    return claim.sure + {"named": 0.3, "alone": 0.2}.get(claim.how, 0.0)


def _explained(claim: Claim, typed: list[Claim]) -> bool:
    if claim.kind == "itin":   # which no SSN explains
        return False
    return any(_explains(other.kind, claim.kind) and len(np.setdiff1d(claim.places, other.places)) == 0 for other in typed)


def _explains(typed: str, single: str) -> bool:
    return single in (typed, "free_text_pii") or typed in ("ssn", "phone", "credit_card", "email")
