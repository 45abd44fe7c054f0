"""The folder a workbook was saved in, and what a printer's settings tell of people, servers and folders."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._paths import is_telling
from steward.vocabulary.message import say

_TELLING = re.compile(
    r"\\\\[\w.$-]{2,}\\[\w .$()-]+"                                   # a printer on a server
    r"|[A-Za-z]:\\(?:Users|Documents and Settings|home)\\[\w.-]+"     # somebody's folder
    r"|/(?:Users|home)/[\w.-]+/"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"                                      # an address
    r"|\b(?:user(?:name)?|job ?owner|owner|author)\s*[=:>]\s*[\w.\\-]{2,}"
    r"|\b[A-Z][a-z]+'s\b"
    r"|\b[a-z][\w-]*://[\w.-]+/\S*", re.IGNORECASE)
_OWN = re.compile(r"https?://(?:www\.)?(?:apple\.com|w3\.org|schemas\.)", re.IGNORECASE)


def _look(book: Book) -> Iterator[Trace]:
    if told := [path for path in book.paths if is_telling(path)]:
        yield Trace(kind="absolute_path", where=say("The folder the file was saved in."), count=len(told), texts=told)
    told = [text for printer in book.printers if (text := _told(book, printer))]
    if told:
        yield Trace(kind="printer_settings", where=say("The settings of the printer."), count=len(told), texts=told)


def _told(book: Book, content: bytes) -> str:
    """Return what stands in a printer's settings, empty where it tells of nobody."""
    even, odd = (content[start:len(content) - (len(content) - start) % 2].decode("utf-16-le", "replace") for start in (0, 1))
    for text in (even, odd, content.decode("latin-1")):
        runs = re.findall(r"[\x20-\x7e]{4,}", text)
        found = [run for run in runs if _tells(run) or book.recognition.holds_name(run)]
        if found:
            return " ".join(found)
    return ""


def _tells(run: str) -> bool:
    hit = _TELLING.search(run)
    return hit is not None and not _OWN.match(hit.group())


HIDDEN = Place(kinds=("absolute_path", "printer_settings"), look=_look)
