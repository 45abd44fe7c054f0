"""The guards around every test do guard."""

import logging
import socket
import warnings

import pytest

from tests.conftest import NETWORK, OutsideReached, check_log


def record(name, level=logging.WARNING):
    return logging.LogRecord(name, level, __file__, 1, "something", None, None)


def test_a_connection_beyond_this_computer_is_refused():
    with socket.socket() as wire, pytest.raises(OutsideReached):
        wire.connect(("192.0.2.1", 80))
    assert NETWORK.asked == ["socket.connect"]
    NETWORK.asked.clear()


def test_a_name_beyond_this_computer_is_not_even_looked_up():
    with pytest.raises(OutsideReached):
        socket.getaddrinfo("portal.example.org", 443)
    NETWORK.asked.clear()


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
