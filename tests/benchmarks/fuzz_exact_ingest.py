"""Holds the reader of text files against csv.reader on very many generated dirty files, and prints how many agree.

    python tests/benchmarks/fuzz_exact_ingest.py 20000 [--seed 1] [--quoting backslash]

A file that differs is left in the folder for files of the moment, and its seed is printed. Exit: 0 all agree, 1 some differ.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.readers.formats import _attempt  # noqa: E402 - as a script, the checkout must be found first
from steward.vocabulary.quoting import Quoting  # noqa: E402
from tests.readers.against_csv_reader import differences  # noqa: E402
from tests.readers.dirtier import dirty_file  # noqa: E402

BLOCKS = (24, 60, 200, 1_000, 1 << 20)


def run(count: int, seed: int, folder: Path, quoting: Quoting) -> Counter[str]:
    """Return how many files of each encoding agree, and how many differ."""
    told: Counter[str] = Counter()
    for number in range(count):
        dice = random.Random(f"{seed} {number}")
        dirty, path = dirty_file(dice, quoting), folder / "dirty.csv"
        _attempt.BLOCK_BYTES = dice.choice(BLOCKS)
        try:
            found = differences(path, dirty)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is counted, and the next file is read
            found = [type(fault).__name__]
        told[dirty.encoding if not found else "differ"] += 1
        if found:
            path.rename(folder / f"differs-{seed}-{number}.csv")
            sys.stdout.write(f"file {number} of seed {seed} in blocks of {_attempt.BLOCK_BYTES}: {', '.join(found)}\n")
    return told


def main() -> int:
    """Run, and print the counts."""
    parser = argparse.ArgumentParser(description="Hold the reader of text files against csv.reader.")
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quoting", type=Quoting, choices=tuple(Quoting), default=Quoting.DOUBLED)
    words = parser.parse_args()
    told = run(words.count, words.seed, Path(tempfile.mkdtemp(prefix="dirty-")), words.quoting)
    sys.stdout.write(f"{words.count:,} files ({words.quoting}), seed {words.seed}: {told['differ']:,} differ; "
                     + ", ".join(f"{name} {count:,}" for name, count in sorted(told.items()) if name != "differ") + "\n")
    return 1 if told["differ"] else 0


if __name__ == "__main__":
    sys.exit(main())
