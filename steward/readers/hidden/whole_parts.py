"""Parts that count as a whole: records of changes, small pictures of the first page, macros, the data model."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._tags import elements
from steward.vocabulary.message import Message, say

_PARTS: tuple[tuple[str, Message, tuple[str, ...], str], ...] = (
    ("revision_log", say("The record of changes."), ("revisionHeaders", "revisionLog", "usernames"), r"xl/revisions/[^/]+"),
    ("thumbnail", say("A small picture of the first page."), ("thumbnail",), r"docProps/thumbnail\.[^/]+"),
    ("vba_macro", say("Macros (View, Macros)."), ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet"),
     r"xl/vbaProject[^/]*\.bin|xl/macrosheets/[^/]+"),
    ("data_model", say("The data model (Data, Manage Data Model)."), ("powerPivotData",), r"xl/model/[^/]+"),
)


def _look(book: Book) -> Iterator[Trace]:
    if book.package is None:
        return
    for kind, where, types, path in _PARTS:
        if parts := book.package.of(*types, path=path):
            texts = [element.get(key) for part in parts if kind == "revision_log" for name in ("header", "userInfo")
                     for element in elements(book.package.text(part), name) for key in ("userName", "name") if element.get(key)]
            yield Trace(kind=kind, where=where, texts=texts)


HIDDEN = Place(kinds=("revision_log", "thumbnail", "vba_macro", "data_model"), look=_look)
