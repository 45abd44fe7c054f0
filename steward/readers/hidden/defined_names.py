"""Names that hold a value, are hidden, or lead nowhere. Areas for printing and filters, and what programs add, do not count."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Name, Place, Trace
from steward.vocabulary.message import say

_PROGRAMS = re.compile(r"_xlnm\.|_xlfn|_xlpm|_xlws|_xleta|_xlcn|_xlchart|_xlbgnm|ExternalData_|Slicer_|NativeTimeline_|solver_|"
                       r"Print_(?:Area|Titles)$|_FilterDatabase|_Fill$|_Sort$|_Key\d|_Order\d|_Parse|_Regression|_Dist_|_Table\d|HTML_"
                       r"|HTMLCount|IQ_|__bookmark", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:'(?:[^']|'')+'|[\w.\[\]]+)!|\$?[A-Z]{1,3}\$?\d+|\$[A-Z]{1,3}:\$[A-Z]{1,3}|\$\d+:\$\d+"
                        r"|\b[A-Za-z_]\w*\[", re.UNICODE)
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_NUMBER = re.compile(r"=?[-+]?\d[\d.,]*%?(?:E[-+]?\d+)?", re.IGNORECASE)
_NUMBERS = re.compile(r"=?\{[^{}\"]*\d[^{}\"]*\}")      # a list of them
_LETTERS = re.compile(r"[^\W_]{2}")


def _look(book: Book) -> Iterator[Trace]:
    sheets = {sheet.name.casefold() for sheet in book.sheets}
    found = [name for name in book.names if not _PROGRAMS.match(name.name) and name.text.strip('="').casefold() not in sheets
             and _counts(name)]
    if found:
        yield Trace(kind="defined_name", where=say("Names of the workbook (Formulas, Name Manager)."), count=len(found),
                    texts=[text for name in found for text in (*_values(name.text), name.comment) if text])


def _counts(name: Name) -> bool:
    return name.is_hidden or "#REF!" in name.text.upper() or bool(name.comment.strip()) or bool(_values(name.text))


def _values(text: str) -> list[str]:
    """Return the constants a name holds; texts that are only an address or a format do not count."""
    if _NUMBER.fullmatch(text.strip()) or _NUMBERS.fullmatch(text.strip()):
        return [text.strip()]
    bare = _LITERAL.sub("", text)
    is_computed = _REFERENCE.search(bare) is not None
    return [literal for literal in _LITERAL.findall(text) if _LETTERS.search(literal) or (literal.strip() and not is_computed)
            if not (is_computed or "INDIRECT" in bare.upper()) or " " in literal.strip()]


HIDDEN = Place(kinds=("defined_name",), look=_look)
