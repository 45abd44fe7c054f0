"""Which columns tell places together, by their names: a column of longitudes or x goes with one of latitudes or y.

"start_lat" goes with "start_lng", "X" with "Y": apart from such a word, the names have the same words.
"""

from collections.abc import Iterable, Iterator

from steward.table._words import words_of

FAMILIES = ((("lon", "long", "lng", "longitude"), ("lat", "latitude")),
            (("x", "xcoord", "xcoordinate", "pointx"), ("y", "ycoord", "ycoordinate", "pointy")),
            (("easting",), ("northing",)))
EAST_WORDS = frozenset(word for east, _north in FAMILIES for word in east)
NORTH_WORDS = frozenset(word for _east, north in FAMILIES for word in north)


def named_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that belong together, the eastern one first."""
    names = tuple(names)
    told: set[str] = set()
    for wanted in (*((frozenset(east), frozenset(north)) for east, north in FAMILIES), (EAST_WORDS, NORTH_WORDS)):
        east, north = (_by_rest([name for name in names if name not in told], words) for words in wanted)
        for rest, name in east.items():
            other = north.get(rest)
            if other is not None and other != name:
                told.update((name, other))
                yield name, other


def are_degrees(east: str, north: str) -> bool:
    """Return whether two names plainly say longitude and latitude, not x and y of any map."""
    return all(words_of(name) & frozenset(words) for name, words in zip((east, north), FAMILIES[0], strict=True))


def other_of(name: str, names: Iterable[str]) -> str | None:
    """Return the column that tells places together with this one; None where there is none."""
    return next((other for pair in named_pairs(names) for other in pair if name in pair and other != name), None)


def _by_rest(names: Iterable[str], wanted: frozenset[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        words = words_of(name)
        if words & wanted:
            found.setdefault(" ".join(sorted(words - wanted)), name)
    return found
