"""Damages files of every kind and opens them, each within ten seconds: `python -m tests.benchmarks.fuzz_readers --count 10000`.

The seconds are those of the processor, so that other work on the computer makes no file slow; one that waits is ended as well.
Prints for each kind how many files gave a table and how many which sentence, and the seed of each file on which a reader
stumbled, took longer than the limit, or ended the process.
"""

import argparse
import faulthandler
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa  # noqa: F401 - brought in once, before the processes part
import python_calamine  # noqa: F401

from steward.discovery import discover
from steward.table.lean_arrow import keep_pandas_out
from tests.readers.mutations import SEEDS, answer_to, mutated

SECONDS, PATIENCE = 10, 60      # of the processor, and so many times as long by the clock
TOO_LONG = (1, -getattr(signal, "SIGPROF", 27))   # which Windows has not
TOLD = "told.jsonl"


@dataclass(slots=True)
class Tally:
    """What came of the files of one kind."""

    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)   # seeds
    longest: float = 0.0


def fuzz(kind: str, first: int, count: int, folder: Path) -> Tally:
    """Return the tally of all seeds; where a file ends the process that opens it, the next process goes on behind it.

    That is what the reading process is for: the person sees one sentence. A file that takes too long is wrong all the same.
    """
    whole, seed = Tally(), first
    while seed < first + count:
        process = os.fork()
        if process == 0:
            os._exit(_open_from(kind, seed, first + count, folder))
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        told = [json.loads(line) for line in (folder / TOLD).read_text().splitlines()]
        for answer, seconds in told:
            whole.answers[answer.split(":")[0]] += 1
            whole.longest = max(whole.longest, seconds)
            if answer.startswith("!"):
                whole.wrong.append(f"{kind} {seed}: {answer}")
            seed += 1
        if status != 0:
            whole.answers["took too long" if status in TOO_LONG else "ended the process"] += 1
            whole.wrong += [f"{kind} {seed}: took too long"] if status in TOO_LONG else []
            whole.ended += [seed] if status not in TOO_LONG else []
            seed += 1
    return whole


def _open_from(kind: str, first: int, end: int, folder: Path) -> int:
    with (folder / TOLD).open("w") as told:
        for seed in range(first, end):
            faulthandler.dump_traceback_later(SECONDS * PATIENCE, exit=True)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            path = mutated(kind, random.Random(f"{kind} {seed}"), folder)
            begun = time.process_time()
            try:
                answer = answer_to(path, folder)
            except BaseException as fault:  # noqa: BLE001 - a panic of a library is no Exception
                answer = f"! {type(fault).__name__}: {str(fault)[:200]}"
            print(json.dumps([answer, time.process_time() - begun]), file=told, flush=True)
            path.unlink()
    signal.setitimer(signal.ITIMER_PROF, 0)
    faulthandler.cancel_dump_traceback_later()
    return 0


def main() -> int:
    """Return 0 if no reader stumbled."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10_000, help="files of each kind")
    arguments.add_argument("--first", type=int, default=0, help="the first seed")
    arguments.add_argument("--kind", action="append", choices=sorted(SEEDS))
    given = arguments.parse_args()
    is_sound = True
    keep_pandas_out()                               # as the reading process has it
    discover("steward.readers.formats", "FORMAT")   # brought in once, before the processes part: it counts for no file
    with tempfile.TemporaryDirectory() as folder:
        for kind in given.kind or SEEDS:
            tally = fuzz(kind, given.first, given.count, Path(folder))
            told = ", ".join(f"{count:,} {answer}" for answer, count in tally.answers.most_common())
            print(f"{kind}: {given.count:,} files, the slowest {tally.longest:.2f} s: {told}",
                  *tally.wrong[:20], *(f"{kind} {seed}: ended the process" for seed in tally.ended[:20]), sep="\n", flush=True)
            is_sound = is_sound and not tally.wrong
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
