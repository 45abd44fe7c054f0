"""Reads a header: which kinds its words name, which they rule out, and which role the column plays."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from steward.privacy.abbreviations import Abbreviations
from steward.privacy.knowledge import Knowledge
from steward.privacy.lexicon import KindWords

Tokens = tuple[str, ...]
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_VERBS = frozenset(("is", "are", "has"))   # first they ask for yes or no ("is_veteran"), later they only make a sentence
_ALTERNATIVES = re.compile(r"/|\\|\bor\b")
_APART = re.compile(r"[^a-z0-9]+")
_LONGEST_HEADER = 200
_IRREGULAR = {"men": "man", "women": "woman", "children": "child"}   # plurals that no rule of thumb finds
_SHORTEST, _SHORT_ENDS = 3, frozenset(("id", "no", "nm", "dt", "ph", "dv", "hh", "pt"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderReading:
    """What the words of one header say."""

    words: Tokens
    strong: frozenset[str] = frozenset()   # kinds it names
    weak: frozenset[str] = frozenset()     # kinds it may mean
    never: frozenset[str] = frozenset()    # kinds its words rule out
    against: frozenset[str] = frozenset()  # kinds its role speaks against
    roles: frozenset[str] = frozenset()    # "official", "business", "asset", "subject" ...
    about: frozenset[str] = frozenset()    # what a table with such a column may be about
    is_plural: bool = False                # its last word is a plural: "Arrests", over numbers, counts them

    @property
    def is_meaningless(self) -> bool:
        """Return whether the header speaks of no kind, no role and no subject of a table."""
        return not (self.strong or self.weak or self.roles or self.about)

    def has(self, *roles: str) -> bool:
        """Return whether the column plays one of the roles."""
        return not self.roles.isdisjoint(roles)


class HeaderReader:
    """Reads headers with the words of a lexicon, made ready once."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Make the phrases ready."""
        self._lexicon, self._fields = knowledge.lexicon, knowledge.sensitive_fields

    def read(self, header: str) -> HeaderReading:
        """Return what a header says; an empty one says nothing."""
        words = self.words(header)
        is_plural = _is_plural(header)
        roles = self._roles_of(words, is_plural=is_plural)
        strong, weak, never, against = set[str](), set[str](), set[str](), set[str]()
        runs = _runs(words)
        kinds = self._kinds if roles or not runs.isdisjoint(self._phrases) else {}
        for kind, (names, hints, ruled_out) in kinds.items():
            if not runs.isdisjoint(ruled_out):
                (strong if self._is_alternative(header, names, ruled_out) else never).add(kind)
            elif not roles.isdisjoint(self._against_roles[kind]) and runs.isdisjoint(self._in_full[kind]):
                against.add(kind)
            elif not runs.isdisjoint(names):
                strong.add(kind)
            elif not runs.isdisjoint(hints):
                weak.add(kind)
        return HeaderReading(words=words, strong=frozenset(strong), weak=frozenset(weak), never=frozenset(never),
                             against=frozenset(against), roles=roles, about=self._named(words, self._about),
                             is_plural=is_plural)

    def _roles_of(self, words: Tokens, *, is_plural: bool) -> frozenset[str]:
        """Return the roles; "Employees" counts people, "Employee" is one."""
        roles = self._named(words, self._roles)
        is_one = len(words) == 1 and not is_plural and "subject" in roles
        return roles - {"statistic"} if is_one else roles

    def _is_alternative(self, header: str, names: frozenset[Tokens], ruled_out: frozenset[Tokens]) -> bool:
        """Return whether a header such as "EIN/SSN" names the kind in a part that does not rule it out."""
        parts = [self.words(part) for part in _ALTERNATIVES.split(header[:_LONGEST_HEADER])]
        return len(parts) > 1 and any(says(part, names) and not says(part, ruled_out) for part in parts)

    def words(self, text: str) -> Tokens:
        """Return the words of a header: parted at case, digits and signs, spelled out, in the singular."""
        plain = unicodedata.normalize("NFKD", text[:_LONGEST_HEADER]).encode("ascii", "ignore").decode()
        parts = [part for part in _APART.split(_CAMEL.sub(" ", plain.replace("#", " number ")).lower()) if part]
        asked = [part for place, part in enumerate(parts) if not (place and part in _VERBS)]
        return tuple(word for part in self._joined(asked) for word in self._spelled(part))

    def _joined(self, parts: list[str]) -> list[str]:
        """Return the parts with two of them as one where only both together are an abbreviation: "Med Rec", "Pub Def"."""
        joined = list[str]()
        for part in parts:
            full = self._lexicon.short_for.get(joined[-1] + part, "") if joined else ""
            if " " in full:   # one word cut short, as "bnkrt", is never written as two
                joined[-1] += part
            else:
                joined.append(part)
        return joined

    def _spelled(self, part: str) -> Tokens:
        full = self._lexicon.short_for.get(part, self._lexicon.short_for.get(singular(part)))
        if full is not None:
            return tuple(full.split())
        if part in self._vocabulary or singular(part) in self._vocabulary:
            return (singular(part),)
        cut = self._short.skeletons.get(part) or self._short.skeletons.get(singular(part))
        if cut is not None:
            return (cut,)
        pieces = _pieces(part, self._known)
        if pieces == (part,):
            return (self._short.word(part) or singular(part),)
        return tuple(word for piece in pieces for word in self._spelled(piece))

    def _named(self, words: Tokens, phrases: Mapping[str, frozenset[Tokens]]) -> frozenset[str]:
        runs = _runs(words)
        return frozenset(name for name, known in phrases.items() if not runs.isdisjoint(known))

    @cached_property
    def _kinds(self) -> dict[str, tuple[frozenset[Tokens], frozenset[Tokens], frozenset[Tokens]]]:
        told = {field.kind: KindWords() for field in self._fields}
        return {kind: (self._spelled_out((*words.strong, *self._told(kind))), self._spelled_out(words.weak),
                       self._spelled_out(phrase for phrase in words.never if not phrase.startswith("@")))
                for kind, words in {**told, **self._lexicon.kinds}.items()}

    def _spelled_out(self, phrases: Iterable[str]) -> frozenset[Tokens]:
        """Return phrases as they stand and as headers are read: a header with "ind" has "indicator" in its words."""
        found, short_for = phrases_of(phrases), self._lexicon.short_for
        return found | {tuple(word for part in phrase for word in short_for.get(part, part).split()) for phrase in found}

    def _told(self, kind: str) -> Iterable[str]:
        return (field.words for field in self._fields if field.kind == kind)

    @cached_property
    def _phrases(self) -> frozenset[Tokens]:
        """Return all phrases that tell anything of any kind; most headers of a wide table hold none."""
        return frozenset[Tokens]().union(*(known for parts in self._kinds.values() for known in parts))

    @cached_property
    def _against_roles(self) -> dict[str, frozenset[str]]:
        listed = {kind: frozenset(phrase[1:] for phrase in words.never if phrase.startswith("@"))
                  for kind, words in self._lexicon.kinds.items()}
        return {kind: listed.get(kind, frozenset()) for kind in self._kinds}

    @cached_property
    def _in_full(self) -> dict[str, frozenset[Tokens]]:
        """Return the phrases of each kind that hold a word of a role against it, and mean the kind all the same."""
        return {kind: frozenset(phrase for phrase in names if len(phrase) > 1 and self._is_against(phrase, kind))
                for kind, (names, _, _) in self._kinds.items()}

    def _is_against(self, phrase: Tokens, kind: str) -> bool:
        return not self._named(phrase, self._roles).isdisjoint(self._against_roles[kind])

    @cached_property
    def _roles(self) -> dict[str, frozenset[Tokens]]:
        return {role: self._spelled_out(phrases) for role, phrases in self._lexicon.roles.items()}

    @cached_property
    def _about(self) -> dict[str, frozenset[Tokens]]:
        return {about: self._spelled_out(phrases) for about, phrases in self._lexicon.about.items()}

    @cached_property
    def _short(self) -> Abbreviations:
        return Abbreviations(self._vocabulary, self._lexicon.whole)

    @cached_property
    def _known(self) -> frozenset[str]:
        """Return all that a run of letters may be made of; what is left of longer words without their vowels too."""
        skeletons = {short for short in self._short.skeletons if len(short) > _SHORTEST}
        return self._vocabulary | self._lexicon.short_for.keys() | skeletons

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        phrases = [known for parts in self._kinds.values() for known in parts]
        phrases += [*self._roles.values(), *self._about.values()]
        return frozenset(word for known in phrases for phrase in known for word in phrase)


