"""Prints how long each change takes on a million rows: to look at it before, to do it, and to undo and redo one.

Run: `python tests/benchmarks/repairs.py [--rows N] [name ...]`. CPU and wall, the better of two runs. The columns are made for
the change: what it mends stands in one row of a hundred. Undo and redo are those of a person in the window, on a table of
twelve columns that was checked: the time until the findings of the state before can be shown.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.remedies import remedy  # noqa: E402 - as a script, the checkout must be found first
from steward.table.sheet import Sheet  # noqa: E402
from steward.vocabulary.recipe import Step  # noqa: E402
from steward.workflow.effect import effect  # noqa: E402
from steward.workflow.foretaste import foretaste  # noqa: E402
from tests.benchmarks.big_table import write  # noqa: E402
from tests.builders import sheet_of, step  # noqa: E402

ROWS = 1_000_000
PREVIEW_SECONDS, APPLY_SECONDS = 0.1, 1.0     # the marks
EVERY = 100


@dataclass(frozen=True)
class Case:
    """A change, a cell it leaves alone made of its row's number, a cell it changes, and its parameters."""

    usual: Callable[[int], str]
    odd: str
    more: dict[str, object]


def numbered(text: str) -> Callable[[int], str]:
    """Return a cell that is another one in each row."""
    return lambda row: f"{text} {row}"


def label(row: int) -> str:
    """Return one of a few labels."""
    return ("North", "East", "Central", "Airport")[row % 4]


def spelled(row: int) -> str:
    """Return a name of letters alone that is another one in each row."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(row)).capitalize() + "a"


CASES = {
    "trim_blanks": Case(numbered("tree"), " tree ", {}),
    "iso_dates": Case(lambda row: f"{row % 12 + 1}/{row % 28 + 1}/2020", "", {"order": "mdy"}),
    "read_dates": Case(lambda row: f"{row % 12 + 1}/{row % 28 + 1}/2020", "Jan 5, 2020", {"order": "mdy"}),
    "plain_numbers": Case(str, "$1,204", {}),
    "blank_missing_words": Case(str, "NULL", {}),
    "merge_labels": Case(label, "north", {}),
    "pad_zeros": Case(lambda row: f"{97000 + row % 999}", "2139", {}),
    "numbers_from_text": Case(str, "'12", {}),
    "repair_encoding": Case(numbered("tree"), "Pe\u00c3\u00b1a", {}),
    "plain_blanks": Case(numbered("tree"), "tree\u00a0fell", {}),
    "one_line": Case(numbered("tree"), "tree\nfell", {}),
    "plain_text": Case(numbered("tree"), "<b>tree</b> &amp; wire", {}),
    "fill_down": Case(label, " ", {}),
    "split_column": Case(label, "North; East", {"sign": "semicolon"}),
    "one_scale": Case(lambda row: str(20 + row % 70), "0.45", {}),
    "edit_cell": Case(numbered("tree"), "x", {"row": 500, "private_text": "new"}),
    "leave_out_column": Case(numbered("tree"), "x", {}),
    "leave_out_rows": Case(numbered("tree"), "x", {"rows": tuple(range(2, 1002))}),
    "leave_out_duplicates": Case(label, "x", {}),
    "address_to_block": Case(lambda row: f"{row % 16_000 + 1} SE Division St", "12 N Main St Apt 4", {}),
    "address_to_zip": Case(lambda row: f"{row % 16_000 + 1} SE Division St, Portland, OR {97201 + row % 60}", "unknown", {}),
    "age_bands": Case(lambda row: str(row % 95), "104", {}),
    "birth_to_age": Case(lambda row: f"{1930 + row % 90}-{row % 12 + 1:02}-{row % 28 + 1:02}", "", {"on": "2026-01-01"}),
    "blank_default_dates": Case(lambda row: f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}", "1900-01-01", {}),
    "date_to_month": Case(lambda row: f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}", "", {}),
    "date_to_year": Case(lambda row: f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}", "", {}),
    "first_name_last_initial": Case(lambda row: f"{spelled(row)} Miller", "Miller, Ann", {}),
    "keep_domain": Case(lambda row: f"ann{row}@example.org", "", {}),
    "leave_out_same_key": Case(numbered("tree"), "tree", {}),
    "leave_out_small_groups": Case(lambda row: str(row % 5_000), "0", {"columns": ("c",), "fewest": 5}),
    "mask_all_but_last_four": Case(lambda row: f"{row:09}", "", {}),
    "recode_rare": Case(lambda row: str(row % 5_000), "rare", {}),
    "rename_column": Case(numbered("tree"), "x", {"name": "other"}),
    "replace_by_random_id": Case(numbered("tree"), "", {"private_key": "00" * 16}),
    "round_coordinates": Case(lambda row: f"45.{row % 900_000 + 100_000}", "", {}),
    "scrub_text": Case(numbered("tree fell, nobody was hurt"), "call 503-555-0142 or ann@example.org", {}),
    "top_and_bottom_code": Case(str, "", {"percent": 1}),
}
WHOLE_TABLE = frozenset(("leave_out_rows", "leave_out_duplicates", "leave_out_small_groups"))


def table(case: Case, rows: int) -> Sheet:
    """Return a table of so many rows with the column under test beside an ordinary one."""
    cells = [case.odd if row % EVERY == 0 and case.odd else case.usual(row) for row in range(rows)]
    return sheet_of({"c": cells, "n": [str(row) for row in range(rows)]}, chunks=8)


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
    case = CASES[name]
    sheet = table(case, rows)
    wanted: Step = step(name, None if name in WHOLE_TABLE else "c", **case.more)
    applied = best(lambda: remedy(name).apply(sheet, wanted))
    whole = best(lambda: effect(sheet, remedy(name).apply(sheet, wanted), wanted.column))
    return best(lambda: foretaste(sheet, (wanted,))), whole, applied


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
        told = figures(name, chosen.rows)
        late = "  over the mark" if told[0][0] > PREVIEW_SECONDS or told[2][0] > APPLY_SECONDS else ""
        print(f"{name:24}" + "".join(f"{wall:12.3f}{cpu:8.3f}" for wall, cpu in told) + late, flush=True)
    taken, undone, redone = undo_figures(chosen.rows)
    print(f"taken and checked {taken[0]:.3f} {taken[1]:.3f}, undone {undone[0]:.3f} {undone[1]:.3f}, "
          f"redone {redone[0]:.3f} {redone[1]:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
