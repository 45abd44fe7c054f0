"""Finds sentences that name somebody: a given name with a family name, or one of them beside a word that tells of a person.

Context: names stand anywhere in a note, and so do streets, parks, firms and officials named as people are. Decision: a word
counts as a name by the lists, less where English has the same word, and less where capitals tell nothing: in notes written in
capitals both words must be names and nothing else. What follows a number or a direction, or stands before "Park", "Ave" or
"LLC", is a place or a firm; who stands behind "Officer" or "inspected by" was named in an office.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pyarrow as pa

from steward.privacy.knowledge import Knowledge
from steward.privacy.naming import is_family, is_given, name_someone
from steward.privacy.recognizers.person_name import NOT_A_PERSON
from steward.privacy.spans import Mask, Places, judged, matches, pick


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LONG = r"^\s*\S+(?:\s+\S+){2,}"     # three words and more
_LONGEST = 4_000                    # letters of a sentence that are read
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[0-9]+|[^\sA-Za-z0-9]")
_MOSTLY, _FEWEST, _LEAST, _TWO_SYLLABLES = 0.3, 3, 3, 6
_KIN = _words("mother mom father dad parent parents guardian wife husband spouse partner daughter dtr son brother sister "
              "aunt uncle grandmother grandma grandfather grandpa niece nephew cousin roommate friend girlfriend boyfriend "
              "fiance ex-husband ex-wife ex-boyfriend ex-girlfriend stepfather stepmother child baby madre padre hijo hija "
              "tia tio vecino vecina esposa esposo abuela abuelo hermano hermana padrastro madrastra")
_ROLES = _words("victim vict vic suspect susp witness wit tenant client patient pt caller resident neighbor owner occupant "
                "driver drvr motorist complainant compl rp applicant customer cust homeowner renter landlord pedestrian "
                "cyclist rider passenger student employee claimant bit named subject defendant arrestee")
_SAYS = _words("asks asked says said states stated told wants wanted calls called lost lives lived agreed agrees refused "
               "refuses reports reported claims claimed requested requests needs needed moved works worked admitted admits "
               "denied denies disclosed complained complains thinks feels left returned signed tested fell fled hopes is "
               "was has had")
_PLACED = _words("n s e w ne nw se sw north south east west the st saint mt mount ft fort lake port camp blvd dba")
_OFFICE = _words("officer ofc inspector insp judge deputy det detective sgt sergeant lt lieutenant capt captain chief "
                 "commissioner mayor councilor councilmember engineer planner supervisor foreman director manager "
                 "dispatcher technician tech arborist ranger trainer instructor operator auditor")
_DONE = _words("inspected approved completed performed reviewed issued installed serviced entered assigned repaired "
               "prepared collected sampled tested painted designed built written published directed photographed")
_FIRM = _words("janitorial hvac landscape concrete electric joint venture cleaning moving security tree care pc co cc")
_NAMESAKES = _words("fargo meyer schwab tubman chavez parks king mccall naito tolman duniway")   # stores, streets and schools
_BEFORE, _STOPS, _JOINS = frozenset(("by", "to")), frozenset(".;:-"), frozenset("&@")


def naming_somebody(texts: pa.Array, knowledge: Knowledge) -> Places:
    """Return the places of the sentences that name somebody; all words are looked up once, only likely sentences are read."""
    places = np.flatnonzero(matches(texts, LONG))
    places = places[_may_name(pick(texts, places), knowledge)]
    return places[judged(pick(texts, places), lambda text: _names_somebody(text[:_LONGEST], knowledge))]


def _may_name(texts: pa.Array, knowledge: Knowledge) -> Mask:
    """Return for each text whether a listed name that is no word of English, or any given one, is among its words."""
    import pyarrow.compute as pc

    lists = pc.utf8_split_whitespace(texts)
    words = pc.list_flatten(lists).dictionary_encode()
    if not len(words):
        return np.zeros(len(texts), np.bool_)
    known = np.fromiter((_is_listed(word, knowledge) for word in words.dictionary.to_pylist()), np.bool_, len(words.dictionary))
    parents = pc.list_parent_indices(lists).to_numpy()
    found = np.zeros(len(texts), np.bool_)
    found[parents[known[words.indices.to_numpy()]]] = True
    return found


@lru_cache(maxsize=50_000)
def _is_listed(word: str, knowledge: Knowledge) -> bool:
    parts = [part for part in re.split("[^A-Za-z]+", word.upper()) if len(part) > 1]
    return any(is_given(part, knowledge) or (is_family(part, knowledge) and _is_clear(part, knowledge)) for part in parts)


def _names_somebody(text: str, knowledge: Knowledge) -> bool:
    tokens = _TOKEN.findall(text)
    words = [token for token in tokens if token[0].isalpha() and len(token) >= _LEAST]
    is_mixed = len(words) >= _FEWEST and sum(word[0].islower() for word in words) >= _MOSTLY * len(words)
    listed = [_is_listed(token, knowledge) for token in tokens]
    return any((listed[place] or any(listed[place + 1:place + 2]))
               and _is_named(tokens, place, is_mixed=is_mixed, knowledge=knowledge) for place in range(len(tokens)))


def _is_named(tokens: Sequence[str], place: int, *, is_mixed: bool, knowledge: Knowledge) -> bool:
    """Return whether somebody's name begins at this word."""
    first = tokens[place]
    if not first[0].isalpha() or len(first) == 1 or (is_mixed and not first[0].isupper()):
        return False
    end = _end_of_name(tokens, place, is_mixed=is_mixed, knowledge=knowledge)
    if end == place:
        is_told = is_given(first.upper(), knowledge) and _is_told(tokens, place, is_mixed=is_mixed, knowledge=knowledge)
        return is_told and not _is_placed(tokens, place, end, is_mixed=is_mixed)
    names = [token for token in tokens[place:end + 1] if token[0].isalpha() and len(token) > 1]
    has_cue = bool(_cue_before(tokens, place))
    least = len(names) - is_mixed - has_cue   # of two words of a name
    is_clear = sum(_is_clear(name, knowledge) for name in names) >= least
    return is_clear and not _is_placed(tokens, place, end, is_mixed=is_mixed)


