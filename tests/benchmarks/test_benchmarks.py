"""The benchmark runs to its end on a small table; no figure is looked at."""

import csv
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.benchmarks.big_table import HEADER, write
from tests.benchmarks.fence import Fence


@pytest.mark.parametrize("name", sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")))
def test_every_benchmark_finds_what_it_needs_of_the_program(name):
    assert import_module(f"tests.benchmarks.{name}").__doc__


def test_the_big_table_is_the_same_each_time(tmp_path):
    assert write(tmp_path / "a.csv", 500).read_bytes() == write(tmp_path / "b.csv", 500).read_bytes()


def test_the_big_table_is_a_table_of_twelve_columns(tmp_path):
    with write(tmp_path / "a.csv", 2_500).open(newline="") as stream:
        records = list(csv.reader(stream))
    assert records[0] == HEADER.split(",")
    assert {len(record) for record in records} == {12}
    assert sum(record[8] == "9720" for record in records) == 2


def test_every_large_table_holds_copies(tmp_path):
    lines = write(tmp_path / "a.csv", 100_000).read_text().splitlines()
    assert lines[-1] == lines[-101]


def test_the_benchmark_prints_its_table(tmp_path):
    path = write(tmp_path / "requests.csv", 2_000)
    script = ROOT / "tests" / "benchmarks" / "open_and_check.py"
    told = subprocess.run([sys.executable, str(script), "--file", str(path), "--starts", "1"], capture_output=True, text=True,
                          check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert told.stdout.count("|") > 40
    assert "2,000 rows" in told.stdout


def test_the_benchmark_of_text_files_opens_each_make():
    script = ROOT / "tests" / "benchmarks" / "open_text.py"
    told = subprocess.run([sys.executable, str(script), "--rows", "500"], capture_output=True, text=True, check=False,
                          timeout=110)
    assert told.returncode == 0, told.stderr
    assert [line.split()[1] for line in told.stdout.splitlines()[2:]] == ["requests", "quoted", "short", "long"]


def test_the_benchmark_of_the_table_on_screen_prints_its_tables(tmp_path):
    script = ROOT / "tests" / "benchmarks" / "table_on_screen.py"
    words = [sys.executable, str(script), "--rows", "2000", "--view-rows", "3000"]
    told = subprocess.run(words, capture_output=True, text=True, check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert "page of 100 sorted rows" in told.stdout
    assert "scrolling from end to end" in told.stdout


def test_the_benchmark_opens_and_checks_within_a_limit_of_memory(tmp_path):
    path = write(tmp_path / "requests.csv", 2_000)
    script = ROOT / "tests" / "benchmarks" / "open_and_check.py"
    told = subprocess.run([sys.executable, str(script), "--file", str(path), "--limit", "1500"], capture_output=True, text=True,
                          check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert "memory limit" in told.stdout
    assert "2,000 rows" in told.stdout


def test_the_benchmark_of_validation_finds_the_same_verdicts_on_both_sides():
    script = ROOT / "tests" / "benchmarks" / "validate_speed.py"
    words = [sys.executable, str(script), "--rows", "50000"]
    told = subprocess.run(words, capture_output=True, text=True, check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert "the same " in told.stdout
    assert "constraint-error" in told.stdout


def test_the_benchmark_of_wide_tables_checks_columns_of_every_kind():
    words = [sys.executable, str(ROOT / "tests" / "benchmarks" / "wide_table.py"), "--columns", "30", "--rows", "20"]
    told = subprocess.run(words, capture_output=True, text=True, check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[-1].startswith("| all |")


def test_the_benchmark_of_a_wide_window_shows_every_page():
    words = [sys.executable, str(ROOT / "tests" / "benchmarks" / "wide_window.py"), "--columns", "30", "--rows", "20"]
    told = subprocess.run(words, capture_output=True, text=True, check=False, timeout=110)
    assert told.returncode == 0, told.stderr
    assert "| describe, again |" in told.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_fence_holds_what_is_behind_it():
    fence = Fence(300 << 20)
    try:
        greedy = subprocess.run([sys.executable, "-c", "print(len(bytearray(900 << 20)))"], capture_output=True, check=False,
                                preexec_fn=fence.enter)
        modest = subprocess.run([sys.executable, "-c", "print(len(bytearray(9 << 20)))"], capture_output=True, check=False,
                                preexec_fn=fence.enter)
    finally:
        fence.leave()
    assert (greedy.returncode != 0, modest.returncode) == (True, 0)


def test_the_benchmark_of_workbooks_prints_its_table():
    words = [sys.executable, "-m", "tests.benchmarks.open_workbook", "--rows", "400", "--starts", "1"]
    told = subprocess.run(words, capture_output=True, text=True, check=False, timeout=110, cwd=ROOT)
    assert told.returncode == 0, told.stderr
    assert "three formatted columns" in told.stdout