@lru_cache(maxsize=4)    # its words take longer to make ready than a small table to check, and a change or undo checks again
def header_reader(knowledge: Knowledge) -> HeaderReader:
    """Return who reads headers with this knowledge; what it has made ready lasts."""
    return HeaderReader(knowledge)


@lru_cache(maxsize=4096)    # headers of a wide table share most of their words
def singular(word: str) -> str:
    """Return an English word without its plural ending, by rule of thumb."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("sses", "ches")):
        return word[:-2]
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _is_plural(header: str) -> bool:
    words = _APART.split(_CAMEL.sub(" ", header[:_LONGEST_HEADER]).lower())
    last = next((word for word in reversed(words) if word), "")
    return last in _IRREGULAR or (len(last) > _SHORTEST + 1 and singular(last) != last)


def phrases_of(phrases: Iterable[str]) -> frozenset[Tokens]:
    """Return phrases as `says` looks for them: their words in the singular."""
    return frozenset(tuple(singular(word) for word in phrase.split()) for phrase in phrases)


def says(words: Tokens, phrases: Iterable[Tokens]) -> bool:
    """Return whether one of the phrases stands in the words; one that begins with "=" must be all of them."""
    return not _runs(words).isdisjoint(phrases)


@lru_cache(maxsize=256)
def _runs(words: Tokens) -> frozenset[Tokens]:
    """Return all words that stand side by side, and the whole as the phrase that must be all."""
    runs = (words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return frozenset((("=", *words), *runs))


def _is_word(piece: str, vocabulary: frozenset[str]) -> bool:
    if len(piece) < _SHORTEST and piece not in _SHORT_ENDS:
        return False
    return piece in vocabulary or singular(piece) in vocabulary


def _pieces(part: str, vocabulary: frozenset[str]) -> Tokens:
    """Return the fewest known words that make up `part` ("ownername"), or `part` itself where none do."""
    best: list[Tokens | None] = [(), *([None] * len(part))]
    for end in range(2, len(part) + 1):
        for start in range(end - 1):
            before, piece = best[start], part[start:end]
            if before is None or not _is_word(piece, vocabulary):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = (*before, piece)
    whole = best[len(part)]
    return whole or (part,)
