"""Notes at cells, and conversations about them, with the names of those who wrote."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from steward.readers.hidden._book import Book, Comment, Place, Trace


def _look(book: Book) -> Iterator[Trace]:
    yield from _traces("comment", book.comments)
    yield from _traces("threaded_comment", book.threads)


def _traces(kind: str, comments: Iterable[Comment]) -> Iterator[Trace]:
    by_place = defaultdict(list)
    for comment in comments:
        by_place[comment.where].append(comment)
    for where, some in by_place.items():
        authors = sorted({comment.author for comment in some if comment.author})
        yield Trace(kind=kind, where=where, count=len(some), texts=[*(comment.text for comment in some), *authors])


HIDDEN = Place(kinds=("comment", "threaded_comment"), look=_look)
