"""Reads an OpenDocument spreadsheet into a `Book`: content, styles, properties and settings, each from its own part."""

import base64
import html
import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Comment, Name, Trace
from steward.readers.hidden._ods_sheet import OdsStyles, read_sheets
from steward.readers.hidden._package import Package
from steward.readers.hidden._tags import elements, first, inner_texts, plain, without
from steward.vocabulary.message import say

CONTENT_BYTES = 1 << 29
_PRINTER = re.compile(r"config:name=\"(?:PrinterName|PrinterSetup)\"[^<>]*>([^<]+)<")
_OWN_PARTS = re.compile(r"mimetype|META-INF/.*|.*/|Thumbnails/.*|Configurations2/.*|.*\.rdf|(?:.*/)?(?:content|styles|meta|"
                        r"settings)\.xml|"
                        r"layout-cache|ObjectReplacements/.*|Object \d+/.*|Pictures/.*|Basic/.*|Scripts/.*|Dialogs/.*|media/.*|"
                        r"__MACOSX/.*|(?:.*/)?\.DS_Store", re.IGNORECASE)

_CORE = "OOXMLCoreProperty"        # so LibreOffice begins the names of what Excel kept as category or status
_APP = frozenset(("Manager", "Company", "HyperlinkBase"))
_PICTURE = re.compile(r"(?:Pictures|media)/.*|(?!Thumbnails/).*\.(?:jpe?g|png|gif|tiff?|webp|svg)", re.IGNORECASE)


def read_workbook(book: Book, package: Package) -> None:
    """Fill the book from the parts of an OpenDocument spreadsheet."""
    book.is_excel = False
    content, styles = package.text("content.xml", CONTENT_BYTES), package.text("styles.xml")
    known = OdsStyles(styles + content[:max(0, content.find("spreadsheet>"))])
    book.styles = known.cell_styles
    book.sheets = read_sheets(content, styles, known)
    book.names = [Name(name=one.get("name"), text=one.get("expression").removeprefix("of:=").replace("[.", "").replace("]", ""))
                  for one in elements(content, "named-expression")]
    book.pictures = [picture for text in (content, styles) for picture in _written_out(text)]
    _read_beside(book, content)
    _read_properties(book, package)
    _read_parts(book, package)


def _read_beside(book: Book, content: str) -> None:
    book.comments = [Comment(where=say("In the workbook."), author=" ".join(inner_texts(one.inner, "creator")),
                             text=" ".join(inner_texts(one.inner, "p"))) for one in elements(content, "annotation")
                     if inner_texts(one.inner, "p")]
    bare = without(content, "annotation") if book.comments else content
    for kind in ("text-box", "custom-shape", "rect", "ellipse"):
        book.boxes += [text for one in elements(bare, kind) if (text := " ".join(inner_texts(one.inner, "p")))]
    book.descriptions = [text for name in ("desc",) for text in inner_texts(bare, name)]
    book.reading_aids = inner_texts(bare, "ruby-text")
    if changes := first(content, "tracked-changes"):
        texts = [*inner_texts(changes.inner, "p"), *inner_texts(changes.inner, "creator")]
        if changes.inner.strip():
            book.traces.append(Trace(kind="revision_log", where=say("The record of changes."), texts=texts))
    sources = [html.unescape(found) for found in re.findall(r"<table:table-source\b[^<>]*xlink:href=\"([^\"]*)\"", content)]
    if sources:
        book.traces.append(Trace(kind="external_link_cache", where=say("Links to other workbooks (Edit, Links)."),
                                 count=len(sources)))
    queries = [one.attributes for name in ("database-source-sql", "database-source-table", "database-source-query")
               for one in elements(content, name)]
    if queries:
        book.traces.append(Trace(kind="connection_string", where=say("Connections to databases."), count=len(queries),
                                 texts=[" ".join(values.values()) for values in queries]))


def _written_out(xml: str) -> Iterator[bytes]:
    """Give the pictures that stand in the text itself, as Base64, and not in a part of their own."""
    for one in elements(xml, "binary-data"):
        letters = "".join(one.inner.split())
        try:
            yield base64.b64decode(letters[:len(letters) // 4 * 4])
        except ValueError:       # not Base64: no program shows it either
            continue


def _read_properties(book: Book, package: Package) -> None:
    meta = package.text("meta.xml")
    own = [(one.get("name"), one.text) for one in elements(meta, "user-defined")]
    core = [(name.removeprefix(_CORE), text) for name, text in own if name.startswith(_CORE)]
    book.app_properties = [(name, text) for name, text in own if name in _APP]
    book.custom_properties = [(name, text) for name, text in own if name not in _APP and not name.startswith(_CORE)]
    found = re.findall(r"<(?:meta|dc):([\w-]+)(?:\s[^<>]*)?>([^<]+)</", without(meta, "user-defined"))
    book.properties = [(name, plain(text).strip()) for name, text in found] + core


def _read_parts(book: Book, package: Package) -> None:
    names = [name for name in package.names if not name.endswith("/")]
    book.pictures += [package.content(name) for name in names if _PICTURE.fullmatch(name)]
    book.printers = [html.unescape(text).encode("utf-16-le") for text in _PRINTER.findall(package.text("settings.xml"))]
    objects = sorted({name.split("/")[0] for name in names if re.match(r"Object \d+(?:/|$)", name)})
    for one in objects:
        _read_object(book, package, one)
    if any(re.match(r"Basic/.+/(?!script-lb|dialog-lb)[^/]+\.xml$|Scripts/.+", name) for name in names):
        book.traces.append(Trace(kind="vba_macro", where=say("Macros (Tools, Macros).")))
    listed = {one.get("full-path") for one in elements(package.text("META-INF/manifest.xml"), "file-entry")}
    left = [name for name in names if name not in listed and not _OWN_PARTS.fullmatch(name)]
    if left:
        book.traces.append(Trace(kind="orphan_part", where=say("Parts that no sheet uses."), count=len(left)))


def _read_object(book: Book, package: Package, name: str) -> None:
    """Read a chart, or tell of any other embedded object."""
    content = package.text(f"{name}/content.xml")
    if "office:chart" in content or "<chart:chart" in content:
        table = first(content, "table")
        rows = first(table.inner, "table-rows") if table else None
        # only figures: the texts of a chart's own table are mostly labels that the program made
        book.chart_values += [one.get("value") for one in elements(rows.inner, "table-cell")
                              if one.get("value") not in {"", "NaN"}] if rows else []
    else:
        texts = inner_texts(content, "p")
        book.traces.append(Trace(kind="embedded_object", where=say("Embedded files."), texts=texts))
