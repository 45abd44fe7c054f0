"""Where the sentences of a text end, as a reader sees it: not at "e.g.", at "No. 5", at "St. Johns" or within "2.5".

Context: a full stop is also the sign of a short form, a number and an initial. Decision: short forms that stand before
something never end a sentence; those that may close one ("etc.", "Inc.", "p.m.") do so where a word follows that begins
sentences; an empty line or a bullet ends one, a line break alone does not. Refused: a library with models of languages.
"""

import re

_NEVER = frozenset(re.findall(r"\S+", """
    e.g i.e eg ie cf vs viz no nos nr art sec secs ch chap fig figs p pp vol approx est incl excl ca dr mr mrs ms mx prof sr jr
    rev gen gov sen rep lt sgt capt mt ft jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
    sat sun n s w ne nw se sw c.f a.k.a resp min max avg"""))
_MAYBE = frozenset(re.findall(r"\S+", """
    etc al st ave av blvd rd dr ln ct pl hwy pkwy sq inc co corp ltd llc dept div bldg rm ste a.m p.m am pm u.s u.s.a d.c ore or
    wash hrs yrs sq.ft"""))
_STARTERS = frozenset(re.findall(r"\S+", """
    a all an and any are as at be because before both but by can data do does each every few for from here how however i if in
    it its many most much no none not of on one only or other our people records rows see she he so some such than that the
    their then there these they this those to until was we were what when where which while who why will with you your"""))
# Begins at a stop, not at a word: a megabyte without a blank would be read anew from each of its letters.
_STOP = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)[\"'”’)\]]*+(?:\s+|$)")
_WORD = re.compile(r"[^\W_][^\s]*")
_BULLET = re.compile(r"\s*(?:[-–—*•·]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)")
_INITIALS = re.compile(r"(?:\w\.)*[^\W\d_]")
WHOLE_WORD = 5   # letters: a short form that no list has is shorter
_NEXT = re.compile(r"[\"'“‘(\[]*([^\W_][\w'’]*)")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in their order, none of them empty. A bullet is a sentence of its own."""
    found: list[str] = []
    for block in _blocks(text):
        begin = 0
        for stop in _STOP.finditer(block):
            if _ends(stop, block):
                found.append(block[begin:stop.end()].strip())
                begin = stop.end()
        found.append(block[begin:].strip())
    return tuple(sentence for sentence in found if _WORD.search(sentence))


def words_of(sentence: str) -> int:
    """Return how many words and numbers a sentence has."""
    return len(_WORD.findall(sentence))


def _blocks(text: str) -> list[str]:
    """Return the paragraphs and bullets, each on one line."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        if bullet or not line.strip():
            blocks.append([])
        blocks[-1].append(line[bullet.end():] if bullet else line)
    return [" ".join(" ".join(lines).split()) for lines in blocks]


def _ends(stop: re.Match[str], block: str) -> bool:
    following = _NEXT.match(block, stop.end())
    if following is None:
        return True
    if stop["stop"] != "." and not stop["stop"].endswith("."):
        return True
    word = block[block.rfind(" ", 0, stop.start()) + 1:stop.start()]   # blocks have single blanks
    before, after = word.strip("\"'“‘([").casefold(), following[1]
    if len(stop["stop"]) > 1:
        return after[0].isupper()   # an ellipsis within a sentence goes on in small letters
    return _ends_at_full_stop(before, after)


def _ends_at_full_stop(before: str, after: str) -> bool:
    if before in _MAYBE or _INITIALS.fullmatch(before):
        return after[0].isupper() and after.casefold() in _STARTERS and len(after) > 1
    if before in _NEVER:
        return False
    if after[0].islower():
        return before.isalpha() and len(before) >= WHOLE_WORD   # who writes on in small letters ends sentences, too
    return True
