"""Texts of deleted cells that stay in the workbook's common list, and phonetic texts beside those that are used."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    if book.unused_strings:
        yield Trace(kind="orphan_shared_string", where=say("The list of texts of the workbook."),
                    count=len(book.unused_strings),
                    texts=book.unused_strings)
    if book.reading_aids:
        yield Trace(kind="phonetic_text", where=say("Phonetic guides of cells."), count=len(book.reading_aids),
                    texts=book.reading_aids)


HIDDEN = Place(kinds=("orphan_shared_string", "phonetic_text"), look=_look)
