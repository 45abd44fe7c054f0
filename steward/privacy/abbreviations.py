"""Spells out words that databases cut short: without vowels ("vndr", "dsblty"), or broken off ("passp")."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

_VOWELS, _OTHER_VOWELS = re.compile("[aeiouy]"), re.compile("[aeiou]")
_TWICE = re.compile(r"([b-z])\1")
_SHORTEST, _SHORTEST_BROKEN, _SURE_BROKEN = 3, 4, 5


class Abbreviations:
    """Finds the word of a vocabulary that a shorter one stands for."""

    def __init__(self, vocabulary: frozenset[str], whole: Iterable[str]) -> None:
        """Make ready; `whole` are words of the language that begin as others of the vocabulary do, and mean themselves."""
        self._vocabulary, self._whole = vocabulary, frozenset(whole)

    def word(self, part: str) -> str | None:
        """Return the word that `part` stands for, None where there is none or several may be meant."""
        return self.skeletons.get(part) or self._broken_off(part)

    @cached_property
    def skeletons(self) -> dict[str, str]:
        """Return words by what is left of them without vowels after the first letter; the shortest word wins."""
        found: dict[str, str] = {}
        for word in self._by_length:
            for short in _without_vowels(word):
                if len(short) >= _SHORTEST and len(word) > len(short) + 1:
                    found.setdefault(short, word)
        for short, word in list(found.items()):
            once = _TWICE.sub(r"\1", short)   # "aplcnt"
            if len(once) > _SHORTEST:
                found.setdefault(once, word)
        return {short: word for short, word in found.items() if short not in self._vocabulary}

    @cached_property
    def _by_length(self) -> list[str]:
        return sorted(self._vocabulary, key=lambda word: (len(word), word))

    @cached_property
    def _by_letters(self) -> list[str]:
        return sorted(self._vocabulary)

    def _broken_off(self, part: str) -> str | None:
        if len(part) < _SHORTEST_BROKEN or part in self._whole:
            return None
        found = list(self._beginning_with(part))
        shortest = min(found, key=len, default=None)
        if shortest is None or len(part) >= _SURE_BROKEN:
            return shortest
        return shortest if all(word.startswith(shortest) for word in found) else None

    def _beginning_with(self, part: str) -> Iterator[str]:
        words = self._by_letters
        place = bisect_left(words, part)
        while place < len(words) and words[place].startswith(part):
            yield words[place]
            place += 1


def _without_vowels(word: str) -> tuple[str, str]:
    """Return the word with no vowel after its first letter, "y" taken for one and not."""
    first, rest = word[:1], word[1:]
    return first + _VOWELS.sub("", rest), first + _OTHER_VOWELS.sub("", rest)
