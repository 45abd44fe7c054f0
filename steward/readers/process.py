"""Runs one reading job in a child process, within limits, and turns every end of it into an answer or one sentence."""

import json
import logging
import queue
import subprocess
import sys
import threading
import time
from typing import Any

from steward.readers.errors import KINDS, needs_too_much, reader_not_started, reader_stopped
from steward.readers.limits import Limits
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, from_json, say
from steward.vocabulary.progress import Progress

_LOG = logging.getLogger(__name__)
_SECONDS_BETWEEN_LOOKS = 0.05
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows: no console flashes up


def run_job(job: dict[str, Any], name: str, size_bytes: int, limits: Limits, progress: Progress) -> dict[str, Any]:
    """Return the child's answer. Raises: InputUnreadable, Trouble, or whatever `progress` raises to stop the work."""
    child = _started(name)
    try:
        answer = _Watch(child, name, size_bytes, limits, progress).wait_for_answer(job)
    finally:
        _end(child, limits.stop_seconds)
    return _answered(answer, name)


def _started(name: str) -> "subprocess.Popen[str]":
    try:
        return subprocess.Popen(  # noqa: S603 - the command is our own; the file's path goes through its standard input
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
            creationflags=_NO_WINDOW)
    except OSError as trouble:
        raise reader_not_started(name) from trouble


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "read-in-child"]
    return [sys.executable, "-m", "steward", "read-in-child"]


def _end(child: "subprocess.Popen[str]", seconds: float) -> None:
    if child.poll() is None:
        child.kill()
    child.wait(seconds)
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                _LOG.debug("a pipe of the reading process was closed already")


def _answered(answer: dict[str, Any] | None, name: str) -> dict[str, Any]:
    if answer is None:
        _LOG.warning("the reading process ended without an answer")
        raise reader_stopped(name)
    if "too_much" in answer:
        raise needs_too_much(name, _memory_words())
    if "fault" in answer:
        _LOG.warning("the reading process met a fault of its own: %s", answer["fault"])
        raise reader_stopped(name)
    if "trouble" in answer:
        raise KINDS[answer["trouble"]](words(*(from_json(part) for part in answer["words"])))
    return answer


def _memory_words() -> Message:
    return say("Opening this file takes more memory than this computer should give to one file.")


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


class _Watch:
    """Looks after one child until it answers, ends, breaks a limit, or the person stops it."""

    def __init__(self, child: "subprocess.Popen[str]", name: str, size_bytes: int, limits: Limits, progress: Progress) -> None:
        self._child, self._name, self._progress = child, name, progress
        self._memory_bytes, self._seconds = limits.memory_bytes(size_bytes), limits.seconds(size_bytes)
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._fraction, self._message = 0.0, say("Opening the file.")

    def wait_for_answer(self, job: dict[str, Any]) -> dict[str, Any] | None:
        """Return the last word of the child, or None if it ended without one."""
        import psutil

        threading.Thread(target=self._listen, args=(job,), daemon=True).start()
        begun = time.monotonic()
        while True:
            self._progress.report(self._fraction, self._message)
            try:
                line = self._lines.get(timeout=_SECONDS_BETWEEN_LOOKS)
            except queue.Empty:
                self._check(psutil, begun)
                continue
            if line is None:
                return None
            said = _parsed(line)
            if said is None or "fraction" not in said:
                return said
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
        for line in self._child.stdout:
            self._lines.put(line)

    def _check(self, psutil: Any, begun: float) -> None:
        if time.monotonic() - begun > self._seconds:
            raise needs_too_much(self._name, say("Opening this file takes longer than Steward waits."))
        try:
            used = psutil.Process(self._child.pid).memory_info().rss
        except psutil.Error:
            return  # it has just ended; its last line, or the end of its output, is on the way
        if used > self._memory_bytes:
            raise needs_too_much(self._name, _memory_words())
