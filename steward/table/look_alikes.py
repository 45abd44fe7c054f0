"""Labels that mean the same and are written in different ways, clustered by fingerprint.

Source: OpenRefine, "Key collision methods": lower case, without accents and signs, words sorted, each once. Beside it we write
out the points of the compass and the ends of street names, so that "N.E.", "NE" and "Northeast" meet. Figures keep their order
and their signs: "1-2" is not "12", "1 to 2" not "2 to 1", "A+" not "A-". Numbers and codes are in no cluster.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

WRITTEN_OUT = {
    "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest", "se": "southeast",
    "sw": "southwest", "no": "north", "so": "south",
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "rd": "road", "dr": "drive",
    "hwy": "highway", "pkwy": "parkway", "ln": "lane", "ct": "court", "pl": "place", "sq": "square", "mt": "mount",
    "dept": "department", "div": "division", "bldg": "building", "apt": "apartment", "govt": "government",
    "assn": "association",
}
ALONE_IS_OTHERWISE = frozenset(("no", "so", "n", "s", "e", "w", "st", "av", "str", "ct", "pl", "dr", "ln", "sq", "mt", "rd",
                                "div"))
LONGEST = 120               # letters
MOST_LABELS = 3_000         # different ones
MOST_LOOKED_AT = 60         # labels of a column of points of the compass, all ways of writing them
MOST_ANSWERS, MOST_OTHERS = 14, 2    # ways to say yes and no, and labels that say neither
_ANSWERS = {**dict.fromkeys(("y", "yes", "t", "true"), "yes"), **dict.fromkeys(("n", "no", "f", "false"), "no")}
FEWEST_POINTS = 3           # ways to write the points between: then "N" is one of the compass, too
_SINGLE_POINTS = {"n": "north", "s": "south", "e": "east", "w": "west", "no": "north", "so": "south"}
_BETWEEN_POINTS = frozenset(("northeast", "northwest", "southeast", "southwest"))
_COMPASS = re.compile(r"\b(north|south)[ -]?(east|west)(ern)?\b")
_POINTS = re.compile(r"(?<=[a-z])[.'’](?=[a-z\s,;)]|$)|(?<=[a-z])[.](?=\s|$)")
_BETWEEN = re.compile(r"(?<=[a-z])\s+[-–—]\s+(?=[a-z])")
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]{3}")
_PARTS = re.compile(r"[a-z]+|[0-9]+(?:[.,:/-][0-9]+)*|[-+<>%#$=*°?]+(?=[0-9]|\s|$)|[^\x00-\x7f\s]+")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Labels that mean the same, the commonest first. They are cells: shown and kept on this workstation alone."""

    labels: tuple[str, ...] = field(repr=False)
    counts: tuple[int, ...]


def clusters(labels: Sequence[str], counts: Sequence[int]) -> tuple[Cluster, ...]:
    """Return the labels that mean the same as another one, cluster by cluster, in the order of their first labels."""
    together: dict[tuple[str, ...], list[int]] = defaultdict(list)
    are_answers, are_points = say_yes_and_no(labels), name_points(labels)
    for place, label in enumerate(labels):
        if are_answers and (answer := _ANSWERS.get(label.strip().casefold())):
            together[answer,].append(place)
        elif are_points and (point := _SINGLE_POINTS.get(label.strip().strip(".").casefold())):
            together[point,].append(place)
        elif 1 < len(label.strip()) <= LONGEST and not is_code(label):
            together[fingerprint(label)].append(place)
    found = []
    for print_of, places in together.items():
        if print_of and len({labels[place].strip() for place in places}) > 1:
            places = sorted(places, key=lambda place: (-counts[place], place))  # noqa: PLW2901
            found.append(Cluster(tuple(labels[place] for place in places), tuple(int(counts[place]) for place in places)))
    return tuple(found)


def say_yes_and_no(labels: Sequence[str]) -> bool:
    """Return whether nearly all labels say yes or no, both are said, and one at least in a word: "Y" and "N" may be codes."""
    said = [label.strip().casefold() for label in labels[:MOST_ANSWERS + 1]]
    answers = {_ANSWERS[label] for label in said if label in _ANSWERS}
    others = sum(label not in _ANSWERS for label in said)
    is_word = any(len(label) > 1 for label in said if label in _ANSWERS)
    return len(labels) <= MOST_ANSWERS and len(answers) > 1 and is_word and others <= MOST_OTHERS


def name_points(labels: Sequence[str]) -> bool:
    """Return whether at least half of the labels name points of the compass, some of those between as well: "NE", "S.W."."""
    if len(labels) > MOST_LOOKED_AT:
        return False
    between = sum(bool(_BETWEEN_POINTS & set(fingerprint(label))) and len(fingerprint(label)) == 1 for label in labels)
    single = sum(label.strip().strip(".").casefold() in _SINGLE_POINTS for label in labels)
    return between >= FEWEST_POINTS and 2 * (between + single) >= len(labels)


def is_code(label: str) -> bool:
    """Return whether a label is a number or a code: figures, and no word beside them. "AB 12" and "ab12" may be two things."""
    return _FIGURE.search(label) is not None and _WORD.search(label) is None


def fingerprint(label: str) -> tuple[str, ...]:
    """Return what labels that mean the same have in common; () for one that holds nothing to compare."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", label) if not unicodedata.combining(sign)).casefold()
    joined = _COMPASS.sub(r"\1\2\3", _BETWEEN.sub(" ", _POINTS.sub("", plain.replace("&", " and "))))
    words = _PARTS.findall(joined)
    is_alone = len(words) == 1
    if len(words) > 1 and words[0] == "st":    # a saint in front, a street behind
        words[0] = "saint"
    words = [word if is_alone and word in ALONE_IS_OTHERWISE else WRITTEN_OUT.get(word, word) for word in words]
    may_sort = all(word.isalpha() and len(word) > 2 for word in words) and not {"from", "into", "before", "over"} & set(words)  # noqa: PLR2004  # "A to B"
    return tuple(sorted(set(words))) if may_sort else tuple(words)
