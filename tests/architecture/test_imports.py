"""Imports only go down, and the rule would catch one that goes up."""

import shutil
import subprocess
import sys

from tests.architecture.source import ROOT

LINT = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])")


def verdict(folder):
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=100,
                          env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1"})


def test_every_contract_is_kept():
    outcome = verdict(ROOT)
    assert outcome.returncode == 0, outcome.stdout


def test_an_import_that_goes_up_would_be_caught(tmp_path):
    shutil.copytree(ROOT / "steward", tmp_path / "steward", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, wrong in (("table/climbing", "steward.tasks.opening"), ("commands/_deep", "steward.readers.opening"),
                        ("tasks/painting", "PySide6.QtWidgets"), ("privacy/phoning", "socket"), ("attic/__init__", "os")):
        file = tmp_path / "steward" / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f'"""Wrong."""\nimport {wrong}\n')
    told = verdict(tmp_path).stdout
    assert "steward.attic" in told, "a room that the contract does not list went unseen"
    (tmp_path / "steward" / "attic" / "__init__.py").unlink()
    (tmp_path / "steward" / "attic").rmdir()
    told = verdict(tmp_path).stdout
    assert [line.split(" BROKEN")[0] for line in told.splitlines() if " BROKEN" in line] == [
        "Imports only go down", "Faces call only tasks", "Only the window knows Qt",
        "The core reaches no network, no clock and no secret"]
