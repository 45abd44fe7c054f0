"""Prints how many rows a second are looked at for personal information, and what cells made to slow it down cost.

Run: `python tests/benchmarks/privacy_speed.py [--rows 1000000]`. One run holds both sides of every ratio.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pyarrow as pa
import pyarrow.csv as pa_csv

from steward.privacy.examine import examine
from steward.table.inference import profile_table
from steward.table.profile import TableProfile
from steward.vocabulary.progress import Silence
from tests.benchmarks.big_table import write
from tests.benchmarks.cells import column
from tests.builders import sheet_of
from tests.privacy.tables import make_knowledge

RUNS = 3
SEEDED = "privacy speed"
INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202c\u2066\u2069"
ALIKE = str.maketrans("aeopcxi", "аеорсхі")


def _digits(zero: int) -> Callable[[str, random.Random], str]:
    table = {ord(str(digit)): chr(zero + digit) for digit in range(10)}
    return lambda text, draw: text.translate(table)


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "digits, fullwidth": _digits(0xFF10),
    "digits, Arabic-Indic": _digits(0x660),
    "digits, mathematical": _digits(0x1D7CE),
    "letters that look Latin": lambda text, draw: text.translate(ALIKE),
    "marks of writing direction": lambda text, draw: f"\u202e\u200f{text}\u200e\u202c",
    "one sign that nobody sees": lambda text, draw: text[:9] + draw.choice(INVISIBLE) + text[9:],
    "a joiner between all signs": lambda text, draw: "\u200d".join(text),
    "accents and strokes": lambda text, draw: text.replace("e", "e\u0301").replace("o", "o\u0336"),
    "one odd dash": lambda text, draw: f"{text} – ok",
}


def seconds(profile: TableProfile) -> float:
    """Return the median CPU time of looking at a table. Unit: seconds, all threads together."""
    knowledge, spent = make_knowledge(), []
    for _ in range(RUNS):
        started = process_time()
        examine(profile, knowledge, Silence())
        spent.append(process_time() - started)
    return median(spent)


def profiled(cells: list[str]) -> TableProfile:
    """Return the profile of a table with one column of texts."""
    return profile_table(sheet_of({"notes": cells}), Silence())


def hostile(cells: int) -> Iterator[tuple[str, float]]:
    """Give each way of writing with its cost against plain cells: of as many cells, and of as many signs for long ones."""
    draw = random.Random(SEEDED)
    plain = [f"{text} {place} 503-618-{place % 10_000:04}" for place, text in enumerate(column("remark", cells, draw))]
    unit = seconds(profiled(plain))
    for way, rewritten in WAYS.items():
        yield way, seconds(profiled([rewritten(text, draw) for text in plain])) / unit
    signs = sum(map(len, plain))
    for way, cell in LONG.items():
        yield way, seconds(profiled([f"{cell}{place}" for place in range(max(1, signs // len(cell)))])) / unit


LONG = {
    "a megabyte of letters": "lorem ipsum dolor " * 58_000,
    "a megabyte of digits": "5174483 62" * 100_000,
    "a megabyte of dashes and digits": "517-44-83-" * 100_000,
    "a megabyte of at signs": "a.b@c." * 170_000,
    "a megabyte of joiners": "5\u200d1\u200d7\u200d" * 80_000,
    "brackets, three thousand deep": "(" * 3_000 + "x" + ")" * 3_000,
    "tags, three thousand deep": "<a>" * 3_000,
}


def rows_a_second(rows: int) -> tuple[float, float]:
    """Return how many rows of the big table are looked at in a second: of wall time, of CPU time."""
    with tempfile.TemporaryDirectory() as folder:
        texts = pa_csv.read_csv(write(Path(folder) / "table.csv", rows), convert_options=pa_csv.ConvertOptions(
            column_types=dict.fromkeys(_names(), pa.string()), strings_can_be_null=False))
    profile = profile_table(sheet_of({name: texts[name].to_pylist() for name in texts.column_names}), Silence())
    knowledge, wall, spent = make_knowledge(), [], []
    for _ in range(RUNS):
        begun, started = perf_counter(), process_time()
        examine(profile, knowledge, Silence())
        wall.append(perf_counter() - begun)
        spent.append(process_time() - started)
    return rows / median(wall), rows / median(spent)


def _names() -> list[str]:
    from tests.benchmarks.big_table import HEADER

    return HEADER.split(",")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="Measure how fast personal information is looked for.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cells", type=int, default=60_000)
    words = parser.parse_args()
    wall, spent = rows_a_second(words.rows)
    print(f"rows a second, 12 columns, two workers: {wall:,.0f} of wall time, {spent:,.0f} of CPU time")
    print("\n| cells written to hide or to slow | times the CPU of plain ones |\n|---|---:|")
    for way, times in hostile(words.cells):
        print(f"| {way} | {times:.1f} |")


if __name__ == "__main__":
    main()
