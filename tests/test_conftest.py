"""The guards around every test do guard."""

import logging
import socket
import warnings
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE, UNIT_ROOMS, Outside, OutsideReached, check_log, is_in_unit_room


def record(name, level=logging.WARNING):
    return logging.LogRecord(name, level, __file__, 1, "something", None, None)


def test_a_connection_beyond_this_computer_is_refused():
    with socket.socket() as wire, pytest.raises(OutsideReached):
        wire.connect(("192.0.2.1", 80))
    assert OUTSIDE.asked == ["socket.connect"]
    OUTSIDE.asked.clear()


def test_a_name_beyond_this_computer_is_not_even_looked_up():
    with pytest.raises(OutsideReached):
        socket.getaddrinfo("portal.example.org", 443)
    OUTSIDE.asked.clear()


def test_a_unit_test_starts_no_process():
    outside = Outside()
    outside.watch("subprocess.Popen", ("python",))
    outside.may_start = False
    with pytest.raises(OutsideReached):
        outside.watch("subprocess.Popen", ("python",))
    assert outside.asked == ["subprocess.Popen"]


def test_the_unit_part_is_made_of_rooms_that_are_there():
    assert all(any(room.rglob("test_*.py")) for room in UNIT_ROOMS)
    assert not is_in_unit_room(Path(__file__))
    assert is_in_unit_room(Path(__file__).parent / "schema" / "checks" / "test_dates.py")


def test_a_connection_to_this_computer_is_allowed():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as wire:
        assert wire.getpeername() == server.getsockname()


def test_an_unexpected_warning_in_the_log_is_caught():
    with pytest.raises(AssertionError, match="unexpected in the log"):
        check_log([record("steward.store")], [])


def test_an_expected_warning_in_the_log_is_allowed(expected_log):
    expected_log("steward.some")
    logging.getLogger("steward.some.room").warning("said so before")


def test_an_expected_warning_that_does_not_come_is_caught():
    with pytest.raises(AssertionError, match="did not come"):
        check_log([], ["steward.store"])


def test_a_python_warning_is_an_exception_here():
    with pytest.raises(UserWarning, match="no one expected"):
        warnings.warn("no one expected this", stacklevel=1)


def test_each_test_has_its_own_home(own_home, tmp_path):
    assert own_home.parent == tmp_path
