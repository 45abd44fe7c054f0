"""The Census Bureau's lists of frequent names, as upper case words. Source: 1990 Census, package `names`; public domain."""

from functools import cache
from pathlib import Path

from steward.store.resources import ResourceMissing
from steward.vocabulary.errors import words
from steward.vocabulary.message import say


@cache
def first_names() -> frozenset[str]:
    """Return some 5,000 given names. Raises: ResourceMissing."""
    return _listed("first:female") | _listed("first:male")


@cache
def surnames() -> frozenset[str]:
    """Return some 88,000 family names. Raises: ResourceMissing."""
    return _listed("last")


def _listed(key: str) -> frozenset[str]:
    import names

    try:
        text = Path(names.FILES[key]).read_text(encoding="ascii")
    except OSError:
        raise ResourceMissing(words(say("A part of Steward is missing."), say("The list of frequent names."),
                                    say("Install Steward again."))) from None
    return frozenset(line.split()[0].upper() for line in text.splitlines() if line.strip())
