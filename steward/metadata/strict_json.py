"""JSON documents read strictly: whatever they hold, the answer is a value of the kind that was asked for or a DocumentBroken.

Context: records, drafts, profiles and sealed manifests come from people, scripts and other workstations. Decision: the
parser of the standard library with its gaps closed (two values under one key, NaN, huge numbers, deep nesting, text that is
no Unicode), and one reader, `Node`, that names the place of what it could not take and never repeats a value. Refused: JSON
Schema at run time for everything (it repeats values in its messages, and is slow on large documents).
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from json.decoder import JSONArray, JSONObject  # type: ignore[attr-defined]  # the parser's own parts, told of by no stub
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import NoReturn

from steward.vocabulary.errors import InputUnreadable, words
from steward.vocabulary.message import Message, say, verbatim

LARGEST_BYTES = 64 * 1024 * 1024
LARGEST_NUMBER = 2**53       # beyond it JSON readers disagree (RFC 8259, section 6)
DEEP = 100                   # levels: what is nested so deep is named as the place where a parser gave up
Lines = Mapping[int, int]    # id of a parsed object to the line it begins on
_HALF = re.compile(r"[\ud800-\udfff]|(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_STEPS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


class DocumentBroken(InputUnreadable):
    """A document that is not what it should be; the words name the place."""


class DocumentTooNew(InputUnreadable):
    """A document written by a later Steward than this one."""


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a document. Every question that it cannot answer raises DocumentBroken with the place."""

    values: Mapping[str, object]
    document: str            # file name, for the message
    path: tuple[str, ...] = ()
    lines: Lines | None = None

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; `default` where the key is missing."""
        value = self._given(key, default)
        return value if isinstance(value, str) else self.refuse(key)

    def sentence(self, key: str, default: str | None = None) -> str:
        """Return a text that is shown to people and translated, in which curly brackets would stand for places to fill."""
        value = self.text(key, default)
        return self.refuse(key) if set(value) & set("{}") else value

    def told(self, key: str) -> str:
        """Return a text that says something."""
        value = self.text(key)
        return value if value.strip() else self.refuse(key)

    def named(self, key: str) -> str:
        """Return a text that is shown to people and says something."""
        value = self.sentence(key)
        return value if value.strip() else self.refuse(key)

    def told_texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts each of which says something; empty where the key is missing."""
        return tuple(text if text.strip() else self.refuse(key) for text in self.texts(key))

    def text_or_none(self, key: str) -> str | None:
        """Return a text, or None where the key is missing or null."""
        return None if self.values.get(key) is None else self.text(key)

    def whole(self, key: str, default: int | None = None) -> int:
        """Return a whole number of zero or more."""
        value = self._given(key, default)
        return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else self.refuse(key)

    def whole_or_none(self, key: str) -> int | None:
        """Return a whole number, or None where the key is missing or null."""
        return None if self.values.get(key) is None else self.whole(key)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false."""
        value = self._given(key, default)
        return value if isinstance(value, bool) else self.refuse(key)

    def flag_or_none(self, key: str) -> bool | None:
        """Return true or false, or None where the key is missing or null."""
        return None if self.values.get(key) is None else self.flag(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where the key is missing."""
        return tuple(item if isinstance(item, str) else self.refuse(key) for item in self._list(key))

    def texts_or_none(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, or None where the key is missing or null."""
        return None if self.values.get(key) is None else self.texts(key)

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers of zero or more; empty where the key is missing."""
        return tuple(item if isinstance(item, int) and not isinstance(item, bool) and item >= 0 else self.refuse(key)
                     for item in self._list(key))

    def wholes_or_none(self, key: str) -> tuple[int, ...] | None:
        """Return a list of whole numbers, or None where the key is missing or null."""
        return None if self.values.get(key) is None else self.wholes(key)

    def node(self, key: str) -> "Node":
        """Return the object under a key; an empty one where the key is missing."""
        return self._below(self.values.get(key, {}), key)

    def nodes(self, key: str) -> "tuple[Node, ...]":
        """Return the objects of a list; none where the key is missing."""
        return tuple(self._below(item, f"{key} {number}") for number, item in enumerate(self._list(key), start=1))

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """Return a text that is one of a few."""
        value = self.text(key, default)
        return value if value in allowed else self.refuse(key)

    def only(self, allowed: Sequence[str]) -> "Node":
        """Return the node itself where it has no other keys; nothing in a document is passed over silently."""
        for key in self.values:
            if key not in allowed:
                self._refuse_at((*self.path, say("an entry that this version does not know")))
        return self

    @property
    def line(self) -> int:
        """Return the line that the object begins on; 0 where that is not known."""
        return (self.lines or {}).get(id(self.values), 0)

    def refuse(self, key: str) -> NoReturn:
        """Raise: DocumentBroken for what stands under a key."""
        self._refuse_at((*self.path, key))

    def _given(self, key: str, default: object) -> object:
        return self.values.get(key, default)

    def _list(self, key: str) -> Sequence[object]:
        value = self.values.get(key, [])
        return value if isinstance(value, list) else self.refuse(key)

    def _below(self, value: object, step: str) -> "Node":
        if not isinstance(value, Mapping):
            self.refuse(step)
        return Node(value, self.document, (*self.path, step), self.lines)

    def _refuse_at(self, path: Sequence[str | Message]) -> NoReturn:
        place = say("Entry {place}.", place=_joined(path))
        raise broken(self.document, place if not self.line else say("Entry {place}, in or after line {line}.",
                                                                    place=_joined(path), line=self.line))


def load(document: str | bytes, name: str) -> Node:
    """Return the document's object. Raises: DocumentBroken, also for two values under one key or text that is no Unicode."""
    return Node(_parsed(document, name, json.loads), name)


def load_located(document: str, name: str) -> Node:
    """Return the document's object, whose refusals name the line too; slower, for the program's own files."""
    lines: dict[int, int] = {}

    def parse(text: str, **hooks: object) -> object:
        return _LocatingDecoder(lines, **hooks).decode(text)

    return Node(_parsed(document, name, parse), name, lines=lines)


def broken(name: str, place: Message) -> DocumentBroken:
    """Return the trouble of a document that cannot be read, with the place."""
    return DocumentBroken(words(say("{name} cannot be read as it is.", name=name), place,
                                say("Undo the last change to it, or ask the person it came from for a new copy.")))


def check_format(node: Node, known: int) -> Node:
    """Return the node where its format number is known. Raises: DocumentTooNew, DocumentBroken."""
    number = node.whole("format")
    if number > known:
        raise DocumentTooNew(words(say("{name} was written by a newer version of Steward.", name=node.document),
                                   say("Its format is {number}; this version knows {known}.", number=number, known=known),
                                   say("Install the newest Steward and open it again. Nothing in it was changed.")))
    return node if number >= 1 else node.refuse("format")


def document_bytes(document: Mapping[str, object]) -> bytes:
    """Return a document as UTF-8 text, the same bytes for the same values; what is no Unicode becomes a question mark."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8", errors="replace")


class _LocatingDecoder(json.JSONDecoder):
    """Notes on which line each object begins. The parser in Python, since the one in C tells no positions."""

    def __init__(self, lines: dict[int, int], **hooks: object) -> None:
        super().__init__(**hooks)  # type: ignore[arg-type]  # the same hooks that json.loads takes
        self._lines = lines
        self.parse_object = self._parse_object
        self.parse_array = JSONArray
        self.scan_once = py_make_scanner(self)

    def _parse_object(self, text_and_end: tuple[str, int], *arguments: object) -> tuple[object, int]:
        line = text_and_end[0].count("\n", 0, text_and_end[1]) + 1
        try:
            value, end = JSONObject(text_and_end, *arguments)
        except _Refusal as refusal:
            raise refusal if refusal.is_placed else _Refusal(
                say("{what} It stands in or after line {line}.", what=refusal.place, line=line), is_placed=True) from None
        self._lines[id(value)] = line
        return value, end


def _parsed(document: str | bytes, name: str, parse: Callable[..., object]) -> Mapping[str, object]:
    if len(document) > LARGEST_BYTES:
        raise broken(name, say("It is larger than such a file ever is."))
    text = _decoded(document, name)
    if not text.strip():
        raise broken(name, say("The file is empty: it ends on line 1."))
    try:
        text.encode("utf-8")
        value = parse(text, object_pairs_hook=_once_each, parse_int=_whole, parse_float=_finite, parse_constant=_finite)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as trouble:
        raise broken(name, say("Line {line}, character {character}.", line=trouble.lineno, character=trouble.colno)) from None
    except UnicodeError:
        raise _no_unicode(name, _line(text, half.start() if (half := _HALF.search(text)) else 0)) from None
    except RecursionError:
        raise broken(name, say("Its entries are nested too deeply, in or after line {line}.", line=_deep(text))) from None
    except _Refusal as refusal:
        raise broken(name, refusal.place) from None
    if not isinstance(value, Mapping):
        begin = _line(text, len(text) - len(text.lstrip()))
        raise broken(name, say("It should begin with a curly bracket, in line {line}.", line=begin))
    return value


def _decoded(document: str | bytes, name: str) -> str:
    if isinstance(document, str):
        return document.removeprefix("\ufeff")
    try:
        return document.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise _no_unicode(name, document.count(b"\n", 0, trouble.start) + 1) from None


def _no_unicode(name: str, line: int) -> DocumentBroken:
    return broken(name, say("It holds characters that are not Unicode text, in or after line {line}.", line=line))


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _deep(text: str) -> int:
    """Return the line on which the nesting gets deeper than any document of ours."""
    depth = 0
    for step in _STEPS.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(step[0], 0)
        if depth > DEEP:
            return _line(text, step.start())
    return 1


class _Refusal(Exception):
    def __init__(self, place: Message, *, is_placed: bool = False) -> None:
        super().__init__()
        self.place, self.is_placed = place, is_placed


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _Refusal(say("One name is given two values."))
    return values


def _whole(digits: str) -> int:
    if len(digits) > len(str(LARGEST_NUMBER)) + 1 or abs(int(digits)) > LARGEST_NUMBER:
        raise _Refusal(say("It holds a number that is too large."))
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if number - number != 0:  # so for infinities and what is no number
        raise _Refusal(say("It holds a number that is too large."))
    return number


def _joined(path: Sequence[str | Message]) -> Message:
    if len(path) == 1:
        return path[0] if isinstance(path[0], Message) else verbatim(path[0])
    return say("{first}, {rest}", first=path[0], rest=_joined(path[1:]))
