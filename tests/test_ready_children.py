"""A copied reading process says what a new one says, stands where the test stands, and ends when it is told."""

import json
import subprocess
from dataclasses import asdict

import pytest

from steward.readers import process
from steward.readers.limits import Limits


def answer_of(child, job: dict) -> dict:
    child.stdin.write(json.dumps(job) + "\n")
    child.stdin.flush()
    try:
        return json.loads(list(child.stdout)[-1])
    finally:
        process._end(child, 30)


@pytest.fixture
def both(origin, request, monkeypatch):
    """Return a copy and a new process."""
    if origin is None:
        pytest.skip("no process can be copied on this system")
    copied = origin.copy("")
    monkeypatch.undo()
    return copied, process._new_child("")


@pytest.mark.parametrize("name", ["table.csv", "book.xlsx", "absent.csv"])
def test_a_copy_says_what_a_new_process_says(both, tmp_path, name):
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    job = {"task": "list", "path": str(tmp_path / name), "limits": asdict(Limits())}
    first, second = (answer_of(child, job) for child in both)
    assert first == second
    assert ("listings" in first) == (name == "table.csv")


def test_a_copy_is_alive_until_it_is_killed(origin):
    if origin is None:
        pytest.skip("no process can be copied on this system")
    child = origin.copy("")
    assert child.poll() is None
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0)
    child.kill()
    assert child.wait(30) == 0
    assert child.poll() == 0
    process._end(child, 30)


def test_a_copy_ends_when_its_input_ends(origin):
    if origin is None:
        pytest.skip("no process can be copied on this system")
    child = origin.copy("")
    child.stdin.close()
    assert child.wait(30) == 0
    process._end(child, 30)
