"""The second process: takes parts of a check on its standard input and gives their answers on its standard output."""

import os
import queue
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from steward.crew.line import hear, tell
from steward.crew.parcels import Known, pack, unpack
from steward.crew.words import Begin, Do, Done, Fault, Keep, Ready
from steward.readers.fence import fence, place_of_fault
from steward.table.lean_arrow import keep_pandas_out
from steward.vocabulary.exit_code import ExitCode


def main(_argv: Sequence[str]) -> int:
    """Do parts of work until the standard input closes; it ends the process then, whatever is under way."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr      # what a library prints is no answer
    _load()
    tell(target, Ready())
    said: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, said), daemon=True).start()
    bench = Bench(target)
    while True:
        bench.take(said.get())


def _load() -> None:
    """Load what checks need, before there is anything to do."""
    import pyarrow.compute as pc  # noqa: F401 - checks need it

    from steward.privacy.evidence import recognizers
    from steward.schema.examine import all_checks

    keep_pandas_out()
    all_checks()
    recognizers()


def _listen(source: BinaryIO, said: "queue.SimpleQueue[Any]") -> None:
    try:
        while True:
            said.put(hear(source))
    except BaseException:  # noqa: BLE001 - whatever it is, nobody can be told
        os._exit(ExitCode.DONE)


class Bench:
    """What lies ready for the parts that come."""

    def __init__(self, target: BinaryIO) -> None:
        """Answer on this stream."""
        self._target, self._known, self._folder, self._count = target, Known(), Path(), 0

    def take(self, word: Any) -> None:
        """Do what one word says."""
        if isinstance(word, Begin):
            fence(word.memory_bytes)
            self._folder = Path(word.folder)
        elif isinstance(word, Keep):
            self._known.add(unpack(word.parcel, self._known))
        elif isinstance(word, Do):
            tell(self._target, self._answer(word))

    def _answer(self, word: Do) -> Done | Fault:
        self._count += 1
        try:
            shared = [self._known.value(number) for number in word.shared]
            answer = word.work(*shared, unpack(word.parcel, self._known))
            return Done(pack(answer, self._known, self._folder / f"answer-{self._count}"))
        except BaseException as fault:  # noqa: BLE001 - the part is done by the other process, which says what is wrong
            return Fault(place_of_fault(fault))
