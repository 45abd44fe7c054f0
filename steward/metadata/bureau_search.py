"""Finds a bureau by whatever people call it: its name, its letters, a former name, a part of it, or the one it is taken for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from steward.metadata.vocabularies import Bureau

LONG_WORD = 4   # letters: only in such words is one wrong letter overlooked
_SMALL = frozenset(("of", "the", "and", "for"))
_LETTERS = re.compile(r"[a-z0-9']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One bureau that may be meant. `through` is the former name or the part that was typed; "" where its own name fits."""

    bureau: Bureau
    through: str = ""
    is_look_alike: bool = False   # it is here because it is easily taken for the one before it


def matches(bureaus: Sequence[Bureau], text: str) -> tuple[Match, ...]:
    """Return the bureaus that may be meant, the likeliest first, each followed by the one it is taken for.

    A bureau's letters count with and without their signs (PF&R, PFR), names also by their initials. A blank text gives all.
    """
    fitting = ((rank, place) for place, bureau in enumerate(bureaus) if (rank := _rank(bureau, text)) is not None)
    ranked = sorted(fitting, key=lambda pair: (pair[0][0], pair[1]))
    found = [Match(bureau=bureaus[place], through=through) for (_, through), place in ranked]
    return tuple(_with_look_alikes(found, bureaus)) if text.strip() else tuple(found)


def exactly(bureaus: Sequence[Bureau], text: str) -> Bureau | None:
    """Return the one bureau whose name, letters, former name or part a text is, letter case and signs aside."""
    named = [bureau for bureau in bureaus if _joined(text) and _joined(text) in {_joined(name) for name in _names(bureau)}]
    return named[0] if len(named) == 1 else None


def _with_look_alikes(found: Sequence[Match], bureaus: Sequence[Bureau]) -> Iterable[Match]:
    given: set[str] = set()
    for match in found:
        other = next((bureau for bureau in bureaus if bureau.id == match.bureau.look_alike), None)
        if match.bureau.id not in given:
            yield match
        if other is not None and other.id not in given:
            yield Match(bureau=other, is_look_alike=True)
        given.update({match.bureau.id, other.id if other is not None else ""})


def _rank(bureau: Bureau, text: str) -> tuple[int, str] | None:
    """Return how well a text fits, 0 best, and through which other name; None where it does not."""
    typed = tuple(word for word in _words(text) if word not in _SMALL)
    name, letters, others = (bureau.label,), (bureau.abbreviation,), _others(bureau)
    ways = ((letters, _is_same), (name, _begins), (others, _is_same), (letters, _begins_letters), (others, _begins),
            (name, _is_near), (others, _is_near))
    for rank, (names, fits) in enumerate(ways):
        through = next((one for one in names if one and fits(typed, one)), None) if typed else None
        if through is not None:
            return rank, "" if through in (bureau.label, bureau.abbreviation) else through
    spoken = [word for one in _names(bureau) for word in _words(one)]
    return (len(ways), "") if all(any(_starts(word, one) for one in spoken) for word in typed) else None


def _is_same(typed: Sequence[str], name: str) -> bool:
    return "".join(typed) in (_joined(name), _initials(name))


def _begins_letters(typed: Sequence[str], name: str) -> bool:
    return _joined(name).startswith("".join(typed))


def _begins(typed: Sequence[str], name: str) -> bool:
    return all(any(_starts(word, one) for one in _words(name)) for word in typed)


def _is_near(typed: Sequence[str], name: str) -> bool:
    return all(any(_starts(word, one) or _one_apart(word, one) for one in _words(name)) for word in typed)


def _starts(typed: str, word: str) -> bool:
    return word.startswith(typed)


def _one_apart(typed: str, word: str) -> bool:
    """Return whether long words differ by one letter left out, put in, changed, or two letters in the other order."""
    if min(len(typed), len(word)) < LONG_WORD or abs(len(typed) - len(word)) > 1 or typed[0] != word[0]:
        return False
    same = next((place for place, (one, two) in enumerate(zip(typed, word, strict=False)) if one != two), len(typed))
    one, two = typed[same:], word[same:]
    return one[1:] == two[1:] or one == two[1:] or one[1:] == two or (one[:2] == two[1::-1] and one[2:] == two[2:])


def _initials(name: str) -> str:
    letters = "".join(word[0] for word in _words(name) if word not in _SMALL)
    return letters if len(letters) > 1 and any(one != two for one, two in pairwise(letters)) else ""


def _names(bureau: Bureau) -> tuple[str, ...]:
    return tuple(name for name in (bureau.label, bureau.abbreviation, *_others(bureau)) if name)


def _others(bureau: Bureau) -> tuple[str, ...]:
    return (*bureau.formerly, *bureau.includes)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_LETTERS.findall(text.casefold().replace("&", " ")))


def _joined(text: str) -> str:
    return "".join(word for word in _words(text) if word not in _SMALL)
