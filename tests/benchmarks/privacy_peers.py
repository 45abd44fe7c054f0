"""Prints how well and how fast peers find personal information in the labeled tables of this folder, next to Steward.

    python tests/benchmarks/privacy_peers.py [set ...] [--rows 60]

A peer that can be imported is run; none is needed by Steward, and one that is not there keeps the figures that were measured
before, with their source. Peers answer by cell: a column is of a kind where half of its filled cells are. Presidio runs with
its patterns, checksums and header words, and without a model of language: those are published outside the package index.
"""

import argparse
import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.privacy.examine import examine  # noqa: E402 - as a script, the checkout must be found first
from steward.vocabulary.progress import Silence  # noqa: E402
from tests.benchmarks.big_table import write  # noqa: E402
from tests.benchmarks.privacy_accuracy import SETS, Table, Tally, read_set, summary  # noqa: E402
from tests.privacy.tables import make_knowledge, make_profile  # noqa: E402

HALF, LEAST_SCORE, FEWEST_ROWS = 0.5, 0.5, 50
Judge = Callable[[Mapping[str, list[str]]], list[frozenset[str]]]   # cells by header: the kinds of each column
# Measured in November 2026 on two shared cores: whole tables of city columns, the peer as it installs.
KNOWN = {"Presidio": "2.2.366: about 1,500 cells a second", "CommonRegex": "1.5.4: up to 25,000 rows a second",
         "DataProfiler": "0.14.0: its labeler does not load without tensorflow"}
COMMON = {"emails": "email", "phones": "phone", "phones_with_exts": "phone", "ips": "ip_address", "ipv6s": "ip_address",
          "credit_cards": "credit_card", "street_addresses": "home_address", "ssn_number": "ssn"}
ENTITIES = {"EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "US_SSN": "ssn", "US_ITIN": "itin", "US_PASSPORT": "passport",
            "US_DRIVER_LICENSE": "driver_license", "US_BANK_NUMBER": "bank_account", "IBAN_CODE": "bank_account",
            "ABA_ROUTING_NUMBER": "bank_account", "CREDIT_CARD": "credit_card", "IP_ADDRESS": "ip_address",
            "MAC_ADDRESS": "mac_address", "PERSON": "person_name", "MEDICAL_LICENSE": "medical_id", "US_MBI": "medical_id",
            "US_NPI": "medical_id"}
LABELS = {"EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "SSN": "ssn", "CREDIT_CARD": "credit_card",
          "PERSON": "person_name",
          "ADDRESS": "home_address", "BAN": "bank_account", "DRIVERS_LICENSE": "driver_license", "IPV4": "ip_address",
          "IPV6": "ip_address", "MAC_ADDRESS": "mac_address"}


def found_by(judge: Judge, tables: Iterable[Table], rows: int, seed: int) -> Tally:
    """Return what a tool finds in the first rows of each table."""
    tally = Tally()
    for table in tables:
        kinds = judge({header: values[:rows] for header, values in table.cells(seed).items()})
        for one, got in zip(table.columns, kinds, strict=True):
            tally.add(one, got)
    return tally


def rows_a_second(judge: Judge, most: int) -> float:
    """Return the speed in the big table of twelve columns, with ever more rows until they take a second. Wall time."""
    with tempfile.TemporaryDirectory() as folder:
        header, *rows = csv.reader(write(Path(folder) / "table.csv", most).read_text("utf-8").splitlines())
    count = min(FEWEST_ROWS, most)
    while True:
        cells = {name: list(values) for name, values in zip(header, zip(*rows[:count], strict=True), strict=True)}
        begun = perf_counter()
        judge(cells)
        spent = perf_counter() - begun
        if spent >= 1 or count >= most:
            return count / spent
        count = min(most, count * 4)


