"""Runs one reading job in a child process, within limits, and turns every end of it into an answer or one sentence."""

import json
import logging
import math
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import Any

from steward.readers.errors import (
    KINDS,
    ReaderNotStarted,
    file_unreachable,
    needs_too_much,
    reader_not_started,
    reader_stopped,
)
from steward.readers.limits import MEGABYTE, Limits
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, from_json, say
from steward.vocabulary.progress import Progress

_LOG = logging.getLogger(__name__)
_SECONDS_BETWEEN_LOOKS = 0.05
_SHORTEST_WAIT = 2.0           # seconds; a process needs half of one to begin
_LONGEST_LINE = 1 << 26        # characters; a listing of ten thousand sheets has a fortieth of that
_WORDS = {"fraction", "size_bytes", "hidden", "listings", "preview", "done", "trouble", "too_much", "fault"}
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows: no console flashes up


def run_job(job: dict[str, Any], name: str, limits: Limits, progress: Progress) -> dict[str, Any]:
    """Return the child's answer. Raises: InputUnreadable, Trouble, or whatever `progress` raises to stop the work.

    The file is touched by the child alone: a drive that does not answer holds up the child, which can be ended at any moment.
    """
    child = _started(name)
    watch = _Watch(child, name, limits, progress)
    try:
        answer = watch.wait_for_answer(job)
    finally:
        _end(child, limits.stop_seconds)
    return _answered(answer, name, watch.memory_bytes)


class _Spare:
    """At most one child that has started ahead of its job: it waits for the line that names the file."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None

    def take(self) -> "subprocess.Popen[str] | None":
        """Return the waiting child, if one waits and lives."""
        with self._lock:
            child, self._child = self._child, None
        return child if child is not None and child.poll() is None else None

    def keep(self) -> None:
        """Start one, unless one waits already. Where none can be started, the job itself will say so."""
        with self._lock:
            if self._child is None or self._child.poll() is not None:
                with suppress(ReaderNotStarted):
                    self._child = _new_child("")


_SPARE = _Spare()


def start_ahead() -> None:
    """Start a child before its job is known, which saves the next job the time a process takes to begin.

    It ends with the program: its standard input closes then.
    """
    _SPARE.keep()


def _started(name: str) -> "subprocess.Popen[str]":
    return _SPARE.take() or _new_child(name)


def _new_child(name: str) -> "subprocess.Popen[str]":
    try:
        return subprocess.Popen(  # noqa: S603 - the command is our own; the file's path goes through its standard input
            command("read-in-child"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            encoding="utf-8", creationflags=NO_WINDOW)
    except OSError as trouble:
        raise reader_not_started(name) from trouble


def command(word: str) -> list[str]:
    """Return what starts this very program for one of its inner tasks, in a checkout, installed or frozen."""
    return [sys.executable, word] if getattr(sys, "frozen", False) else [sys.executable, "-m", "steward", word]


def _end(child: "subprocess.Popen[str]", seconds: float) -> None:
    if child.poll() is None:
        child.kill()
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:  # the system holds it while a drive does not answer, and ends it then
        _LOG.warning("the reading process has not ended yet")
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                _LOG.debug("a pipe of the reading process was closed already")


def _answered(answer: dict[str, Any] | None, name: str, memory_bytes: int = 0) -> dict[str, Any]:
    if answer is None:
        _LOG.warning("the reading process ended without an answer")
        raise reader_stopped(name)
    if "too_much" in answer:
        raise needs_too_much(name, _memory_words(memory_bytes))
    if "fault" in answer:
        _LOG.warning("the reading process met a fault of its own: %s", answer["fault"])
        raise reader_stopped(name)
    if "trouble" in answer:
        raise KINDS[answer["trouble"]](words(*(from_json(part) for part in answer["words"])))
    return answer


def _memory_words(most_bytes: int) -> Message:
    return say("Opening this file takes more than {most} MB of memory, the most that Steward gives to a file of its size.",
               most=most_bytes // MEGABYTE)


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and said.keys() & _WORDS else None


def _idle_seconds() -> float:
    """Return how many seconds the computer's processors had nothing to do but wait for drives, all together."""
    import psutil

    times = psutil.cpu_times()
    return times.idle + getattr(times, "iowait", 0.0)


