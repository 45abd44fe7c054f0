"""Prints how long opening a million rows takes next to a bare parse of the same file, for text files of several makes.

    python tests/benchmarks/open_text.py [--rows 1000000] [--make quoted]

Opening is all until the table can be shown: the process that reads, the line of each record, and the proof that every line is
accounted for. Figures are printed and never asserted: they are of one machine at one time.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.benchmarks.big_table import write  # noqa: E402 - as a script, the checkout must be found first

STARTS = 3
TICK = 0.01     # seconds: a shorter time is none to the clock of the system
COLUMNS = 12
NOTE = "The sidewalk near the corner, by the park, is broken and needs repair before winter. "
NOTES = (*(NOTE * many for many in (1, 2, 4)), 'First line\nsecond line, with a "word"\nthird line', "", "No action")


def requests(path: Path, rows: int) -> None:
    """Write service requests: hardly a quotation mark, cells of about 14 characters."""
    write(path, rows)


def quoted(path: Path, rows: int) -> None:
    """Write the same with every cell in quotation marks."""
    write(path, rows)
    csv.write_csv(_parsed(path), path, csv.WriteOptions(quoting_style="all_valid"))


def short(path: Path, rows: int) -> None:
    """Write figures of one or two digits."""
    chance = np.random.RandomState(1)
    columns = {f"n{number}": pa.array(chance.randint(0, 100, rows)) for number in range(COLUMNS)}
    csv.write_csv(pa.table(columns), path, csv.WriteOptions(quoting_style="none"))


def long(path: Path, rows: int) -> None:
    """Write three notes in each record, one in six of which has line breaks and quotation marks."""
    chance, notes = np.random.RandomState(1), pa.array(NOTES)
    columns = {f"note{number}": notes.take(pa.array(chance.randint(0, len(NOTES), rows))) for number in range(3)}
    columns |= {f"n{number}": pa.array(chance.randint(0, 1_000_000, rows)) for number in range(COLUMNS - len(columns))}
    csv.write_csv(pa.table(columns), path, csv.WriteOptions(quoting_style="needed"))


MAKES: dict[str, Callable[[Path, int], None]] = {"requests": requests, "quoted": quoted, "short": short, "long": long}


def _parsed(path: Path) -> pa.Table:
    with path.open(encoding="utf-8") as stream:
        names = [name.strip('"') for name in stream.readline().rstrip("\n").split(",")]
    as_text = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
    return csv.read_csv(path, csv.ReadOptions(use_threads=False), csv.ParseOptions(newlines_in_values=True), as_text)


def _opened(path: Path, home: Path) -> None:
    from steward.tasks.house import House
    from steward.tasks.opening import open_sheet
    from steward.vocabulary.progress import Silence
    from steward.vocabulary.recipe import ImportStep

    os.environ["STEWARD_HOME"] = str(home)
    with House.open() as house:
        open_sheet(house, path, ImportStep(), Silence())


def _fastest(work: Callable[[], object]) -> tuple[float, float]:
    """Return the least wall and CPU seconds, children included, of three goes."""
    goes = []
    for _ in range(STARTS):
        before = _clocks()
        work()
        goes.append(tuple(now - then for now, then in zip(_clocks(), before, strict=True)))
    wall, cpu = (min(each) for each in zip(*goes, strict=True))
    return wall, max(cpu, TICK)


def _clocks() -> tuple[float, float]:
    times = os.times()
    return time.perf_counter(), times.user + times.system + times.children_user + times.children_system


def line(name: str, rows: int, folder: Path) -> str:
    """Return the figures of one make, as a line of Markdown."""
    path = folder / f"{name}.csv"
    MAKES[name](path, rows)
    parse_wall, parse_cpu = _fastest(lambda: _parsed(path))
    wall, cpu = _fastest(lambda: _opened(path, folder / "home"))
    size = path.stat().st_size / 1_000_000
    path.unlink()
    return (f"| {name} | {size:.0f} | {parse_wall:.2f} | {wall:.2f} | {wall / parse_wall:.1f} | {parse_cpu:.2f} | {cpu:.2f} "
            f"| {cpu / parse_cpu:.1f} |")


def main() -> None:
    """Write the files of the makes that are asked for, and print the figures of each."""
    parser = argparse.ArgumentParser(description="Measure opening text files of several makes.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--make", choices=sorted(MAKES), action="append", help="only this one")
    words = parser.parse_args()
    sys.stdout.write("| make | MB | parse wall s | open wall s | wall ratio | parse CPU s | open CPU s | CPU ratio |\n"
                     "|---|---:|---:|---:|---:|---:|---:|---:|\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in words.make or MAKES:
            sys.stdout.write(line(name, words.rows, Path(folder)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
