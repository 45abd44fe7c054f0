"""Sentences that name or reach a person: a name beside a cue, a birth date, a number, a home. Bare names may be missed."""

import re

import numpy as np
import pyarrow as pa

from steward.privacy.knowledge import Knowledge
from steward.privacy.naming import is_family, is_given
from steward.privacy.recognizers import email, home_address, phone, ssn
from steward.privacy.recognizers._recognizer import Needs
from steward.privacy.recognizers.person_name import NOT_A_PERSON
from steward.privacy.spans import Mask, Spans, judged, matches, pick
from steward.table.names_told import AFTER, BEFORE

SEEN = ("Spoke with Maria Garcia about the fence, will call back", "Gate was locked, per R. Garcia next door",
        "Patient DOB 3/4/1981, taken to hospital by crew",
        "Tenant can be reached at 503-555-0123 after six", "Mr. Smith lives at the corner and complains of noise",
        "Owner Maria Garcia said that it leaks", "Spoke w/ Maria Garcia about fine", "LVM for Maria Garcia, no answer yet",
        "Maria Garcia called, wants a waiver")
NOT_SEEN = ("Replaced the hydrant cap and flushed the main twice", "Closed", "Maria Garcia",
            "Edward F Knapp State", "Water Bureau called for a locate today", "Met w/ Parks crew at the site",
            "Trees pruned along the Park Blocks in May")
_LONG = r"^\s*\S+(?:\s+\S+){3,}"
_NAME = r"(?:[A-Z][a-z'’]+,? (?:[A-Z]\.? )?[A-Z][a-z'’-]+|[A-Z]\. ?[A-Z][a-z'’-]+|[A-Z][a-z'’]+ [A-Z]\.)"
_CUED = rf"(?:^|[^A-Za-z]){BEFORE},?:? (?:is |was )?"
_CUED_NAME = rf"{_CUED}{_NAME}"
_NAME_SAYS = rf"(?:^|[^A-Za-z])([A-Z][A-Za-z'’-]+) (?:[A-Z]\.? )?([A-Z][A-Za-z'’-]+){AFTER}"
_TITLED_NAME = r"(?:^|[^A-Za-z])(?:Mr|Mrs|Ms|Mx|Miss)\.? [A-Z][a-z]+"
BORN = r"(?i)(?:dob|d\.o\.b\.|date of birth|born(?: on)?|birth ?date)[ :.]*[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"
_CALLED = r"(?i)(?:lives? at|living at|resid(?:es|ing) at|home (?:address|at))"


class FreeText:
    """Looks only into sentences of four and more words."""

    kind, family, is_listed = "free_text_pii", "text", False
    sieve = (rf"{_CUED_NAME}|{_NAME_SAYS}|(?i:dob|d\.o\.b|born|birth)|(?:Mr|Mrs|Ms|Mx|Miss)\.? [A-Z]"
             r"|(?i:lives? at|living at|resid(?:es|ing) at)")
    needs = Needs(strong=None, weak=None, alone=None, single=True)

    def spot(self, values: pa.Array, knowledge: Knowledge) -> Spans:
        """Return what is seen in sentences."""
        places = np.flatnonzero(matches(values, _LONG))
        told = self._told(pick(values, places), knowledge)
        places = places[told]
        ones = np.ones(len(places), np.bool_)
        return Spans(places=places, whole=~ones, proven=ones, cued=ones)

    def _told(self, texts: pa.Array, knowledge: Knowledge) -> Mask:
        told = matches(texts, _TITLED_NAME) | matches(texts, BORN)
        named = matches(texts, _CUED_NAME)
        if named.any():
            named[named] = judged(texts.filter(pa.array(named)), lambda text: _names_someone(text, knowledge))
        said = matches(texts, _NAME_SAYS)
        if said.any():
            said[said] = judged(texts.filter(pa.array(said)), lambda text: _says_something(text, knowledge))
        home = matches(texts, _CALLED) & _seen(home_address.RECOGNIZER, texts, knowledge)
        return told | named | said | home | _reached(texts, knowledge)


def _reached(texts: pa.Array, knowledge: Knowledge) -> Mask:
    reached = np.zeros(len(texts), np.bool_)
    for recognizer in (email.RECOGNIZER, phone.RECOGNIZER, ssn.RECOGNIZER):
        spans = recognizer.spot(texts, knowledge)
        reached[spans.where(spans.proven & spans.cued & ~spans.whole)] = True
    return reached


def _seen(recognizer: object, texts: pa.Array, knowledge: Knowledge) -> Mask:
    seen = np.zeros(len(texts), np.bool_)
    seen[recognizer.spot(texts, knowledge).places] = True  # type: ignore[attr-defined]
    return seen


def _names_someone(text: str, knowledge: Knowledge) -> bool:
    """Return whether a listed name stands after a cue, which may begin the sentence: "Owner Maria Garcia", "per J. Garcia"."""
    told = re.finditer(f"(?={_CUED}({_NAME}))", text[:20_000])
    return any(_is_listed(re.split(r"[ ,.]+", found.group(1).upper()), knowledge) for found in told)


def _says_something(text: str, knowledge: Knowledge) -> bool:
    """Return whether a full name of the lists does something in the sentence: "Maria Garcia called, wants a waiver"."""
    return any(_is_somebody(found[1], found[2], "", knowledge=knowledge) for found in _SAYS.finditer(text[:20_000]))


def _is_listed(words: list[str], knowledge: Knowledge) -> bool:
    if len(words[0]) == 1:
        return is_family(words[-1], knowledge) and words[-1] not in NOT_A_PERSON
    return words[0] in knowledge.first_names


_PAIR = re.compile(r"(?=\b([A-Z][A-Za-z'’-]+),? (?:[A-Z]\.? )?([A-Z][A-Za-z'’-]+))"
                   r"|(?=\b[A-DF-MO-RT-VX-Z]\. ?([A-Z][A-Za-z'’-]{2,}))")
_TITLED = re.compile(_TITLED_NAME)
_SAYS = re.compile(_NAME_SAYS)


def name_somebody(texts: pa.Array, knowledge: Knowledge) -> Mask:
    """Return for each of the sentences that tell of somebody whether a listed full name stands in it too."""
    return judged(texts, lambda text: bool(_TITLED.search(text[:20_000])) or any(
        _is_somebody(*found.groups(""), knowledge=knowledge) for found in _PAIR.finditer(text[:20_000])))


def _is_somebody(given: str, family: str, initialed: str, *, knowledge: Knowledge) -> bool:
    names = {name.upper() for name in (given, family, initialed) if name}
    if not NOT_A_PERSON.isdisjoint(names):
        return False
    last = (initialed or family).upper()
    return is_family(last, knowledge) and (bool(initialed) or is_given(given.upper(), knowledge))


RECOGNIZER = FreeText()
