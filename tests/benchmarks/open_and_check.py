"""Prints how long opening and checking a million rows takes, next to a bare parse of the same file in the same run.

    python tests/benchmarks/open_and_check.py [--rows 1000000] [--file FILE]

Figures are printed and never asserted: they are of one machine at one time. Each piece runs in a process of its own; private
memory is the sum of the unique set sizes of that process and its children, looked at fifty times a second.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import pyarrow as pa
from pyarrow import csv

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.benchmarks.big_table import write  # noqa: E402 - as a script, the checkout must be found first

STARTS = 3
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one piece printed, and the most private memory it held."""

    figures: dict[str, float]
    peak_bytes: int


def bare_parse(path: Path) -> tuple[float, float]:
    """Return wall and CPU seconds of the fastest of three parses by pyarrow with one thread, every column text."""
    with path.open("rb") as stream:
        names = stream.readline().decode().strip().split(",")
    as_text = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
    runs = []
    for _ in range(STARTS):
        wall, cpu = time.perf_counter(), time.process_time()
        csv.read_csv(path, csv.ReadOptions(use_threads=False), convert_options=as_text)
        runs.append((time.perf_counter() - wall, time.process_time() - cpu))
    return min(runs)


def measure(piece: str, path: Path, home: Path) -> Measured:
    """Return what one piece of child.py measured. Raises: RuntimeError if it did not come to its end."""
    environment = {**os.environ, "STEWARD_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, str(ROOT / "tests" / "benchmarks" / "child.py"), piece, str(path)]
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    peak = _watch(child)
    printed = child.stdout.read().splitlines()
    if child.returncode or not printed:
        raise RuntimeError(f"{piece} ended with {child.returncode}")
    return Measured(figures=json.loads(printed[-1]), peak_bytes=peak)


def _watch(child: subprocess.Popen) -> int:
    top, peak = psutil.Process(child.pid), 0
    while True:
        try:
            child.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            peak = max(peak, _private_bytes(top))
        else:
            return peak


def _private_bytes(top: psutil.Process) -> int:
    total = 0
    for process in [top, *_children(top)]:
        try:
            total += process.memory_full_info().uss
        except psutil.Error:  # it has ended
            continue
    return total


def _children(top: psutil.Process) -> list[psutil.Process]:
    try:
        return top.children(recursive=True)
    except psutil.Error:
        return []


def table(path: Path, home: Path) -> str:
    """Return the whole table as Markdown."""
    parse_wall, parse_cpu = bare_parse(path)
    work, window = measure("work", path, home / "work"), measure("window", path, home / "window")
    starts = [measure("paint", path, home / "paint").figures["first_paint"] for _ in range(STARTS)]
    done = work.figures
    lines = [("bare parse (pyarrow, one thread)", parse_wall, parse_cpu), ("open", done["open_wall"], done["open_cpu"]),
             ("check", done["check_wall"], done["check_cpu"]),
             ("open and check", done["open_wall"] + done["check_wall"], done["open_cpu"] + done["check_cpu"])]
    told = [_timed(*line, parse_wall) for line in lines]
    about = (f"{int(done['rows']):,} rows, {path.stat().st_size / MEGABYTE:.0f} MB, {os.cpu_count()} cores, "
             f"Python {platform.python_version()}, {platform.system()}")
    return "\n".join([
        about, "",
        "| | wall s | CPU s | wall, bare parse = 1 |", "|---|---:|---:|---:|", *told, "",
        "| | |", "|---|---:|",
        f"| most private memory, open and check | {work.peak_bytes / MEGABYTE:.0f} MB |",
        f"| most private memory, the same with the window | {window.peak_bytes / MEGABYTE:.0f} MB |",
        f"| longest time the window's thread was blocked | {window.figures['longest_ms']:.0f} ms |",
        f"| the same, 95 of 100 times less than | {window.figures['late_95_ms']:.0f} ms |",
        f"| start of the process to first painted window, median of {STARTS} | {statistics.median(starts):.2f} s |",
    ])


def _timed(name: str, wall: float, cpu: float, parse_wall: float) -> str:
    return f"| {name} | {wall:.2f} | {cpu:.2f} | {wall / parse_wall:.1f} |"


def main() -> None:
    """Make the table of requests if none is given, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure opening and checking a large table.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="a file that was made before")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = words.file or write(Path(folder) / "requests.csv", words.rows)
        sys.stdout.write(table(path, Path(folder)) + "\n")


if __name__ == "__main__":
    main()
