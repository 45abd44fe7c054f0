"""How the program wants the names of columns to be written, and the name that comes nearest.

Source: DataSF draft standards and California's publishers' guide: fewer than 30 characters, letters, digits and `. - _`.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 29
_RULED = re.compile(r"[A-Za-z0-9._-]+")
SHORTER = {"number": "no", "department": "dept", "average": "avg", "percentage": "pct", "percent": "pct", "amount": "amt",
           "description": "desc", "identifier": "id", "maximum": "max", "minimum": "min", "address": "addr", "total": "tot",
           "quantity": "qty", "application": "app", "applications": "apps", "organization": "org", "category": "cat"}
LEAST_WORDS = frozenset(("of", "the", "for", "and", "a", "in", "on", "to", "per"))


def is_ruled(name: str, longest: int = LONGEST) -> bool:
    """Return whether a name is written as the rules ask."""
    return len(name) <= longest and _RULED.fullmatch(name) is not None


def ruled_name(name: str, longest: int = LONGEST) -> str:
    """Return the name that keeps the rules and comes nearest: small letters, words joined by underscores; never empty."""
    if is_ruled(name, longest):
        return name
    spoken = name.replace("%", " pct ").replace("#", " no ").replace("&", " and ").replace("$", " usd ")
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", spoken) if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", plain.lower())
    shorter = [SHORTER.get(word, word) for word in words]
    for written in ("_".join(words), "_".join(shorter)):
        if len(written) <= longest:
            return written or "column"
    kept = [word for word in shorter if word not in LEAST_WORDS]
    return "_".join(kept)[:longest].rstrip("_") or "column"


def ruled_names(names: Iterable[str], longest: int = LONGEST) -> tuple[str, ...]:
    """Return a name for each that keeps the rules, each another one: a second "status" becomes "status_2"."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        wanted = ruled_name(name, longest)
        written, again = wanted, 2
        while written.lower() in taken:
            ending = f"_{again}"
            written, again = f"{wanted[:longest - len(ending)]}{ending}", again + 1
        taken.add(written.lower())
        found.append(written)
    return tuple(found)
