"""Tells what in sentences is nobody's: mailboxes of an office, lines of the city, and numbers of things.

Lines that come back row after row are an office's; so are those of the program's own exchanges.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from steward.privacy.recognizers.ssn import CALLED
from steward.privacy.spans import Places, matches, pick
from steward.table.profile import ColumnProfile

# What stands before the "@" of an office, and where public ones have their mail.
MAILBOXES = (r"(?i)(?:^|[^a-z0-9])(?:info|information|contact|office|admin|support|help|hello|sales|permits?|records|services?|"
             r"billing|accounts?|feedback|customerservice|webmaster|noreply|no-reply|press|media|jobs|hr|reception|frontdesk|311|"
             r"parks|water|licensing|inspections?|publicrecords|opendata|mail|enquiries|inquiries|events|booking|reservations|"
             r"orders|manager|owner|team|dispatch|planning|council|mayor|clerk|director|safety|customer[._-]?service)"
             r"(?:[._-][a-z]+)?@"
             r"|@(?:[a-z0-9-]+\.)*(?:[a-z0-9-]+\.gov|[a-z]{2}\.us|portlandoregon\.gov)(?:$|[^a-z0-9.])")
CONTACTS = ("email", "phone")
RECHECKED = (*CONTACTS, "ssn", "itin", "free_text_pii")
_EXCHANGE = 6
_MAIL, _OFFICE = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+[A-Za-z]"), re.compile(MAILBOXES)
_LINE = re.compile(r"\(?[2-9][0-9]{2}\)?[-. /]{0,2}[0-9]{3}[-. ]?[0-9]{4}(?![0-9])")
_SOMEBODY = re.compile(r"(?i)\b(?:me|my|mine|i|i'm|he|his|him|she|her|they|their|caller|resident|tenant|owner|neighbor|cell"
                       r"|home|mother|father|daughter|son|wife|husband|victim|witness|patient|client|renter|rp)\b")
_CALLED = re.compile(rf"(?i){CALLED}(?![0-9-])")
_ONE_S_OWN = re.compile(r"(?i)\b(?:me|my|mine|i'm)\b")
_FEWEST_WORDS, _LINE_WORDS, _MOST_HITS = 3, 5, 2_000   # "Ann Weaver 503-555-0100" is no office
_FEWEST_ROWS, _LEAST_SHARE = 4, 0.01    # of the rows: a caller's own number does not come back so often


def plainer(profile: ColumnProfile, text: pa.Array, hits: Mapping[str, Places],
            exchanges: frozenset[str]) -> tuple[Places, list[str]]:
    """Return the places of sentences that hold what is nobody's, and the sentences without it; no or too many hits: none.

    `exchanges` are the first six digits of the lines of public offices.
    """
    kinds = RECHECKED[:-1]
    places = np.unique(np.concatenate([hits[kind] for kind in kinds if kind in hits] or [np.zeros(0, np.int64)]))
    if not 0 < len(places) <= _MOST_HITS:
        return places[:0], []
    texts = [str(one) for one in pick(text, places).to_pylist()]
    lines = _lines(texts, profile.distinct.counts[places].tolist(), max(_FEWEST_ROWS, _LEAST_SHARE * profile.filled))
    left = [_without(_CALLED.sub(" ", _without_city(one, exchanges)), lines) for one in texts]
    changed = [place for place, (one, other) in enumerate(zip(texts, left, strict=True)) if one != other]
    return places[changed], [left[place] for place in changed]


def _lines(texts: Sequence[str], counts: Sequence[int], least: float) -> set[str]:
    rows = Counter[str]()
    for text, count in zip(texts, counts, strict=True):
        rows.update(dict.fromkeys({_digits(found.group()) for found in _LINE.finditer(text)}, count))
    return {line for line, count in rows.items() if count >= least}


def _without_city(text: str, exchanges: frozenset[str]) -> str:
    """Return a text of some words without lines of public offices, unless one calls it "my number" or says "call me"."""
    if len(text.split()) < _FEWEST_WORDS or _ONE_S_OWN.search(text):
        return text
    return _LINE.sub(lambda found: " " if _digits(found.group())[:_EXCHANGE] in exchanges else found.group(), text)


def _without(text: str, lines: set[str]) -> str:
    words = len(text.split())
    if words < _FEWEST_WORDS or _SOMEBODY.search(text):
        return text
    left = _MAIL.sub(lambda found: " " if _OFFICE.search(found.group()) else found.group(), text)
    if words < _LINE_WORDS:
        return left
    return _LINE.sub(lambda found: " " if _digits(found.group()) in lines else found.group(), left)


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def share_of_city_lines(sample: pa.Array, exchanges: frozenset[str]) -> float:
    """Return how many of the values, 0 to 1, are telephone numbers of public offices."""
    if not exchanges or not len(sample):
        return 0.0
    starts = "|".join(rf"\(?{one[:3]}\)?[-. /]{{0,2}}{one[3:]}" for one in sorted(exchanges))
    return float(matches(sample, rf"^\s*(?:\+?1[-. ]?)?(?:{starts})[-. ]?[0-9]{{4}}(?:[^0-9]|$)").mean())
