"""Damages workbooks that hide things and looks into each: `python -m tests.benchmarks.fuzz_hidden --count 2000 [--kind xls]`.

Prints for each format how many files were looked into, in how many a part could not be looked through, the slowest and the most
memory; and the seed of each file on which the search raised or took longer than the limit.
"""

import argparse
import contextlib
import faulthandler
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from steward.readers.hidden import look_into
from steward.readers.limits import DEFAULT
from tests.benchmarks.hidden_content import knowledge
from tests.readers.hidden import binary_plants, old_plants, open_plants, planting, plants
from tests.readers.mutations import damaged, other_members

SECONDS = 10
_KNOWLEDGE = knowledge()


def _xls(path: Path, dice: random.Random) -> None:
    old_plants.write(path, *(act for _, _, act in dice.sample(old_plants.OLD_PLANTS, 4)))


def _xlsb(path: Path, dice: random.Random) -> None:
    binary_plants.write(path, *(act for _, _, act in dice.sample(binary_plants.BINARY_PLANTS, 6)))


def _xlsx(path: Path, dice: random.Random) -> None:
    acts = [(act, in_zip) for _, _, act, in_zip in dice.sample(plants.EVERY, 3)]
    with contextlib.suppress(AssertionError):      # an earlier one took the place where a later one would stand
        planting.planted_in(planting.plain_book(), path, acts)


def _ods(path: Path, dice: random.Random) -> None:
    open_plants.planted(path, dice.choice(list(open_plants.CASES)))


SEEDS: dict[str, Callable[[Path, random.Random], None]] = {"xls": _xls, "xlsb": _xlsb, "xlsx": _xlsx, "ods": _ods}


def damage(kind: str, dice: random.Random, path: Path) -> None:
    """Write a workbook that hides something and was damaged in a few places."""
    SEEDS[kind](path, dice)
    content = path.read_bytes()
    if kind != "xls" and dice.random() < 0.8:
        content = other_members(content, dice)
    else:
        for _ in range(dice.randint(1, 6)):
            content = damaged(content, dice)
    path.write_bytes(content or b"\0")


def fuzz(kind: str, first: int, count: int, folder: Path) -> bool:
    """Print what came of the files of one kind, and return whether nothing was wrong."""
    path, answers, wrong, longest = folder / f"a.{kind}", Counter[str](), list[str](), 0.0
    for seed in range(first, first + count):
        damage(kind, random.Random(f"{kind} {seed}"), path)
        faulthandler.dump_traceback_later(6 * SECONDS, exit=True)
        begun = time.perf_counter()
        try:
            things = look_into(path, _KNOWLEDGE, DEFAULT)
        except Exception as fault:  # noqa: BLE001 - that is what is looked for
            wrong.append(f"{kind} {seed}: {type(fault).__name__}")
            continue
        longest = max(longest, taken := time.perf_counter() - begun)
        if taken > SECONDS:
            wrong.append(f"{kind} {seed}: took {taken:.1f} s")
        answers["partly" if any(thing.kind == "not_looked_at" for thing in things) else "whole"] += 1
    faulthandler.cancel_dump_traceback_later()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = ", ".join(f"{number:,} {answer}" for answer, number in answers.most_common())
    print(f"{kind}: {count:,} files, the slowest {longest:.2f} s, {memory} MB at most: {told}", *wrong[:20], sep="\n",
          flush=True)
    return not wrong


def main() -> int:
    """Return 0 if the search stumbled on no file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=2_000, help="files of each kind")
    arguments.add_argument("--first", type=int, default=0, help="the first seed")
    arguments.add_argument("--kind", action="append", choices=sorted(SEEDS))
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sound = [fuzz(kind, given.first, given.count, Path(folder)) for kind in given.kind or SEEDS]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
