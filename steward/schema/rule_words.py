"""What is said of cells that break a rule: the rule in plain words with its own value, which is public, and never a cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steward.vocabulary.message import Message, say, say_count

LONGEST_VALUE = 60     # letters of a rule's value that a sentence shows
OF_TIME = frozenset(("date", "datetime", "time", "year", "yearmonth"))
LENGTHS = ("minLength", "maxLength")
THE_SCHEMA, THE_RULE = say("the schema"), say("the rule of the column")
MEND = say("Correct the cells by hand here, or in your file and open it again, or change the rules of the column.")
ORDER = ("required", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", *LENGTHS, "pattern", "enum")


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRule:
    """One rule of a field by its name in Table Schema, its value as the schema has it, and how many cells break it."""

    name: str
    value: object = None
    count: int


def broken_rules(constraints: Mapping[str, Any], counts: Mapping[str, int]) -> tuple[BrokenRule, ...]:
    """Return the rules that cells break, in the order in which they are told."""
    order = (*ORDER, *sorted(set(counts) - set(ORDER)))
    return tuple(BrokenRule(name=name, value=constraints.get(name), count=counts[name]) for name in order if counts.get(name))


def rules_told(broken: Sequence[BrokenRule], kind: str, source: Message) -> Message:
    """Return a sentence for each broken rule of a field of this type; `source` is who has the rule."""
    first, *others = (_told(rule, kind, source) for rule in broken)
    return _joined(first, others)


def _joined(first: Message, others: Iterable[Message]) -> Message:
    for other in others:
        first = say("{first} {second}", first=first, second=other)
    return first


def _told(rule: BrokenRule, kind: str, source: Message) -> Message:
    if rule.name in LENGTHS and isinstance(rule.value, int):
        return _of_length(rule.name, rule.value, rule.count, source)
    if rule.name == "enum" and isinstance(rule.value, Sequence):
        return _of_choices(len(rule.value), rule.count)
    if rule.name.lower().endswith(("minimum", "maximum")) and rule.value is not None:
        return (_of_days if kind in OF_TIME else _of_numbers)(rule.name, _shown(rule.value), rule.count, source)
    return _of_others(rule)


def _of_others(rule: BrokenRule) -> Message:
    if rule.name == "required":
        return say_count("One cell is empty though a value is required.",
                         "{count} cells are empty though a value is required.", rule.count)
    if rule.name == "pattern":
        return say_count("One cell does not match the pattern {pattern}.", "{count} cells do not match the pattern {pattern}.",
                         rule.count, pattern=_shown(rule.value))
    return say_count("One cell breaks a rule of its column.", "{count} cells break a rule of their column.", rule.count)


def _of_length(name: str, length: int, count: int, source: Message) -> Message:
    letters = say_count("one letter", "{count} letters", length)
    if name == "minLength":
        return say_count("One cell is shorter than {letters}, the shortest that {source} allows.",
                         "{count} cells are shorter than {letters}, the shortest that {source} allows.", count,
                         letters=letters, source=source)
    return say_count("One cell is longer than {letters}, the longest that {source} allows.",
                     "{count} cells are longer than {letters}, the longest that {source} allows.", count,
                     letters=letters, source=source)


def _of_choices(choices: int, count: int) -> Message:
    if choices == 1:
        return say_count("One cell is not the one allowed value.", "{count} cells are not the one allowed value.", count)
    return say_count("One cell is not one of the {choices} allowed values.",
                     "{count} cells are not one of the {choices} allowed values.", count, choices=choices)


def _of_numbers(name: str, value: str, count: int, source: Message) -> Message:
    said = {
        "minimum": say_count("One cell is smaller than {value}, the smallest value that {source} allows.",
                             "{count} cells are smaller than {value}, the smallest value that {source} allows.", count,
                             value=value, source=source),
        "maximum": say_count("One cell is larger than {value}, the largest value that {source} allows.",
                             "{count} cells are larger than {value}, the largest value that {source} allows.", count,
                             value=value, source=source),
        "exclusiveMinimum": say_count("One cell is not larger than {value}, as {source} asks.",
                                      "{count} cells are not larger than {value}, as {source} asks.", count,
                                      value=value, source=source),
        "exclusiveMaximum": say_count("One cell is not smaller than {value}, as {source} asks.",
                                      "{count} cells are not smaller than {value}, as {source} asks.", count,
                                      value=value, source=source),
    }
    return said[name]


def _of_days(name: str, value: str, count: int, source: Message) -> Message:
    said = {
        "minimum": say_count("One cell is earlier than {value}, the earliest that {source} allows.",
                             "{count} cells are earlier than {value}, the earliest that {source} allows.", count,
                             value=value, source=source),
        "maximum": say_count("One cell is later than {value}, the latest that {source} allows.",
                             "{count} cells are later than {value}, the latest that {source} allows.", count,
                             value=value, source=source),
        "exclusiveMinimum": say_count("One cell is not later than {value}, as {source} asks.",
                                      "{count} cells are not later than {value}, as {source} asks.", count,
                                      value=value, source=source),
        "exclusiveMaximum": say_count("One cell is not earlier than {value}, as {source} asks.",
                                      "{count} cells are not earlier than {value}, as {source} asks.", count,
                                      value=value, source=source),
    }
    return said[name]


def _shown(value: object) -> str:
    """Return a rule's value on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
