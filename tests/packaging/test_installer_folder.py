"""The folder that an installer packs holds all of Steward, works, and names no place of the machine it was built on.

Minutes, not seconds: run by `.ci/run` as `pytest -m packaging tests/packaging`.
"""

import contextlib
import json
import os
import subprocess
import sys
import zipfile

import psutil
import pytest
from PyInstaller.archive.readers import CArchiveReader

from tests.architecture.source import ROOT

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(900)]
SAMPLE = ROOT / "resources" / "samples" / "sample.csv"
SOURCE_TREE = (sys.executable, "-m", "steward")


def run(words, home, **more):
    environment = {**os.environ, "STEWARD_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.run([str(word) for word in words], env=environment, cwd=home, capture_output=True, text=True,
                          encoding="utf-8", check=False, timeout=300)


def answer(words, home, **more):
    outcome = run(words, home, **more)
    assert outcome.returncode in (0, 1), outcome.stderr
    return json.loads(outcome.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Build the folder once for all tests here."""
    place = tmp_path_factory.mktemp("installer")
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--distpath", place / "dist",
             "--workpath", place / "work", ROOT / "build_installer.spec"]
    built = run(words, place)
    assert built.returncode == 0, built.stderr[-2000:]
    return place / "dist" / "Steward"


@pytest.fixture(scope="module")
def program(folder):
    return folder / ("Steward.exe" if os.name == "nt" else "Steward")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel once, and unpack it."""
    place = tmp_path_factory.mktemp("wheel")
    built = subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)], cwd=ROOT,
                           capture_output=True, text=True, check=False, timeout=300)
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(place.glob("*.whl"))) as archive:
        archive.extractall(place / "unpacked")
    return place / "unpacked"


def test_the_frozen_program_discovers_what_the_source_tree_discovers(program, tmp_path):
    frozen = answer([program, "self-check", "--json"], tmp_path)
    source = answer([*SOURCE_TREE, "self-check", "--json"], tmp_path)
    assert frozen["discovered"] == source["discovered"]
    assert {**frozen["versions"], "frozen": ""} == {**source["versions"], "frozen": ""}


def test_the_frozen_program_finds_in_the_sample_what_the_source_tree_finds(program, tmp_path):
    frozen = answer([program, "check", SAMPLE, "--json"], tmp_path)
    source = answer([*SOURCE_TREE, "check", SAMPLE, "--json"], tmp_path)
    assert frozen["findings"]
    assert {**frozen, "seconds": None} == {**source, "seconds": None}


def test_the_frozen_program_takes_the_sample_the_whole_way(program, tmp_path):
    outcome = run([program, "demo", "--out", tmp_path / "practice"], tmp_path)
    assert outcome.returncode == 0, outcome.stderr
    assert list((tmp_path / "practice" / "portal").rglob("*.csv"))


def test_the_frozen_program_opens_its_window_and_says_nothing_meanwhile(program, tmp_path):
    home = tmp_path / "home"
    environment = {**os.environ, "STEWARD_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    with (tmp_path / "said").open("wb") as said, subprocess.Popen([str(program)], env=environment, stderr=said) as window:
        started = psutil.Process(window.pid)
        with contextlib.suppress(psutil.TimeoutExpired):
            started.wait(timeout=5)
        is_open = started.is_running()
        window.terminate()
    assert is_open
    assert [line for line in (tmp_path / "said").read_text().splitlines() if "propagateSizeHints" not in line] == []


def test_no_code_of_the_frozen_program_names_the_source_tree(program):
    modules = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    ours = [name for name in modules.toc if name.split(".")[0] == "steward"]
    assert len(ours) > 50
    assert [name for name in ours if str(ROOT) in modules.extract(name).co_filename] == []


def test_no_file_of_the_frozen_program_names_the_source_tree(folder):
    place = str(ROOT).encode()
    assert [path.name for path in folder.rglob("*") if path.is_file() and place in path.read_bytes()] == []


def test_every_resource_is_in_the_folder(folder):
    kept = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert [str(path) for path in kept if not (folder / "_internal" / path).is_file()] == []


def test_nothing_that_only_tests_need_is_in_the_folder(folder):
    names = {path.name for path in (folder / "_internal").iterdir()}
    assert not names & {"pytest", "mypy", "hypothesis", "PyInstaller", "tests"}


def test_the_wheel_holds_its_resources_and_discovers_the_same(wheel, tmp_path):
    packed = answer([sys.executable, "-P", "-m", "steward", "self-check", "--json"], tmp_path, PYTHONPATH=str(wheel))
    source = answer([*SOURCE_TREE, "self-check", "--json"], tmp_path)
    assert packed["discovered"] == source["discovered"]
    assert (wheel / "steward" / "_resources" / "samples" / "sample.csv").read_bytes() == SAMPLE.read_bytes()
