"""Reads an Excel workbook's parts into a `Book`: sheets, names, properties, comments, drawings."""

import posixpath
import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Comment, Link, Name, Sheet
from steward.readers.hidden._package import Package
from steward.readers.hidden._tags import Element, elements, first, inner_texts, is_true, plain
from steward.readers.hidden._xlsb import read_binary
from steward.readers.hidden._xlsx_sheet import Strings, read_sheet
from steward.readers.hidden._xlsx_styles import Palette, cell_styles, rule_styles
from steward.vocabulary.message import Message, say

DRAWINGS = r"xl/drawings/drawing[^/]*\.xml"
_STATES = {"hidden": "hidden", "veryHidden": "very_hidden"}
_PLACEHOLDER = ("[Threaded comment]", "[Threaded comments]")
_CACHES = ("numCache", "strCache", "multiLvlStrCache", "numLit", "strLit", "strDim", "numDim",
           "dlblRangeCache")
_SHEETS = r"xl/(?:worksheets|macrosheets|dialogsheets|chartsheets)/[^/]+\.xml"


def read_workbook(book: Book, package: Package) -> None:
    """Fill the book from the parts of an Excel workbook; what is missing or broken is left empty."""
    main = _main(package)
    workbook = package.text(main) if main.endswith(".xml") else ""
    book.package = package
    book.is_window_hidden = any(view.get("visibility") in _STATES for view in elements(workbook, "workbookView"))
    book.names = [_name(element) for element in elements(workbook, "definedName")]
    book.paths = [path for name in ("absPath",) for element in elements(workbook, name) if (path := element.get("url"))]
    if main.lower().endswith(".bin"):
        read_binary(book, package, main)
    else:
        _read_sheets(book, package, main, workbook)
    _read_properties(book, package)
    book.properties += [("lastmodifiedby", name) for name in _people(workbook)]
    _read_comments(book, package)
    _read_tables(book, package)
    _read_drawings(book, package)
    book.pictures = [package.content(name) for name in package.of("image", path=r"xl/media/[^/]+")]
    book.printers = [package.content(name, 1 << 20) for name in package.of("printerSettings", path=r"xl/printerSettings/[^/]+")]


def _main(package: Package) -> str:
    for relation in package.relations(""):
        if relation.type == "officeDocument" and package.has(relation.target):
            return relation.target
    return "xl/workbook.xml" if package.has("xl/workbook.xml") else "xl/workbook.bin"


def _people(workbook: str) -> Iterator[str]:
    """Give the names of those who shared the workbook: with views of their own, or for reading only."""
    for view in elements(workbook, "customWorkbookView"):
        name, is_personal, _ = view.get("name").partition(" - Personal View")
        if is_personal:
            yield name
    for sharing in elements(workbook, "fileSharing"):
        if name := sharing.get("userName").strip():
            yield name


def _name(element: Element) -> Name:
    return Name(name=element.get("name"), text=element.text, is_hidden=is_true(element.get("hidden")),
                comment=element.get("comment") or element.get("description"))


def _read_sheets(book: Book, package: Package, main: str, workbook: str) -> None:
    ways = {relation.id: relation.target for relation in package.relations(main)}
    styles = "".join(package.text(name) for name in package.of("styles", path=r"xl/styles\.xml")[:1])
    theme = "".join(package.text(name) for name in package.of("theme", path=r"xl/theme/theme1\.xml")[:1])
    palette = Palette(styles, theme)
    book.styles = cell_styles(styles, palette)
    strings, looks = Strings(package), (palette, rule_styles(styles, palette))
    listed = [(element.get("name"), _STATES.get(element.get("state"), "visible"), ways.get(element.get("id"), ""))
              for element in elements(workbook, "sheet")]
    for name, state, part in listed:
        book.sheets.append(read_sheet(package, part, Sheet(name=name, state=state), strings, looks))
    known = {part.lower() for _, _, part in listed}
    for part in package.of(path=_SHEETS):
        if part.lower() not in known:  # a leftover sheet uses its texts too
            read_sheet(package, part, Sheet(name=""), strings, looks)
    if listed and main.endswith(".xml"):
        book.unused_strings, book.reading_aids = strings.unused(), strings.reading_aids


def _read_properties(book: Book, package: Package) -> None:
    for part in package.of("core-properties", path=r"docProps/core\.xml"):
        book.properties += _leaves(package.text(part))
    for part in package.of("extended-properties", path=r"docProps/app\.xml"):
        book.app_properties += _app(package.text(part))
    for part in package.of("custom-properties", path=r"docProps/custom\.xml"):
        book.custom_properties += [(element.get("name"), element.text) for element in elements(package.text(part), "property")]


def _leaves(xml: str) -> list[tuple[str, str]]:
    found = re.findall(r"<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>([^<]+)</", xml)
    return [(name, plain(text).strip()) for name, text in found if text.strip()]


