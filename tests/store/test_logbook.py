"""The log tells where something happened and never what it was about."""

import logging
from pathlib import Path

import pytest

from steward.store.logbook import WhereOnly, close_logbook, log_fault, open_logbook
from steward.store.places import Places

CELL, PATH, TOKEN = "503-555-0100", "/home/someone/bikes.csv", "secret-token"


@pytest.fixture
def places():
    yield Places.find()
    close_logbook()


@pytest.fixture
def log(places):
    open_logbook(places)
    return lambda: places.log_file.read_text(encoding="utf-8")


def private_fault():
    try:
        try:
            Path(PATH, CELL).read_bytes()
        except FileNotFoundError as first:
            raise ValueError(f"{CELL} {PATH} {TOKEN}") from first
    except ValueError as second:
        return second


def test_a_fault_is_told_by_its_class_and_the_functions_it_passed(places, log, expected_log):
    expected_log("steward")
    assert log_fault(private_fault()) == str(places.log_file)
    assert "builtins.ValueError" in log()
    assert "builtins.FileNotFoundError" in log()
    assert "tests.store.test_logbook private_fault" in log()


def test_no_cell_path_or_token_gets_into_the_log(log, expected_log):
    expected_log("steward.readers")
    logger = logging.getLogger("steward.readers")
    for text in (CELL, PATH, TOKEN):
        logger.warning("%s", text)
        logger.warning("text %s", text, extra={"cell": text}, stack_info=True)
    logger.error(CELL, exc_info=private_fault())
    assert log().count("steward.readers") == 7
    assert not any(private in log() for private in (CELL, PATH, TOKEN, "someone"))


def test_names_made_of_cells_are_dropped():
    record = logging.LogRecord(f"steward.{CELL}", logging.ERROR, PATH, 1, CELL, (), None, func=f"{PATH}()")
    assert WhereOnly().format(record).split()[1:] == ["ERROR", "?", "?"]


def test_an_exception_class_named_after_a_cell_is_dropped():
    fault = type(CELL, (Exception,), {"__module__": PATH})()
    record = logging.LogRecord("steward", logging.ERROR, PATH, 1, "x", (), (type(fault), fault, None), func="f")
    assert WhereOnly().format(record).splitlines()[1] == "  ?.?"


def test_causes_that_go_in_a_circle_come_to_an_end():
    one, two = ValueError(), KeyError()
    one.__cause__, two.__cause__ = two, one
    record = logging.LogRecord("steward", logging.ERROR, PATH, 1, "x", (), (ValueError, one, None), func="f")
    assert len(WhereOnly().format(record).splitlines()) == 3


def test_opening_twice_writes_each_line_once(places, log):
    open_logbook(places)
    logging.getLogger("steward.store").info("once")
    assert len(log().splitlines()) == 1


def test_a_log_that_cannot_be_written_is_no_second_trouble(places, expected_log, capsys):
    expected_log("steward")
    places.logs.mkdir(parents=True)
    places.log_file.mkdir()
    assert log_fault(private_fault(), places)
    assert capsys.readouterr().err == ""


def test_the_log_does_not_grow_without_end(places, log):
    handler, = (one for one in logging.getLogger("steward").handlers if hasattr(one, "maxBytes"))
    assert (handler.maxBytes, handler.backupCount) == (512_000, 3)
