"""Writers in processes of their own: several workstations at one queue, some of which are switched off in the middle."""

import os
import random
from pathlib import Path

from steward.disk.disk import Disk
from steward.queue.charter import PLACE
from steward.queue.folder import FolderQueue, NotAllowed
from steward.vocabulary.errors import Trouble
from steward.vocabulary.people import Actor, Role
from steward.workflow.submission import EventType
from tests.queue.bags import ID, about, event, verify


class Mortal(Disk):
    """A disk of a workstation that is switched off between making a file and filling it, one time in so many."""

    def __init__(self, chance: float, seed: int) -> None:
        super().__init__(PLACE)
        self._chance, self._random = chance, random.Random(seed)

    def _write(self, stream, block):
        if b'"seq"' in block and self._random.random() < self._chance:
            super()._write(stream, block[:self._random.randrange(len(block))])
            os._exit(9)
        super()._write(stream, block)


def coordinator(number: int) -> Actor:
    return Actor(login=f"c{number}", name=f"Coordinator {number}", role=Role.COORDINATOR)


def write(root: str, number: int, comments: int, chance: float, log: str, *, grace_seconds: float = 1.0) -> None:
    """Write comments and then try to take the review; note down each event that was acknowledged."""
    queue = FolderQueue(Path(root), disk=Mortal(chance, number), verify=verify, grace_seconds=grace_seconds)
    actor = coordinator(number)
    with Path(log).open("a", encoding="utf-8") as notes:
        for place in range(comments):
            comment = event(EventType.COMMENT, actor, known_as=f"w{number}-{place}")
            _patiently(queue, comment)
            print(comment.id, file=notes, flush=True)
        if _wins(queue, event(EventType.CLAIMED, actor, known_as=f"claim{number}")):
            print(f"claim{number}", file=notes, flush=True)


def decide(root: str, number: int, kind: str, log: str) -> None:
    """Make one decision about what is in review, as the coordinator who reviews it, from another window."""
    queue = FolderQueue(Path(root), verify=verify)
    decision = about(queue.state(ID), EventType(kind), coordinator(0), known_as=f"decision{number}")
    if _wins(queue, decision):
        Path(log).write_text(decision.id, encoding="utf-8")


def _wins(queue: FolderQueue, wanted) -> bool:
    try:
        return _patiently(queue, wanted)
    except NotAllowed:
        return False


def _patiently(queue: FolderQueue, wanted) -> bool:
    for _ in range(50):
        try:
            queue.append(ID, wanted)
        except Trouble:
            continue
        return True
    return False
