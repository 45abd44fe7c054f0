"""Prints how long Steward takes to hold a large table against a schema, next to `frictionless validate` of the same file.

    python tests/benchmarks/validate_speed.py [--rows 1000000]

Both get the same file and the same schema of twelve fields, and both must give the same verdicts (row, field, kind), each row
by its number: where they do not, that is printed and the program ends with 1. "After opening" is the work on a table that is
open already; "from the closed file" is opening it in a process of its own, with the proof that no line is lost, and the same
work. Imports are not counted, on neither side. Figures are printed and never asserted: they are of one machine at one time.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.benchmarks.big_table import CATEGORIES, STATUSES, write  # noqa: E402 - as a script, the checkout must be found first

MARKS = {"after opening": 40, "from the closed file": 15}
STARTS = 3
SCHEMA = {"fields": [
    {"name": "case_id", "type": "string", "constraints": {"required": True, "unique": True, "pattern": "C-[0-9]{8}"}},
    {"name": "opened_at", "type": "datetime", "format": "%Y-%m-%d %H:%M"},
    {"name": "status", "type": "string", "constraints": {"required": True, "enum": list(STATUSES)}},
    {"name": "category", "type": "string", "constraints": {"enum": list(CATEGORIES)}},
    {"name": "requester", "type": "string", "constraints": {"required": True, "minLength": 3, "maxLength": 80}},
    {"name": "phone", "type": "string", "constraints": {"pattern": "[0-9]{3}-[0-9]{3}-[0-9]{4}"}},
    {"name": "email", "type": "string", "format": "email"},
    {"name": "address", "type": "string", "constraints": {"minLength": 5}},
    {"name": "zip", "type": "string", "constraints": {"pattern": "[0-9]{5}"}},
    {"name": "latitude", "type": "number", "constraints": {"minimum": 45.4, "maximum": 45.7}},
    {"name": "longitude", "type": "number", "constraints": {"minimum": -122.9, "maximum": -122.4}},
    {"name": "notes", "type": "string"},
]}


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds."""

    wall: float
    cpu: float


def _spent(work: Callable[[], Any]) -> tuple[Any, Spent]:
    before, since = os.times(), time.perf_counter()
    answer = work()
    wall, after = time.perf_counter() - since, os.times()
    return answer, Spent(wall, sum(after[:4]) - sum(before[:4]))   # of children too


def by_frictionless(path: Path, told: Path) -> dict[str, Any]:
    """Return what frictionless took, and write its verdicts."""
    from frictionless import Resource, Schema

    os.chdir(path.parent)
    resource = Resource(path=path.name, encoding="utf-8", schema=Schema.from_descriptor(SCHEMA))
    report, spent = _spent(lambda: resource.validate(limit_errors=10**9))
    _tell(told, ((error.row_number, getattr(error, "field_name", ""), error.type) for error in report.tasks[0].errors))
    return {"whole": (spent.wall, spent.cpu)}


def by_steward(path: Path, told: Path) -> dict[str, Any]:
    """Return what Steward took, the fastest of some starts, and write its verdicts."""
    from steward.schema.declared import DeclaredSchema
    from steward.schema.verdicts import verdicts
    from steward.table.distinct import distinct
    from steward.tasks.house import House
    from steward.tasks.opening import open_sheet
    from steward.vocabulary.progress import Silence
    from steward.vocabulary.recipe import ImportStep

    schema = DeclaredSchema(descriptor=SCHEMA, fields=())
    runs = []
    with House.open() as house:
        for _ in range(STARTS):
            sheet, opening = _spent(lambda: open_sheet(house, path, ImportStep(), Silence()))
            found, judging = _spent(
                lambda sheet=sheet: verdicts(sheet, [distinct(column.values) for column in sheet.columns], schema))
            runs.append((opening, judging))
    _tell(told, ((row, one.field or "", one.kind) for one in found for row in one.rows.tolist()))
    judging = min((run[1] for run in runs), key=lambda one: one.wall)
    whole = min((Spent(one.wall + other.wall, one.cpu + other.cpu) for one, other in runs), key=lambda one: one.wall)
    return {"after opening": (judging.wall, judging.cpu), "from the closed file": (whole.wall, whole.cpu)}


def _tell(told: Path, verdicts: Any) -> None:
    told.write_text("\n".join(sorted(f"{row}\t{name}\t{kind}" for row, name, kind in verdicts)), encoding="utf-8")


def measure(piece: str, path: Path, told: Path) -> dict[str, Any]:
    """Return what one side measured in a process of its own. Raises: RuntimeError where it did not come to its end."""
    environment = {**os.environ, "STEWARD_HOME": str(path.parent / "home"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(Path(__file__)), "--piece", piece, str(path), str(told)], env=environment,
                          stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{piece} ended with {done.returncode}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def compare(path: Path, rows: int) -> tuple[str, bool]:
    """Return the comparison as Markdown, and whether both gave the same verdicts."""
    told = {name: path.with_name(f"{name}.verdicts") for name in ("steward", "frictionless")}
    ours = measure("steward", path, told["steward"])
    wall, cpu = measure("frictionless", path, told["frictionless"])["whole"]
    lines = [f"| {name} | {mine[0]:.2f} | {mine[1]:.2f} | {wall / mine[0]:.0f}x | {cpu / mine[1]:.0f}x | {MARKS[name]}x |"
             for name, mine in ours.items()]
    mine, theirs = (set(one.read_text(encoding="utf-8").splitlines()) for one in told.values())
    kinds = Counter(line.split("\t")[2] for line in theirs)
    agreed = (f"the same {len(theirs):,} verdicts: " + ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))
              if mine == theirs else f"verdicts DIFFER: {len(mine - theirs):,} only here, {len(theirs - mine):,} only there")
    return "\n".join([f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB, 12 fields, {agreed}", "",
                      "| | wall s | CPU s | faster, wall | faster, CPU | mark |", "|---|---:|---:|---:|---:|---:|",
                      f"| frictionless validate | {wall:.1f} | {cpu:.1f} | 1x | 1x | |", *lines]), mine == theirs


def main() -> int:
    """Make the table that is read, and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--piece", nargs=3, metavar=("SIDE", "FILE", "VERDICTS"), help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.piece:
        side, path, told = words.piece
        measured = {"steward": by_steward, "frictionless": by_frictionless}[side](Path(path), Path(told))
        sys.stdout.write(json.dumps(measured) + "\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        told, are_same = compare(write(Path(folder) / "table.csv", words.rows), words.rows)
    sys.stdout.write(told + "\n")
    return 0 if are_same else 1


if __name__ == "__main__":
    raise SystemExit(main())
