"""Kinds of files that are not tables: how each is known, and the sentence that says what to do instead.

Sources of the signatures: the specifications of the formats, and the list of file signatures of Gary Kessler.
"""

import re
from dataclasses import dataclass

from steward.vocabulary.message import Message, say

_EXPORT = say("Ask for the table itself as an Excel workbook or a CSV file, and open that.")
_SAVE_AS = say("Open it in Excel, choose Save As, Excel Workbook (.xlsx), and open the new file here.")
_UNPACK = say("Unpack it (right-click it, Extract All), and open the spreadsheet or CSV file that comes out.")
_FROM_GIS = say("Open it in ArcGIS or QGIS, export the attribute table as CSV or the layer as GeoJSON, and open that.")
_FROM_ACCESS = say("Open it in Access, export the table to an Excel workbook (External Data, Export, Excel), and open that.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of file that is not a table, and what to say of it."""

    what: Message
    next_step: Message


PDF = Kind(what=say("This is a PDF document, not a table."), next_step=_EXPORT)
IMAGE = Kind(what=say("This is a picture, not a table."), next_step=_EXPORT)
FILM = Kind(what=say("This is a recording of sound or film, not a table."), next_step=_EXPORT)
DOCUMENT = Kind(what=say("This is a text document, not a table."), next_step=_EXPORT)
SLIDES = Kind(what=say("This is a presentation, not a table."), next_step=_EXPORT)
DRAWING = Kind(what=say("This is a drawing, not a table."), next_step=_EXPORT)
DATABASE = Kind(what=say("This is a database with several tables inside."), next_step=_FROM_ACCESS)
SQLITE = Kind(what=say("This is a database with several tables inside."), next_step=_EXPORT)
MAP = Kind(what=say("This is a map layer, not a table."), next_step=_FROM_GIS)
MAP_PART = Kind(what=say("This is one part of a map layer (a shapefile)."), next_step=_FROM_GIS)
GEODATABASE = Kind(what=say("This is a geodatabase with map layers inside."), next_step=_FROM_GIS)
DBASE = Kind(what=say("This is a dBASE table, which often is one part of a shapefile."),
             next_step=say("Open it in Excel, ArcGIS or QGIS, save it as an Excel workbook or CSV, and open that."))
ARCHIVE = Kind(what=say("This is a packed file with other files inside."), next_step=_UNPACK)
PACKED_TABLE = Kind(what=say("This is a packed file, and the table lies inside it."), next_step=_UNPACK)
EMPTY_ARCHIVE = Kind(what=say("This is a packed file with nothing inside."),
                     next_step=say("Ask for the file again, and open the spreadsheet or CSV file itself."))
PACKED_BEHIND = Kind(what=say("This is a packed file or workbook with something else before its beginning."),
                     next_step=say("Save it again where it comes from. If that is not possible, unpack it with a program such "
                                   "as 7-Zip, and open the spreadsheet or CSV file that comes out."))
LOCKED_ARCHIVE = Kind(what=say("This is a packed file that is protected with a password."),
                      next_step=say("Unpack it with its password, and open the spreadsheet or CSV file that comes out."))
VERY_OLD = Kind(what=say("This spreadsheet was saved by an Excel from before 1997."), next_step=_SAVE_AS)
OTHER_SHEET = Kind(what=say("This spreadsheet is saved in a format of another program (SYLK, DIF, Lotus, Works or Quattro)."),
                   next_step=_SAVE_AS)
PAGE = Kind(what=say("This is a web page, even where its name says it is a spreadsheet."), next_step=_SAVE_AS)
FLAT_ODS = Kind(what=say("This is a spreadsheet in the flat XML format of OpenDocument."),
                next_step=say("Open it in LibreOffice, choose Save As, ODF Spreadsheet (.ods), and open the new file here."))
OLD_XML = Kind(what=say("This is a spreadsheet in the XML format of Excel 2003."), next_step=_SAVE_AS)
XML = Kind(what=say("This is an XML file, not a table with rows and columns."), next_step=_SAVE_AS)
MAIL = Kind(what=say("This is an e-mail, not a table."), next_step=say("Save the file that is attached to it, and open that."))
CARD = Kind(what=say("This is a calendar or an address card, not a table."), next_step=_EXPORT)
COLUMNAR = Kind(what=say("This is a file for data analysis (Parquet, Arrow, ORC, Avro or HDF), which Steward does not open."),
                next_step=_EXPORT)
STATISTICS = Kind(what=say("This is a file of a statistics program (SPSS, Stata, SAS or R), which Steward does not open."),
                  next_step=say("Export the table from that program as CSV or as an Excel workbook, and open that."))
SCRIPT = Kind(what=say("This is a list of commands for a database (SQL), not a table."),
              next_step=say("Export the table from the database as CSV, and open that."))
PRINTOUT = Kind(what=say("This is what was sent to a printer, not a table."), next_step=_EXPORT)
FONT = Kind(what=say("This is a font, not a table."), next_step=_EXPORT)
PROPERTIES = Kind(what=say("This is a property list of a Mac program, not a table."), next_step=_EXPORT)
SEALED = Kind(what=say("This is a key, a certificate or an encrypted message, not a table."), next_step=_EXPORT)
PROGRAM = Kind(what=say("This is a program, not a table."), next_step=_EXPORT)
NUMBERS = Kind(what=say("This is an Apple Numbers document."),
               next_step=say("Open it in Numbers, choose File, Export To, Excel or CSV, and open the new file here."))
IWORK = Kind(what=say("This is an Apple Pages or Keynote document, not a table."), next_step=_EXPORT)
SHORTCUT = Kind(what=say("This is a shortcut, which only leads to a file or web page."),
                next_step=say("Follow it, save the table that you find there as a file, and open that file."))
GOOGLE = Kind(what=say("This is a link to a Google document, not the document."),
              next_step=say("Open it in the browser, choose File, Download, Microsoft Excel (.xlsx), and open the new file."))
NOT_DOWNLOADED = Kind(what=say("This file lies in iCloud and is not on this computer."),
                      next_step=say("Open its folder in Finder, choose Download Now, then open the file here."))
LOCK_MARK = Kind(what=say("This is a mark that a spreadsheet program leaves beside a workbook while it is open."),
                 next_step=say("Choose the workbook itself: its name is the same without the signs at the beginning."))
HALF_DOWNLOAD = Kind(what=say("This download is not complete."),
                     next_step=say("Wait until the browser is done or download it again, then open the finished file."))
PARTED = Kind(what=say("The rows of this table are parted by a control sign (U+001E), which few programs read."),
              next_step=say("Ask for the table with one row on each line, as a CSV file or an Excel workbook, and open that."))
UNWRITTEN = Kind(what=say("This file holds nothing but zero bytes: its content was never written, or was lost."),
                 next_step=say("Copy or export it again, look whether it opens where it comes from, and open the new file."))
UNKNOWN = Kind(what=say("Steward does not know this kind of file."), next_step=_EXPORT)

BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", PDF), (b"\x89PNG\r\n", IMAGE), (b"\xff\xd8\xff", IMAGE), (b"GIF8", IMAGE), (b"II*\0", IMAGE), (b"MM\0*", IMAGE),
    (b"BM", IMAGE), (b"8BPS", IMAGE), (b"\0\0\1\0", IMAGE), (b"ID3", FILM), (b"OggS", FILM), (b"fLaC", FILM),
    (b"\x1aE\xdf\xa3", FILM), (b"{\\rtf", DOCUMENT), (b"%!PS", DOCUMENT), (b"\xff\xffWPC", DOCUMENT), (b"\xffWPC", DOCUMENT),
    (b"\0\1\0\0Standard Jet DB", DATABASE), (b"\0\1\0\0Standard ACE DB", DATABASE), (b"SQLite format 3\0", SQLITE),
    (b"\0\0\x27\x0a", MAP_PART), (b"AC10", DRAWING), (b"Rar!", ARCHIVE), (b"7z\xbc\xaf", ARCHIVE), (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE), (b"\xfd7zXZ\0", ARCHIVE), (b"\x28\xb5\x2f\xfd", ARCHIVE), (b"MSCF", ARCHIVE), (b"PAR1", COLUMNAR),
    (b"ARROW1", COLUMNAR), (b"FEA1", COLUMNAR), (b"ORC", COLUMNAR), (b"Obj\1", COLUMNAR), (b"\x89HDF", COLUMNAR),
    (b"$FL2", STATISTICS), (b"$FL3", STATISTICS), (b"<stata_dta>", STATISTICS), (b"HEADER RECORD*******", STATISTICS),
    (bytes(12) + b"\xc2\xea\x81\x60", STATISTICS), (b"RDX", STATISTICS), (b"L\0\0\0\1\x14\2\0", SHORTCUT),
    (b"\x09\0\x04\0", VERY_OLD), (b"\x09\2\6\0", VERY_OLD), (b"\x09\4\6\0", VERY_OLD), (b"\x09\x08\x08\0\0\5", VERY_OLD),
    (b"\x09\x08\x08\0\5\5", VERY_OLD), (b"MZ", PROGRAM), (b"\x7fELF", PROGRAM),
    (b"\0\0\2\0\4\4", OTHER_SHEET), (b"\0\0\2\0\6\4", OTHER_SHEET), (b"\0\0\x1a\0\0\x10\4\0", OTHER_SHEET),
    (b"\0\0\x1a\0\2\x10\4\0", OTHER_SHEET), (b"\0\0\x1a\0\3\x10\4\0", OTHER_SHEET), (b"\0\0\x1a\0\5\x10\4\0", OTHER_SHEET),
    (b"\xff\0\2\0\4\4", OTHER_SHEET), (b"\0\0\2\0\x20\x51", OTHER_SHEET), (b"\0\0\2\0\1\x10", OTHER_SHEET),
    (b"0&\xb2u\x8ef\xcf\x11", FILM), (b"FLV\1", FILM), (b"MThd\0", FILM), (b"\0\0\1\xba", FILM), (b"\0\0\1\xb3", FILM),
    (b"AT&TFORM", IMAGE), (b"\xc5\xd0\xd3\xc6", IMAGE), (b"\xd7\xcd\xc6\x9a", IMAGE), (b"\0\0\0\x0cjP", IMAGE),
    (b"\x1f\x9d\x90", ARCHIVE), (b"\x04\x22\x4d\x18", ARCHIVE), (b"ITSF\3\0", DOCUMENT), (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"!BDN", MAIL), (b"\x93NUMPY", COLUMNAR), (b"MATLAB 5.0 MAT-file", COLUMNAR),
    (b"\x80\2}", COLUMNAR), (b"\x80\3}", COLUMNAR), (b"\x80\4\x95", COLUMNAR), (b"\x80\5\x95", COLUMNAR),
    (b"SIMPLE  =                    T", COLUMNAR),
    (b"\1\0\x09\0\0\3", IMAGE), (b"\2\0\x09\0\0\3", IMAGE), (b"OTTO\0", FONT), (b"wOFF\0\1", FONT), (b"wOFFOTTO\0", FONT),
    (b"wOF2\0\1", FONT), (b"wOF2OTTO\0", FONT), (b"ttcf\0", FONT), (b"bplist0", PROPERTIES),
    (b"\x1bE", PRINTOUT), (b"\x1b@", PRINTOUT), (b"\x1b%-12345X", PRINTOUT), (b"\x1b&", PRINTOUT),
    (b"\x1b(", PRINTOUT), (b"\xe4R\\{\x8c\xd8\xa7M", DOCUMENT),
    (b"ASCII SPSS PORT FILE", STATISTICS), (b"PK\5\6", EMPTY_ARCHIVE), (b"PK\x07\x08", ARCHIVE))
