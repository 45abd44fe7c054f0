"""The core gets values and open streams: it opens nothing by name and reads no clock."""

import ast

import pytest

from tests.architecture.source import core

OPENING = {"open", "io.open", "os.open", "Path.open", "codecs.open", "input", "print", "exec", "eval"}
ON_PATHS = {"read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "iterdir", "exists",
            "is_file", "is_dir", "stat", "rglob", "expanduser", "resolve", "symlink_to"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "datetime.datetime.now",
          "datetime.date.today", "Timestamp.now", "pd.Timestamp.now", "uuid.uuid1"}


def outside_calls(tree):
    """Return the calls that reach out of the core, as (line, name)."""
    calls = [(node.lineno, ast.unparse(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(line, name) for line, name in calls
            if name in OPENING | CLOCKS or name.rsplit(".", 1)[-1] in ON_PATHS or name.startswith("os.")]


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
