"""Prints how well personal information is found in labeled tables, and how well names are, group by group.

Run: `python tests/benchmarks/privacy_accuracy.py [set ...] [--seed N] [--misses]`.
Every run with one seed draws the same cells.
"""

import argparse
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.privacy.examine import examine  # noqa: E402 - as a script, the checkout must be found first
from steward.privacy.knowledge import Knowledge  # noqa: E402
from steward.vocabulary.progress import Silence  # noqa: E402
from tests.benchmarks import people  # noqa: E402
from tests.benchmarks.cells import column  # noqa: E402
from tests.privacy.scoring import DIRECT  # noqa: E402
from tests.privacy.tables import make_knowledge, make_profile  # noqa: E402

SETS = Path(__file__).parent / "privacy_sets"
ROWS = 250
HEAD = ("| set | tables | columns | kind F1 | flag F1 | direct recall | look-alikes flagged |",
        "|---|---:|---:|---:|---:|---:|---:|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labeled:
    """One column: how its cells are drawn, the kinds a careful person names, and those that are right either way."""

    header: str
    spec: str
    wanted: frozenset[str]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One labeled table."""

    name: str
    rows: int
    columns: tuple[Labeled, ...]

    def cells(self, seed: int) -> dict[str, list[str]]:
        """Return the cells by header; each column is drawn for itself."""
        return {
            one.header: column(one.spec, self.rows, random.Random(f"{seed} {self.name} {one.header}")) for one in self.columns
        }


def read_set(name: str) -> list[Table]:
    """Return the tables of one file of `privacy_sets/`."""
    tables = []
    for part in re.split(r"(?m)^## ", (SETS / f"{name}.txt").read_text("utf-8"))[1:]:
        title, *lines = part.strip().splitlines()
        found = re.fullmatch(r"(.*?)(?: \[([0-9]+)\])?", title)
        tables.append(
            Table(
                name=found.group(1),
                rows=int(found.group(2) or ROWS),
                columns=tuple(_labeled(line) for line in lines if line.strip()),
            )
        )
    return tables


def _labeled(line: str) -> Labeled:
    header, spec, kinds = (part.strip() for part in line.rsplit(" | ", 2))
    optional = re.search(r"\((.*)\)", kinds)
    wanted = re.sub(r"\(.*\)", "", kinds).replace("-", " ").split() if kinds != "-" else []
    return Labeled(
        header=header, spec=spec, wanted=frozenset(wanted), optional=frozenset(optional.group(1).split() if optional else ())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts over all columns; what is right either way counts for nothing."""

    hits: Counter[str] = field(default_factory=Counter)  # by kind
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)  # "hit", "false", "missed", "quiet"

    def add(self, one: Labeled, got: frozenset[str]) -> None:
        """Count one column."""
        self.hits.update(got & one.wanted)
        self.false.update(got - one.wanted - one.optional)
        self.missed.update(one.wanted - got)
        if one.wanted or not one.optional:
            self.flags[{(1, 1): "hit", (1, 0): "false", (0, 1): "missed", (0, 0): "quiet"}[bool(got), bool(one.wanted)]] += 1


def tally(tables: Iterable[Table], knowledge: Knowledge, seed: int, misses: list[str]) -> Tally:
    """Return the counts over some tables, and put what went wrong into `misses`: headers and kinds, never cells."""
    total = Tally()
    for table in tables:
        report = examine(make_profile(table.cells(seed)), knowledge, Silence())
        for one, verdict in zip(table.columns, report.columns, strict=True):
            got = frozenset(harm.kind for harm in verdict.harmful)
            total.add(one, got)
            if (one.wanted - got) or (got - one.wanted - one.optional):
                misses.append(
                    f"{table.name} ({report.about}) | {one.header}: wanted {' '.join(sorted(one.wanted)) or '-'}, "
                    f"got {' '.join(sorted(got)) or '-'} {verdict.benign}"
                )
    return total


