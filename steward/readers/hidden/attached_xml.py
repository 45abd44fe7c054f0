"""XML that programs attach to a workbook, and the queries that Excel keeps in such a part."""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._package import DAMAGE, Package
from steward.readers.hidden._tags import elements, first, plain
from steward.vocabulary.message import say

_OFFICE = re.compile(
    r"schemas\.microsoft\.com/(?:office|sharepoint|internal|PowerBI)|contentTypeSchema|FormTemplates|LongProperties|gemini|"
    r"schemas\.openxmlformats\.org/officeDocument/2006/bibliography|ClientLinkedTables|DataMashup|documentManagement",
    re.IGNORECASE)
_PERSON = ("DisplayName", "AccountId", "UserInfo")
_VALUES = re.compile(r"\s(?!xmlns)[\w.:-]+\s*=\s*(?:\"([^\"]+)\"|'([^']+)')")
_FORMULA_BYTES = 1 << 24


def _look(book: Book) -> Iterator[Trace]:
    if book.package is None:
        return
    own, queries = list[str](), list[str]()
    for part in book.package.of("customXml", path=r"customXml/item\d*\.xml"):
        xml = book.package.text(part)
        if (mashup := first(xml, "DataMashup")) is not None:
            queries += _formulas(mashup.inner) or [""]
        elif holds_own_text(xml):
            own.append(plain(xml))
    yield from _traces(own, queries, _mashed_connections(book.package))


def _traces(own: list[str], queries: list[str], connections: list[str]) -> Iterator[Trace]:
    if own:
        yield Trace(kind="custom_xml", where=say("Attached XML."), count=len(own), texts=own)
    if queries or connections:
        yield Trace(kind="power_query", where=say("Queries (Data, Queries and Connections)."),
                    count=max(1, len(queries), len(connections)), texts=queries + connections)


def holds_own_text(xml: str) -> bool:
    """Return whether an attached part holds something that Office did not write for itself."""
    if _OFFICE.search(xml[:4000]):
        return any(element.text.strip() for name in _PERSON for element in elements(xml, name))
    body = re.sub(r"<\?.*?\?>", "", xml)
    return bool(plain(body).strip() or any(one or other for one, other in _VALUES.findall(body)))


def _formulas(text: str) -> list[str]:
    """Return the text of the queries, which lie in a zip within base64. Source: [MS-QDEFF] 2.2."""
    try:
        content = base64.b64decode("".join(text.split()), validate=False)
        size = int.from_bytes(content[4:8], "little")
        with zipfile.ZipFile(io.BytesIO(content[8:8 + size])) as archive:
            package = Package(archive, _FORMULA_BYTES)
            return [package.content(name).decode("utf-8", "replace") for name in package.names if name.endswith(".m")]
    except (binascii.Error, *DAMAGE):
        return []


def _mashed_connections(package: Package) -> list[str]:
    return [element.get("name") for part in package.of("connections", path=r"xl/connections\.xml")
            for element in elements(package.text(part), "connection") if "Microsoft.Mashup" in element.inner]


HIDDEN = Place(kinds=("custom_xml", "power_query"), look=_look)
