"""A second process is started while a large file is opened, and no other one waits for nothing."""

import os

import pytest

from steward.crew import hands, second
from steward.crew.hands import hands_for
from tests.builders import sheet_of


class Waiting:
    """A second process that only waits."""

    def __init__(self) -> None:
        self.lives = True

    def end(self) -> None:
        self.lives = False


@pytest.fixture
def started(monkeypatch):
    """Return the processes that were started, in order."""
    every = []
    monkeypatch.setattr(second, "_SPARE", second._Spare())
    monkeypatch.setattr(second, "Second", lambda: every.append(Waiting()) or every[-1])
    return every


def file_of(tmp_path, size):
    path = tmp_path / f"{size}.csv"
    path.touch()
    os.truncate(path, size)
    return path


@pytest.mark.parametrize(("size", "count"), [(0, 0), (second.LARGE_FILE_BYTES - 1, 0), (second.LARGE_FILE_BYTES, 1),
                                             (second.MOST_BYTES, 1), (second.MOST_BYTES + 1, 0)])
def test_one_is_started_for_a_large_file_that_two_can_share(tmp_path, started, size, count):
    second.get_ready_for(file_of(tmp_path, size))
    second.get_ready_for(file_of(tmp_path, size))
    assert len(started) == count


def test_a_file_that_is_gone_starts_none(tmp_path, started):
    second.get_ready_for(tmp_path / "none.csv")
    assert not started


def test_the_check_takes_the_one_that_waits_and_another_one_once_it_has_ended(tmp_path, started):
    second.get_ready_for(file_of(tmp_path, second.LARGE_FILE_BYTES))
    assert second.take() is started[0]
    assert second.take() is started[1]
    second.get_ready_for(file_of(tmp_path, second.LARGE_FILE_BYTES))
    started[2].lives = False
    assert second.take() is started[3]


def test_none_waits_on_where_the_table_turned_out_to_be_small(tmp_path, started):
    second.get_ready_for(file_of(tmp_path, second.LARGE_FILE_BYTES))
    with hands_for(sheet_of({"A": ["1"]}), lambda: tmp_path):
        assert not started[0].lives


def test_where_none_can_be_started_one_process_does_all(tmp_path, monkeypatch, expected_log):
    def refuse():
        raise OSError

    expected_log("steward.crew.second")
    monkeypatch.setattr(second, "_SPARE", second._Spare())
    monkeypatch.setattr(second, "Second", refuse)
    with hands_for(sheet_of({"A": ["1"]}), lambda: tmp_path, least_bytes=0) as alone:
        assert isinstance(alone, hands.Threads)
