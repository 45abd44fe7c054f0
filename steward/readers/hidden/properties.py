"""What the properties of a file tell of people and offices, and the label that says how secret it is."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._tags import elements, is_true
from steward.vocabulary.message import say

AUTHORS = frozenset(("creator", "lastmodifiedby", "initial-creator", "printed-by", "author", "last author", "manager"))
_WORDS = frozenset(("title", "subject", "description", "keywords", "keyword", "category", "contentstatus", "comments",
                    "identifier"))
_PROGRAMS = re.compile(
    r".*(?:openpyxl|sh(?:ee|33)tjs|xlsx ?writer|libreoffice|open ?office|apache|poi\b|excel|microsoft|windows|epplus|aspose|"
    r"js-xlsx|exceljs|"
    r"closedxml|spire|syncfusion|crystal|cognos|tableau|power ?bi|arcgis|esri|oracle|\bsas\b|\bsap\b|\bspss\b|stata|pandas|"
    r"python|"
    r"calc\b|google|numbers|wps|kingsoft|phpexcel|phpspreadsheet|jasper|birt|ssrs|reporting services|axlsx|rubyxl|gnumeric|"
    r"devexpress|telerik|npoi|spreadsheet|excelize|socrata|ckan|writexl|openxlsx).*", re.IGNORECASE)
_VENDORS = re.compile(r"(?:microsoft|hewlett[- ]packard|hp|dell|lenovo|toshiba|acer|asus|apple)\b.*|"
                      r"(?:home|personal|private|unknown|none|n/?a)(?: (?:use|user|computer|pc|office|edition))?",
                      re.IGNORECASE)
_PUBLIC_BODY = re.compile(r".*\b(?:city|county|state|town|port|bureau|department|dept|office|agency|council|board|commission|"
                          r"division|district|authority|government|university|school|college|library|ministry)\b.*|"
                          r"[A-Z&]{2,6}", re.DOTALL)
_FOR_SOMEBODY = re.compile(r"\b(?:by|for|from|with|contact|cc|ask|call|via|per)\s+(?:Mr|Ms|Mrs|Dr)?\.?\s*([A-Z][a-z]+)\b")
_KNOWN = re.compile(r"MSIP_Label_|ContentTypeId|_dlc_|MediaService|MediaLength|ComplianceAssetId|_ExtendedDescription|"
                    r"KSOProduct|ICV$|"
                    r"AppVersion|DocSecurity|_MarkAsFinal|HyperlinksChanged|LinksUpToDate|ScaleCrop|ShareDoc|WorkbookGuid|TriggerFlowInfo|"
                    r"xd_|TemplateUrl|Order$|_SharedFileIndex|_SourceUrl|Generator|Creator$|Info \d", re.IGNORECASE)
_LABEL = re.compile(r"MSIP_Label_|.*sensitivity.*label", re.IGNORECASE)
_BOOLEAN = re.compile(r"true|false|\s*|\{[0-9A-F-]{36}\}", re.IGNORECASE)   # or a number that only a program understands


def _look(book: Book) -> Iterator[Trace]:
    people = [text for name, text in book.properties if _tells_of_person(book, name.lower(), text)]
    if people:
        yield Trace(kind="doc_properties", where=say("The properties of the file (File, Info)."), count=len(people),
                    texts=people)
    offices = [text for name, text in book.app_properties if _tells_of_office(book, name, text)]
    if offices:
        yield Trace(kind="app_properties", where=say("The properties of the file (File, Info)."), count=len(offices),
                    texts=offices)
    own = [text for name, text in book.custom_properties if not _LABEL.match(name) and not _KNOWN.match(name)
           and not _BOOLEAN.fullmatch(text)]
    if own:
        yield Trace(kind="custom_properties", where=say("The properties of the file (File, Info, Advanced Properties)."),
                    count=len(own), texts=own)
    if labels := _labels(book):
        yield Trace(kind="sensitivity_label", where=say("The label of the file."), count=labels)


def _tells_of_person(book: Book, name: str, text: str) -> bool:
    if name in AUTHORS:
        return bool(text.strip()) and not _PROGRAMS.fullmatch(text.strip()) and book.recognition.is_person(text)
    if name not in _WORDS:
        return False
    named = _FOR_SOMEBODY.search(text)
    return book.recognition.is_personal(text) or (named is not None and book.recognition.is_first_name(named.group(1)))


def _tells_of_office(book: Book, name: str, text: str) -> bool:
    if name == "TitlesOfParts":
        known = {sheet.name.casefold() for sheet in book.sheets} | {one.name.casefold() for one in book.names}
        return bool(book.sheets) and "!" not in text and text.strip().casefold() not in known
    return bool(text.strip()) and not (name == "Company" and _is_no_secret(text.strip()))


def _is_no_secret(company: str) -> bool:
    """Return whether a company is the maker of the computer, or the public body itself, by its name or a short form of it."""
    is_public = _PUBLIC_BODY.fullmatch(company) or _PUBLIC_BODY.fullmatch(company.lower())
    return bool(is_public or _VENDORS.fullmatch(company))


def _labels(book: Book) -> int:
    names = {name.rsplit("_", 1)[0] for name, text in book.custom_properties if _LABEL.match(name) and text.strip()}
    parts = book.package.of("classificationlabels", path=r"docMetadata/LabelInfo\.xml") if book.package else []
    labels = [label for part in parts if book.package for label in elements(book.package.text(part), "label")
              if not is_true(label.get("removed"))]
    return max(len(names), len(labels))


HIDDEN = Place(kinds=("doc_properties", "app_properties", "custom_properties", "sensitivity_label"), look=_look)
