"""What is said when the fault is ours: one sentence, and where the log is."""

from steward.store.logbook import log_fault
from steward.vocabulary.errors import words
from steward.vocabulary.message import say
from steward.vocabulary.words import Words


def note_fault(fault: BaseException) -> Words:
    """Write where the fault happened to the log, never what it was about, and return the sentence for the person."""
    place = log_fault(fault)
    return words(say("Steward made a mistake and stopped this work; your file and your drafts are as they were."),
                 say("The log is {place}.", place=place),
                 say("Try again. If it happens twice, send the log to the person who looks after Steward."))
