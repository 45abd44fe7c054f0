"""Notes inside pictures: where and by whom they were taken, with which camera, and what was written about them."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._exif import notes
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    told = [found for picture in book.pictures if (found := notes(picture))]
    if told:
        yield Trace(kind="image_metadata", where=say("Pictures."), count=len(told), texts=[text for some in told
                                                                                           for text in some])


HIDDEN = Place(kinds=("image_metadata",), look=_look)
