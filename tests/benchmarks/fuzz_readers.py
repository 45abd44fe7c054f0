"""Damages files of every kind and opens them, each within ten seconds: `python -m tests.benchmarks.fuzz_readers --count 10000`.

Prints for each kind how many files gave a table and how many which sentence, and the seed of each file on which a reader
stumbled. The files are opened in this process; one that takes longer than the limit ends it, and seed.txt names it.
"""

import argparse
import faulthandler
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.readers.mutations import SEEDS, answer_to, mutated

SECONDS = 10


def fuzz(kind: str, first: int, count: int, folder: Path) -> tuple[Counter[str], list[str], float]:
    """Return how often which answer was given, what went wrong by seed, and the longest time a file took."""
    answers, wrong, longest = Counter[str](), [], 0.0
    for seed in range(first, first + count):
        (folder / "seed.txt").write_text(f"{kind} {seed}")
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        path = mutated(kind, random.Random(f"{kind} {seed}"), folder)
        begun = time.perf_counter()
        try:
            answer = answer_to(path, folder)
            answers[answer] += 1
            wrong.extend([f"{kind} {seed}: {answer}"] if answer.startswith("!") else [])
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # noqa: BLE001 - a panic of a library is no Exception
            answers["stumbled"] += 1
            wrong.append(f"{kind} {seed}: {type(fault).__name__} {str(fault)[:120]}")
        longest = max(longest, time.perf_counter() - begun)
        path.unlink()
    faulthandler.cancel_dump_traceback_later()
    return answers, wrong, longest


def main() -> int:
    """Return 0 if no reader stumbled."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10_000, help="files of each kind")
    arguments.add_argument("--first", type=int, default=0, help="the first seed")
    arguments.add_argument("--kind", action="append", choices=sorted(SEEDS))
    given = arguments.parse_args()
    is_sound = True
    folder = tempfile.mkdtemp(prefix="steward-fuzz-")   # stays where a reader hangs: it holds the file and seed.txt
    for kind in given.kind or SEEDS:
        answers, wrong, longest = fuzz(kind, given.first, given.count, Path(folder))
        told = ", ".join(f"{count:,} {answer}" for answer, count in answers.most_common())
        print(f"{kind}: {sum(answers.values()):,} files, the slowest {longest:.2f} s: {told}",
              *wrong[:20], sep="\n", flush=True)
        is_sound = is_sound and not wrong
    shutil.rmtree(folder)
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
