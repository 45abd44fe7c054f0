"""The child may be stopped, killed, stalled or cancelled at any moment, and nothing is left of it."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import nullcontext, suppress

import pytest

from steward.readers import child, process, recognition
from steward.readers.errors import FileDamaged, FileLocked, FileTooLarge, ReaderStopped
from steward.readers.limits import MEGABYTE, Limits
from steward.readers.opening import list_sheets, read
from steward.vocabulary.errors import Cancelled
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.readers.books import book

pytestmark = pytest.mark.new_process

ROWS = b"a,b\n" + b"some text,more text\n" * 60_000


class StopsAt:
    """Progress that raises at its n-th report."""

    def __init__(self, number):
        self.number, self.count = number, 0

    def report(self, _fraction, _message):
        self.count += 1
        if self.count == self.number:
            raise Cancelled


class Does:
    """Progress that does something to the child once."""

    def __init__(self, act, children):
        self.act, self.children, self.messages = act, children, []

    def report(self, _fraction, message):
        self.messages.append(str(message))
        if self.act and self.children:
            act, self.act = self.act, None
            act(self.children[0])


@pytest.fixture
def children(monkeypatch):
    started, whole = [], subprocess.Popen

    def start(*words, **more):
        started.append(whole(*words, **more))
        return started[-1]
    monkeypatch.setattr(process.subprocess, "Popen", start)
    return started


def opened(folder, progress, content=ROWS, name="a.csv", **limits):
    (folder / name).write_bytes(content)
    return read(folder / name, ImportStep(), folder / "work", progress, Limits(**limits))


def is_gone(folder, children):
    return not list((folder / "work").iterdir()) and all(one.poll() is not None for one in children)


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13])
def test_cancel_at_any_report_leaves_no_child_and_no_folder(tmp_path, children, number):
    try:
        opened(tmp_path, StopsAt(number))
    except Cancelled:
        assert is_gone(tmp_path, children)
    else:
        assert len(list((tmp_path / "work").iterdir())) == 1   # it was done before the n-th report
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "work"}


def test_a_killed_child_is_one_sentence(tmp_path, children, expected_log):
    expected_log("steward.readers.process")
    with pytest.raises(ReaderStopped):
        opened(tmp_path, Does(lambda one: one.kill(), children))
    assert is_gone(tmp_path, children)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows stops no process this way")
def test_a_child_that_stalls_runs_into_the_limit_of_time(tmp_path, children):
    with pytest.raises(FileTooLarge, match="longer"):
        opened(tmp_path, Does(lambda one: os.kill(one.pid, signal.SIGSTOP), children), base_seconds=0.5, early_megabytes=0,
               patience=1.0)
    assert is_gone(tmp_path, children)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows stops no process this way")
@pytest.mark.parametrize(("idle_seconds", "is_read"), [(0.0, True), (1e9, False)])
def test_a_child_that_other_programs_keep_from_computing_is_given_more_time(tmp_path, children, monkeypatch, idle_seconds,
                                                                           is_read):
    clock = iter([0.0])
    monkeypatch.setattr(process, "_idle_seconds", lambda: next(clock, idle_seconds))

    timers = []

    def go_on(one):
        with suppress(ProcessLookupError):
            os.kill(one.pid, signal.SIGCONT)

    def hold(one):
        os.kill(one.pid, signal.SIGSTOP)
        timers.append(threading.Timer(2.0, go_on, (one,)))
        timers[0].start()

    with nullcontext() if is_read else pytest.raises(FileTooLarge, match="longer"):
        opened(tmp_path, Does(hold, children), base_seconds=1.0, early_megabytes=0, seconds_per_megabyte=0, patience=1000,
               idle_share=0.0, starved_share=1.0)
    timers[0].join()
    assert is_read or is_gone(tmp_path, children)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows stops no process this way")
def test_a_drive_that_does_not_answer_is_told_apart_from_a_file_that_takes_too_long(tmp_path, children):
    with pytest.raises(FileLocked, match="did not answer"):
        opened(tmp_path, Does(lambda one: os.kill(one.pid, signal.SIGSTOP), children), base_seconds=2.1, idle_share=0.5,
               patience=1.0)
    assert is_gone(tmp_path, children)


@pytest.mark.parametrize(("megabytes", "seconds"), [(0, 30), (0.5, 36), (4, 78), (9, 138), (1000, 2120)])
def test_the_limit_of_time_follows_the_size(megabytes, seconds):
    assert Limits().seconds(int(megabytes * MEGABYTE)) == seconds


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows stops no process this way")
def test_a_child_that_stalls_can_be_cancelled(tmp_path, children):
    class StopsThenCancels(StopsAt):
        def report(self, fraction, message):
            if self.count == 1:
                os.kill(children[0].pid, signal.SIGSTOP)
            super().report(fraction, message)

    with pytest.raises(Cancelled):
        opened(tmp_path, StopsThenCancels(6))
    assert is_gone(tmp_path, children)


def test_a_child_that_does_not_end_is_let_go_of(expected_log):
    class Held:
        pid, stdin, stdout = 0, None, None
        poll = staticmethod(lambda: None)
        kill = staticmethod(lambda: None)

        @staticmethod
        def wait(seconds):
            raise subprocess.TimeoutExpired("", seconds)

    expected_log("steward.readers.process")
    process._end(Held(), 0.0)


@pytest.mark.parametrize("said", ["[]", "1", '{"x": 1}', "[" * 100_000, "\\x00\\xff", '{"fraction": 1'])
def test_nonsense_from_the_child_is_one_sentence(tmp_path, monkeypatch, expected_log, said):
    expected_log("steward.readers.process")
    monkeypatch.setattr(process, "command", lambda _word: [sys.executable, "-c", f"print({said!r})"])
    with pytest.raises(ReaderStopped):
        opened(tmp_path, Silence())


def test_a_child_that_talks_without_end_is_ended(tmp_path, monkeypatch, children):
    program = "while True: print('{\"fraction\": 0.5, \"message\": {\"text\": \"x\"}}', flush=True)"
    monkeypatch.setattr(process, "command", lambda _word: [sys.executable, "-c", program])
    monkeypatch.setattr(process, "from_json", lambda _message: "x")
    with pytest.raises(FileTooLarge):
        opened(tmp_path, Silence(), base_seconds=0.3, seconds_per_megabyte=0)
    assert is_gone(tmp_path, children)


def test_the_sentence_names_the_limit(tmp_path):
    with pytest.raises(FileTooLarge, match="more than 20 MB of memory"):
        opened(tmp_path, Silence(), base_memory_bytes=20 * MEGABYTE, memory_per_byte=0)


@pytest.mark.skipif(sys.platform != "linux", reason="only there does the system refuse addresses")
def test_the_system_refuses_memory_beyond_the_hard_limit():
    program = """from steward.readers.child import fence
