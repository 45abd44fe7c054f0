"""Prints how quick the table on screen is: a page of sorted rows, sorting, finding, and how long the window stood still.

    python tests/benchmarks/table_on_screen.py [--rows 1000000] [--view-rows 1000000 10000000]

Figures are printed and never asserted: they are of one machine at one time. The window is measured in a process of its own, by
a timer of one millisecond: a block is the time between two of its beats. Beside the wall time stands the time that the window's
own thread worked in it, which tells our blocks from those of a busy machine.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.table.choosing import Filter, Wanted, chosen, hits, next_hit  # noqa: E402 - as a script, the checkout comes first
from steward.table.inference import profile_column  # noqa: E402
from steward.table.portrait import glimpse_of, portrait_of  # noqa: E402
from steward.table.profile import TableProfile  # noqa: E402
from steward.table.sheet import Column, Provenance, Sheet  # noqa: E402
from steward.table.sorting import order_of  # noqa: E402
from steward.table.view import View  # noqa: E402
from steward.vocabulary.progress import Silence  # noqa: E402
from tests.benchmarks import big_table  # noqa: E402
from tests.benchmarks.blocks import blocks_table  # noqa: E402

PAGES, PAGE_ROWS, LONGEST = 500, 100, 201
SEARCHED = ("case_id", "status", "category", "email", "latitude")   # of all kinds: few values, many, numbers
ALL = tuple(big_table.HEADER.split(","))


def sheet_of(rows: int, names: tuple[str, ...]) -> Sheet:
    """Return the benchmark's table in memory, as if it had been read, with these of its columns."""
    parts: list[list[pa.Array]] = [[] for _ in ALL]
    for start in range(0, rows, big_table.BATCH):
        numbers = np.arange(start, min(start + big_table.BATCH, rows))
        chance = np.random.RandomState(start + 1)
        for kept, name, part in zip(parts, ALL, big_table._columns(chance, numbers), strict=True):
            kept.extend([part.cast(pa.large_string())] if name in names else [])
    columns = tuple(Column(name=name, label=name, position=place, values=pa.chunked_array([pa.concat_arrays(kept)]))
                    for place, (name, kept) in enumerate(zip(ALL, parts, strict=True), start=1) if kept)
    return Sheet(columns=columns, rows=np.arange(2, rows + 2), lines=None,
                 provenance=Provenance(file_name="made.csv", sha256="", size_bytes=1))


def measured(act: Callable[[], object]) -> tuple[object, str]:
    """Return what an act gives, and its wall and CPU seconds as a cell of the table."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = act()
    return result, f"{time.perf_counter() - wall:.2f} s ({time.process_time() - cpu:.2f} CPU)"


def view_table(rows: int, names: tuple[str, ...]) -> str:
    """Return how quick views of a table of so many rows are, as lines of a table."""
    sheet = sheet_of(rows, names)
    table = TableProfile(sheet=sheet, columns=tuple(profile_column(column) for column in sheet.columns))
    lines, order = [f"### {rows:,} rows, {len(names)} columns", "", "| | |", "|---|---:|"], None
    for name in names:
        order, took = measured(lambda name=name: order_of(table.column(name)))
        lines.append(f"| sort by {name} ({table.column(name).type}) | {took} |")
    view = View(sheet, order)
    pages = sorted(_pages(view))
    lines.append(f"| page of {PAGE_ROWS} sorted rows, median / p99 of {PAGES} | {pages[PAGES // 2]:.2f} / "
                 f"{pages[PAGES * 99 // 100]:.2f} ms |")
    is_open = Filter(kind="is", column="status", values=("Open",))
    asked = {"filter: any column holds a text": lambda: chosen(table, (Filter(kind="contains", text="smith"),), Silence()),
             "filter: one column is a value": lambda: chosen(table, (is_open,), Silence()),
             "find the next cell that holds a text": lambda: next_hit(view, Wanted(text="smith"), 0, 0, Silence()),
             "find a text that is nowhere": lambda: next_hit(view, Wanted(text="zzyzx"), 0, 0, Silence()),
             "count all cells that hold a text": lambda: hits(table, view, Wanted(text="smith"), Silence()),
             "first figures of a column of many values": lambda: glimpse_of(table.column("email")),
             "all its figures": lambda: portrait_of(table.column("email"), Silence())}
    lines += [f"| {words} | {measured(act)[1]} |" for words, act in asked.items()]
    return "\n".join(lines)


def _pages(view: View) -> list[float]:
    chance, took = np.random.RandomState(7), []
    for offset in chance.randint(0, max(1, len(view) - PAGE_ROWS), PAGES).tolist():
        begun = time.perf_counter()
        view.page(offset, PAGE_ROWS, longest=LONGEST)
        took.append((time.perf_counter() - begun) * 1000)
    return took


def window_table(path: Path, home: Path) -> str:
    """Return how long the window stood still while the file was opened, scrolled and sorted. Raises: RuntimeError."""
    return "### the window\n\n" + blocks_table(ROOT / "tests" / "benchmarks" / "beats.py", [str(path)], home)


def main() -> None:
    """Make the tables, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the table on screen.")
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the file that the window opens; 0: no window")
    parser.add_argument("--view-rows", type=int, nargs="*", default=[1_000_000, 10_000_000])
    words = parser.parse_args()
    for rows in words.view_rows:
        sys.stdout.write(view_table(rows, ALL if rows <= 2_000_000 else SEARCHED) + "\n\n")
        sys.stdout.flush()
    if words.rows:
        with tempfile.TemporaryDirectory() as folder:
            path = big_table.write(Path(folder) / "requests.csv", words.rows)
            sys.stdout.write(window_table(path, Path(folder) / "home") + "\n")


if __name__ == "__main__":
    main()
