"""What several kinds of documents write alike: licenses, frequencies, mail links, and lists where one thing is meant."""

import re
from collections.abc import Mapping

from steward.metadata.vocabularies import Frequency, License, Vocabularies

_CLOSED = re.compile(r"\bNC\b|\bND\b|non-?commercial|no ?deriv|all rights reserved", re.IGNORECASE)
_RHYTHMS = {   # source: PortlandMaps; Dublin Core
    "yearly": "annual", "continually": "continual", "continuous": "continual", "continuously": "continual",
    "fortnightly": "biweekly", "never": "notplanned"}
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FILLERS = frozenset(("data", "dataset", "number", "file", "records", "information",
                      "the", "and", "with", "from", "this", "that", "per"))


def first_object(value: object) -> Mapping[str, object]:
    """Return an object, or the first one of a list; an empty one where there is none."""
    found = value[0] if isinstance(value, list) and value else value
    return found if isinstance(found, Mapping) else {}


def license_id(text: str, words: Vocabularies) -> str:
    """Return the id of a license by its address, with or without its scheme and last slash, or by an id within a text."""
    for term in words.terms.get("licenses", ()):
        if isinstance(term, License) and (_bare(text) == _bare(term.uri) or text.casefold() == term.ckan.casefold()
                                          or re.search(rf"(?<![\w.-]){re.escape(term.id)}(?![\w.])", text, re.IGNORECASE)):
            return term.id
    initials = [term.id for term in words.terms.get("licenses", ()) if _letters(term.id).startswith(_letters(text))
                or _letters(text) in _letters(term.id).split()] if _letters(text) else []
    return initials[0] if len(initials) == 1 else text


def forbids_uses(text: str) -> bool:
    """Return whether a license is of those that forbid to sell, to change or to pass on."""
    return _CLOSED.search(text) is not None


def frequency_id(text: str, words: Vocabularies) -> str:
    """Return the id of a frequency by the words of DCAT-US 1.1 and 3.0, of Dublin Core, or by its adverb ("annually").

    An interval may stand without its "R/".
    """
    for term in words.terms.get("frequencies", ()):
        if isinstance(term, Frequency) and text and text in {
                term.dcat_us_1_1, term.dcat_us_1_1.removeprefix("R/"), term.dcat_us_3} - {""}:
            return term.id
    word = re.sub(r"[^a-z]", "", text.rpartition("/")[2].casefold())
    word = _RHYTHMS.get(word, word)
    near = [term.id for term in words.terms.get("frequencies", ()) if word in (term.id.casefold(), f"{term.id.casefold()}ly")]
    return near[0] if near else text


def mail(value: object) -> object:
    """Return an e-mail address without the "mailto:" before it."""
    return re.sub(r"(?i)^\s*mailto:\s*", "", value) if isinstance(value, str) else value


def parted_mail(text: str) -> tuple[str, str]:
    """Return the name and the e-mail address that one text holds; "" for what it does not hold."""
    found = _ADDRESS.search(text)
    if found is None:
        return text, ""
    name = re.sub(r"(?i)mailto:", " ", text.replace(found[0], " "))
    return " ".join(name.split()).strip(" ,;:<>()[]-"), found[0]


def spoken_words(*texts: object) -> frozenset[str]:
    """Return the words that say something, each cut to its stem of five letters."""
    words = re.findall(r"[^\W_]{3,}", " ".join(str(text) for text in texts).casefold())
    return frozenset(word[:5] for word in words if word not in _FILLERS)


def _bare(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address.casefold()).rstrip("/")


def _letters(text: str) -> str:
    """Return a license's name as its short words, without punctuation and the number of its version."""
    return " ".join(re.findall(r"[a-z]+\d?", re.sub(r"[ -]?v?\d+\.\d+$", "", text.casefold())))
