"""A drive that does not answer holds up nobody: the question is given up, or left behind when the person stops the work."""

import os
import sys
import threading
from pathlib import Path

import pytest

from steward.crew.second import get_ready_for
from steward.disk.patience import answer_of
from steward.readers.errors import FileLocked
from steward.readers.opening import fingerprint
from steward.tasks import describing, opening
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence


class Stopped:
    """Progress of work that the person stopped."""

    def report(self, _fraction, _message):
        raise Cancelled


def test_an_answer_is_given_and_what_stands_against_it_is_raised(tmp_path):
    assert answer_of(tmp_path.exists, 5)
    with pytest.raises(FileNotFoundError):
        answer_of((tmp_path / "none.csv").stat, 5)


def test_what_is_not_answered_is_given_up():
    answered = threading.Event()
    with pytest.raises(TimeoutError):
        answer_of(answered.wait, 0.01)
    answered.set()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe with a name stands for the drive")
def test_comparing_a_file_on_a_drive_that_does_not_answer_can_be_stopped(tmp_path):
    silent = tmp_path / "permits.csv"
    os.mkfifo(silent)
    with pytest.raises(Cancelled):
        fingerprint(silent, Stopped())
    os.close(os.open(silent, os.O_RDWR))     # lets go who waits for it


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe with a name stands for the drive")
def test_a_drive_that_fell_silent_while_a_file_is_compared_is_told_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("steward.readers.opening.SILENT_SECONDS", 0.01)
    silent = tmp_path / "permits.csv"
    os.mkfifo(silent)
    with pytest.raises(FileLocked) as told:
        fingerprint(silent, Silence())
    assert str(told.value.words.what) == "The place where the file lies did not answer."
    os.close(os.open(silent, os.O_RDWR))


@pytest.fixture
def silent_drive(monkeypatch):
    """Let no file be asked about until the test is over, with hardly any patience."""
    over, asked = threading.Event(), []

    def wait(path, **_further):
        asked.append(path.name)
        over.wait()
        raise OSError

    for question in ("stat", "exists", "resolve"):
        monkeypatch.setattr(Path, question, wait)
    for place in ("steward.tasks.opening", "steward.tasks.describing", "steward.crew.second"):
        monkeypatch.setattr(f"{place}.LONGEST_WAIT", 0.01)
    yield asked
    over.set()


def test_what_is_told_of_a_file_beside_its_cells_waits_for_no_drive(silent_drive):
    path = Path("/share/permits.csv")
    assert (opening.size_of(path), opening.is_there(path)) == (None, False)
    assert opening._place(path) == str(path.absolute())
    assert opening._is_there(path)      # reading it says what is wrong
    assert describing._day_saved(str(path)) == ""
    get_ready_for(path)
    assert silent_drive == ["permits.csv"] * 6


def test_what_is_told_of_a_file_on_a_drive_that_answers(tmp_path):
    path = tmp_path / "permits.csv"
    path.write_bytes(b"a,b\n1,2\n")
    assert (opening.size_of(path), opening.is_there(path), opening._place(path)) == (8, True, str(path.resolve()))
    assert not opening.is_there(tmp_path / "none.csv")
