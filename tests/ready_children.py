"""Reading processes that are ready at once: each is a copy of one that has loaded everything already.

Context: a new reading process spends 0.25 CPU seconds on loading libraries, and more than a thousand of them were half of the
time that all tests took. Decision: on Linux one process loads them once (this file, run by itself) and copies itself for each
job. The copy then runs the product's own `child.main`, with the same pipes, limits and end. The tests of the process itself
(marked `new_process`) start it as the product does, and so do all tests on other systems.
"""

import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parents[1]
PIPES = 2


class Copy:
    """What `steward.readers.process` uses of a Popen object, for a process that is the child of another."""

    def __init__(self, pid: int, stdin: TextIO, stdout: TextIO) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        try:
            self._handle: int | None = os.pidfd_open(pid)
        except ProcessLookupError:
            self._handle = None

    def poll(self) -> int | None:
        """Return 0 once the process has ended, however it ended, and None while it lives."""
        return 0 if self._has_ended(0) else None

    def wait(self, seconds: float) -> int:
        """Return 0 once the process has ended. Raises: subprocess.TimeoutExpired."""
        if not self._has_ended(seconds):
            raise subprocess.TimeoutExpired("read-in-child", seconds)
        return 0

    def kill(self) -> None:
        """End the process at once."""
        if self._handle is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def _has_ended(self, seconds: float) -> bool:
        if self._handle is not None and select.select([self._handle], [], [], seconds)[0]:
            os.close(self._handle)
            self._handle = None
        return self._handle is None


class Origin:
    """The process that is copied, as the tests see it. It starts when the first copy is wanted."""

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None
        self._line: socket.socket | None = None
        self._one_at_a_time = threading.Lock()

    def _start(self) -> socket.socket:
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            command = [sys.executable, "-m", "tests.ready_children", str(its.fileno())]
            self._process = subprocess.Popen(command, cwd=ROOT, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL)
        return ours

    def copy(self, _name: str) -> Copy:
        """Return a new reading process, in the folder and the environment that the test has now."""
        its_input, our_input = os.pipe()
        our_output, its_output = os.pipe()
        place = json.dumps([str(Path.cwd()), dict(os.environ)]).encode()
        with self._one_at_a_time:
            self._line = self._line or self._start()
            socket.send_fds(self._line, [place], [its_input, its_output])
            pid = int(self._line.recv(64))
        os.close(its_input)
        os.close(its_output)
        return Copy(pid, os.fdopen(our_input, "w", encoding="utf-8"), os.fdopen(our_output, encoding="utf-8"))

    def end(self) -> None:
        """End the process, if it began: it reads the end of its line."""
        if self._line is not None and self._process is not None:
            self._line.close()
            self._process.wait()


def serve(line: socket.socket) -> None:
    """Copy this process for each request on the line, until the line ends."""
    from steward.readers import child

    _load(child)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the copies are watched by those who asked for them
    while True:
        place, pipes, _flags, _address = socket.recv_fds(line, 1 << 20, PIPES)
        if not place:
            return
        pid = os.fork()
        if not pid:
            line.close()
            _become_child(json.loads(place), pipes)
        for pipe in pipes:
            os.close(pipe)
        line.send(str(pid).encode())


def _load(child) -> None:
    """Load what reading may need, as the child itself would: without pandas."""
    import steward.readers

    child.keep_pandas_out()
    for module in pkgutil.walk_packages(steward.readers.__path__, "steward.readers."):
        importlib.import_module(module.name)
    child.formats()


def _become_child(place: list, pipes: list[int]) -> None:
    from steward.readers import child

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, pipe in enumerate(pipes):
        os.dup2(pipe, number)
        os.close(pipe)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.chdir(place[0])
    os.environ.clear()
    os.environ.update(place[1])
    try:
        child.main([])
    finally:
        os._exit(0)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
