"""The copy of its source that a pivot table keeps, also after the source is deleted."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._package import Package
from steward.readers.hidden._tags import elements, first
from steward.readers.hidden._xlsb_parts import pivot_fields, pivot_rows
from steward.vocabulary.message import say

_MOST_VALUES = 200_000


def _look(book: Book) -> Iterator[Trace]:
    if book.package is None:
        return
    definitions = book.package.of("pivotCacheDefinition", path=r"xl/pivotCache/pivotCacheDefinition[^/]*\.(?:xml|bin)")
    records = book.package.of("pivotCacheRecords", path=r"xl/pivotCache/pivotCacheRecords[^/]*\.(?:xml|bin)")
    fields = [field for part in definitions for field in _fields(book.package, part)]
    own = [value for part in records if part.lower().endswith(".bin") for value in pivot_rows(book.package.content(part))]
    if fields or records:
        yield Trace(kind="pivot_cache", where=say("Behind a pivot table."), count=max(1, len(definitions)), columns=fields,
                    texts=own)


def _fields(package: Package, part: str) -> Iterator[tuple[str, list[str]]]:
    if part.lower().endswith(".bin"):
        yield from pivot_fields(package.content(part))
    for field in elements(package.text(part), "cacheField"):
        shared = first(field.inner, "sharedItems")
        values = [item.get("v") for kind in ("s", "n", "d") for item in elements(shared.inner, kind)] if shared else []
        yield field.get("name"), values[:_MOST_VALUES]


HIDDEN = Place(kinds=("pivot_cache",), look=_look)
