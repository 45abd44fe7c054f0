"""What this workstation saw in a queue: the last event of each submission, so that one that vanishes is noticed.

The chain of hashes shows any change but one, the last events taken away; only who saw them can tell.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from steward.disk.disk import Disk
from steward.queue.chain import Break, Chain
from steward.vocabulary.errors import Trouble
from steward.vocabulary.message import say

PLACE = say("The folder of Steward's own notes on this computer.")


class Memory:
    """Remembers heads in one file of this workstation; with no file only as long as the program runs."""

    def __init__(self, path: Path | None = None, disk: Disk | None = None) -> None:
        """Name the file; it is read at first use."""
        self._path, self._disk = path, disk or Disk(PLACE)
        self._heads: dict[str, tuple[int, str]] | None = None
        self._has_news = False

    def check(self, submission: str, chain: Chain) -> None:
        """Mark the history as broken where what was seen is not part of it; else remember how far it goes now."""
        number, head = self._all().get(submission, (0, ""))
        if chain.broken is None and head and not _is_in(chain, head):
            chain.broken, chain.broken_at = Break.VANISHED, number
        if chain.broken is None and chain.linked and chain.head != head:
            self._all()[submission] = (chain.linked[-1].number, chain.head)
            self._has_news = True

    def missing(self, present: Iterable[str]) -> tuple[str, ...]:
        """Return the submissions that were seen and are not there any more."""
        return tuple(sorted(set(self._all()) - set(present)))

    def forget(self, submission: str) -> None:
        """Expect a submission no longer."""
        self._has_news = self._all().pop(submission, None) is not None or self._has_news
        self.save()

    def save(self) -> None:
        """Write what is new. What cannot be written is remembered as long as the program runs."""
        if self._path is None or not self._has_news:
            return
        document = {"format": 1, "heads": {name: list(seen) for name, seen in sorted(self._all().items())}}
        try:
            self._disk.make_folder(self._path.parent, private=True)
            self._disk.write(self._path, json.dumps(document, indent=1).encode("utf-8"))
        except Trouble:
            return
        self._has_news = False

    def _all(self) -> dict[str, tuple[int, str]]:
        if self._heads is None:
            self._heads = self._loaded()
        return self._heads

    def _loaded(self) -> dict[str, tuple[int, str]]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._disk.read(self._path))
            return {str(name): (int(number), str(head)) for name, (number, head) in found["heads"].items()}
        except (Trouble, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _is_in(chain: Chain, head: str) -> bool:
    """Return whether an event that was seen counts still; one that came late does where it was sent again."""
    if any(slot.head == head for slot in chain.linked):
        return True
    return any(slot.head == head and slot.event is not None and chain.holds(slot.event.id) for slot in chain.late)
