"""Cells of other workbooks that a link keeps, and where those workbooks lie. Source: Hackney's disclosure of 2021."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._paths import is_telling
from steward.readers.hidden._tags import elements, inner_texts
from steward.readers.hidden._xlsb_parts import linked
from steward.vocabulary.message import say


def _look(book: Book) -> Iterator[Trace]:
    if book.package is None:
        return
    found, texts = 0, list[str]()
    for part in book.package.of("externalLink", path=r"xl/externalLinks/[^/]+\.(?:xml|bin)"):
        values, names, is_program = linked(book.package.content(part)) if part.lower().endswith(".bin") else _linked(
            book.package.text(part))
        paths = [relation.target for relation in book.package.relations(part) if relation.is_external]
        if values or names or any(map(is_telling, paths)) or is_program:
            found += 1
            texts += [*values, *names]
    if found:
        yield Trace(kind="external_link_cache", where=say("Links to other workbooks (Data, Edit Links)."), count=found,
                    texts=texts)


def _linked(xml: str) -> tuple[list[str], list[str], bool]:
    """Return the values that a link keeps, the names of the sheets there, and whether it leads to another program."""
    names = [element.get("val") for element in elements(xml, "sheetName")]
    return inner_texts(xml, "v") + inner_texts(xml, "val"), names, "ddeLink" in xml


HIDDEN = Place(kinds=("external_link_cache",), look=_look)
