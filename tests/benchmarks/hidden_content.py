"""Prints for each kind of hidden content how often the search is right, on workbooks in which it was hidden with a seed.

Run: `python -m tests.benchmarks.hidden_content [--books N] [--seed N] [--misses]`: in some of N workbooks nothing is hidden, in
the others one or two things among what ordinary workbooks have. Written by openpyxl, then changed part by part (XLSX), as
OpenDocument XML (ODS), and record by record (XLS): precision, recall and F1. `--folder PATH` looks instead into workbooks of
which nobody told what they hide, and prints what was found and how long it took, to be held against them by hand.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.privacy.knowledge import Knowledge  # noqa: E402 - as a script, the checkout must be found first
from steward.readers.hidden import look_into  # noqa: E402
from steward.readers.limits import DEFAULT  # noqa: E402
from steward.store import names  # noqa: E402
from steward.store.resources import resource_text  # noqa: E402
from tests.readers.hidden import open_plants  # noqa: E402
from tests.readers.hidden.old_plants import OLD_PLANTS  # noqa: E402
from tests.readers.hidden.old_plants import write as write_old  # noqa: E402
from tests.readers.hidden.ordinary import ORDINARY  # noqa: E402
from tests.readers.hidden.planting import plain_book, planted_in  # noqa: E402
from tests.readers.hidden.plants import EVERY  # noqa: E402

BOOKS = 300
WAYS = 4      # nothing hidden, in the cells, in the parts, in both
SUFFIXES = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xltx", ".ots"))
_ALIKE = ("table", "merged_title", "second_table_below")     # ordinary changes that move or name what is hidden in fixed places


@dataclass
class Tally:
    """How often each kind was rightly found, wrongly found, and missed."""

    hits: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    flagged: int = 0
    seconds: float = 0.0
    odd: list[str] = field(default_factory=list)

    def add(self, name: str, hidden: set[str], found: set[str]) -> None:
        """Take one workbook."""
        self.hits.update(hidden & found)
        self.false.update(found - hidden)
        self.missed.update(hidden - found)
        self.clean += not hidden
        self.flagged += bool(found) and not hidden
        if hidden != found:
            self.odd.append(f"{name}: missed {sorted(hidden - found)}, wrongly found {sorted(found - hidden)}")


def f1(hits: int, false: int, missed: int) -> float:
    """Return the harmonic mean of precision and recall, 1 where there was nothing to find."""
    return 2 * hits / (2 * hits + false + missed) if hits + false + missed else 1.0


def knowledge() -> Knowledge:
    """Return what the search knows of names and policy."""
    return Knowledge.parse(tiers=resource_text("policy/tiers.json"), header_words=resource_text("policy/header_words.json"),
                           first_names=names.first_names(), surnames=names.surnames())


def write_xlsx(path: Path, draw: random.Random, count: int) -> set[str]:
    """Write a workbook of Excel with so many things hidden in it, at most two; return their kinds."""
    ordinary = [change for change in ORDINARY if not any(word in change.__name__ for word in _ALIKE)]
    workbook = plain_book()
    for change in draw.sample(ordinary, draw.randrange(5)):
        change(workbook, workbook.active)
    cells, parts = ([one for one in EVERY if one[3] == in_zip] for in_zip in (False, True))
    chosen = (draw.sample(cells, 1) if count in {1, 3} else []) + (draw.sample(parts, 1) if count > 1 else [])
    planted_in(workbook, path, [(act, in_zip) for _, _, act, in_zip in chosen])
    return {kind for kind, *_ in chosen}


def write_xls(path: Path, draw: random.Random, count: int) -> set[str]:
    """Write an old workbook with one thing or nothing hidden in it; return its kind."""
    chosen = draw.sample(OLD_PLANTS, min(1, count))
    write_old(path, *(act for _, _, act in chosen))
    return {kind for kind, _, _ in chosen}


def write_ods(path: Path, draw: random.Random, count: int) -> set[str]:
    """Write a spreadsheet with one thing or nothing hidden in it; return its kind."""
    if not count:
        open_plants.spreadsheet(path, open_plants.row("BP-2") * draw.randrange(1, 60))
        return set()
    kind = draw.choice(list(open_plants.CASES))
    open_plants.planted(path, kind)
    return {kind}


WRITERS: dict[str, Callable[[Path, random.Random, int], set[str]]] = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}


def measure(suffix: str, books: int, seed: int) -> Tally:
    """Return how well the search does on so many workbooks of one format."""
    draw, total, known = random.Random(f"{suffix} {seed}"), Tally(), knowledge()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{suffix}"
        for number in range(books):
            hidden = WRITERS[suffix](path, draw, number % WAYS if suffix == "xlsx" else number % 3)
            begin = perf_counter()
            found = {thing.kind for thing in look_into(path, known, DEFAULT)}
            total.seconds += perf_counter() - begin
            total.add(f"{suffix} {number}", hidden, found)
    return total


def report(totals: dict[str, Tally], *, show_misses: bool) -> str:
    """Return the figures by format and kind."""
    lines = [f"{'':24}" + "".join(f"{name:>22}" for name in totals)]
    kinds = sorted({kind for one in totals.values() for kind in one.hits + one.missed + one.false})
    lines += [f"{kind:24}" + "".join(f"{_figures(one, [kind]):>22}" for one in totals.values()) for kind in kinds]
    lines.append(f"{'all':24}" + "".join(f"{_figures(one, kinds):>22}" for one in totals.values()))
    lines += [f"{name}: {one.flagged} of {one.clean} workbooks that hide nothing were flagged, {1000 * one.seconds:.0f} ms"
              for name, one in totals.items()]
    return "\n".join(lines + [line for one in totals.values() if show_misses for line in one.odd])


def _figures(one: Tally, kinds: Iterable[str]) -> str:
    """Return precision, recall and F1 over some kinds."""
    hits, false, missed = (sum(counter[kind] for kind in kinds) for counter in (one.hits, one.false, one.missed))
    if not hits + false + missed:
        return "-"
    precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
    return f"{precision:.3f} {recall:.3f} {f1(hits, false, missed):.3f}"


def looked(folder: Path) -> Iterable[str]:
    """Give for each workbook of a folder what was found in it."""
    known = knowledge()
    for path in sorted(one for one in folder.rglob("*") if one.suffix.lower() in SUFFIXES):
        begin = perf_counter()
        things = look_into(path, known, DEFAULT)
        told = ", ".join(f"{thing.kind} {thing.count}" for thing in things) or "nothing"
        yield f"{path.relative_to(folder)}: {told} ({1000 * (perf_counter() - begin):.0f} ms)"


def main(words: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--books", type=int, default=BOOKS, help="workbooks of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="name the workbooks in which the search was wrong")
    parser.add_argument("--folder", type=Path, help="look into these workbooks instead")
    asked = parser.parse_args(words)
    if asked.folder:
        print(*looked(asked.folder), sep="\n")
    else:
        print(report({suffix: measure(suffix, asked.books, asked.seed) for suffix in WRITERS}, show_misses=asked.misses))


if __name__ == "__main__":
    main()
