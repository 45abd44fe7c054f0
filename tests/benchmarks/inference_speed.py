"""Prints how long types and proposed rules of a large table take, next to a bare parse of the same file in the same run.

    python tests/benchmarks/inference_speed.py [--rows 1000000]

The bare parse is pyarrow's, one thread, all columns as text. "Types" is the profile of every column from every value with two
workers, as a check does it; "rules and keys" is what is proposed after it. Figures are printed and never asserted: they are of
one machine at one time.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.schema.inference import infer_fields  # noqa: E402 - as a script, the checkout must be found first
from steward.schema.proposing import propose  # noqa: E402
from steward.table.inference import profile_table  # noqa: E402
from steward.vocabulary.progress import Silence  # noqa: E402
from tests.benchmarks.big_table import HEADER, write  # noqa: E402
from tests.builders import sheet_of_chunks  # noqa: E402

MARK = 3


def main() -> int:
    """Print both ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "table.csv", parser.parse_args().rows)
        bare, table = spent(lambda: parsed(path))
        sheet = sheet_of_chunks({name: table.column(name) for name in HEADER.split(",")})
        types, profile = spent(lambda: profile_table(sheet, Silence(), 2))
        fields = {field.column: field for field in infer_fields(profile)}
        rules, found = spent(lambda: propose(profile, fields))
    print(f"{sheet.height:,} rows x {len(sheet.columns)} columns; mark for types: {MARK} times a bare parse")
    for name, (wall, cpu) in (("bare parse", bare), ("types", types), ("rules and keys", rules)):
        print(f"{name:15} {wall:6.2f} s wall {cpu:6.2f} s CPU   {wall / bare[0]:5.1f} x wall {cpu / bare[1]:5.1f} x CPU")
    print(f"{len(found.rules)} rules and {len(found.keys)} keys are proposed")
    return 0


def parsed(path: Path) -> pa.Table:
    """Return the file as text, parsed by one thread."""
    names = HEADER.split(",")
    return csv.read_csv(path, csv.ReadOptions(use_threads=False), convert_options=csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False))


def spent(work: Callable[[], Any]) -> tuple[tuple[float, float], Any]:
    """Return wall and CPU seconds, and what the work gave."""
    before, since = os.times(), time.perf_counter()
    answer = work()
    wall, after = time.perf_counter() - since, os.times()
    return (wall, sum(after[:2]) - sum(before[:2])), answer


if __name__ == "__main__":
    sys.exit(main())
