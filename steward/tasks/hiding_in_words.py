"""Says what a workbook holds out of sight, and what personal data was recognized there, without repeating any of it."""

from collections.abc import Sequence
from functools import reduce

from steward.privacy.reasons import kind_words
from steward.vocabulary.hidden import KINDS, HiddenThing
from steward.vocabulary.message import Message, say, say_count

WARNING = say("Your workbook still contains this; do not e-mail it. Only the table goes into what you send.")
IN_TABLES = frozenset(("hidden_column", "hidden_row", "filtered_rows", "zero_size", "invisible_text", "number_format_hidden",
                       "conditional_hidden", "merged_hidden_value"))   # what nobody sees and may be in a table all the same


def out_of_sight(hidden: Sequence[HiddenThing]) -> Message:
    """Return the sentence that says how much a workbook holds out of sight, and what of it may be sent with a table."""
    count = sum(thing.count for thing in hidden)
    if any(thing.kind in IN_TABLES for thing in hidden):
        return say_count("This workbook holds {count} thing out of sight. Where it stands in the table, it is part of it.",
                         "This workbook holds {count} things out of sight. What of them stands in the table is part of it.",
                         count)
    return say_count("This workbook holds {count} other thing out of sight. It will not be sent.",
                     "This workbook holds {count} other things out of sight. None will be sent.", count)


def hidden_in_words(thing: HiddenThing) -> Message:
    """Return one line about a thing: its kind, where it is, how often, and what was recognized."""
    line = say("{label}: {place}", label=label_of(thing.kind), place=place_of(thing))
    recognized = recognized_in(thing)
    return say("{line} {recognized}", line=line, recognized=recognized) if recognized.text else line


def label_of(kind: str) -> Message:
    """Return how a kind of hidden content is called."""
    return KINDS[kind].label if kind in KINDS else say("Out of sight")


def place_of(thing: HiddenThing) -> Message:
    """Return where a thing is, and how often where that is more than once."""
    if thing.count == 1:
        return thing.where
    return say_count("{where} {count} thing.", "{where} {count} things.", thing.count, where=thing.where)


def recognized_in(thing: HiddenThing) -> Message:
    """Return what personal data was recognized in a thing, with its counts; empty where there is none."""
    parts = [say("{things} ({number})", things=kind_words(kind), number=count) for kind, count in thing.found]
    if not parts:
        return Message("")
    joined = reduce(lambda before, part: say("{before}, {part}", before=before, part=part), parts)
    return say("It may hold personal data: {list}.", list=joined)
