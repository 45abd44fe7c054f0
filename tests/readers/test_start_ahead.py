"""A reading process that was started ahead takes the next job, once; without one, jobs start their own."""

import subprocess

import pytest

from steward.readers import process
from steward.readers.opening import list_sheets, read, start_ahead
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep

pytestmark = pytest.mark.new_process


@pytest.fixture(autouse=True)
def counted(monkeypatch):
    """Return the processes that this test starts; none is left behind."""
    started = []
    begin = process._new_child

    def counting(name):
        started.append(begin(name))
        return started[-1]

    monkeypatch.setattr(process, "_SPARE", process._Spare())
    monkeypatch.setattr(process, "_new_child", counting)
    yield started
    for child in started:
        process._end(child, 30)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("A,B\n1,2\n", encoding="utf-8")
    return path


def test_the_next_job_takes_the_process_that_waits(table, tmp_path, counted):
    start_ahead()
    start_ahead()  # one is enough
    assert read(table, ImportStep(), tmp_path / "work", Silence()).names == ("A", "B")
    assert len(counted) == 1
    assert counted[0].poll() is not None


def test_a_process_serves_one_job_only(table, counted):
    start_ahead()
    for _job in range(2):
        assert list_sheets(table, Silence())[0].columns == 2
    assert len(counted) == 2


def test_a_waiting_process_that_ended_is_passed_over(table, counted):
    start_ahead()
    counted[0].kill()
    counted[0].wait(30)
    assert list_sheets(table, Silence())[0].columns == 2
    assert len(counted) == 2


def test_a_waiting_process_ends_with_the_program(counted):
    start_ahead()
    counted[0].stdin.close()
    assert counted[0].wait(60) == ExitCode.DONE


def test_where_no_process_can_be_started_only_the_job_says_so(monkeypatch):
    def refused(*_arguments, **_options):
        raise OSError

    monkeypatch.undo()
    monkeypatch.setattr(process, "_SPARE", process._Spare())
    monkeypatch.setattr(subprocess, "Popen", refused)
    start_ahead()
    assert process._SPARE.take() is None
