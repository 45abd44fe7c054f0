"""JSON as people write it: two values under one name are told of, and the last one counts, as every other reader takes it.

A list of datasets without a catalog around it is read as one with it.
"""

import json
from collections.abc import Mapping

from steward.metadata.strict_json import LARGEST_BYTES, broken
from steward.vocabulary.message import say

CATALOG = "dataset"   # what a catalog lists its datasets under
LONGEST_KEY = 60  # of a name that is shown


def parse_loosely(text: str, name: str) -> tuple[Mapping[str, object], tuple[tuple[str, object], ...]]:
    """Return the object of a document, and each value that a later one of the same name hides. Raises: DocumentBroken.

    A list gives its only object, and of several objects a catalog.
    """
    if not text.strip("\ufeff \t\r\n\0"):
        raise broken(name, say("The file is empty."))
    if len(text) > LARGEST_BYTES:
        raise broken(name, say("It is larger than such a file ever is."))
    hidden: list[tuple[str, object]] = []

    def collected(pairs: list[tuple[str, object]]) -> dict[str, object]:
        last = {key: place for place, (key, _) in enumerate(pairs)}
        hidden.extend((key[:LONGEST_KEY], value) for place, (key, value) in enumerate(pairs) if last[key] != place)
        return dict(pairs)

    value = _unlisted(_loaded(text.removeprefix("\ufeff"), name, collected))
    if not isinstance(value, dict):
        raise broken(name, say("It should begin with a curly bracket."))
    return value, tuple(hidden)


def _loaded(text: str, name: str, collected: object) -> object:
    try:
        return json.loads(text, object_pairs_hook=collected, strict=False, parse_constant=_nothing)  # type: ignore[arg-type]  # a function
    except json.JSONDecodeError as trouble:
        raise broken(name, say("Line {line}, character {character}.", line=trouble.lineno, character=trouble.colno)) from None
    except RecursionError:
        raise broken(name, say("Its entries are nested too deeply.")) from None
    except ValueError:
        raise broken(name, say("It holds a number that is too large.")) from None


def _unlisted(value: object) -> object:
    if not isinstance(value, list) or not any(isinstance(one, dict) for one in value):
        return value
    return value[0] if len(value) == 1 else {CATALOG: value}


def _nothing(_word: str) -> None:
    return None
