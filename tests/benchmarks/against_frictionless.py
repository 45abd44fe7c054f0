"""Prints how long Steward's whole check takes next to `frictionless validate` of the same file, each as a process of its own.

    python tests/benchmarks/against_frictionless.py [--rows 1000000]

Not like for like, and the table says so: frictionless infers a schema from a sample and holds every cell against it; Steward
also proves that no line was lost, counts, looks for private details and checks the structure. Figures are printed and never
asserted. CPU seconds are of the process and all its children.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.benchmarks.big_table import write  # noqa: E402 - as a script, the checkout must be found first

FRICTIONLESS = ("import sys; from frictionless import Resource; "
                "Resource(path=sys.argv[1], encoding='utf-8').validate(limit_errors=10**9)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What one process and its children took, in seconds."""

    wall: float
    cpu: float


def spent_by(words: list[str], home: Path) -> Spent:
    """Return what a command took. Raises: RuntimeError where it did not come to its end."""
    environment = {**os.environ, "STEWARD_HOME": str(home), "PYTHONPATH": str(ROOT)}
    before, since = os.times(), time.perf_counter()
    code = subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, cwd=home.parent, check=False).returncode
    after = os.times()
    if code not in (0, 1):
        raise RuntimeError(f"{words[1]} ended with {code}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall=time.perf_counter() - since, cpu=cpu)


def table(path: Path, rows: int) -> str:
    """Return the comparison as Markdown."""
    ours = spent_by([sys.executable, "-m", "steward", "check", str(path), "--json"], path.parent / "home")
    theirs = spent_by([sys.executable, "-c", FRICTIONLESS, path.name], path.parent / "home")
    lines = [("steward check", ours), ("frictionless validate", theirs)]
    told = [f"| {name} | {one.wall:.1f} | {one.cpu:.1f} | {one.wall / ours.wall:.1f} | {one.cpu / ours.cpu:.1f} |"
            for name, one in lines]
    return "\n".join([f"{rows:,} rows, whole processes", "",
                      "| | wall s | CPU s | wall, Steward = 1 | CPU, Steward = 1 |", "|---|---:|---:|---:|---:|", *told])


def main() -> None:
    """Make the table that is read, and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        print(table(write(Path(folder) / "table.csv", rows), rows))


if __name__ == "__main__":
    main()
