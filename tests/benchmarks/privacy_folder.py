"""Prints how well personal information is found in a folder of labeled CSV files, with Steward as it is installed.

Run: `python tests/benchmarks/privacy_folder.py FOLDER [--misses]`. The folder holds `labels.json`: for each file, there or in a
folder below, and header a label, as `{"permits.csv": {"Applicant": "person_name", "Permit No": "asset_id", "Status": "none"}}`.
A label is a kind, several of them parted by blanks, a harmless kind, or "none"; a kind in brackets is right either way.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from steward.privacy.evidence import recognizers
from steward.privacy.examine import examine
from steward.privacy.verdict import ColumnVerdict
from steward.table.inference import profile_table
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.opening import open_sheet
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.benchmarks.privacy_accuracy import HEAD, Labeled, Tally, by_kind, line_of

LABELS = "labels.json"
HARMLESS = frozenset(("official_name", "business_name", "business_contact", "business_address", "public_place", "facility_geo",
                      "aggregate", "asset_id", "code", "none", "-"))
Labels = Mapping[str, Mapping[str, str]]   # by file, by header


def labeled(header: str, label: str) -> Labeled:
    """Return what a label asks for. Raises: ValueError if it is none of the kinds."""
    words = label.replace(",", " ").split()
    optional = {word.strip("()") for word in words if word.startswith("(")}
    wanted = {word for word in words if not word.startswith("(")} - HARMLESS
    unknown = (wanted | optional) - HARMLESS - {recognizer.kind for recognizer in recognizers()}
    if unknown:
        raise ValueError(f"{header} is labeled {' '.join(sorted(unknown))}, which is no kind")
    return Labeled(header=header, spec="", wanted=frozenset(wanted), optional=frozenset(optional - HARMLESS))


def score(folder: Path, labels: Labels, misses: list[str]) -> Tally:
    """Return the counts over the labeled columns, and put what went wrong into `misses`: headers and kinds, never cells."""
    total = Tally()
    with tempfile.TemporaryDirectory() as home, House.open(Path(home)) as house:
        for name, headers in labels.items():
            report = _verdicts(house, _place_of(folder, name))
            for one, verdict in _paired(name, headers, report, misses):
                got = frozenset(harm.kind for harm in verdict.harmful)
                total.add(one, got)
                if (one.wanted - got) or (got - one.wanted - one.optional):
                    misses.append(f"{name} | {one.header} | {headers[one.header]} | "
                                  f"{' '.join(sorted(got)) or '-'} {' '.join(verdict.benign)}".rstrip())
    return total


def _place_of(folder: Path, name: str) -> Path:
    """Return where a file lies: in the folder itself, or in one below it."""
    return next((path for path in sorted(folder.rglob(Path(name).name)) if str(path).endswith(name)), folder / name)


def _verdicts(house: House, path: Path) -> Sequence[tuple[str, ColumnVerdict]]:
    """Return the header of each column as it stands in the file, with what is thought of it."""
    sheet = open_sheet(house, path, ImportStep(), Silence())
    report = examine(profile_table(sheet, Silence()), knowledge(house), Silence())
    return [((column.label or "").strip(), verdict) for column, verdict in zip(sheet.columns, report.columns, strict=True)]


def _paired(name: str, headers: Mapping[str, str], found: Sequence[tuple[str, ColumnVerdict]],
            misses: list[str]) -> Iterator[tuple[Labeled, ColumnVerdict]]:
    """Yield each labeled column with its verdict; those that are not there are told among the misses."""
    by_header = {verdict.column: verdict for _, verdict in found} | dict(reversed(found))
    for header, label in headers.items():
        verdict = by_header.get(header.strip())
        if verdict is None:
            misses.append(f"{name} | {header} | {label} | not in the file")
            continue
        yield labeled(header, label), verdict


def report_of(folder: Path, *, show_misses: bool) -> str:
    """Return all figures as Markdown. Raises: ValueError if a label is no kind."""
    labels: Labels = json.loads((folder / LABELS).read_text("utf-8"))
    misses: list[str] = []
    total = score(folder, labels, misses)
    known = {Path(name).name for name in labels}
    absent = sorted(path.name for path in folder.rglob("*.csv") if path.name not in known)
    lines = [*HEAD, line_of(folder.name, len(labels), sum(map(len, labels.values())), total), "", by_kind(total)]
    lines += [f"\nNot labeled: {', '.join(absent)}"] if absent else []
    return "\n".join([*lines, *(["", "file | header | label | verdict", *misses] if show_misses else [])])


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(description="Measure how well personal information is found in labeled files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each column that was judged otherwise than labeled")
    asked = parser.parse_args(words)
    sys.stdout.write(report_of(asked.folder, show_misses=asked.misses) + "\n")


if __name__ == "__main__":
    main()
