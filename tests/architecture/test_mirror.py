"""The tests mirror the rooms, and say at least as much as the code."""

import pytest

from tests.architecture.source import ROOT, modules

ROOMS = sorted(path.name for path in (ROOT / "steward").iterdir() if (path / "__init__.py").is_file())


def lines(folder):
    return sum(len(file.text.splitlines()) for file in modules(folder))


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_tests(room):
    assert list((ROOT / "tests" / room).rglob("test_*.py")), f"tests/{room} has no test"


def test_there_is_as_much_test_as_code():
    assert lines("tests") >= lines("steward")
