"""Whether the words about a column say anything that its name does not.

Source: reference/portland.md section 5 (a definition of every column is required), and the data dictionary advice of San
Francisco and New York: no abbreviation is left unexplained, no definition repeats the name.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping

from steward.vocabulary.message import Message, say

SHORTEST, FEWEST_WORDS = 12, 3
LONGEST = 2_000
SHORT_WORD = 3   # letters: no plural is looked for in it
_LETTERS = re.compile(r"[^a-z0-9]+")
_EMPTY_WORDS = frozenset((
    "a", "an", "the", "of", "is", "this", "column", "field", "value", "values", "contains", "shows", "gives", "for", "in",
    "data", "name", "record", "records", "each", "row"))
_TYPES = frozenset(("text", "string", "number", "integer", "date", "time", "boolean", "numeric", "character", "varchar",
                    "decimal", "whole", "float", "yes", "no"))
_FORM = re.compile(  # how forms mark the place of an answer: <title>, [Describe ...], {{ title }}, "keyword1"
    r"<[^<>/]*>|\[[^\[\]]*\]|\{+[^{}]*\}+|(enter|type|insert|add|put|write|paste)( \S+){0,6} here[.:!]?|"
    r"(\S+ ){0,6}goes here[.:!]?|"
    r"(key ?word|tag|title|description|column|field|text)[ _-]?\d{1,2}", re.IGNORECASE)
WORDS_OF_A_PHRASE = 3   # shorter template texts count only where they are the whole answer


def is_template(text: str, templates: Collection[str]) -> bool:
    """Return whether a text is what a form left behind; `templates` are those of the metadata profile, in lower case."""
    spoken = " ".join(text.casefold().split()).strip(" .,:;!?-[]()<>*_")
    return (spoken in templates or _FORM.fullmatch(text.strip()) is not None
            or any(phrase in spoken for phrase in templates if len(phrase.split()) >= WORDS_OF_A_PHRASE))


def weaknesses(described: Mapping[str, tuple[str, str]], templates: Collection[str]) -> dict[str, Message]:
    """Return, for each column whose words say too little, why; columns without words are passed over.

    `described`: (title, description) by the name of the column. `templates`: texts that are no answer, in lower case.
    """
    times = Counter(_plain(description) for _title, description in described.values() if description.strip())
    found = {name: weakness(name, title, description, templates) for name, (title, description) in described.items()}
    for name, (_title, description) in described.items():
        if found[name] is None and description.strip() and times[_plain(description)] > 1:
            found[name] = say("Another column has the same words. Say what tells the two apart.")
    return {name: why for name, why in found.items() if why is not None}


def weakness(name: str, title: str, description: str, templates: Collection[str] = ()) -> Message | None:
    """Return why the description of one column says too little, None where nothing stands against it."""
    said = description.strip()
    if not said:
        return None
    if is_template(said, templates):
        return say("This holds the place of a description. Say what the column means.")
    words = [word for word in _LETTERS.split(said.lower()) if word]
    return _empty(words, name, title) or _of_length(said, words)


def _empty(words: list[str], name: str, title: str) -> Message | None:
    telling = [word for word in words if word not in _EMPTY_WORDS]
    if _repeats(telling, name) or _repeats(telling, title):
        return say("This repeats the name of the column. Say what it means to someone who does not know your system.")
    if all(word in _TYPES for word in telling):
        return say("This only says what kind of value it is, which readers see already. Say what it means.")
    return None


def _of_length(said: str, words: list[str]) -> Message | None:
    if len(said) < SHORTEST or len(words) < FEWEST_WORDS:
        return say("This is very short. Write a sentence that a stranger understands.")
    if len(said) > LONGEST:
        return say("This is very long for one column. Keep a sentence here, and move the rest to the known limits of the data.")
    return None


def _repeats(telling: list[str], name: str) -> bool:
    """Return whether words say no more than a name, whatever the order, the plural or the blanks."""
    spoken = "".join(_singular(word) for word in telling)
    parts = [_singular(word) for word in _LETTERS.split(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()) if word]
    kept = [part for part in parts if part not in _EMPTY_WORDS] or parts
    return bool(parts) and (spoken in ("".join(parts), "".join(kept)) or sorted(map(_singular, telling)) == sorted(kept))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORT_WORD and word.endswith("s") and not word.endswith("ss") else word


def _plain(text: str) -> str:
    return " ".join(_LETTERS.split(text.lower())).strip()
