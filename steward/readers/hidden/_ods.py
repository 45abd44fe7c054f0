"""Reads an OpenDocument spreadsheet into a `Book`: content, styles, properties and settings, each from its own part."""

import base64
import html
import re
from collections.abc import Iterable, Iterator

from steward.readers.hidden._book import Book, Comment, Link, Name, Trace
from steward.readers.hidden._ods_sheet import OdsStyles, read_sheets
from steward.readers.hidden._package import Package
from steward.readers.hidden._paths import is_telling
from steward.readers.hidden._tags import elements, first, inner_texts, plain, without
from steward.readers.hidden.embedded_objects import MOST_BYTES, texts_in
from steward.vocabulary.message import say

CONTENT_BYTES = 1 << 29
_PRINTER = re.compile(r"config:name=\"(?:PrinterName|PrinterSetup)\"[^<>]*>([^<]+)<")
_OWN_PARTS = re.compile(r"mimetype|META-INF/.*|.*/|Thumbnails/.*|Configurations2/.*|.*\.rdf|"
                        r"(?:content|styles|meta|settings)\.xml|layout-cache|VersionList\.xml|Versions/.*|"
                        r"ObjectReplacements/.*|Object \d+/.*|Basic/.*|Scripts/.*|Dialogs/.*|"
                        r"__MACOSX/.*|(?:.*/)?\.DS_Store", re.IGNORECASE)

_CORE = "OOXMLCoreProperty"        # so LibreOffice begins the names of what Excel kept as category or status
_APP = frozenset(("Manager", "Company", "HyperlinkBase"))
_ABOUT_PICTURE = re.compile(r"<svg:(?:desc|title)(?:\s[^<>]*)?>(.*?)</svg:", re.DOTALL)
_MADE_LABEL = re.compile(r"[^\W\d_]+ (?:[A-Z]{1,3}|\d+)|\d*")       # of a chart: Column C, Row 1, in any language
_PICTURE = re.compile(r"(?:Pictures|media)/.*|(?!Thumbnails/).*\.(?:jpe?g|png|gif|tiff?|webp|svg)", re.IGNORECASE)


def read_workbook(book: Book, package: Package) -> None:
    """Fill the book from the parts of an OpenDocument spreadsheet."""
    book.is_excel = False
    content, styles = package.text("content.xml", CONTENT_BYTES), package.text("styles.xml")
    known = OdsStyles(styles + content[:max(0, content.find("spreadsheet>"))])
    book.styles = known.cell_styles
    book.sheets = read_sheets(without(content, "dde-links"), styles, known)
    book.names = [Name(name=one.get("name"), text=one.get("expression").removeprefix("of:=").replace("[.", "").replace("]", ""))
                  for one in elements(content, "named-expression")]
    book.pictures = [picture for text in (content, styles) for picture in _written_out(text)]
    _read_beside(book, content)
    _read_properties(book, package)
    _read_parts(book, package, content + styles)


def _read_beside(book: Book, content: str) -> None:
    book.comments = [Comment(where=say("In the workbook."), author=" ".join(inner_texts(one.inner, "creator")),
                             text=" ".join(inner_texts(one.inner, "p"))) for one in elements(content, "annotation")
                     if inner_texts(one.inner, "p")]
    bare = without(content, "annotation") if book.comments else content
    for kind in ("text-box", "custom-shape", "rect", "ellipse"):
        book.boxes += [text for one in elements(bare, kind) if (text := " ".join(inner_texts(one.inner, "p")))]
    book.descriptions = [text for found in _ABOUT_PICTURE.findall(bare) if (text := plain(found).strip())]
    if book.sheets:
        book.sheets[0].links += [Link(target=target) for shapes in elements(bare, "shapes")
                                 for one in elements(shapes.inner, "a") if (target := one.get("href"))]
    book.reading_aids = inner_texts(bare, "ruby-text")
    book.traces += _told_outright(book, content)