_RIFF = {b"WEBP": IMAGE, b"WAVE": FILM, b"AVI ": FILM}
_PICTURES = (b"hei", b"hev", b"mif", b"avif", b"msf")

_BEFORE = rb"\s*(?:<\?.{0,2000}?\?>\s*+|<!--[\s\S]{0,4000}?-->\s*+|<!DOCTYPE[^>]{0,2000}>\s*+)*+"    # of the first tag
_STATEMENTS = (rb"(?:\s++|--[^\r\n]*+|/\*[\s\S]{0,4000}?\*/;?|(?:SET|USE|BEGIN|START|PRAGMA|LOCK|SELECT)\b[^;\r\n]{0,400};)*+"
               )    # comments and commands before the first that tells of a table
MARKUP: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"\s*(?>(?:<!--.{0,4000}?-->\s*)*)<(!doctype html|html|head|body|table|thead|tbody|tr|td|meta|link|"
                rb"title|script|style|div|span|center|form|p|h[1-6]|br)\b[^<>,;|\t]{0,2000}>",
                re.IGNORECASE | re.DOTALL), PAGE),
    (re.compile(rb"\s*(<\?xml.{0,2000}?|)<(\w+:)?(kml|gml|gpx|FeatureCollection)\b", re.DOTALL), MAP),
    (re.compile(rb"\s*(<\?xml.{0,2000}?|)<(\w+:)?svg\b", re.DOTALL), IMAGE),
    (re.compile(_BEFORE + rb"<(?:\w+:)?Workbook\b[^>]{0,4000}schemas-microsoft-com:office:spreadsheet"), OLD_XML),
    (re.compile(rb"\s*<\?xml.{0,2000}?(progid=\"Excel\.Sheet\"|schemas-microsoft-com:office:spreadsheet)", re.DOTALL), OLD_XML),
    (re.compile(_BEFORE + rb"<(?:\w+:)?document\b[^>]{0,16000}opendocument\.spreadsheet"), FLAT_ODS),
    (re.compile(_BEFORE + rb"<(?:\w+:)?document\b[^>]{0,16000}opendocument\.text"), DOCUMENT),
    (re.compile(_BEFORE + rb"<plist\b"), PROPERTIES),
    (re.compile(rb"\s*<\?xml.{0,2000}?<key>URL</key>", re.DOTALL), SHORTCUT),
    (re.compile(rb"\s*<\?xml|\s*<(\w+:)?workbook\b", re.IGNORECASE), XML),
    (re.compile(_STATEMENTS + rb"(?:CREATE\s+(?:TABLE|DATABASE|SCHEMA)\s|DROP\s+TABLE\s|INSERT\s+INTO\s+\S+\s*(?:\(|VALUES)|"
                rb"COPY\s+\S+\s*\()", re.IGNORECASE), SCRIPT),
    (re.compile(rb"(?:999\r?\n[^\r\n]*\r?\n)*+\s*0\r?\n\s*SECTION\r?\n"), DRAWING),
    (re.compile(rb"-----BEGIN [A-Z0-9 ]{3,60}-----\r?\n"), SEALED),
    (re.compile(rb"begin [0-7]{3,4} [^\r\n,;\t]+\r?\nM"), ARCHIVE),
    (re.compile(rb"@PJL\b"), PRINTOUT),
    (re.compile(rb"\s*\{[^{}]{0,2000}https://(docs|drive)\.google\.com/"), GOOGLE),
    (re.compile(rb"\s*\[(InternetShortcut|Desktop Entry|\{000214A0)", re.IGNORECASE), SHORTCUT),
    (re.compile(rb"\s*(PROJCS|GEOGCS|PROJCRS|GEOGCRS|COMPD_CS)\[\"", re.IGNORECASE), MAP_PART),
    (re.compile(rb"ID;P[^\r\n,|\t]{0,80}[\r\n]+(?:[^\r\n]*[\r\n]+){0,400}?[BCF];(?:[A-Z][^;\r\n]*;)*[XY]\d+;[XY]\d+"),
     OTHER_SHEET),
    (re.compile(rb"\s*%PDF-\d\.\d"), PDF), (re.compile(rb"TABLE\r?\n0,1\r?\n\""), OTHER_SHEET),
    (re.compile(rb"socialcalc:version:"), OTHER_SHEET),
    (re.compile(rb"\s*BEGIN:V(CALENDAR|CARD)\s", re.IGNORECASE), CARD),
    (re.compile(rb"MIME-Version: [^\r\n]*\r?\n(X-Document-Type|Content-Type: multipart/related)", re.IGNORECASE), PAGE),
    (re.compile(rb"From: <Saved by [^\r\n]*\r?\n"), PAGE),
    (re.compile(rb"(Return-Path|Received|MIME-Version|From|Delivered-To): [^,\t|]*\r?\n", re.IGNORECASE), MAIL),
    (re.compile(rb"((?!Message-ID|MIME-Version)[A-Za-z][A-Za-z0-9-]*: [^\r\n]*\r?\n([ \t][^\r\n]*\r?\n)*){1,60}"
                rb"(Message-ID|MIME-Version): ",
                re.IGNORECASE), MAIL))