def _is_told(tokens: Sequence[str], place: int, *, is_mixed: bool, knowledge: Knowledge) -> bool:
    """Return whether a given name that stands alone is somebody's by the word before or behind it: "wife Esperanza"."""
    cue, is_clear = _cue_before(tokens, place), _is_clear(tokens[place], knowledge)
    if is_mixed and cue in _KIN:
        return True
    says = "".join(tokens[place + 1:place + 2]).lower() in _SAYS and (place == 0 or tokens[place - 1] in _STOPS)
    return is_clear and bool(cue or says)


def _end_of_name(tokens: Sequence[str], place: int, *, is_mixed: bool, knowledge: Knowledge) -> int:
    """Return where a full name that begins here ends; `place` itself where none does."""
    last = place + 1
    if last < len(tokens) - 1 and len(tokens[last]) == 1 and tokens[last].isupper():   # "Maria L. Garcia"
        last += 2 if tokens[last + 1] == "." else 1
    is_turned = last < len(tokens) - 1 and tokens[last] == ","
    last += is_turned
    if last >= len(tokens) or not tokens[last][0].isalpha() or len(tokens[last]) == 1:
        return place
    if is_mixed and not tokens[last][0].isupper():
        return place
    pair = [tokens[place].upper(), tokens[last].upper()]
    if is_turned:
        is_name = is_family(pair[0], knowledge) and is_given(pair[1], knowledge) and _is_clear(pair[0], knowledge)
        return last if is_name and _is_clear(pair[1], knowledge) else place
    is_name = is_given(pair[0], knowledge) and any(is_family(part, knowledge) for part in pair[1].split("-"))
    return last if is_name or _is_foreign(pair, knowledge) else place


def _is_foreign(pair: list[str], knowledge: Knowledge) -> bool:
    """Return whether two words make a name by how names are built, and neither is a word of English."""
    are_clear = all(_is_clear(word, knowledge) for word in pair) and max(map(len, pair)) >= _TWO_SYLLABLES
    return are_clear and name_someone(pair, is_listed_last_first=False, knowledge=knowledge)


def _cue_before(tokens: Sequence[str], place: int) -> str:
    """Return the word that tells of a person right before a name, signs between them aside."""
    before = [token for token in tokens[max(0, place - 2):place] if token[0].isalpha()]
    word = before[-1].lower() if before else ""
    return word if word in _KIN | _ROLES else ""


def _is_placed(tokens: Sequence[str], place: int, end: int, *, is_mixed: bool) -> bool:
    """Return whether the name belongs to a street, a place, a firm or one who holds an office."""
    before = [token.lower() for token in tokens[max(0, place - 2):place]]
    if before and (before[-1] in _PLACED | _OFFICE or before[-1].isdigit() or before[-1] in _JOINS):
        return True
    if len(before) > 1 and (before[0] in _DONE and before[1] in _BEFORE):
        return True
    if len(before) > 1 and before[1] == "." and before[0] in _PLACED | _OFFICE:
        return True
    if not (_NAMESAKES | _OFFICE).isdisjoint(token.lower() for token in tokens[place:end + 1]):
        return True
    names = {token.upper() for token in tokens[place:end + 1]}
    return not NOT_A_PERSON.isdisjoint(names) or _is_followed(tokens[end + 1:end + 4], is_mixed=is_mixed)


def _is_followed(after: Sequence[str], *, is_mixed: bool) -> bool:
    """Return whether words that go on with the name make it a firm's or a place's."""
    for word in after[:_FEWEST if is_mixed else _FEWEST - 1]:
        if word in _JOINS:
            return True
        if not word[0].isalpha() or (is_mixed and not word[0].isupper()):
            return False
        if word.upper() in NOT_A_PERSON or word.lower() in _FIRM:
            return True
    return False


@lru_cache(maxsize=50_000)
def _is_clear(word: str, knowledge: Knowledge) -> bool:
    """Return whether a listed name is no word of English too."""
    return word.lower() not in knowledge.ordinary_words
