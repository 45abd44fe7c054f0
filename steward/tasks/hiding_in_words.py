"""Says what a workbook holds out of sight, and what personal data was recognized there, without repeating any of it."""

from functools import reduce

from steward.privacy.reasons import kind_words
from steward.vocabulary.hidden import KINDS, HiddenThing
from steward.vocabulary.message import Message, say, say_count

WARNING = say("Your workbook still contains this; do not e-mail it. Only the table goes into what you send.")


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