def interval(hits: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share. Source: Wilson 1927."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), min(1.0, (middle + half) / (1 + z * z / of))


def f1(hits: int, false: int, missed: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * hits / max(1, 2 * hits + false + missed)


def summary(total: Tally) -> dict[str, float]:
    """Return the figures that the acceptance names."""
    flags = total.flags
    direct_hits, direct_missed = (
        sum(count for kind, count in counts.items() if kind in DIRECT) for counts in (total.hits, total.missed)
    )
    return {
        "kind F1": f1(total.hits.total(), total.false.total(), total.missed.total()),
        "flag F1": f1(flags["hit"], flags["false"], flags["missed"]),
        "direct recall": direct_hits / max(1, direct_hits + direct_missed),
        "look-alikes flagged": flags["false"] / max(1, flags["false"] + flags["quiet"]),
    }


def by_kind(total: Tally) -> str:
    """Return a Markdown table of precision and recall of each kind with their intervals."""
    lines = ["| kind | columns | precision | recall |", "|---|---:|---|---|"]
    for kind in sorted(total.hits | total.false | total.missed):
        hits, false, missed = total.hits[kind], total.false[kind], total.missed[kind]
        lines.append(f"| {kind} | {hits + missed} | {_share(hits, hits + false)} | {_share(hits, hits + missed)} |")
    return "\n".join(lines)


def _share(hits: int, of: int) -> str:
    low, high = interval(hits, of)
    return f"{hits / of:.2f} ({low:.2f} to {high:.2f})" if of else "-"


def name_recall(knowledge: Knowledge, seed: int, trials: int = 20) -> dict[str, Mapping[str, float]]:
    """Return for each group the share of columns of its names that are found, under "Name" and under "F1"."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for group in people.GROUPS:
        for way, header in (("Name", "Name"), ("F1", "F1")):
            draw = random.Random(f"{seed} {group} {way}")
            hits = sum(_finds(header, [people.full(draw, group) for _ in range(30)], knowledge) for _ in range(trials))
            found[group][way] = hits / trials
    return dict(found)


def _finds(header: str, cells: list[str], knowledge: Knowledge) -> bool:
    columns = {header: cells, "n": [str(place % 7) for place in range(len(cells))]}
    report = examine(make_profile(columns), knowledge, Silence())
    return any(harm.kind == "person_name" for harm in report.columns[0].harmful)


def cell_recall(knowledge: Knowledge) -> dict[str, float]:
    """Return for each group the share of single names, of all that can be joined, that the lists alone tell as a person's."""
    import pyarrow as pa

    from steward.privacy.recognizers import person_name

    shares = {}
    for group, (firsts, lasts) in people.GROUPS.items():
        cells = pa.array([f"{one} {other}" for one in firsts.split() for other in lasts.split()])
        spans = person_name.RECOGNIZER.spot(cells, knowledge)
        shares[group] = float(spans.proven.sum()) / len(cells)
    return shares


def report_of(names: Iterable[str], seed: int, *, show_misses: bool) -> str:
    """Return all figures as Markdown."""
    knowledge, whole, lines = make_knowledge(), Tally(), list(HEAD)
    misses: list[str] = []
    for name in names:
        tables = read_set(name)
        part = tally(tables, knowledge, seed, misses)
        lines.append(line_of(name, len(tables), sum(len(table.columns) for table in tables), part))
        for mine, its in (
            (whole.hits, part.hits),
            (whole.false, part.false),
            (whole.missed, part.missed),
            (whole.flags, part.flags),
        ):
            mine.update(its)
    lines += [line_of("all", 0, sum(whole.flags.values()), whole), "", by_kind(whole), "", *_name_lines(knowledge, seed)]
    return "\n".join([*lines, *(["", *misses] if show_misses else [])])


def line_of(name: str, tables: int, columns: int, part: Tally) -> str:
    """Return the line of a table under `HEAD`."""
    figures = " | ".join(f"{figure:.3f}" for figure in summary(part).values())
    return f"| {name} | {tables or ''} | {columns} | {figures} |"


def _name_lines(knowledge: Knowledge, seed: int) -> list[str]:
    cells = cell_recall(knowledge)
    lines = ['| names | columns found under "Name" | under "F1" | single names told by the lists |', "|---|---:|---:|---:|"]
    return lines + [
        f"| {group} | {ways['Name']:.2f} | {ways['F1']:.2f} | {cells[group]:.2f} |"
        for group, ways in name_recall(knowledge, seed).items()
    ]


def main() -> None:
    """Print the figures of the sets that are named, else of all."""
    parser = argparse.ArgumentParser(description="Measure how well personal information is found.")
    parser.add_argument("sets", nargs="*", default=sorted(path.stem for path in SETS.glob("*.txt")))
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--misses", action="store_true", help="print each column that was judged otherwise than labeled")
    words = parser.parse_args()
    sys.stdout.write(report_of(words.sets, words.seed, show_misses=words.misses) + "\n")


if __name__ == "__main__":
    main()
