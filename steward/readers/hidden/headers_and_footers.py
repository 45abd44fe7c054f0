"""Headers and footers for printing that say more than page, date, file and sheet."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.vocabulary.message import say

_FONTS = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d{2}[+-]\d{3})|\d{1,3}|[BIUSEXYHO])')
_CODES = re.compile(rf"{_FONTS.pattern}|&[A-Za-z&]")
_USUAL = re.compile(r"\b(?:page|pages|pg|of|sheet|tab|date|time|file|print|printed|on|seite|von|p[aá]gina|de|sur)\b|"
                    r"[\d\W_]+", re.IGNORECASE)
_PAGE_AND_ITS_WORD = re.compile(r"\s*(?:&[LCR])?\s*[^\W\d_]{1,12}\.?\s*&[PN](?:\s*[^\W\d_]{1,4}\s*&[PN])?\s*")
_LONGEST = 120      # characters of a margin that only counts pages
_LETTERS = re.compile(r"[^\W\d_]{2}|\d{4}")


def _look(book: Book) -> Iterator[Trace]:
    names = {sheet.name.casefold() for sheet in book.sheets}
    for sheet in book.sheets:
        told = [text for margin in sheet.margins if (text := _told(margin)) and text.casefold() not in names
                and not book.shows(text)]
        if told and sheet.is_visible:
            yield Trace(kind="header_footer", where=say("Sheet {sheet} (View, Page Layout).", sheet=sheet.name),
                        count=len(told),
                        texts=told)


def _told(margin: str) -> str:
    """Return what a margin says, empty where it says no more than page and date."""
    if len(margin) < _LONGEST and _PAGE_AND_ITS_WORD.fullmatch(_FONTS.sub("", margin)):   # "Page 3" in any language
        return ""
    text = _CODES.sub(" ", margin).strip()
    return text if _LETTERS.search(_USUAL.sub(" ", text)) else ""


HIDDEN = Place(kinds=("header_footer",), look=_look)
