"""What lies beside the cells of an old Excel workbook: macros, embedded files, copies behind pivot tables, attached XML."""

import re

from steward.readers.formats._compound import CompoundFile
from steward.readers.hidden._book import Book, Trace
from steward.readers.hidden._ole_properties import DOCUMENT, SUMMARY
from steward.readers.hidden._tags import plain
from steward.readers.hidden._xls_records import records, text
from steward.readers.hidden.attached_xml import holds_own_text
from steward.readers.hidden.embedded_objects import texts_in
from steward.vocabulary.message import Message, say

_EMBEDDED = re.compile(r"(?:MBD|LNK)[0-9A-F]{8}", re.IGNORECASE)
_FOLDERS: tuple[tuple[str, Message, frozenset[str]], ...] = (
    ("vba_macro", say("Macros (View, Macros)."), frozenset(("_VBA_PROJECT_CUR",))),
    ("revision_log", say("The record of changes."), frozenset(("Revision Log", "User Names"))),
)
_KNOWN = frozenset(("Workbook", "Book", SUMMARY, DOCUMENT, "_VBA_PROJECT_CUR", "_SX_DB_CUR",
                    "Revision Log", "User Names", "Ctls", "MsoDataStore", "_xmlsignatures", "_signatures", "\6DataSpaces",
                    "EncryptedPackage", "EncryptionInfo", "\tDRMContent", "XCB", "List Data", "Xml Data", "VBA", "ETExtData"))
_PIVOT_TEXT, _PIVOT_FIELD = 0xCD, 0xC7


def read_parts(book: Book, compound: CompoundFile) -> None:
    """Tell of the parts beside the cells."""
    roots = {name.split("/")[0] for name in compound.names}
    book.traces += [Trace(kind=kind, where=where) for kind, where, folders in _FOLDERS if folders & roots]
    _read_embedded(book, compound)
    _read_pivots(book, compound)
    _read_attached(book, compound)
    left = [root for root in roots if root not in _KNOWN and not _EMBEDDED.fullmatch(root) and not root.startswith("\1")]
    if left:
        book.traces.append(Trace(kind="orphan_part", where=say("Parts that no sheet uses."), count=len(left)))


def _read_embedded(book: Book, compound: CompoundFile) -> None:
    inside = [name for name in compound.names if _EMBEDDED.fullmatch(name.split("/")[0])]
    if inside:
        texts = [found for name in inside for found in texts_in(compound.read(name))]
        book.traces.append(Trace(kind="embedded_object", where=say("Embedded files."), texts=texts,
                                 count=len({name.split("/")[0] for name in inside})))


def _read_pivots(book: Book, compound: CompoundFile) -> None:
    parts = [name for name in compound.names if name.startswith("_SX_DB_CUR/")]
    if parts:
        texts = [text(record.body, 0)[0] for name in parts for record in records(compound.read(name), 0)
                 if record.kind == _PIVOT_TEXT]
        book.traces.append(Trace(kind="pivot_cache", where=say("Behind a pivot table."), count=len(parts), texts=texts))


def _read_attached(book: Book, compound: CompoundFile) -> None:
    parts = [compound.read(name).decode("utf-8", "replace") for name in compound.names
             if name.startswith("MsoDataStore/") and name.endswith("/Item")]
    own = [plain(xml) for xml in parts if holds_own_text(xml)]
    if own:
        book.traces.append(Trace(kind="custom_xml", where=say("Attached XML."), count=len(own), texts=own))