def _app(xml: str) -> list[tuple[str, str]]:
    titles = first(xml, "TitlesOfParts")
    heads = first(xml, "HeadingPairs")
    parts = [("TitlesOfParts", text) for text in inner_texts(titles.inner, "lpstr")] if titles and heads else []
    return [*(pair for pair in _leaves(xml) if pair[0] in {"Manager", "Company", "HyperlinkBase"}), *parts]


def _read_comments(book: Book, package: Package) -> None:
    places = _sheets_of(book, package)
    for part in package.of("comments", path=r"xl/(?:comments/)?comments?\d*\.xml"):
        xml = package.text(part)
        authors = [element.text.strip() for element in elements(xml, "author")]
        book.comments += [Comment(where=_at(places, part), author=author, text=text) for element in elements(xml, "comment")
                          if (text := " ".join(inner_texts(element.inner, "t"))) and not text.startswith(_PLACEHOLDER)
                          and not (author := _author(authors, element)).startswith("tc=")]
    people = [element.get("displayName") for part in package.of("person", path=r"xl/persons/[^/]+\.xml")
              for element in elements(package.text(part), "person")]
    for part in package.of("threadedComment", path=r"xl/threadedComments/[^/]+\.xml"):
        book.threads += [Comment(where=_at(places, part), author=", ".join(people[:1]), text=element.text)
                         for element in elements(package.text(part), "threadedComment") if element.text.strip()]


def _author(authors: list[str], element: Element) -> str:
    number = element.get("authorId")
    return authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""


def _sheets_of(book: Book, package: Package) -> dict[str, str]:
    main = _main(package)
    ways = {relation.id: relation.target for relation in package.relations(main)}
    named = {ways.get(element.get("id"), ""): element.get("name") for element in elements(package.text(main), "sheet")} \
        if main.endswith(".xml") and book.sheets else {}
    return {relation.target.lower(): name for part, name in named.items() if part for relation in package.relations(part)}


def _at(places: dict[str, str], part: str) -> Message:
    name = places.get(part.lower())
    return say("Sheet {sheet}.", sheet=name) if name else say("In the workbook.")


def _read_tables(book: Book, package: Package) -> None:
    for part in package.of("table", path=r"xl/tables/[^/]+\.xml"):
        for table in elements(package.text(part), "table"):
            if remark := table.get("comment"):
                book.names.append(Name(name=table.get("name"), text="", comment=remark))
            book.descriptions += [text for more in elements(table.inner, "table")
                                  for text in (more.get("altText"), more.get("altTextSummary")) if text.strip()]


def _read_drawings(book: Book, package: Package) -> None:
    for part in package.of("drawing", "chartUserShapes", path=DRAWINGS):
        xml = package.text(part)
        book.boxes += [text for shape in elements(xml, "sp") if (text := " ".join(inner_texts(shape.inner, "t")))]
        book.descriptions += [text for element in elements(xml, "cNvPr")
                              for text in (element.get("descr"), element.get("title")) if text.strip()]
        links = [Link(target=relation.target) for relation in package.relations(part)
                 if relation.is_external and relation.type == "hyperlink"]
        links += [Link(target="", tip=tip) for element in elements(xml, "hlinkClick") if (tip := element.get("tooltip"))]
        if links and book.sheets:
            book.sheets[0].links += links
    book.boxes += [text for part in package.of("diagramData", path=r"xl/diagrams/data[^/]*\.xml")
                   if (text := " ".join(inner_texts(package.text(part), "t")))]
    for part in package.of("vmlDrawing", path=r"xl/drawings/vmlDrawing[^/]*\.vml"):
        shapes = list(elements(package.text(part), "shape"))
        book.boxes += [text for shape in shapes if (text := _old_box(shape.inner))]
        book.descriptions += [text for shape in shapes if (text := shape.get("alt")).strip()]
    for part in package.of("chart", "chartEx", path=r"xl/charts/[^/]*chart[^/]*\.xml"):
        book.chart_values += _cached(package.text(part))


def _old_box(shape: str) -> str:
    """Return the text of a shape in an old drawing; notes are told elsewhere, captions of buttons are seen."""
    box, purpose = first(shape, "textbox"), first(shape, "ClientData")
    return box.text.strip() if box and (purpose is None or purpose.get("ObjectType") in {"Shape", "Rect"}) else ""


def _cached(xml: str) -> Iterator[str]:
    for cache in _CACHES:
        for element in elements(xml, cache):
            for point in elements(element.inner, "pt"):
                value = first(point.inner, "v")
                if text := (value.text if value else point.text).strip():
                    yield text


def is_workbook(names: tuple[str, ...]) -> bool:
    """Return whether a zip with these parts is a workbook of Excel."""
    return any(posixpath.basename(name).lower() in {"workbook.xml", "workbook.bin"} for name in names)