fence(1 << 30)
try:
    bytearray(1 << 31)
except MemoryError:
    print('no')"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "no\n"


def test_a_panic_of_a_library_is_one_sentence(tmp_path, monkeypatch):
    class PanicException(BaseException):
        """As pyo3 has it."""

    def panic(*_, **_more):
        raise PanicException("a cell")
    (tmp_path / "a.csv").write_bytes(b"a\n1\n")
    monkeypatch.setattr(recognition.Path, "open", panic)
    with pytest.raises(FileDamaged) as caught:
        recognition.peek(tmp_path / "a.csv")
    assert "a cell" not in str(caught.value.words)


def test_a_panic_outside_of_a_format_is_told_by_its_place_only(tmp_path, monkeypatch):
    class PanicException(BaseException):
        """As pyo3 has it."""

    def panic(*_, **_more):
        raise PanicException("a cell")
    monkeypatch.setattr(child, "_do", panic)
    answer = child._answer({}, None)
    assert answer["fault"].startswith("PanicException in ")
    assert "a cell" not in answer["fault"]


def test_a_file_in_the_cloud_is_said_to_be_downloaded_and_has_more_time(tmp_path, monkeypatch):
    watch = process._Watch(None, "a.csv", Limits(), Silence())
    before = watch._seconds
    watch._hear({"size_bytes": 5 * MEGABYTE, "is_away": True})
    assert "downloaded" in str(watch._message)
    assert watch._seconds > before + 600


def test_a_workbook_that_is_open_in_excel_is_read_and_said(tmp_path):
    path = book(tmp_path / "Fees.xlsx", [["a"], [1]])
    (tmp_path / "~$Fees.xlsx").write_bytes(b"\5Clerk")
    sheet = read(path, ImportStep(), tmp_path / "work", Silence())
    assert [one.kind for one in sheet.oddities] == ["open-elsewhere"]


@pytest.mark.parametrize("name", ["Ñandú 😀 — 表.csv", "a" * 200 + ".csv", "%PATH% 'x' $HOME.csv"])
def test_names_of_all_kinds_and_very_long_paths_are_opened(tmp_path, name):
    folder = tmp_path / ("long folder " * 10) / ("deeper 🌲 " * 10)
    folder.mkdir(parents=True)
    sheet = opened(folder, Silence(), b"a,b\n1,2\n", name)
    assert (sheet.height, sheet.provenance.file_name) == (1, name)
    assert list_sheets(folder / name, Silence())[0].rows == 2
