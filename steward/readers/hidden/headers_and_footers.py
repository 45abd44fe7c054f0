"""Headers and footers for printing that say more than page, date, file and sheet."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.vocabulary.message import say

_CODES = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d{2}[+-]\d{3})|\d{1,3}|[A-Za-z]|&)')
_USUAL = re.compile(r"\b(?:page|pages|pg|of|sheet|tab|date|time|file|print|printed|on|seite|von|p[aá]gina|de|sur)\b|"
                    r"[\d\W_]+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}|\d{4}")


def _look(book: Book) -> Iterator[Trace]:
    names = {sheet.name.casefold() for sheet in book.sheets}
    for sheet in book.sheets:
        told = [text for margin in sheet.margins if (text := _CODES.sub(" ", margin).strip())
                and _LETTERS.search(_USUAL.sub(" ", text)) and text.casefold() not in names and not book.shows(text)]
        if told and sheet.is_visible:
            yield Trace(kind="header_footer", where=say("Sheet {sheet} (View, Page Layout).", sheet=sheet.name),
                        count=len(told),
                        texts=told)


HIDDEN = Place(kinds=("header_footer",), look=_look)
