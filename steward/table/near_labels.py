"""Labels that may mean the same: run together or parted otherwise, or a letter or two apart. A person says which do.

Source: OpenRefine, "Key collision methods", n-gram fingerprint (n = 2), and "Nearest neighbor methods", Levenshtein distance
with blocking; a transposition counts as one edit (Damerau). Mistakes of typing stand within a word and seldom at its beginning,
so the first letter is the same ("Occupied" is not "Unoccupied") and no last letter is exchanged ("Employer" is not "Employee").
Names of streets, places and people differ by a letter and are not the same ("Clinton" and "Clifton"): of them only letters
that changed places and letters typed twice count, and only where the other name stands far more often.
Figures must be the same, and short words, codes, months, days, numbers and points of the compass are never a letter apart.
Work: a label gives as many keys as it has letters, and of a block that holds many labels none are compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from steward.table.look_alikes import LONGEST, WRITTEN_OUT, Cluster, fingerprint

SHORTEST = 5             # letters of a word that may be mistyped
LONG = 9                 # letters of a word in which two mistakes are likely
ENDS = 4                 # letters that such words share at their beginning or their end
LARGEST_BLOCK = 40       # labels; more share no mistake, they share a word
RARE = 0.1               # of the rows of the commoner spelling: a mistake is made seldom
RARE_NAME = 0.02         # of those of the commoner name, and of a label with another letter in place of one
FIRST_ROWS = 3           # rows of the commoner spelling, at least
_MEANT = frozenset((
    *WRITTEN_OUT.values(), "northern", "southern", "eastern", "western", "northbound", "southbound", "eastbound", "westbound",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "three", "seven", "eight", "thirteen", "thirty", "fourteen", "fifteen", "fifty", "sixteen", "sixty", "seventeen", "seventy",
    "eighteen", "eighty", "nineteen", "ninety", "hundred", "thousand", "million", "billion"))
_VOWELS = re.compile(r"[aeiouy]|[^\x00-\x7f]")
_TWICE = re.compile(r"(.)\1")
_SEPARATE = re.compile(r"[^\w]|_", re.UNICODE)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """One label, or several with one fingerprint: the place of the commonest of them, their rows, and the words."""

    place: int
    rows: int
    words: Words


def near_clusters(labels: Sequence[str], counts: Sequence[int], *, are_names: bool = False) -> tuple[Cluster, ...]:
    """Return labels that may mean the same as a commoner one, which stands first, in the order of rows.

    Of labels with one fingerprint the commonest stands for all. Shape: a label is in one cluster at most.
    """
    known = sorted(_by_fingerprint(labels, counts), key=lambda one: (-one.rows, one.place))
    if _are_codes([labels[one.place] for one in known]):
        return ()
    blocks = _blocks(known, labels)
    anchors: dict[int, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for number, one in enumerate(known):
        near = (other for other in sorted(_mates(number, blocks)) if other < number and other not in taken)
        anchor = next((other for other in near if _is_near(known[other], one, labels, are_names)), None)
        if anchor is not None:
            taken.add(number)
            anchors[anchor].append(number)
    return tuple(_cluster([known[number] for number in (anchor, *others)], labels)
                 for anchor, others in sorted(anchors.items()))


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, taken out, exchanged or swapped with the next one; `most` + 1 if more than that.

    Source: Damerau 1964, Levenshtein 1966, in the form of optimal string alignment.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = list[int](), list(range(len(other) + 1))
    for i, sign in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            best = min(row[-1] + 1, before[j] + 1, before[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == against:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def bigrams(label: str) -> Words:
    """Return the pairs of letters of a label without blanks and signs, sorted, each once, and its figures in their order."""
    plain = _SEPARATE.sub("", "".join(fingerprint_words(label)))
    pairs = {plain[at:at + 2] for at in range(len(plain) - 1)}
    return (*sorted(pairs), "", *re.findall(r"[0-9]+", " ".join(fingerprint_words(label))))


def fingerprint_words(label: str) -> Words:
    """Return the words of a label in their own order, in the form in which fingerprints have them."""
    return tuple(word for part in label.split() for word in fingerprint(part))


def _by_fingerprint(labels: Sequence[str], counts: Sequence[int]) -> Iterator[_Label]:
    together: dict[Words, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        if SHORTEST <= len(label.strip()) <= LONGEST:
            together[fingerprint(label)].append(place)
    for places in together.values():
        first = min(places, key=lambda place: (-counts[place], place))
        yield _Label(place=first, rows=sum(int(counts[place]) for place in places), words=fingerprint_words(labels[first]))


def _are_codes(labels: Sequence[str]) -> bool:
    """Return whether labels are single words of one length in capitals and figures, as codes are."""
    plain = [label.strip() for label in labels]
    return len({len(label) for label in plain}) == 1 and all(label.upper() == label and " " not in label for label in plain)


def _blocks(known: Sequence[_Label], labels: Sequence[str]) -> tuple[Mapping[Words, list[int]], list[list[Words]]]:
    blocks: dict[Words, list[int]] = defaultdict(list)
    keys = [list(dict.fromkeys(_keys(one, labels[one.place]))) for one in known]
    for number, own in enumerate(keys):
        for key in own:
            blocks[key].append(number)
    return blocks, keys


def _keys(one: _Label, label: str) -> Iterator[Words]:
    """Give the blocks of a label: its pairs of letters, and each word with one letter out, or by its ends where it is long."""
    yield ("pairs", *bigrams(label))
    for at, word in enumerate(one.words):
        if _may_be_mistyped(word):
            others = (str(at), *one.words[:at], "", *one.words[at + 1:])
            yield from (("less", *others, word[:gone] + word[gone + 1:]) for gone in range(1, len(word)))
            yield ("less", *others, word)
            if len(word) >= LONG:
                yield ("first", *others, word[:ENDS])
                yield ("last", *others, word[0], word[-ENDS:])


def _mates(number: int, blocks: tuple[Mapping[Words, list[int]], list[list[Words]]]) -> set[int]:
    by_key, keys = blocks
    return {other for key in keys[number] if len(by_key[key]) <= LARGEST_BLOCK for other in by_key[key] if other != number}


def _is_near(common: _Label, rare: _Label, labels: Sequence[str], are_names: bool) -> bool:
    """Return whether the rarer of two labels may be the commoner one mistyped."""
    if common.rows < FIRST_ROWS or rare.rows > max(1, RARE * common.rows):
        return False
    if "".join(common.words) == "".join(rare.words):   # run together or parted
        return "".join(common.words).isalpha()
    if len(common.words) != len(rare.words):
        return False
    different = [(one, other) for one, other in zip(common.words, rare.words, strict=True) if one != other]
    if bigrams(labels[common.place]) == bigrams(labels[rare.place]):
        return all(_may_be_mistyped(one) and _may_be_mistyped(other) and one[0] == other[0] for one, other in different)
    if len(different) != 1 or not _is_mistyped(*different[0]):
        return False
    is_seldom = rare.rows <= max(1, RARE_NAME * common.rows)
    return is_seldom and (not are_names or _is_slip(*different[0])) if are_names or _is_exchanged(*different[0]) else True


def _is_mistyped(one: str, other: str) -> bool:
    if not (_may_be_mistyped(one) and _may_be_mistyped(other)) or one[0] != other[0]:
        return False
    if len(one) == len(other) and one[:-1] == other[:-1]:
        return False
    most = 2 if min(len(one), len(other)) >= LONG else 1
    return distance(one, other, most) <= most


def _is_exchanged(one: str, other: str) -> bool:
    """Return whether words differ by one letter in place of another."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_slip(one: str, other: str) -> bool:
    """Return whether two letters changed places, or one was typed twice or once too few."""
    return sorted(one) == sorted(other) or _TWICE.sub(r"\1", one) == _TWICE.sub(r"\1", other)


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in _MEANT and _VOWELS.search(word) is not None


def _cluster(found: Sequence[_Label], labels: Sequence[str]) -> Cluster:
    return Cluster(tuple(labels[one.place] for one in found), tuple(one.rows for one in found))
