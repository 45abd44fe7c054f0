"""Files embedded in the workbook: another workbook, a document, a picture of a program long gone."""

import io
import re
import zipfile
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._package import DAMAGE, Package
from steward.readers.hidden._tags import inner_texts
from steward.vocabulary.message import say

MOST_BYTES = 1 << 25
_ASCII = re.compile(rb"[\x20-\x7e]{6,400}")
_UTF16 = re.compile(rb"(?:[\x20-\x7e]\x00){6,400}")
_MOST_TEXTS = 50_000


def _look(book: Book) -> Iterator[Trace]:
    if book.package is None:
        return
    parts = book.package.of("oleObject", "package", path=r"xl/embeddings/[^/]+")
    if parts:
        texts = [text for part in parts for text in texts_in(book.package.content(part, MOST_BYTES))]
        yield Trace(kind="embedded_object", where=say("Embedded files."), count=len(parts), texts=texts[:_MOST_TEXTS])


def texts_in(content: bytes) -> list[str]:
    """Return the texts in an embedded file: those of a zipped document's XML, or runs of letters."""
    if content.startswith(b"PK"):
        return _zipped(content)
    wide = [found.decode("utf-16-le", "replace") for found in _UTF16.findall(content)[:_MOST_TEXTS]]
    return [found.decode("ascii") for found in _ASCII.findall(content)[:_MOST_TEXTS]] + wide


def _zipped(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            package = Package(archive, MOST_BYTES)
            return [text for name in package.names if name.endswith(".xml") for text in inner_texts(package.text(name), "t")]
    except DAMAGE:
        return []


HIDDEN = Place(kinds=("embedded_object",), look=_look)
