"""Prints how long each change takes on a million rows: to look at it before, to do it, and to undo and redo one.

Run: `python tests/benchmarks/repairs.py [--rows N] [name ...]`. CPU and wall, the better of two runs. The columns are made for
the change: what it mends stands in one row of a hundred. Undo and redo are those of a person in the window, on a table of
twelve columns that was checked: the time until the findings of the state before can be shown.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.remedies import StepDoesNotFit, remedy  # noqa: E402 - as a script, the checkout must be found first
from steward.workflow.effect import effect  # noqa: E402
from steward.workflow.foretaste import foretaste  # noqa: E402
from tests.benchmarks.big_table import write  # noqa: E402
from tests.benchmarks.repair_cases import CASES, table, wanted  # noqa: E402
from tests.builders import step  # noqa: E402

ROWS = 1_000_000
PREVIEW_SECONDS, APPLY_SECONDS = 0.1, 1.0     # the marks



def best(work: Callable[[], object], times: int = 2) -> tuple[float, float]:
    """Return the least wall and CPU seconds of some runs."""
    found = []
    for _time in range(times):
        started, worked = perf_counter(), process_time()
        work()
        found.append((perf_counter() - started, process_time() - worked))
    return min(wall for wall, _ in found), min(cpu for _, cpu in found)


def figures(name: str, rows: int) -> tuple[tuple[float, float], ...]:
    """Return wall and CPU seconds of the first look, of the whole effect, and of doing it."""
    sheet = table(CASES[name], rows)
    one = wanted(name, sheet)
    applied = best(lambda: remedy(name).apply(sheet, one))
    whole = best(lambda: effect(sheet, remedy(name).apply(sheet, one), one.column))
    return best(lambda: foretaste(sheet, (one,))), whole, applied


def undo_figures(rows: int) -> tuple[tuple[float, float], ...]:
    """Return wall and CPU seconds of taking a change with its check, of undoing it, and of redoing it."""
    from steward.tasks import deciding, opening
    from steward.tasks.house import House
    from steward.vocabulary.progress import Silence

    with tempfile.TemporaryDirectory() as folder, House.open(Path(folder) / "home") as house:
        bench = opening.begin(house, write(Path(folder) / "table.csv", rows), Silence())
        drop = step("leave_out_column", "notes")
        changed = deciding.apply_remedy(house, bench, None, drop, Silence())
        undone = deciding.undo(house, changed, Silence())
        return (best(lambda: deciding.apply_remedy(house, bench, None, drop, Silence()), 1),
                best(lambda: deciding.undo(house, changed, Silence())), best(lambda: deciding.redo(house, undone, Silence())))


def main(arguments: Sequence[str]) -> None:
    """Print a line for each change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(CASES))
    parser.add_argument("--rows", type=int, default=ROWS)
    chosen = parser.parse_args(arguments)
    print(f"{'':24}{'first look':>20}{'whole effect':>20}{'applied':>20}   ({chosen.rows:,} rows; wall, CPU seconds)")
    for name in chosen.names:
        try:
            told = figures(name, chosen.rows)
        except StepDoesNotFit as refused:
            print(f"{name:24}  refused: {refused}", flush=True)
            continue
        late = "  over the mark" if told[0][0] > PREVIEW_SECONDS or told[2][0] > APPLY_SECONDS else ""
        print(f"{name:24}" + "".join(f"{wall:12.3f}{cpu:8.3f}" for wall, cpu in told) + late, flush=True)
    taken, undone, redone = undo_figures(chosen.rows)
    print(f"taken and checked {taken[0]:.3f} {taken[1]:.3f}, undone {undone[0]:.3f} {undone[1]:.3f}, "
          f"redone {redone[0]:.3f} {redone[1]:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
