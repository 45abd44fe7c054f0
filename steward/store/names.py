"""The lists of frequent names, as upper case words.

Source: 1990 Census, package `names`, public domain; names of communities that came since, in
`resources/policy/world_names.json`; names that are words too, in `resources/policy/ordinary_words.json`.
"""

import json
from functools import cache
from pathlib import Path

from steward.store.resources import ResourceMissing, resource_text
from steward.vocabulary.errors import words
from steward.vocabulary.message import say


@cache
def first_names() -> frozenset[str]:
    """Return some 6,500 given names. Raises: ResourceMissing."""
    return _listed("first:female") | _listed("first:male") | _world("given")


@cache
def surnames() -> frozenset[str]:
    """Return some 89,000 family names. Raises: ResourceMissing."""
    return _listed("last") | _world("family")


@cache
def ordinary_words() -> frozenset[str]:
    """Return names that are words of English, months or places too, in lower case. Raises: ResourceMissing."""
    try:
        return frozenset(" ".join(json.loads(resource_text("policy/ordinary_words.json"))["words"]).split())
    except (ValueError, KeyError, TypeError):
        raise _missing() from None


def _listed(key: str) -> frozenset[str]:
    import names

    try:
        text = Path(names.FILES[key]).read_text(encoding="ascii")
    except OSError:
        raise _missing() from None
    return frozenset(line.split()[0].upper() for line in text.splitlines() if line.strip())


def _world(part: str) -> frozenset[str]:
    """Return the names of a part of the file that the program edits; those that stand in either place with them."""
    try:
        content = json.loads(resource_text("policy/world_names.json"))
        return frozenset(name.upper() for key in (part, "both") for listed in content[key].values()
                         for whole in listed.split() for name in whole.split("-"))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _missing() from None


def _missing() -> ResourceMissing:
    return ResourceMissing(words(say("A part of Steward is missing."), say("The list of frequent names."),
                                 say("Install Steward again.")))