def of_half(found: Mapping[str, list[str]], kinds_in: Callable[[str, str], set[str]]) -> list[frozenset[str]]:
    """Return the kinds that at least half of the filled cells of each column have."""
    columns = []
    for header, cells in found.items():
        filled = [cell for cell in cells if cell.strip()]
        counts = Counter(kind for cell in filled for kind in kinds_in(header, cell))
        columns.append(frozenset(kind for kind, count in counts.items() if count >= HALF * len(filled)))
    return columns


def steward() -> Judge:
    """Return what Steward says of a table."""
    knowledge = make_knowledge()

    def judge(cells: Mapping[str, list[str]]) -> list[frozenset[str]]:
        report = examine(make_profile(dict(cells)), knowledge, Silence())
        return [frozenset(harm.kind for harm in column.harmful) for column in report.columns]

    return judge


def common_regex() -> Judge:
    """Return what CommonRegex says of a table. Raises: ImportError where it is not installed."""
    import commonregex

    def kinds_in(_header: str, cell: str) -> set[str]:
        parsed = commonregex.CommonRegex(cell)
        return {kind for name, kind in COMMON.items() if getattr(parsed, name, None)}

    return lambda cells: of_half(cells, kinds_in)


def presidio() -> Judge:
    """Return what Presidio says of a table. Raises: ImportError where it is not installed."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Plain(SpacyNlpEngine):
        """An engine without a model: words are told apart, and nothing is named."""

        def __init__(self) -> None:
            super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
            self.nlp = {"en": spacy.blank("en")}

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())   # it would ask the network for a list, for each address
    engine = AnalyzerEngine(nlp_engine=Plain(), supported_languages=["en"])

    def kinds_in(header: str, cell: str) -> set[str]:
        found = engine.analyze(text=cell, language="en", context=[header.lower()], score_threshold=LEAST_SCORE)
        return {ENTITIES[one.entity_type] for one in found if one.entity_type in ENTITIES}

    return lambda cells: of_half(cells, kinds_in)


def data_profiler() -> Judge:
    """Return what DataProfiler's labeler says of a table. Raises: ImportError where it or tensorflow is not installed."""
    if find_spec("tensorflow") is None:
        raise ImportError("tensorflow")
    import dataprofiler

    labeler = dataprofiler.DataLabeler(labeler_type="structured")

    def judge(cells: Mapping[str, list[str]]) -> list[frozenset[str]]:
        columns = []
        for values in cells.values():
            said = Counter(LABELS.get(label) for label in labeler.predict(values)["pred"])
            columns.append(frozenset(kind for kind, count in said.items() if kind and count >= HALF * len(values)))
        return columns

    return judge


PEERS: dict[str, Callable[[], Judge]] = {
    "Steward": steward, "Presidio": presidio, "CommonRegex": common_regex, "DataProfiler": data_profiler}


def report_of(names: Iterable[str], rows: int, seed: int, speed_rows: int) -> str:
    """Return the comparison as Markdown."""
    tables = [table for name in names for table in read_set(name)]
    lines = ["| tool | kind F1 | flag F1 | direct recall | look-alikes flagged | rows a second |",
             "|---|---:|---:|---:|---:|---:|"]
    notes = []
    for name, make in PEERS.items():
        try:
            judge = make()
        except ImportError:
            lines.append(f"| {name} | not installed here | | | | |")
            notes.append(f"{name} {KNOWN.get(name, '')}.")
            continue
        figures = " | ".join(f"{figure:.2f}" for figure in summary(found_by(judge, tables, rows, seed)).values())
        lines.append(f"| {name} | {figures} | {rows_a_second(judge, speed_rows):,.0f} |")
    return "\n".join([*lines, "", *notes])


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description="Hold Steward's search for private details against peers.")
    parser.add_argument("sets", nargs="*", default=sorted(path.stem for path in SETS.glob("*.txt")))
    parser.add_argument("--rows", type=int, default=60)
    parser.add_argument("--speed-rows", type=int, default=400_000)
    parser.add_argument("--seed", type=int, default=4)
    words = parser.parse_args()
    sys.stdout.write(report_of(words.sets, words.rows, words.seed, words.speed_rows) + "\n")


if __name__ == "__main__":
    main()
