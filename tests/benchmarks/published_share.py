"""Prints how many columns of tables that are published already are said to be private: the share that a clerk would call noise.

Run: `python -m tests.benchmarks.published_share [FOLDER ...] [--packages NAME ...] [--columns] [--rows N]`. Without folders and
packages it reads the data beside the checkout (`../shared/data`). A package is one that is installed for this Python, or lies
in a folder that `--site` names. `--columns` names file, header and kind of each column that is flagged, never a cell.
"""

import argparse
import csv
import importlib.util
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.privacy.examine import examine  # noqa: E402 - as a script, the checkout must be found first
from steward.vocabulary.progress import Silence  # noqa: E402
from tests.benchmarks.privacy_accuracy import interval  # noqa: E402
from tests.privacy.tables import make_knowledge, make_profile  # noqa: E402

SHARED = ROOT.parent / "shared" / "data"
SUFFIXES = (".csv", ".tsv")
ROWS = 5_000              # of each table
FEWEST = 3                # rows, with fewer it is no table
MOST_BYTES = 1 << 24      # of a file that are read


@dataclass
class Share:
    """What was flagged in how many columns."""

    tables: int = 0
    columns: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    flagged: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)

    def add(self, name: str, columns: dict[str, list[str]]) -> None:
        """Take one table."""
        report = examine(make_profile(columns), make_knowledge(), Silence())
        self.tables += 1
        self.columns += len(columns)
        for header, column in zip(columns, report.columns, strict=True):
            kinds = tuple(harm.kind for harm in column.harmful)
            self.kinds.update(kinds)
            if kinds:
                self.flagged.append((name, header, kinds))


def files_of(folders: Iterable[Path]) -> list[Path]:
    """Return the text tables in folders and all folders below them."""
    return sorted({path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES})


def package_folder(name: str, site: Path | None) -> Path:
    """Return where an installed package lies. Raises: FileNotFoundError."""
    if site is not None:
        folder = site / name
        if folder.is_dir():
            return folder
        raise FileNotFoundError(name)
    found = importlib.util.find_spec(name)
    if found is None or not found.origin:
        raise FileNotFoundError(name)
    return Path(found.origin).parent


def read_table(path: Path, rows: int) -> dict[str, list[str]] | None:
    """Return the first rows of a table by header, None where it is not one: ragged, too short."""
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header, *records = islice(read, rows + 1)
    except (csv.Error, ValueError):
        return None
    records = [record for record in records if len(record) == len(header)]
    if len(records) < FEWEST or len(header) < 2:
        return None
    names = [name.strip() or f"column {place}" for place, name in enumerate(header, start=1)]
    return {f"{name} {place}" if names.count(name) > 1 else name: list(cells)
            for place, (name, cells) in enumerate(zip(names, zip(*records, strict=True), strict=True), start=1)}


def measure(paths: Iterable[Path], rows: int) -> Share:
    """Return what is flagged in the files that are tables."""
    share = Share()
    for path in paths:
        columns = read_table(path, rows)
        if columns:
            share.add(f"{path.parent.name}/{path.name}", columns)
    return share


def report(share: Share, *, show_columns: bool) -> Iterator[str]:
    """Give the lines that are printed."""
    low, high = interval(len(share.flagged), share.columns)
    yield (f"{share.tables} tables, {share.columns} columns, {len(share.flagged)} flagged: "
           f"{100 * len(share.flagged) / max(1, share.columns):.2f} % ({100 * low:.2f} to {100 * high:.2f})")
    for kind, count in share.kinds.most_common():
        yield f"  {kind:20} {count}"
    if show_columns:
        yield from (f"{name}: {header}: {' '.join(kinds)}" for name, header, kinds in share.flagged)


def main(words: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--packages", nargs="*", default=[])
    parser.add_argument("--site", type=Path)
    parser.add_argument("--columns", action="store_true")
    parser.add_argument("--rows", type=int, default=ROWS)
    chosen = parser.parse_args(words)
    folders = [*chosen.folders, *(package_folder(name, chosen.site) for name in chosen.packages)] or [SHARED]
    print("\n".join(report(measure(files_of(folders), chosen.rows), show_columns=chosen.columns)))


if __name__ == "__main__":
    main()
