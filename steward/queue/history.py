"""The events of one submission on disk: read, and added to by exclusive create."""

import time
from collections.abc import Callable
from pathlib import Path

from steward.disk.disk import Disk, Entry
from steward.queue.chain import Chain, link
from steward.queue.slots import Slot, read_slot, written
from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from steward.workflow.submission import Event

GRACE_SECONDS = 120.0   # a half-written event younger than this is waited for
SLOW_SHARE = 1 / 3      # a writer slower than this part of it may have been given up, and does not trust its event at once
PATIENCE = 20           # times to look again while another is writing
PAUSE_SECONDS = 0.25
SUFFIX = ".json"


class QueueBusy(Trouble):
    """Another person is writing to the submission at this moment."""


class History:
    """Reads and adds events in folders of events. Keeps what it read: a file that is complete never changes."""

    def __init__(self, disk: Disk, *, clock: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep,
                 grace_seconds: float = GRACE_SECONDS) -> None:
        """Take the disk, a clock in seconds, and how long a half-written event is waited for."""
        self._disk, self._clock, self._sleep, self._grace_seconds = disk, clock, sleep, grace_seconds
        self._known: dict[Path, tuple[Entry, Slot]] = {}
        self._first_seen: dict[Path, tuple[int, float]] = {}

    def read(self, folder: Path) -> Chain:
        """Return the history that lies in a folder.

        The newest event is read first: one that another follows was complete before that other began, so an event that is
        found half-written is never followed by one that knows it whole.
        """
        entries = {int(entry.name[:6]): entry for entry in self._disk.entries(folder) if _is_slot(entry.name)}
        numbers = [*entries, *self._beyond(folder, max(entries, default=0))]
        slots = [self._slot(folder, number, entries.get(number)) for number in sorted(numbers, reverse=True)]
        return link(reversed(slots))

    def settled(self, folder: Path) -> Chain:
        """Return the history once nobody is in the middle of writing. Raises: QueueBusy."""
        for _ in range(PATIENCE):
            chain = self.read(folder)
            if chain.broken or all(self._is_old(folder, number) for number in chain.unfinished):
                return chain
            self._sleep(PAUSE_SECONDS)
        raise QueueBusy(words(say("Another person is writing to this submission at this moment."),
                              next_step=say("Try again in two minutes. Nothing of yours is lost.")))

    def add(self, folder: Path, chain: Chain, event: Event) -> bool:
        """Return whether the event is now part of the history for good; False: someone was faster, read and check again.

        `chain` is the history the event was checked against. Raises: Trouble; the event may stand then, and is told by its id.
        """
        started = self._clock()
        try:
            is_mine = self._create(folder, chain, event)
        except Trouble:
            if not self._stands(folder, event):
                raise
            return True
        if not is_mine:
            return False
        if abs(self._clock() - started) < self._grace_seconds * SLOW_SHARE:
            return self.read(folder).holds(event.id)
        return self._made_sure(folder, event)

    def _create(self, folder: Path, chain: Chain, event: Event) -> bool:
        number = chain.last_number + 1
        content = written(event, number=number, prev=chain.head, void=tuple(chain.unfinished))
        return self._disk.write_new(folder / _name(number), content)

    def _made_sure(self, folder: Path, event: Event) -> bool:
        """Write the same event once more behind itself: what another event follows, nobody can declare void."""
        chain = self.settled(folder)
        while chain.holds(event.id) and not chain.is_followed(event.id):
            self._create(folder, chain, event)
            chain = self.settled(folder)
        return chain.holds(event.id)

    def _stands(self, folder: Path, event: Event) -> bool:
        try:
            return self.read(folder).holds(event.id)
        except Trouble:
            return False

    def _slot(self, folder: Path, number: int, entry: Entry | None) -> Slot:
        path = folder / _name(number)
        known = self._known.get(path)
        if known is not None and known[0] == entry:
            return known[1]
        slot = read_slot(number, self._disk.read(path))
        if slot.is_closed and entry is not None:
            self._known[path] = (entry, slot)
        return slot

    def _beyond(self, folder: Path, last: int) -> list[int]:
        """Return the numbers of events that the listing does not show yet: on a share it lags behind by seconds."""
        found: list[int] = []
        while self._disk.read_if_there(folder / _name(last + 1)) is not None:
            last += 1
            found.append(last)
        return found

    def _is_old(self, folder: Path, number: int) -> bool:
        """Return whether a half-written event is given up: by the clock of its disk, or because we watched it so long."""
        path = folder / _name(number)
        now = self._disk.now_seconds(folder)
        written_at = self._disk.modified_seconds(path)
        return (self._clock() if now is None else now) - written_at >= self._grace_seconds or self._was_watched(path)

    def _was_watched(self, path: Path) -> bool:
        size = self._disk.size_bytes(path)
        seen_size, since = self._first_seen.get(path, (-1, 0.0))
        if seen_size != size:
            self._first_seen[path] = (size, self._clock())
            return False
        return self._clock() - since >= self._grace_seconds


def _name(number: int) -> str:
    return f"{number:06d}{SUFFIX}"


def _is_slot(name: str) -> bool:
    return len(name) == len(_name(0)) and name.endswith(SUFFIX) and name[:6].isdecimal() and name.isascii()
