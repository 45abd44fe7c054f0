"""One new file is found unasked; a folder that lost its files, or a file without its constant, never goes unsaid."""

import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from steward.discovery import NothingDiscovered, discover, module_names
from steward.tasks.self_checking import FOLDERS
from tests.architecture.source import ROOT

EACH_KIND = pytest.mark.parametrize(("package", "constant"), [folder[1:] for folder in FOLDERS],
                                    ids=[folder[0] for folder in FOLDERS])
DROPPED = '"""New."""\nfrom types import SimpleNamespace\n{constant} = SimpleNamespace(name="dropped", kind="dropped")\n'


@pytest.fixture
def copy_of(tmp_path, monkeypatch):
    """Return a function that copies a package of the program into a package of its own and names it."""
    made = []

    def copied(package: str) -> tuple[Path, str]:
        name = f"copied_{len(made)}_{tmp_path.name.replace('-', '_')}"
        shutil.copytree(ROOT / package.replace(".", "/"), tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        made.append(name)
        importlib.invalidate_caches()
        return tmp_path / name, name

    monkeypatch.syspath_prepend(tmp_path)
    yield copied
    discover.cache_clear()
    for name in [loaded for loaded in sys.modules if loaded.split(".")[0] in made]:
        del sys.modules[name]


@EACH_KIND
def test_a_file_dropped_into_the_folder_is_found_unasked(copy_of, package, constant):
    folder, name = copy_of(package)
    (folder / "zz_dropped.py").write_text(f'"""New."""\n{constant} = "dropped"\n')
    found = discover(name, constant)
    assert found[-1] == "dropped"
    assert len(found) == len(module_names(package)) + 1


@EACH_KIND
def test_a_file_without_its_constant_is_not_passed_over(copy_of, package, constant):
    folder, name = copy_of(package)
    (folder / "zz_dropped.py").write_text('"""New."""\n')
    with pytest.raises(NothingDiscovered) as caught:
        discover(name, constant)
    assert "zz_dropped" in str(caught.value.words.where)


@EACH_KIND
def test_a_folder_that_lost_its_files_is_not_passed_over(copy_of, package, constant):
    folder, name = copy_of(package)
    for file in folder.glob("*.py"):
        file.write_text("") if file.name == "__init__.py" else file.unlink()
    with pytest.raises(NothingDiscovered):
        discover(name, constant)


@EACH_KIND
def test_shared_code_beside_them_is_passed_over(copy_of, package, constant):
    folder, name = copy_of(package)
    (folder / "_shared_by_two.py").write_text('"""Shared."""\n')
    assert len(discover(name, constant)) == len(module_names(package))


def test_a_whole_copy_of_the_program_names_what_was_dropped_into_it(tmp_path):
    shutil.copytree(ROOT / "steward", tmp_path / "steward", ignore=shutil.ignore_patterns("__pycache__"))
    for _, package, constant in FOLDERS:
        file = tmp_path / package.replace(".", "/") / "zz_dropped.py"
        file.write_text(DROPPED.format(constant=constant))
    code = "import json; from steward.tasks.self_checking import discovered; print(json.dumps(discovered()))"
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True,
                          text=True, encoding="utf-8", check=False, timeout=100)
    assert told.returncode == 0, told.stderr
    assert [kind for kind, names in json.loads(told.stdout).items() if "zz_dropped" not in names] == []
