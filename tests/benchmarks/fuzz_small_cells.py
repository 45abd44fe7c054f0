"""Works out suppressed counts from what is published, by linear programming, and prints how many told more than they may.

    python tests/benchmarks/fuzz_small_cells.py 1000 [--seed 1]

Random tables with some, all or none of their totals, in both forms, go through the remedy. Whoever reads the result knows
that a suppressed count is not empty, and may know all large totals from elsewhere. A small count told more if its bounds keep
out any count from 1 to the threshold - 1. Needs scipy, which the program itself does not. Exit: 0 none did, 1 some did.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - as a script, the checkout must be found first

from steward.remedies import StepDoesNotFit, remedy  # noqa: E402
from tests.builders import cells_of, sheet_of, step  # noqa: E402

TOTAL = "Total"
NAME = "suppress_small_cells"
KINDS = ((0, 1, 3, 12, 40, 150), (0, 0, 0, 2, 7, 15), (14, 30, 60, 90, 5), (0, 1, 2, 3, 4))     # most of the counts drawn
Line = tuple[str, int]       # "row" or "column" and its number, or ("all", 0)
Bounds = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A table of counts, which of its totals it tells, and how it is written."""

    counts: list[list[int]]
    has_rows: bool
    has_columns: bool
    is_long: bool
    is_known: bool
    fewest: int

    def lines(self) -> dict[Line, list[tuple[int, int]]]:
        """Return the cells of each row, each column and the whole."""
        height, width = len(self.counts), len(self.counts[0])
        rows = {("row", row): [(row, column) for column in range(width)] for row in range(height)} if width > 1 else {}
        columns = {("column", column): [(row, column) for row in range(height)] for column in range(width)}
        whole = {("all", 0): [(row, column) for row in range(height) for column in range(width)]} if width > 1 else {}
        return {**rows, **columns, **whole}

    def total(self, line: Line) -> int:
        """Return what the counts of a line add up to."""
        return sum(self.counts[row][column] for row, column in self.lines()[line])

    def tells(self, line: Line) -> bool:
        """Return whether the table itself tells the total of a line."""
        return {"row": self.has_rows, "column": self.has_columns, "all": self.has_rows and self.has_columns}[line[0]]


def drawn(seed: int) -> Drawn:
    """Return one random table."""
    dice = random.Random(seed)
    height, width, kind = dice.randint(2, 6), dice.randint(1, 6), dice.choice(KINDS)
    counts = [[max(0, dice.choice(kind) + dice.randint(-2, 2)) for _ in range(width)] for _ in range(height)]
    return Drawn(counts=counts, has_rows=width > 1 and dice.random() < 0.6, has_columns=dice.random() < 0.6,
                 is_long=width == 1 or dice.random() < 0.5, is_known=dice.random() < 0.6, fewest=dice.choice((11, 11, 5, 20)))


def place_of(line: Line) -> tuple[str, str]:
    """Return where the total of a line stands."""
    kind, number = line
    return {"row": (f"r{number}", TOTAL), "column": (TOTAL, f"c{number}"), "all": (TOTAL, TOTAL)}[kind]


def published(table: Drawn) -> dict[tuple[str, str], str]:
    """Return what stands at each row and column of the two-way table after the remedy. Raises: StepDoesNotFit."""
    height, width = len(table.counts), len(table.counts[0])
    grid = {(f"r{row}", f"c{column}"): table.counts[row][column] for row in range(height) for column in range(width)}
    grid |= {place_of(line): table.total(line) for line in table.lines() if table.tells(line)}
    rows, columns = (list(dict.fromkeys(place[axis] for place in grid)) for axis in (0, 1))
    said = {"totals": "known" if table.is_known else "unknown", "fewest": table.fewest}
    if table.is_long:
        told = {"Area": [row for row, _ in grid], "Group": [column for _, column in grid],
                "Count": list(map(str, grid.values()))}
        told = told if width > 1 else {name: cells for name, cells in told.items() if name != "Group"}
        after = cells_of(remedy(NAME).apply(sheet_of(told), step(NAME, columns=("Count",), **said)))
        return dict(zip(grid, after["Count"], strict=True))
    told = {"Area": rows, **{column: [str(grid.get((row, column), "")) for row in rows] for column in columns}}
    after = cells_of(remedy(NAME).apply(sheet_of(told), step(NAME, columns=tuple(columns), **said)))
    return {(row, column): after[column][rows.index(row)] for row, column in grid}


def bounds(table: Drawn, shown: dict[tuple[str, str], str], of: Sequence[tuple[int, int]]) -> Bounds:
    """Return the least and the most that some cells add up to for whoever reads what is shown."""
    from scipy.optimize import linprog

    width = len(table.counts[0])
    limits = [(1, None) if shown[f"r{row}", f"c{column}"] == "" else (count, count)
              for row, counts in enumerate(table.counts) for column, count in enumerate(counts)]
    known, sums = [], []
    for line, cells in table.lines().items():
        place, total = place_of(line), table.total(line)
        is_told = shown[place] != "" if place in shown else table.is_known and (total == 0 or total >= table.fewest)
        if is_told:
            known.append(_marked(cells, width, len(limits)))
            sums.append(total)
    wanted: Any = _marked(of, width, len(limits))
    given = {"A_eq": np.array(known), "b_eq": np.array(sums)} if known else {}
    least, most = (linprog(sign * wanted, bounds=limits, method="highs", **given) for sign in (1, -1))
    return round(least.fun, 6), float("inf") if most.status else round(-most.fun, 6)


def _marked(cells: Sequence[tuple[int, int]], width: int, count: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    marks = np.zeros(count)
    marks[[row * width + column for row, column in cells]] = 1
    return marks


def verdict(table: Drawn) -> str:
    """Return how a table went: refused, nothing small, kept or told."""
    try:
        shown = published(table)
    except StepDoesNotFit:
        return "refused"
    small = [(row, column) for row, counts in enumerate(table.counts) for column, count in enumerate(counts)
             if 0 < count < table.fewest]
    if any(shown[f"r{row}", f"c{column}"] for row, column in small):
        return "told"
    for cell in small:
        least, most = bounds(table, shown, [cell])
        if least > 1 or most < table.fewest - 1:
            return "told"
    return "kept" if small else "nothing small"


def main() -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    told: Counter[str] = Counter()
    for number in range(given.count):
        how = verdict(drawn(given.seed * 1_000_000 + number))
        told[how] += 1
        if how == "told":
            print(f"seed {given.seed * 1_000_000 + number}: {drawn(given.seed * 1_000_000 + number)}")
    print(", ".join(f"{how}: {count:,}" for how, count in sorted(told.items())))
    return int(bool(told["told"]))


if __name__ == "__main__":
    sys.exit(main())
