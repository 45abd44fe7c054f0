"""Connections to databases, files and addresses, often with a user's name and sometimes with a password."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._tags import attributes, elements
from steward.readers.hidden._xlsb_parts import connections
from steward.vocabulary.message import say

_WAY = re.compile(r"<(?:[\w.-]+:)?(?:dbPr|olapPr|webPr|textPr|oledbPr)(?=[\s/>])([^<>]*)>")
_OWN = re.compile(r"Microsoft\.Mashup|Data Model Connection|\$Embedded\$")


def _look(book: Book) -> Iterator[Trace]:
    if book.package is None:
        return
    told = [values for part in book.package.of("connections", path=r"xl/connections\.bin") if part.lower().endswith(".bin")
            for name, values in connections(book.package.content(part)) if values and not _OWN.search(name + values)]
    told += [values for part in book.package.of("connections", path=r"xl/connections\.xml")
            for element in elements(book.package.text(part), "connection")
            if not _OWN.search(element.inner) and (values := _values(element.inner))]
    if told:
        yield Trace(kind="connection_string", where=say("Connections (Data, Queries and Connections)."), count=len(told),
                    texts=told)


def _values(inner: str) -> str:
    found = [attributes(inside) for inside in _WAY.findall(inner)]
    return " ".join(values[key] for values in found for key in ("connection", "command", "sourceFile", "url", "localConnection")
                    if values.get(key))


HIDDEN = Place(kinds=("connection_string",), look=_look)
