"""Looks into the places where a workbook holds things out of sight, one file per place, each ending in `HIDDEN`.

Context: names left behind deleted tabs have been published more than once; Excel's own screens show about half of what a
workbook holds. Decision: each format fills one `Book` from its raw parts; each place looks at the book and gives traces, whose
text is recognized here, in the reading process, and thrown away: only kinds, places and counts leave it. When a kind counts
stands in `steward.vocabulary.hidden.KINDS`. XML is searched, never parsed, so that no entity expands; every search is linear,
every unpacking has a budget. Refused: openpyxl (it finds half, and drops what it does not know), an XML parser (bombs).
"""

import zipfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from steward.discovery import discover
from steward.privacy.knowledge import Knowledge
from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._package import Package
from steward.readers.hidden._recognition import Recognition
from steward.readers.hidden._xlsx import is_workbook, read_workbook
from steward.readers.hiding import could_not_look, to_plain
from steward.readers.limits import Limits
from steward.readers.recognition import COMPOUND
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.tier import Tier

_HARMLESS_KINDS = frozenset((
    "thumbnail", "hidden_window", "printer_settings", "absolute_path", "app_properties", "sensitivity_label"))


def answer(job: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to a job of looking: the things that were found, as JSON has them."""
    given: dict[str, Any] = {name: frozenset(value) if isinstance(value, list) else value
                             for name, value in job["knowledge"].items()}
    return {"hidden": to_plain(look_into(Path(job["path"]), Knowledge.parse(**given), Limits(**job["limits"])))}


def look_into(path: Path, knowledge: Knowledge, limits: Limits) -> tuple[HiddenThing, ...]:
    """Return what the file holds out of sight, without its text.

    Never raises, but for MemoryError: what cannot be looked through is told as a thing of its own.
    """
    book, things = Book(recognition=Recognition(knowledge)), list[HiddenThing]()
    with ExitStack() as opened:
        is_whole = _attempt(partial(_fill, book, path, limits, opened))
        for place in discover("steward.readers.hidden", "HIDDEN"):
            is_whole &= _attempt(partial(_look, place, book, things))
    if not is_whole or (book.package is not None and book.package.unread):
        things.append(could_not_look())
    return tuple(things)


def _look(place: Place, book: Book, things: list[HiddenThing]) -> None:
    things.extend(_thing(trace, book.recognition) for trace in place.look(book))


def _thing(trace: Trace, recognition: Recognition) -> HiddenThing:
    found = recognition.count(trace)
    tier = Tier.NOTE if trace.kind in _HARMLESS_KINDS and not found else Tier.WARN
    return HiddenThing(kind=trace.kind, where=trace.where, count=trace.count, tier=tier, found=found, sheet=trace.sheet,
                       cells=tuple(trace.cells))


def _fill(book: Book, path: Path, limits: Limits, opened: ExitStack) -> None:
    """Fill the book from the file; the zip stays open until all places were looked into."""
    with path.open("rb") as stream:
        is_old = stream.read(8) == COMPOUND
    if is_old:
        from steward.readers.hidden._xls import read_workbook as read_old

        read_old(book, path)
        return
    package = Package(opened.enter_context(zipfile.ZipFile(path)), limits.unpacked_bytes)
    if package.has("content.xml"):
        from steward.readers.hidden._ods import read_workbook as read_open

        read_open(book, package)
    elif is_workbook(package.names):
        read_workbook(book, package)


def _attempt(act: Callable[[], object]) -> bool:
    """Return whether an act came to its end; a hostile part must cost no more than what it would have told."""
    try:
        act()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken part does, the others are still looked into
        return False
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":    # a library in Rust gave up: it is no Exception
            return False
        raise
    return True
