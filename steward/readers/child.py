"""The process that reads files: takes a job on its standard input, says how far it is, and leaves the table in a folder.

Context: a hostile or enormous workbook must not freeze or end the window. Decision: everything that parses runs here; one JSON
line in, JSON lines out. It ends by itself when its standard input closes, so it never outlives the window.
"""

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from steward.readers import handover, preview
from steward.readers.errors import KINDS
from steward.readers.fence import fence, place_of_fault
from steward.readers.format import Reading
from steward.readers.limits import Limits
from steward.readers.recognition import format_of, formats, peek, plain_troubles
from steward.readers.whereabouts import is_away, is_open_elsewhere, reachable
from steward.table.lean_arrow import keep_pandas_out
from steward.table.sheet import Oddity
from steward.vocabulary.errors import StewardError
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import Message, to_json
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep

SECONDS_BETWEEN_REPORTS = 0.1
SWITCH_SECONDS = 0.0005     # how long a thread keeps others waiting: three of them take turns here, for moments at a time


class _Speaker:
    """Progress that goes to the parent as JSON lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._last = stream, 0.0

    def report(self, fraction: float, message: Message) -> None:
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = now
            self.say({"fraction": fraction, "message": to_json(message)})

    def say(self, line: dict[str, Any]) -> None:
        self._stream.write(json.dumps(line) + "\n")
        self._stream.flush()


def main(_argv: Sequence[str]) -> int:
    """Return 0 once the answer to the job is said, whatever it is."""
    keep_pandas_out()
    sys.setswitchinterval(SWITCH_SECONDS)
    speaker = _Speaker(sys.stdout)
    formats()  # while the job is still on its way
    line = sys.stdin.readline()
    if not line:  # it was started ahead, and never got a job
        return ExitCode.DONE
    job = json.loads(line)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    speaker.say(_answer(job, speaker))
    sys.stdout.flush()
    os._exit(ExitCode.DONE)  # the watching thread still waits on standard input


def _answer(job: dict[str, Any], speaker: _Speaker) -> dict[str, Any]:
    try:
        return _do(job, speaker)
    except StewardError as trouble:
        words = [to_json(part) for part in (trouble.words.what, trouble.words.where, trouble.words.next_step)]
        return {"trouble": type(trouble).__name__ if type(trouble).__name__ in KINDS else "ReaderStopped", "words": words}
    except MemoryError:
        return {"too_much": "memory"}
    except BaseException as fault:  # noqa: BLE001 - a parser's own mistake is one sentence; a panic in Rust is no Exception
        return {"fault": place_of_fault(fault)}


def _do(job: dict[str, Any], speaker: _Speaker) -> dict[str, Any]:
    path, limits = Path(reachable(job["path"])), Limits(**job["limits"])
    _reach(path, limits, speaker)
    if job["task"] == "look":
        from steward.readers import hidden

        return hidden.answer(job)
    first_look = peek(path)
    chosen = format_of(first_look)
    if job["task"] == "list":
        return {"listings": [_plain(one) for one in chosen.list_sheets(first_look, limits, speaker)]}
    if job["task"] == "preview":
        return {"preview": preview.to_json(chosen.preview(first_look, _step(job["step"]), limits, speaker))}
    tempfile.tempdir = job["folder"]  # what else a large file needs lies beside its table; a system's own place may be memory
    reading = chosen.read(first_look, _step(job["step"]), limits, speaker)
    handover.write(_with_neighbors(reading, path), Path(job["folder"]))
    return {"done": True}


def _reach(path: Path, limits: Limits, speaker: _Speaker) -> None:
    """Say how large the file is, and whether it must be fetched first, before anything of it is read."""
    with plain_troubles(path):
        status = path.stat()
    fence(limits.hard_memory_bytes(status.st_size))
    speaker.say({"size_bytes": status.st_size, "is_away": is_away(status)})


def _with_neighbors(reading: Reading, path: Path) -> Reading:
    """Return the reading with a word on unsaved changes where a spreadsheet program has the file open."""
    if not is_open_elsewhere(path):
        return reading
    return replace(reading, oddities=(*reading.oddities, Oddity(kind="open-elsewhere", count=1)))


def _step(values: dict[str, Any]) -> ImportStep:
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return ImportStep(**{**given, "quoting": Quoting(given["quoting"]) if given.get("quoting") else None})


def _plain(listing: Any) -> dict[str, Any]:
    return {name: getattr(listing, name) for name in listing.__dataclass_fields__}


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(ExitCode.TROUBLE)
