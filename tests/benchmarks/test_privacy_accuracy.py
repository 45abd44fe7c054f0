"""The benchmark of personal information reads its tables, draws the same cells each time and prints its figures."""

import random
import re
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT
from tests.benchmarks import people
from tests.benchmarks.cells import column
from tests.benchmarks.privacy_accuracy import SETS, Labeled, Tally, by_kind, f1, interval, read_set, summary

NAMES = sorted(path.stem for path in SETS.glob("*.txt"))
TABLES = [table for name in NAMES for table in read_set(name)]
COLUMNS = [one for table in TABLES for one in table.columns]


def labeled(wanted="", optional=""):
    return Labeled(header="h", spec="full", wanted=frozenset(wanted.split()), optional=frozenset(optional.split()))


def test_there_are_many_tables_and_half_of_their_columns_only_look_alike():
    assert len(TABLES) >= 70
    assert 0.4 <= sum(not one.wanted for one in COLUMNS) / len(COLUMNS) <= 0.7


def test_every_kind_that_is_labeled_is_one_of_the_issue(knowledge_kinds):
    assert {kind for one in COLUMNS for kind in one.wanted | one.optional} <= knowledge_kinds


@pytest.fixture
def knowledge_kinds():
    from steward.privacy.evidence import recognizers

    return {recognizer.kind for recognizer in recognizers()}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_drawn_the_same_each_time_and_otherwise_with_another_seed(table):
    small = table.__class__(name=table.name, rows=20, columns=table.columns)
    assert small.cells(4) == small.cells(4)
    assert {len(cells) for cells in small.cells(4).values()} == {20}
    assert small.cells(4) != small.cells(5)


def test_a_single_cell_is_planted_once():
    cells = column("once int 1 9 // ssn", 400, random.Random(3))
    assert sum("-" in cell for cell in cells) == 1


def test_what_is_right_either_way_counts_for_nothing():
    total = Tally()
    total.add(labeled(optional="phone"), frozenset(("phone",)))
    total.add(labeled(optional="phone"), frozenset())
    assert summary(total)["look-alikes flagged"] == 0
    assert not total.flags


def test_hits_misses_and_false_alarms_are_told_apart():
    total = Tally()
    total.add(labeled("email phone"), frozenset(("email", "ssn")))
    total.add(labeled(), frozenset(("ssn",)))
    assert (total.hits["email"], total.missed["phone"], total.false["ssn"]) == (1, 1, 2)
    assert (total.flags["hit"], total.flags["false"]) == (1, 1)
    assert "| ssn | 0 | 0.00 (0.00 to 0.66) | - |" in by_kind(total)


def test_the_interval_is_that_of_wilson():
    low, high = interval(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert interval(0, 0) == (0.0, 1.0)


def test_f1_lies_between_precision_and_recall():
    assert f1(8, 2, 0) == pytest.approx(2 * 0.8 / 1.8)
    assert f1(0, 0, 0) == 0


def test_each_group_has_thirty_names_of_either_sort():
    for firsts, lasts in people.GROUPS.values():
        assert len(set(firsts.split())) >= 29
        assert len(set(lasts.split())) >= 29


def test_the_benchmark_prints_figures_and_what_was_judged_otherwise_but_no_cell():
    script = ROOT / "tests" / "benchmarks" / "privacy_accuracy.py"
    told = subprocess.run([sys.executable, str(script), "spreadsheets", "--misses"], capture_output=True, text=True,
                          check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert "| spreadsheets | 19 |" in told.stdout
    assert not re.search(r"[0-9]{3}-[0-9]{2}-[0-9]{4}", told.stdout)
