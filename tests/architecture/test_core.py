"""The core gets values and open streams: it opens nothing by name and reads no clock."""

import ast

import pytest

from tests.architecture.source import core

OPENING = {"open", "io.open", "os.open", "Path.open", "codecs.open", "input", "print", "exec", "eval"}
ON_PATHS = {"read_text", "mkdir", "unlink", "rmdir", "touch", "iterdir", "exists", "is_file", "is_dir", "stat", "rglob",
            "expanduser", "resolve", "symlink_to"}
OUTSIDE = {"os", "pathlib.Path", "urllib.request", "threading", "locale", "getpass", "sqlite3"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "datetime.datetime.now",
          "datetime.date.today", "Timestamp.now", "pd.Timestamp.now", "uuid.uuid1"}


def outside_calls(tree):
    """Return the calls that reach out of the core, as (line, name)."""
    calls = [(node.lineno, ast.unparse(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(line, name) for line, name in calls
            if name in OPENING | CLOCKS or name.rsplit(".", 1)[-1] in ON_PATHS or name.startswith("os.")]


def outside_imports(tree):
    """Return what a module imports that names files or machines; PurePath only speaks of names."""
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [f"{node.module}.{alias.name}" for node in froms for alias in node.names]
    return [name for name in names if name in OUTSIDE or name.rpartition(".")[0] in OUTSIDE]


def test_no_module_of_the_core_imports_files_or_the_machine():
    assert {module.place: names for module in core() if (names := outside_imports(module.tree))} == {}


@pytest.mark.parametrize("line", ["import os", "from os import path", "from pathlib import Path", "import urllib.request"])
def test_each_such_import_would_be_caught(line):
    assert outside_imports(ast.parse(line))


def test_a_path_that_only_names_is_allowed():
    assert outside_imports(ast.parse("from pathlib import PurePosixPath")) == []


def test_no_module_of_the_core_reaches_for_a_file_or_a_clock():
    assert {module.place: calls for module in core() if (calls := outside_calls(module.tree))} == {}


@pytest.mark.parametrize("line", [
    "open('a.csv')", "Path('a').read_text()", "datetime.now(UTC)", "date.today()", "time.time()", "os.listdir('.')",
    "pd.Timestamp.now()", "folder.mkdir()", "print('cell')",
])
def test_each_way_out_would_be_caught(line):
    assert outside_calls(ast.parse(line))


def test_a_stream_that_is_handed_in_may_be_read():
    assert outside_calls(ast.parse("stream.read(); open_file('a').write(b'')")) == []
