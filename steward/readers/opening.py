"""Opens files as tables: what tasks call."""

import errno
import math
import shutil
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from steward.discovery import discover
from steward.disk.patience import answer_of
from steward.disk.trouble import plainly
from steward.readers import handover
from steward.readers import preview as previews
from steward.readers.digest import Fingerprint, fingerprint_of
from steward.readers.hiding import could_not_look, is_office_file, things_from
from steward.readers.limits import DEFAULT, Limits
from steward.readers.process import run_job, start_ahead
from steward.readers.proposal import propose
from steward.readers.recognition import plain_troubles
from steward.table.preview import Preview
from steward.table.sheet import Sheet, SheetListing
from steward.vocabulary.errors import Cancelled, InputUnreadable
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep

__all__ = ["DEFAULT", "Fingerprint", "Limits", "fingerprint", "inputs", "list_sheets", "look",
           "preview", "propose", "read", "start_ahead"]

SILENT_SECONDS = 30.0    # without a byte of a file


def fingerprint(path: Path, progress: Progress) -> Fingerprint:
    """Return what names the file as it is now. Raises: InputUnreadable subclasses where it cannot be read."""
    reading, message = _Reading(), say("Comparing the file with the one you began with.")

    def look_up() -> None:
        progress.report(reading.fraction, message)
        if time.monotonic() - reading.heard > SILENT_SECONDS:
            raise TimeoutError(errno.ETIMEDOUT, "the drive fell silent")

    with plain_troubles(path):
        try:
            found = answer_of(lambda: reading.read(path), math.inf, look_up)
        finally:
            reading.is_left = True
    progress.report(1.0, message)
    return found


class _Reading:
    """How far a file was read, by a thread that the drive may hold up."""

    def __init__(self) -> None:
        self.fraction, self.heard, self.is_left = 0.0, time.monotonic(), False

    def read(self, path: Path) -> Fingerprint:
        size = max(1, path.stat().st_size)

        def watch(read_bytes: int) -> None:
            self.fraction, self.heard = min(1.0, read_bytes / size), time.monotonic()
            if self.is_left:
                raise Cancelled

        return fingerprint_of(path, watch)


def inputs() -> tuple[str, ...]:
    """Return the endings of the files that can be opened, for the file dialog: ".csv", ".xlsx"."""
    return tuple(suffix for known in discover("steward.readers.formats", "FORMAT") for suffix in known.suffixes)


def read(path: Path, step: ImportStep, workspace: Path, progress: Progress, limits: Limits = DEFAULT) -> Sheet:
    """Return the table in the file, read in a child process; its cells lie in a mapped file in a new folder of `workspace`.

    Raises: InputUnreadable subclasses, one per cause; Trouble where there is no room for it; whatever `progress` raises to
    stop the work. The folder is gone then.
    """
    folder = workspace / f"table-{uuid.uuid4().hex}"
    with plainly(handover.PLACE):
        folder.mkdir(parents=True)
    try:
        _run("read", path, {"step": asdict(step), "folder": str(folder)}, progress, limits)
        return handover.read(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def list_sheets(path: Path, progress: Progress, limits: Limits = DEFAULT) -> tuple[SheetListing, ...]:
    """Return the sheets of the file with size and state, read in a child process. Raises: InputUnreadable, Trouble."""
    return handover.listings_from(_run("list", path, {}, progress, limits)["listings"])


def preview(path: Path, step: ImportStep, progress: Progress, limits: Limits = DEFAULT) -> Preview:
    """Return the first rows as the step would read them, looked at in a child process. Raises: InputUnreadable, Trouble."""
    return previews.from_json(_run("preview", path, {"step": asdict(step)}, progress, limits)["preview"])


def look(path: Path, knowledge: Callable[[], Mapping[str, object]], progress: Progress,
         limits: Limits = DEFAULT) -> tuple[HiddenThing, ...]:
    """Return what a workbook holds out of sight, looked for in a child process; nothing for files of other kinds.

    Shape: `knowledge` gives what `Knowledge.parse` is given, as JSON has it. Where the search breaks a limit, or the
    file is gone by now, that is told as a thing of its own. Raises: whatever `progress` raises to stop the work.
    """
    if not is_office_file(path):
        return ()
    try:
        return things_from(_run("look", path, {"knowledge": dict(knowledge())}, progress, limits)["hidden"])
    except InputUnreadable:
        return (could_not_look(),)


def _run(task: str, path: Path, more: dict[str, Any], progress: Progress, limits: Limits) -> dict[str, Any]:
    job = {"task": task, "path": str(path.absolute()), "limits": asdict(limits), **more}
    return run_job(job, path.name, limits, progress)