def _told_outright(book: Book, content: str) -> Iterator[Trace]:
    """Give the record of changes, links to other workbooks, connections, and what pivot tables keep of their source."""
    changes = first(content, "tracked-changes")
    if changes is not None and changes.inner.strip():
        yield Trace(kind="revision_log", where=say("The record of changes."),
                    texts=[*inner_texts(changes.inner, "p"), *inner_texts(changes.inner, "creator")])
    programs = list(elements(content, "dde-link"))
    sources = [*elements(content, "table-source"), *programs,
               *(one for one in elements(content, "cell-range-source") if is_telling(one.get("href")))]
    if sources:
        yield Trace(kind="external_link_cache", where=say("Links to other workbooks (Edit, Links)."), count=len(sources),
                    texts=[text for one in programs for text in inner_texts(one.inner, "p")])
    queries = [one.attributes for name in ("database-source-sql", "database-source-table", "database-source-query")
               for one in elements(content, name)]
    if queries:
        yield Trace(kind="connection_string", where=say("Connections to databases."), count=len(queries),
                    texts=[" ".join(values.values()) for values in queries])
    # LibreOffice lists the members of each field; those that a cell shows are no copy
    members = [name for one in elements(content, "data-pilot-member") if (name := one.get("name")) and not book.holds(name)]
    if members:
        yield Trace(kind="pivot_cache", where=say("Behind a pivot table."), texts=members)


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


def _read_parts(book: Book, package: Package, xml: str) -> None:
    names = [name for name in package.names if not name.endswith("/")]
    book.pictures += [package.content(name) for name in names if _PICTURE.fullmatch(name)]
    book.printers = [html.unescape(text).encode("utf-16-le") for text in _PRINTER.findall(package.text("settings.xml"))]
    objects = sorted(_objects(names, xml))
    for one in objects:
        _read_object(book, package, one)
    if documents := sorted(set(names) & _led_to(xml)):
        texts = [text for one in documents for text in texts_in(package.content(one, MOST_BYTES))]
        book.traces.append(Trace(kind="embedded_object", where=say("Embedded files."), count=len(documents), texts=texts))
    if any(re.match(r"Basic/.+/(?!script-lb|dialog-lb)[^/]+\.xml$|Scripts/.+", name) for name in names):
        book.traces.append(Trace(kind="vba_macro", where=say("Macros (Tools, Macros).")))
    if versions := [name for name in names if re.fullmatch(r"Versions/.+", name)]:
        authors = [one.get("creator") for one in elements(package.text("VersionList.xml"), "version-entry")]
        book.traces.append(Trace(kind="revision_log", where=say("Earlier versions within the file (File, Versions)."),
                                 count=len(versions), texts=authors))
    listed = {one.get("full-path") for one in elements(package.text("META-INF/manifest.xml"), "file-entry")}
    folders = tuple(f"{one}/" for one in objects)
    left = [name for name in names if not _OWN_PARTS.fullmatch(name) and not name.startswith(folders) and name not in xml
            and not (name in listed and _PICTURE.fullmatch(name)) and package.content(name).strip()]
    if left:
        book.traces.append(Trace(kind="orphan_part", where=say("Parts that no sheet uses."), count=len(left)))


def _objects(names: Iterable[str], xml: str) -> set[str]:
    """Return the folders of embedded objects: those that are named so, and those that a frame leads to."""
    folders = {name.split("/")[0] for name in names if "/" in name}
    led_to = _led_to(xml)
    return {one for one in folders if one in led_to or re.fullmatch(r"Object \d+", one)}


def _led_to(xml: str) -> set[str]:
    """Return what frames for objects lead to: a folder where the object is a document, a part where another program made it."""
    return {one.get("href").removeprefix("./") for kind in ("object", "object-ole") for one in elements(xml, kind)}


def _read_object(book: Book, package: Package, name: str) -> None:
    """Read a chart, or tell of any other embedded object."""
    content = package.text(f"{name}/content.xml")
    if "office:chart" not in content and "<chart:chart" not in content:
        texts = inner_texts(content, "p")
        book.traces.append(Trace(kind="embedded_object", where=say("Embedded files."), texts=texts))
        return
    table = first(content, "table")
    rows = first(table.inner, "table-rows") if table else None
    # figures, and labels that are personal: most others were made by the program, or are written otherwise than in the cell
    for cell in elements(rows.inner, "table-cell") if rows else ():
        value, text = cell.get("value"), " ".join(inner_texts(cell.inner, "p"))
        if value not in {"", "NaN"}:
            book.chart_values.append(value)
        elif not _MADE_LABEL.fullmatch(text) and book.recognition.is_personal(text):
            book.chart_values.append(text)
