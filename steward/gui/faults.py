"""What is said and written down about a fault of ours: where in the program, never what was in the table."""

import logging
from traceback import walk_tb

from steward.vocabulary.errors import StewardError
from steward.vocabulary.message import say
from steward.vocabulary.words import Words

log = logging.getLogger("steward.gui")

UNFORESEEN = Words(
    what=say("Something happened that Steward did not foresee."),
    where=say("What you decided so far is kept."),
    next_step=say("Try it once more. If it happens again, tell the person who looks after Steward; the log says where it was."))

STOPPED = Words(what=say("You stopped it before the table was open."), where=say("The file is as it was."),
                next_step=say("Open it once more when you want to go on."))


def place_of(fault: BaseException) -> str:
    """Return the kind of the fault and the places it went through. Holds no text of the fault: that might repeat a cell."""
    frames = [f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in walk_tb(fault.__traceback__)]
    return f"{type(fault).__name__} at {' > '.join(frames[-6:])}"


def words_for(fault: BaseException) -> Words:
    """Return what to tell a person: the three sentences of a known trouble, or that this one was not foreseen."""
    return fault.words if isinstance(fault, StewardError) else UNFORESEEN


def note(fault: BaseException) -> None:
    """Write down where a fault was, if it is one of ours; a known trouble is no fault."""
    if not isinstance(fault, StewardError):
        log.error("Fault: %s", place_of(fault))