NAMES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"~\$.*|\.~lock\..*#"), LOCK_MARK), (re.compile(r".*\.icloud", re.IGNORECASE), NOT_DOWNLOADED),
    (re.compile(r".*\.(crdownload|part|partial|download|opdownload)", re.IGNORECASE), HALF_DOWNLOAD))
STREAMS = {"VisioDocument": DRAWING, "WordDocument": DOCUMENT, "PowerPoint Document": SLIDES, "__properties_version1.0": MAIL}
PARTS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"word/document\d*\.xml"), DOCUMENT), (re.compile(r"ppt/presentation\.xml"), SLIDES),
    (re.compile(r"visio/document\.xml"), DRAWING), (re.compile(r"Index/Document\.iwa"), IWORK),
    (re.compile(r".*\.gdbtable(x)?", re.IGNORECASE), GEODATABASE), (re.compile(r".*\.(shp|kml|gpkg|gml)", re.IGNORECASE), MAP),
    (re.compile(r"META-INF/container\.xml"), DOCUMENT))
MIME_TYPES = ((b"opendocument.text", DOCUMENT), (b"opendocument.presentation", SLIDES), (b"opendocument.graphics", DRAWING))
_TABLES = re.compile(r"(?!__MACOSX/).*\.(csv|tsv|tab|xlsx|xlsm|xlsb|xls|ods|geojson)", re.IGNORECASE)
_ZIP_ENTRY = re.compile(rb"PK\x03\x04[\x00-\x3f][\x00-\x14].{2}[\x00\x08\x09\x0c\x0e\x5d\x5f\x62\x63]\x00", re.DOTALL)
"""A part of a zip: its version, the system it was made on, flags, and a way of packing. Source: APPNOTE.TXT 4.3.7, 4.4."""
_ROW_SIGN, _OTHER_SIGNS = b"\x1e", [bytes([code]) for code in (*range(9), *range(14, 30), 0x7F)]
_DBASE = re.compile(rb"[\x02\x03\x30\x31\x43\x63\x83\x8b\xcb\xf5][\x00-\xff][\x01-\x0c][\x01-\x1f]", re.DOTALL)
_DBASE_FIELD = 32   # bytes that each column takes, and the beginning
_OLD_TAR = re.compile(rb"(?=[^\0]{1,99}\0)[^\r\n]{100}(?:[0-7 ]{6,7}[\0 ]{1,2}){3}[0-7 ]{11}[\0 ][0-7 ]{11}[\0 ]", re.DOTALL)
_STATA = re.compile(rb"[\x69-\x73][\x01\x02]\x01\x00")
_SHAPES: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"..-l[hz][0-9a-z]-", re.DOTALL), ARCHIVE), (re.compile(rb"\x60\xea..[\x1e-\x40]", re.DOTALL), ARCHIVE),
    (re.compile(rb"\x00\x01\x00\x00\x00[\x01-\x60]"), FONT), (_STATA, STATISTICS), (_OLD_TAR, ARCHIVE),
    (re.compile(rb"(?=[^\0]{0,256}\0).{257}ustar", re.DOTALL), ARCHIVE),
    (re.compile(rb"\x01\0\0\0.{36} EMF", re.DOTALL), IMAGE),
    (re.compile(rb"\0{8}.{32761}CD001", re.DOTALL), ARCHIVE))