class _Watch:
    """Looks after one child until it answers, ends, breaks a limit, or the person stops it."""

    def __init__(self, child: "subprocess.Popen[str]", name: str, limits: Limits, progress: Progress) -> None:
        self._child, self._name, self._limits, self._progress = child, name, limits, progress
        self.memory_bytes, self._seconds = limits.memory_bytes(0), limits.seconds(0)
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._fraction, self._message, self._looked = 0.0, say("Opening the file."), 0.0
        self._idle = 0.0

    def wait_for_answer(self, job: dict[str, Any]) -> dict[str, Any] | None:
        """Return the last word of the child, or None if it ended without one or talks nonsense."""
        threading.Thread(target=self._listen, args=(job,), daemon=True).start()
        begun, self._idle = time.monotonic(), _idle_seconds()
        while True:
            self._progress.report(self._fraction, self._message)
            self._check(begun)
            try:
                line = self._lines.get(timeout=_SECONDS_BETWEEN_LOOKS)
            except queue.Empty:
                continue
            said = None if line is None else _parsed(line)
            if said is None or not said.keys() & {"fraction", "size_bytes"}:
                return said
            self._hear(said)

    def _hear(self, said: dict[str, Any]) -> None:
        if "size_bytes" in said:
            size, is_away = said["size_bytes"], said["is_away"]
            self.memory_bytes, self._seconds = self._limits.memory_bytes(size), self._limits.seconds(size, is_away=is_away)
            self._message = say("The file is being downloaded from the cloud.") if is_away else self._message
        else:
            self._fraction, self._message = said["fraction"], from_json(said["message"])

    def _listen(self, job: dict[str, Any]) -> None:
        try:
            self._talk(json.dumps(job) + "\n")
        except (OSError, ValueError):
            _LOG.debug("the reading process closed its pipes")
        self._lines.put(None)

    def _talk(self, job: str) -> None:
        if self._child.stdin is None or self._child.stdout is None:
            return  # cannot be: both pipes were asked for
        self._child.stdin.write(job)
        self._child.stdin.flush()
        while line := self._child.stdout.readline(_LONGEST_LINE):
            self._lines.put(line)

    def _check(self, begun: float) -> None:
        now = time.monotonic()
        if now - begun > self._seconds and not self._is_starved(now - begun):
            if self._is_waiting(now - begun):
                raise file_unreachable(self._name)
            raise needs_too_much(self._name, say("Opening this file takes longer than {seconds} seconds, the most that Steward "
                                                 "waits for a file of its size.", seconds=int(self._seconds)))
        if now - self._looked >= _SECONDS_BETWEEN_LOOKS:
            self._looked = now
            self._weigh()

    def _is_waiting(self, passed_seconds: float) -> bool:
        """Return whether the child hardly did anything all the time, as where a drive in the network does not answer."""
        return passed_seconds > _SHORTEST_WAIT and self._computed() < self._limits.idle_share * passed_seconds

    def _is_starved(self, passed_seconds: float) -> bool:
        """Return whether other programs leave the child hardly any time, as where a scanner or an update runs; not for ever."""
        left = _idle_seconds() - self._idle
        is_busy = left < self._limits.free_share * passed_seconds
        is_early = passed_seconds < self._limits.patience * self._seconds
        return is_early and is_busy and self._computed() < self._limits.starved_share * passed_seconds

    def _computed(self) -> float:
        """Return how many seconds the child has computed; endless where it has just ended."""
        import psutil

        try:
            times = psutil.Process(self._child.pid).cpu_times()
        except psutil.Error:
            return math.inf
        return times.user + times.system

    def _weigh(self) -> None:
        import psutil

        try:
            used = psutil.Process(self._child.pid).memory_info().rss
        except psutil.Error:
            return  # it has just ended; its last line, or the end of its output, is on the way
        if used > self.memory_bytes:
            raise needs_too_much(self._name, _memory_words(self.memory_bytes))
