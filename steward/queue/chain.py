"""The history of a submission: its slots in order, each naming the hash of the one before."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from steward.queue.slots import Slot
from steward.vocabulary.message import Message, say
from steward.workflow.submission import Event


class Break(StrEnum):
    """Why a history cannot be trusted, or not be read by this Steward."""

    ALTERED = "altered"    # a closed file whose hash does not fit
    FORKED = "forked"      # an event that does not follow the one before it
    VANISHED = "vanished"  # an event that was seen before is gone, or is another now
    NEWER = "newer"        # an event of a newer Steward


@dataclass(slots=True)
class Chain:
    """What `link` found. `linked` are the events that count as history, in order."""

    linked: list[Slot] = field(default_factory=list)
    late: list[Slot] = field(default_factory=list)      # complete, but only after someone had declared them void
    unfinished: list[int] = field(default_factory=list)  # half-written, and nobody has declared them void yet
    last_number: int = 0
    broken: Break | None = None
    broken_at: int = 0

    @property
    def head(self) -> str:
        """Return the hash of the last event; empty before the first."""
        return self.linked[-1].head if self.linked else ""

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events in order."""
        return tuple(slot.event for slot in self.linked if slot.event is not None)

    def holds(self, event_id: str) -> bool:
        """Return whether an event is part of the history."""
        return any(event.id == event_id for event in self.events)

    def is_followed(self, event_id: str) -> bool:
        """Return whether an event is part of the history and another came after it: then nothing can push it out."""
        return any(event.id == event_id for event in self.events[:-1])

    @property
    def problem(self) -> Message | None:
        """Return why nobody may add to this history, in plain words."""
        return None if self.broken is None else WORDS[self.broken]


WORDS = {
    Break.ALTERED: say("The history of this submission was changed from outside Steward. Nobody can decide until the program "
                       "has looked into it."),
    Break.FORKED: say("The history of this submission has two versions. Nobody can decide until the program "
                      "has looked into it."),
    Break.VANISHED: say("A part of this submission's history that was seen before is gone. Nobody can decide until the program "
                        "has looked into it."),
    Break.NEWER: say("A newer Steward has worked on this submission. Install the newer Steward to go on with it."),
}


def link(slots: Iterable[Slot]) -> Chain:
    """Return the history that these slots make; `slots` come in the order of their numbers."""
    chain = Chain()
    for slot in slots:
        chain.last_number = slot.number
        if not slot.is_closed:
            chain.unfinished.append(slot.number)
        elif chain.broken is None:
            _add(chain, slot)
    return chain


def _add(chain: Chain, slot: Slot) -> None:
    if slot.event is None:
        _break(chain, Break.NEWER if slot.is_newer else Break.ALTERED, slot.number)
    elif slot.prev == chain.head or _pushed_out(chain, slot):
        chain.linked.append(slot)
        chain.unfinished = [number for number in chain.unfinished if number not in slot.void]
    else:
        _break(chain, Break.FORKED, slot.number)


def _pushed_out(chain: Chain, slot: Slot) -> bool:
    """Return whether `slot` rightly follows an earlier event, since it declared all after that one void.

    That happens where a writer was held up between making its file and filling it, for longer than others wait. Such a
    writer does not count on its event until another follows it, and sends it again (`FolderQueue.append`).
    """
    place = next((place for place, known in enumerate(chain.linked) if known.head == slot.prev), None if slot.prev else -1)
    if place is None or any(known.number not in slot.void for known in chain.linked[place + 1:]):
        return False
    chain.late.extend(chain.linked[place + 1:])
    del chain.linked[place + 1:]
    return True


def _break(chain: Chain, why: Break, number: int) -> None:
    chain.broken, chain.broken_at = why, number
