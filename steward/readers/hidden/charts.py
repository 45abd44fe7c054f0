"""Values that charts keep from cells which are gone, or lie in another workbook."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.vocabulary.message import say

DIGITS = 9      # of a number that are compared
FEW = 0.1       # of the numbers: a cache may lag behind a computed cell


def _look(book: Book) -> Iterator[Trace]:
    if not book.chart_values:
        return
    known = {_alike(text) for text in book.held_texts}
    missing = [text for text in book.chart_values if _alike(text.casefold()) not in known]
    words = [text for text in missing if not _is_number(text)]
    if words or len(missing) > FEW * len(book.chart_values):
        yield Trace(kind="chart_cache", where=say("Behind the charts."), texts=missing)


def _alike(text: str) -> str:
    """Return a number in one form, other text without blanks around it."""
    return f"{float(text):.{DIGITS}g}" if _is_number(text) else text.strip()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


HIDDEN = Place(kinds=("chart_cache",), look=_look)
