"""The log of this workstation: where something happened, never what it was about.

Context: when something goes wrong the program's people need to know where, and the texts of exceptions and log calls may hold
cells, paths and tokens. Decision: a line holds time, level, module, function and the class names of exceptions, nothing that
was formatted. Refused: filters that look for private texts (they miss some), and no log at all.
"""

import logging
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from steward.store.places import Places

LOGGER = "steward"
LARGEST_BYTES, KEPT_FILES = 512_000, 3
DEEPEST = 40  # frames per exception
NO_PLACE = "?"


class WhereOnly(logging.Formatter):
    """Writes where, and drops all texts: the message, its values, the exception's own words."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of one record."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        line = f"{moment} {record.levelname} {_plain(record.name)} {_plain(record.funcName)}"
        if not record.exc_info or record.exc_info[1] is None:
            return line
        return "\n".join([line, *(f"  {place}" for place in _told(record.exc_info[1]))])


def open_logbook(places: Places) -> Path:
    """Return the file of the log, begun or gone on with; where it cannot be written nothing is logged."""
    logger = logging.getLogger(LOGGER)
    if any(isinstance(known, _Handler) and Path(known.baseFilename) == places.log_file for known in logger.handlers):
        return places.log_file
    close_logbook()
    with suppress(OSError):
        places.logs.mkdir(parents=True, exist_ok=True)
        handler = _Handler(places.log_file, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True)
        handler.setFormatter(WhereOnly())
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    return places.log_file


def close_logbook() -> None:
    """Let go of the file of the log."""
    logger = logging.getLogger(LOGGER)
    for handler in [known for known in logger.handlers if isinstance(known, _Handler)]:
        logger.removeHandler(handler)
        handler.close()


def log_fault(fault: BaseException, places: Places | None = None) -> str:
    """Write where a fault happened, and return where the log is."""
    file = open_logbook(places or Places.find())
    logging.getLogger(LOGGER).error("fault", exc_info=fault)
    return str(file)


class _Handler(RotatingFileHandler):
    """A log that cannot be written, on a full disk for one, must not become a second trouble."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the standard library's name
        """Say nothing."""


def _told(fault: BaseException) -> Iterator[str]:
    """Yield the class of a fault and the functions it passed through, then the same of what it came from."""
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{_plain(type(current).__module__)}.{_plain(type(current).__qualname__)}"
        yield from _frames(current.__traceback__)
        current = current.__cause__ or current.__context__


def _frames(trace: TracebackType | None) -> Iterator[str]:
    walked = list(traceback.walk_tb(trace))[-DEEPEST:]
    for frame, line in walked:
        module = frame.f_globals.get("__name__", NO_PLACE)
        yield f"  {_plain(str(module))} {_plain(frame.f_code.co_name)} {line}"


def _plain(name: str | None) -> str:
    """Return a name of code as it is; anything that cannot be one is dropped."""
    dotted = (name or "").replace("<", "").replace(">", "")
    return dotted if dotted and all(part.isidentifier() for part in dotted.split(".")) else NO_PLACE
