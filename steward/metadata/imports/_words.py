"""What several kinds of documents write alike: licenses, frequencies, mail links, and lists where one thing is meant."""

import re
from collections.abc import Mapping

from steward.metadata.vocabularies import Frequency, License, Vocabularies

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
    return text


def frequency_id(text: str, words: Vocabularies) -> str:
    """Return the id of a frequency by the words of DCAT-US 1.1 and 3.0; an interval may stand without its "R/"."""
    for term in words.terms.get("frequencies", ()):
        if isinstance(term, Frequency) and text and text in {
                term.dcat_us_1_1, term.dcat_us_1_1.removeprefix("R/"), term.dcat_us_3} - {""}:
            return term.id
    return text


def mail(value: object) -> object:
    """Return an e-mail address without the "mailto:" before it."""
    return re.sub(r"(?i)^\s*mailto:\s*", "", value) if isinstance(value, str) else value


def spoken_words(*texts: object) -> frozenset[str]:
    """Return the words that say something, each cut to its stem of five letters."""
    words = re.findall(r"[^\W_]{3,}", " ".join(str(text) for text in texts).casefold())
    return frozenset(word[:5] for word in words if word not in _FILLERS)


def _bare(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address.casefold()).rstrip("/")
