"""What else people send: recognized by its content, and answered with what to export instead."""

import re
from dataclasses import dataclass
from typing import NoReturn

from steward.readers.errors import file_damaged, not_a_table
from steward.readers.format import Peek, Reading
from steward.readers.formats._scan import encoding_by_mark, mark_length
from steward.readers.limits import Limits
from steward.table.preview import Preview
from steward.table.sheet import SheetListing
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep

_EXPORT = say("Ask for the table itself as an Excel workbook or a CSV file, and open that.")
_SAVE_AS = say("Open it in Excel, choose Save As, Excel Workbook (.xlsx), and open the new file here.")
_UNPACK = say("Unpack it, and open the spreadsheet or CSV file that is in it.")
_FROM_GIS = say("Open it in ArcGIS or QGIS, export the attribute table as CSV, and open that.")
_FROM_ACCESS = say("Open it in Access, export the table to an Excel workbook (External Data, Export, Excel), and open that.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """One kind of file that is not a table, and what to say of it."""

    what: Message
    next_step: Message


_PDF = _Kind(what=say("This is a PDF document, not a table."), next_step=_EXPORT)
_IMAGE = _Kind(what=say("This is a picture, not a table."), next_step=_EXPORT)
_DOCUMENT = _Kind(what=say("This is a text document, not a table."), next_step=_EXPORT)
_SLIDES = _Kind(what=say("This is a presentation, not a table."), next_step=_EXPORT)
_DATABASE = _Kind(what=say("This is a database with several tables inside."), next_step=_FROM_ACCESS)
_SQLITE = _Kind(what=say("This is a database with several tables inside."), next_step=_EXPORT)
_MAP = _Kind(what=say("This is a map layer, not a table."), next_step=_FROM_GIS)
_ARCHIVE = _Kind(what=say("This is a packed file with other files inside."), next_step=_UNPACK)
_PAGE = _Kind(what=say("This is a web page, even where its name says it is a spreadsheet."), next_step=_SAVE_AS)
_XML = _Kind(what=say("This is an XML file, not a table with rows and columns."), next_step=_SAVE_AS)
_MAIL = _Kind(what=say("This is an e-mail, not a table."),
              next_step=say("Save the file that is attached to it, and open that."))
_PARQUET = _Kind(what=say("This is a Parquet file, which Steward does not open."), next_step=_EXPORT)
_PROGRAM = _Kind(what=say("This is a program, not a table."), next_step=_EXPORT)
_NUMBERS = _Kind(what=say("This is an Apple Numbers document."),
                 next_step=say("Open it in Numbers, choose File, Export To, Excel or CSV, and open the new file here."))
_UNKNOWN = _Kind(what=say("Steward does not know this kind of file."), next_step=_EXPORT)

_BEGINNINGS: tuple[tuple[bytes, _Kind], ...] = (
    (b"%PDF-", _PDF), (b"\x89PNG\r\n", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF8", _IMAGE), (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE), (b"BM", _IMAGE), (b"{\\rtf", _DOCUMENT), (b"\0\1\0\0Standard Jet DB", _DATABASE),
    (b"\0\1\0\0Standard ACE DB", _DATABASE), (b"SQLite format 3\0", _SQLITE), (b"\0\0\x27\x0a", _MAP), (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE), (b"PAR1", _PARQUET), (b"MZ", _PROGRAM), (b"\x7fELF", _PROGRAM))
_MARKUP: tuple[tuple[re.Pattern[bytes], _Kind], ...] = (
    (re.compile(rb"\s*(<!--.{0,4000}?-->\s*)*<(!doctype html|html|head|body|table|meta|style|div)\b",
                re.IGNORECASE | re.DOTALL), _PAGE),
    (re.compile(rb"\s*<\?xml|\s*<(\w+:)?(kml|gml|workbook)\b", re.IGNORECASE), _XML),
    (re.compile(rb"(Return-Path|Received|MIME-Version|From|Delivered-To): [^,\t|]*\r?\n", re.IGNORECASE), _MAIL))
_SHORT_BEGINNING = 2
_STREAMS = {"WordDocument": _DOCUMENT, "PowerPoint Document": _SLIDES, "__properties_version1.0": _MAIL}
_PARTS = (("word/document.xml", _DOCUMENT), ("ppt/presentation.xml", _SLIDES), ("Index/Document.iwa", _NUMBERS))


class Foreign:
    """Recognizes files that are no tables, and says what to do."""

    name = "foreign"
    suffixes: tuple[str, ...] = ()

    def claim(self, peek: Peek) -> int:
        """Return 3 for a kind known by its first bytes, 2 for one known by its parts or binary at all, 1 for packed files.

        What looks like text is left to others.
        """
        if _known(peek) is not None:
            return 2 if peek.members or peek.streams else 3  # an old workbook may have a text document inside
        if _is_binary(peek.head):
            return 2  # UTF-16 looks binary too; the text format claims it as surely, and stands before this one
        return 1 if peek.members or peek.is_broken_zip else 0

    def read(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Reading:  # noqa: ARG002 - the port's
        """Refuse. Raises: NotATable with what to export instead; FileDamaged for a packed file that breaks off."""
        _explain(peek)

    def list_sheets(self, peek: Peek, limits: Limits, progress: Progress) -> tuple[SheetListing, ...]:  # noqa: ARG002
        """Refuse. Raises: NotATable with what to export instead; FileDamaged for a packed file that breaks off."""
        _explain(peek)

    def preview(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Preview:  # noqa: ARG002 - the port's
        """Refuse. Raises: NotATable with what to export instead; FileDamaged for a packed file that breaks off."""
        _explain(peek)


def _explain(peek: Peek) -> NoReturn:
    if peek.is_broken_zip:
        raise file_damaged(peek.name)
    kind = _known(peek) or (_ARCHIVE if peek.members else _UNKNOWN)
    raise not_a_table(peek.name, kind.what, kind.next_step)


def _known(peek: Peek) -> _Kind | None:
    if peek.members:
        return _kind_of_zip(peek)
    by_stream = (kind for name, kind in _STREAMS.items() if name in peek.streams)
    by_beginning = (kind for beginning, kind in _BEGINNINGS
                    if peek.head.startswith(beginning) and _is_really(beginning, peek.head))
    head = _as_utf8(peek.head)
    by_markup = (kind for pattern, kind in _MARKUP if pattern.match(head))
    return next(by_stream, None) or next(by_beginning, None) or next(by_markup, None)


def _as_utf8(head: bytes) -> bytes:
    """Return the beginning of a file without its byte order mark, and UTF-16 as UTF-8."""
    encoding = encoding_by_mark(head)
    if encoding in ("utf-16-le", "utf-16-be"):
        return head[mark_length(head):].decode(encoding, "replace").encode("utf-8", "replace")
    return head[mark_length(head):]


def _kind_of_zip(peek: Peek) -> _Kind | None:
    for part, kind in _PARTS:
        if part in peek.members:
            return kind
    if any(name.lower().endswith(".shp") for name in peek.members) or "doc.kml" in peek.members:
        return _MAP
    is_text = b"opendocument.text" in peek.head[:200]
    return _DOCUMENT if is_text else None


def _is_really(beginning: bytes, head: bytes) -> bool:
    """Return whether two-letter beginnings, which a column name may have too, go with bytes that no text has."""
    return len(beginning) > _SHORT_BEGINNING or _is_binary(head)


def _is_binary(head: bytes) -> bool:
    controls = sum(head.count(code) for code in (*range(9), *range(14, 27), *range(28, 32)))
    return controls * 20 > len(head)


FORMAT = Foreign()
