"""Prints how long opening and checking a million rows takes, next to a bare parse of the same file in the same run.

    python tests/benchmarks/open_and_check.py [--rows 1000000] [--file FILE]
    python tests/benchmarks/open_and_check.py --rows 10000000 --limit 4096      within 4,096 MB of memory, without a window

Figures are printed and never asserted: they are of one machine at one time. Each piece runs in a process of its own. Private
memory is that of the process and its children together, looked at twenty times a second: on Linux the anonymous pages, which
the system cannot drop. The table that was read lies in a mapped file, whose pages it can; with them it is the sum of the unique
set sizes, which is given too.
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
from tests.benchmarks.fence import Fence  # noqa: E402 - the same

STARTS = 3
FEW_ROWS = 1000
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one piece printed, and the most memory it held: with the mapped table, and without (0 where that cannot be told)."""

    figures: dict[str, float]
    unique_bytes: int
    anonymous_bytes: int


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


def measure(piece: str, path: Path, home: Path, fence: Fence | None = None) -> Measured:
    """Return what one piece of child.py measured. Raises: RuntimeError if it did not come to its end."""
    environment = {**os.environ, "STEWARD_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT),
                   "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home.parent / "compiled")}
    words = [sys.executable, str(ROOT / "tests" / "benchmarks" / "child.py"), piece, str(path)]
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True,
                             preexec_fn=fence and fence.enter)  # noqa: PLW1509 - no other thread runs here
    unique, anonymous = _watch(child)
    printed = child.stdout.read().splitlines()
    if child.returncode or not printed:
        raise RuntimeError(f"{piece} ended with {child.returncode}")
    return Measured(figures=json.loads(printed[-1]), unique_bytes=unique, anonymous_bytes=anonymous)


def _watch(child: subprocess.Popen) -> tuple[int, int]:
    top, unique, anonymous = psutil.Process(child.pid), 0, 0
    while True:
        try:
            child.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            every = [top, *_children(top)]
            unique = max(unique, sum(map(_unique_bytes, every)))
            anonymous = max(anonymous, sum(map(_anonymous_bytes, every)))
        else:
            return unique, anonymous


def _unique_bytes(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().uss
    except psutil.Error:  # it has ended
        return 0


def _anonymous_bytes(process: psutil.Process) -> int:
    try:
        told = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Anonymous:"))


def _children(top: psutil.Process) -> list[psutil.Process]:
    try:
        return top.children(recursive=True)
    except psutil.Error:
        return []


def table(path: Path, home: Path, starts: int = STARTS) -> str:
    """Return the whole table as Markdown."""
    measure("work", write(home / "few.csv", FEW_ROWS), home / "first")   # an installed program has its modules compiled
    parse_wall, parse_cpu = bare_parse(path)
    work, window = measure("work", path, home / "work"), measure("window", path, home / "window")
    warm = measure("warm", path, home / "warm").figures
    paints = [measure("paint", path, home / "paint").figures["first_paint"] for _ in range(starts)]
    done = work.figures
    lines = [("bare parse (pyarrow, one thread)", parse_wall, parse_cpu), ("open", done["open_wall"], done["open_cpu"]),
             ("open, the reading process started ahead", warm["open_wall"], warm["open_cpu"]),
             ("check", done["check_wall"], done["check_cpu"]),
             ("open and check", done["open_wall"] + done["check_wall"], done["open_cpu"] + done["check_cpu"])]
    told = [f"| {name} | {wall:.2f} | {cpu:.2f} | {wall / parse_wall:.1f} | {cpu / parse_cpu:.1f} |"
            for name, wall, cpu in lines]
    about = (f"{int(done['rows']):,} rows, {path.stat().st_size / MEGABYTE:.0f} MB, {os.cpu_count()} cores, "
             f"Python {platform.python_version()}, {platform.system()}")
    return "\n".join([
        about, "",
        "| | wall s | CPU s | wall, bare parse = 1 | CPU, bare parse = 1 |", "|---|---:|---:|---:|---:|", *told, "",
        "| | |", "|---|---:|",
        f"| most private memory, open and check | {_memory(work)} |",
        f"| most private memory, the same with the window | {_memory(window)} |",
        f"| longest time the window's thread was blocked | {window.figures['longest_ms']:.0f} ms |",
        f"| the same, 95 of 100 times less than | {window.figures['late_95_ms']:.0f} ms |",
        f"| start of the process to first painted window, median of {starts} | {statistics.median(paints):.2f} s |",
    ])


def within(path: Path, home: Path, most_megabytes: int) -> str:
    """Return what opening and checking took behind a fence, as Markdown. Raises: RuntimeError if it was too little memory."""
    fence = Fence(most_megabytes << 20)
    try:
        work = measure("work", path, home / "work", fence)
    finally:
        fence.leave()
    done = work.figures
    return "\n".join([
        f"{int(done['rows']):,} rows, {path.stat().st_size / MEGABYTE:,.0f} MB, {os.cpu_count()} cores, {platform.system()}",
        "", "| | |", "|---|---:|", f"| memory limit | {fence.told()} |",
        f"| most private memory, open and check | {_memory(work)} |",
        f"| open | {done['open_wall']:.1f} s |", f"| check | {done['check_wall']:.1f} s |"])


def _memory(measured: Measured) -> str:
    with_table = f"{measured.unique_bytes / MEGABYTE:.0f} MB"
    if not measured.anonymous_bytes:
        return with_table
    return f"{measured.anonymous_bytes / MEGABYTE:.0f} MB ({with_table} with the mapped table)"


def main() -> None:
    """Make the table of requests if none is given, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure opening and checking a large table.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="a file that was made before")
    parser.add_argument("--starts", type=int, default=STARTS, help="how often the window is started")
    parser.add_argument("--limit", type=int, metavar="MB", help="only open and check, within so much memory")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = words.file or write(Path(folder) / "requests.csv", words.rows)
        told = within(path, Path(folder), words.limit) if words.limit else table(path, Path(folder), words.starts)
        sys.stdout.write(told + "\n")


if __name__ == "__main__":
    main()
