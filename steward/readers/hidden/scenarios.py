"""Scenarios (What-If Analysis): other values of cells, with the name of who made them."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        if sheet.scenarios:
            yield Trace(kind="scenario", where=say("Sheet {sheet} (Data, What-If Analysis).", sheet=sheet.name),
                        texts=sheet.scenarios)


HIDDEN = Place(kinds=("scenario",), look=_look)
