"""The words that headers are read with, as a privacy officer edits them (`resources/policy/header_words.json`)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from steward.privacy.policy import unreadable

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """The words of one kind. Phrases are lower case, words parted by one space."""

    strong: Phrases = ()   # the header names the kind
    weak: Phrases = ()     # the header may mean it, if the values agree
    never: Phrases = ()    # a header with one of these does not mean it


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Words that name a kind where one of the first stands before one of the last: "gate", "door" and "code", "combination"."""

    kind: str
    first: Phrases
    last: Phrases

    @property
    def phrases(self) -> Phrases:
        """Return all phrases that they make."""
        return tuple(f"{first} {last}" for first in self.first for last in self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All header words: by kind, by the role a column plays, by what a table is about, and abbreviations spelled out."""

    kinds: Mapping[str, KindWords] = field(default_factory=dict)
    roles: Mapping[str, Phrases] = field(default_factory=dict)
    about: Mapping[str, Phrases] = field(default_factory=dict)
    short_for: Mapping[str, str] = field(default_factory=dict)
    whole: Phrases = ()   # words of the language that are never taken for the beginning of a longer one

    @classmethod
    def parse(cls, text: str) -> "Lexicon":
        """Return the lexicon that a JSON text holds. Raises: PolicyUnreadable if it is not of the form."""
        try:
            content = json.loads(text)
            joined = [Joined(**{part: tuple(words) for part, words in entry.items() if part != "kind"}, kind=entry["kind"])
                      for entry in content.get("joined", ())]
            kinds = {kind: _kind_words(entry, [one for one in joined if one.kind == kind])
                     for kind, entry in content["kinds"].items()}
            roles, about = ({name: tuple(phrases) for name, phrases in content[part].items()} for part in ("roles", "about"))
            whole = tuple(map(str, content.get("whole", ())))
            short_for = {str(short): str(full) for short, full in content["short_for"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            raise unreadable("header_words.json") from problem
        return cls(kinds=kinds, roles=roles, about=about, short_for=short_for, whole=whole)


def _kind_words(entry: Mapping[str, list[str]], joined: Sequence[Joined]) -> KindWords:
    words = KindWords(**{part: tuple(phrases) for part, phrases in entry.items()})
    return replace(words, strong=(*words.strong, *(phrase for one in joined for phrase in one.phrases)))
