"""Two pairs of hands: a thread of this process, and a second process."""

import logging
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from steward.crew.parcels import Known, pack, unpack
from steward.crew.second import MOST_BYTES, Second, dismiss, take
from steward.crew.shared_list import BegunParts, Part, SharedList
from steward.crew.words import Begin, Do, Done, Fault, Keep
from steward.readers.limits import DEFAULT
from steward.table.sheet import Sheet
from steward.vocabulary.hands import Begun, Hands, Threads

Answer = TypeVar("Answer")
_LOG = logging.getLogger(__name__)
LEAST_BYTES = 32 << 20        # of cells: smaller tables are checked before a second process has begun
LONGEST_PART_SECONDS = 120.0  # while nothing else is left to do


class _CouldNot(Exception):
    """The second process met a fault in a part, and goes on."""


@contextmanager
def hands_for(sheet: Sheet, workspace: Callable[[], Path], least_bytes: int = LEAST_BYTES) -> Iterator[Hands]:
    """Give those who check a table: two processes for a large one, threads for a small one, one thread for a huge one.

    `workspace` gives the private folder in which the two leave arrays for each other; it is asked for large tables only.
    """
    size = sum(column.values.nbytes for column in sheet.columns)
    second = take() if least_bytes <= size <= MOST_BYTES else None
    if second is None:
        dismiss()
        yield Threads(1 if size > MOST_BYTES else 2)
        return
    with TwoProcesses(second, workspace(), DEFAULT.memory_bytes(size)) as hands:
        yield hands


class TwoProcesses:
    """Does parts here and in a second process; what is lost there is done here."""

    def __init__(self, second: Second, workspace: Path, memory_bytes: int) -> None:
        """Take the second process, which is ended at the end."""
        self._second, self._folder, self._memory_bytes = second, workspace / f"crew-{uuid.uuid4().hex}", memory_bytes
        self._list, self._known, self._numbers, self._parcels = SharedList(), Known(), dict[int, int](), 0
        self._own = threading.Thread(target=self._work, daemon=True)
        self._talker = threading.Thread(target=self._talk, daemon=True)
        self._away_since: float | None = None

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True)
        self._own.start()
        self._talker.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self._list.close()
        self._second.kill()
        self._own.join()
        self._talker.join()
        self._second.end()
        shutil.rmtree(self._folder, ignore_errors=True)  # what Windows still maps goes with the workspace

    def begin(self, work: Callable[..., Answer], shared: Sequence[Any], parts: Sequence[Any]) -> Begun[Answer]:
        """Put the parts on the list, where they are taken at once."""
        listed = [Part(work, shared, part) for part in parts]
        self._list.add(listed)
        return BegunParts(listed, self._list, self._watch)

    def _work(self) -> None:
        while (part := self._list.take(is_own=True)) is not None:
            try:
                answer = part.work(*part.shared, part.part)
            except BaseException as fault:  # noqa: BLE001 - raised again where the answers are fetched
                self._list.end_part(part, fault=fault)
            else:
                self._list.end_part(part, answer)

    def _talk(self) -> None:
        """Give parts to the second process one after the other, until it or the list ends."""
        if not self._second.wait_until_ready():
            return
        try:
            self._second.tell(Begin(str(self._folder), self._memory_bytes + DEFAULT.address_bytes))
        except (OSError, ValueError):
            return
        while (part := self._list.take(is_own=False)) is not None:
            if not self._given(part):
                return

    def _given(self, part: Part) -> bool:
        """Return whether the second process goes on after this part."""
        try:
            self._list.end_part(part, self._asked(part))
        except _CouldNot as fault:
            _LOG.info("the second process could not do a part: %s", fault)
        except Exception:  # noqa: BLE001 - the pipe, the disk or the parcel: the part is not lost, and is told where it is done
            _LOG.info("the second process ended early; its part is done here")
            self._list.give_back(part)
            return False
        finally:
            self._away_since = None
        if not part.is_done:
            self._list.give_back(part)
        return True

    def _asked(self, part: Part) -> Any:
        for value in part.shared:
            if self._known.number_of(value) is None:
                self._second.tell(Keep(pack(value, self._known, self._file())))
                self._known.add(value)
        shared = tuple(number for value in part.shared if (number := self._known.number_of(value)) is not None)
        self._away_since = time.monotonic()
        self._second.tell(Do(part.work, shared, pack(part.part, self._known, self._file())))
        answer: Done | Fault = self._second.hear()
        if isinstance(answer, Fault):
            raise _CouldNot(answer.place)
        return unpack(answer.parcel, self._known)

    def _file(self) -> Path:
        self._parcels += 1
        return self._folder / f"given-{self._parcels}"

    def _watch(self) -> None:
        """End the second process where it breaks a limit: its part comes back then."""
        since = self._away_since
        is_slow = since is not None and time.monotonic() - since > LONGEST_PART_SECONDS
        if is_slow or self._second.memory_bytes() > self._memory_bytes:
            _LOG.info("the second process passed a limit")
            self._second.kill()
