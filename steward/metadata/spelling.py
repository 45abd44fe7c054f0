"""Words that are nearly a known one: two letters in the wrong order, one too few, one too many, or one wrong letter.

Context: the pilot's metadata had "resuce" among its keywords, and nobody finds the data by it. Decision: no dictionary of
English goes with the program, and most words it does not know are right; only a word that is a slip of the finger away from one
that stands in the program's own lists, or elsewhere in the record, is told. Where a slip is as likely another word (at its end,
where plurals and endings are, and in short words), nothing is told.
"""

import re
from collections.abc import Collection, Iterable

SHORTEST = 5            # letters of a word in which two letters in the wrong order count
SHORTEST_CHANGED = 7    # letters of a word in which one too few, too many or another one counts
_WORD = re.compile(r"[^\W\d_]+")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts, in lower case."""
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


def nearly(word: str, known: Collection[str]) -> str:
    """Return the known word that this one is most likely meant to be; nothing where it is known itself, or near to none."""
    spoken = word.casefold()
    if spoken in known or len(spoken) < SHORTEST:
        return ""
    return min((other for other in known if _is_slip(spoken, other)), default="")


def _is_slip(word: str, other: str) -> bool:
    """Return whether the words differ by one slip after their first letter; a changed letter also stands before the last."""
    if word[0] != other[:1] or abs(len(word) - len(other)) > 1:
        return False
    start = _same(word, other)
    end = _same(word[start:][::-1], other[start:][::-1])
    left, right = word[start:len(word) - end], other[start:len(other) - end]
    if len(left) == len(right) == 2:  # noqa: PLR2004 - two letters
        return left == right[::-1]
    return word[-1] == other[-1] and len(left) <= 1 and len(right) <= 1 and min(len(word), len(other)) >= SHORTEST_CHANGED


def _same(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    return next((place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
                min(len(one), len(other)))