"""Kinds whose signature is not at the very beginning, or leaves some bytes open: LHA and ARJ, TrueType, Stata, tar, discs."""


def by_container(head: bytes, name: str) -> Kind | None:
    """Return what the first bytes show that say their kind not at the very beginning, or only together with the name."""
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[:1] == b"\0" and head[4:8] == b"ftyp":
        return IMAGE if head[8:12].lower().startswith(_PICTURES) else FILM
    if head[:16] == b"SQLite format 3\0" and head[68:72] in (b"GPKG", b"GP10", b"GP11"):
        return MAP
    if _DBASE.match(head) and (name.lower().endswith(".dbf") or _has_dbase_fields(head)):
        return DBASE
    return next((kind for shape, kind in _SHAPES if shape.match(head)), None)


def _has_dbase_fields(head: bytes) -> bool:
    """Return whether the sign that ends the list of a dBASE table's columns stands where the first bytes say it does."""
    size = int.from_bytes(head[8:10], "little")
    return size > _DBASE_FIELD and size % _DBASE_FIELD == 1 and head[size - 1:size] == b"\r" and b"\0" in head[:size]


def packed(names: list[str]) -> Kind:
    """Return what to say of a packed file with these names inside: whether exactly one of them is a table."""
    return PACKED_TABLE if sum(1 for name in names if _TABLES.fullmatch(name)) == 1 else ARCHIVE


def by_signs(head: bytes) -> Kind | None:
    """Return what signs that are no letters show: rows parted by U+001E, nothing written, or a zip further down."""
    if not head.strip(b"\0"):
        return UNWRITTEN
    if _ZIP_ENTRY.search(head, 1):
        return PACKED_BEHIND
    is_text = 20 * sum(map(head.count, _OTHER_SIGNS)) <= len(head)
    return PARTED if is_text and head.count(_ROW_SIGN) > max(1, head.count(b"\n"), head.count(b"\r")) else None
