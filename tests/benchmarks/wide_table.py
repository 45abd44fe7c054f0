"""Prints how long opening and checking a table of thousands of columns takes, next to a bare parse of the same file.

    python tests/benchmarks/wide_table.py [--columns 5000] [--rows 400] [--profile]

The columns are of ten kinds in turn, or all of one kind: what each column costs shows here, where a long table hides it.
"With a schema" is the same check against a schema that names every column. Figures are printed and never asserted: they are
of one machine at one time.
"""

import argparse
import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

BLOCK = 1 << 27
SHOWN = 70
LEAST_SECONDS = 0.01    # os.times() counts in hundredths of a second: a small table takes none of them
Made = Callable[[np.random.RandomState, int], list[str]]


def _words(*words: str) -> Made:
    return lambda chance, rows: [words[place] for place in chance.randint(0, len(words), rows)]


def _counted(form: str, most: int) -> Made:
    return lambda chance, rows: [form.format(number) for number in chance.randint(1, most, rows)]


def _some_empty(made: Made) -> Made:
    def thinned(chance: np.random.RandomState, rows: int) -> list[str]:
        return [cell if kept else "" for cell, kept in zip(made(chance, rows), chance.rand(rows) > 0.3, strict=True)]
    return thinned


KINDS: dict[str, tuple[str, Made]] = {
    "count": ("Trips Station {}", _counted("{}", 5_000)),
    "measure": ("pm25_site_{}", lambda chance, rows: [f"{number:.3f}" for number in chance.rand(rows) * 90]),
    "day": ("Inspected On {}", lambda chance, rows: [str(np.datetime64("2020-01-01") + int(day))
                                                    for day in chance.randint(0, 1_500, rows)]),
    "answer": ("Q{} How satisfied are you", _words("Very satisfied", "Satisfied", "Neither", "Dissatisfied", "N/A")),
    "yes": ("Option {} chosen", _some_empty(_words("Yes", "No"))),
    "remark": ("Comment {}", _some_empty(_counted("The light at corner {} was out again last week.", 40_000))),
    "money": ("Budget {}", lambda chance, rows: [f"${number:,.2f}" for number in chance.rand(rows) * 90_000]),
    "percent": ("Share {}", _some_empty(_counted("{}%", 100))),
    "code": ("Asset Code {}", _counted("PX-{:06}", 900_000)),
    "month": ("Month {}", _counted("2023-{:02}", 12)),
}


def write(path: Path, columns: int, rows: int, kinds: tuple[str, ...]) -> Path:
    """Write a table whose columns are of these kinds in turn, the same each time, and return its path."""
    chance = np.random.RandomState(columns)
    names, made = [], []
    for place in range(columns):
        name, cells = KINDS[kinds[place % len(kinds)]]
        names.append(name.format(place + 1))
        made.append(pa.array(cells(chance, rows)))
    csv.write_csv(pa.table(made, names=names), path)
    return path


def _bare(path: Path, columns: int) -> None:
    csv.read_csv(path, csv.ReadOptions(use_threads=False, block_size=BLOCK, skip_rows=1, autogenerate_column_names=True),
                 convert_options=csv.ConvertOptions(column_types=dict.fromkeys((f"f{place}" for place in range(columns)),
                                                                              pa.string()), strings_can_be_null=False))


def _spent(work: Callable[[], object]) -> tuple[object, float, float]:
    before, since = os.times(), time.perf_counter()
    answer = work()
    wall, after = time.perf_counter() - since, os.times()
    return answer, wall, sum(after[:4]) - sum(before[:4])


def line(name: str, path: Path, columns: int, profiler: cProfile.Profile | None) -> str:
    """Return the figures of one table, as a line of Markdown."""
    from steward.schema.declared import DeclaredSchema
    from steward.schema.table_schema import to_table_schema
    from steward.tasks.checking import check
    from steward.tasks.house import House
    from steward.tasks.opening import open_sheet
    from steward.vocabulary.progress import Silence
    from steward.vocabulary.recipe import ImportStep

    os.environ["STEWARD_HOME"] = str(path.parent / "home")
    bare = max(_spent(lambda: _bare(path, columns))[2], LEAST_SECONDS)
    with House.open() as house:
        sheet, _, opened = _spent(lambda: open_sheet(house, path, ImportStep(), Silence()))
        check(house, sheet.take(np.arange(5)), Silence())      # what is read once is no cost of a wide table
        if profiler:
            profiler.enable()
        report, wall, checked = _spent(lambda: check(house, sheet, Silence()))
        if profiler:
            profiler.disable()
        fields = [replace(field, name=sheet.column(field.column).label or field.name) for field in report.fields]
        schema = DeclaredSchema(descriptor=to_table_schema(fields), fields=tuple(fields))
        held, _, against = _spent(lambda: check(house, sheet, Silence(), declared=schema))
    parts = " / ".join(f"{seconds:.1f}" for _part, seconds in report.seconds)
    findings = f"{len(report.findings):,} / {len(held.findings):,}"
    return (f"| {name} | {path.stat().st_size / 1e6:.1f} | {bare:.2f} | {opened:.2f} | {checked:.2f} | {opened / bare:.0f} "
            f"| {checked / bare:.0f} | {wall:.1f}: {parts} | {against:.2f} | {findings} |")


def main() -> None:
    """Write the tables, and print the figures of each."""
    parser = argparse.ArgumentParser(description="Measure opening and checking a wide table.")
    parser.add_argument("--columns", type=int, default=5_000)
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--kind", action="append", choices=[*KINDS, "all"], help="only columns of this kind")
    parser.add_argument("--profile", action="store_true", help="print where the time of the first table's check goes")
    words = parser.parse_args()
    sys.stdout.write("| columns | MB | bare parse CPU s | open CPU s | check CPU s | open / bare | check / bare "
                     "| check wall s: profile / privacy / structure | check with a schema CPU s | findings, without / with |\n"
                     "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n")
    profiler = cProfile.Profile() if words.profile else None
    with tempfile.TemporaryDirectory() as folder:
        for name in words.kind or ["all"]:
            kinds = tuple(KINDS) if name == "all" else (name,)
            path = write(Path(folder) / f"{name}.csv", words.columns, words.rows, kinds)
            sys.stdout.write(line(name, path, words.columns, profiler) + "\n")
            sys.stdout.flush()
            if profiler:
                pstats.Stats(profiler).sort_stats("tottime").print_stats(SHOWN)
                profiler = None


if __name__ == "__main__":
    main()
