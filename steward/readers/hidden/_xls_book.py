"""What stands before the sheets of an old Excel workbook: fonts, styles, names, shared texts, links. Source: MS-XLS 2.4."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from steward.readers.hidden._book import Name, Style
from steward.readers.hidden._colors import INDEXED, PATTERN, WHITE, tinted
from steward.readers.hidden._xls_formula import told
from steward.readers.hidden._xls_records import BEGIN, END, LOCKED, Pieces, Record, Rich, bare_text, records, text
from steward.readers.hidden._xlsx_styles import OFFICE

BIFF8 = 0x600
_NO_FONT = 4            # Excel leaves that number out
_AUTOMATIC = 0x7FFF
_SOLID = 1
_RGB, _THEME = 2, 3
_BEHIND, _LETTERS = 4, 13
_BUILT_IN, _PROGRAM = 0x20, 0x0E
_FILTER, _AREA = 0x0D, 0x3B
_LONGEST_WRITER = 54
_STATES = ("visible", "hidden", "very_hidden", "visible")
T = TypeVar("T")
_OWN_BOOKS = {0x0401, 0x3A01}       # this workbook itself, and functions that were added to Excel


@dataclass(kw_only=True)
class OldSheet:
    """Where a sheet begins, and how it is called."""

    name: str
    begin: int
    state: str
    kind: int             # 0 cells, 1 macros, 2 a chart, 6 Visual Basic


@dataclass(kw_only=True)
class OldBook:
    """What stands before the sheets."""

    is_readable: bool = False
    is_locked: bool = False
    is_window_hidden: bool = False
    sheets: list[OldSheet] = field(default_factory=list)
    fonts: list[tuple[int | None, float]] = field(default_factory=list)        # color number, points
    looks: list[tuple[int, int, int, int]] = field(default_factory=list)       # font, format, pattern, color number
    extended: dict[int, dict[int, int]] = field(default_factory=dict)          # of a look: color by what it is for
    palette: list[int] = field(default_factory=lambda: list(INDEXED))
    formats: dict[int, str] = field(default_factory=dict)
    texts: list[Rich] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    filters: list[tuple[int, tuple[int, int, int, int]]] = field(default_factory=list)    # number of a sheet, area
    links: int = 0
    linked: list[str] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list, repr=False)
    writer: str = ""

    def color(self, number: int) -> int | None:
        """Return the color of a number, None where it is left to the program."""
        return self.palette[number] if 0 <= number < len(self.palette) else None

    def font_color(self, number: int) -> int | None:
        """Return the color of a font by its number."""
        place = number - (number > _NO_FONT)
        color = self.fonts[place][0] if 0 <= place < len(self.fonts) else None
        return None if color is None or color == _AUTOMATIC else self.color(color)

    def font_size(self, number: int) -> float:
        """Return the size of a font in points."""
        place = number - (number > _NO_FONT)
        return self.fonts[place][1] if 0 <= place < len(self.fonts) else 10.0

    def styles(self) -> list[Style]:
        """Return the styles of cells by their number."""
        return [self._style(number, look) for number, look in enumerate(self.looks)]

    def _style(self, number: int, look: tuple[int, int, int, int]) -> Style:
        font, code, pattern, behind = look
        more = self.extended.get(number, {})
        fill = (self.color(behind) if pattern == _SOLID else PATTERN) if pattern else None
        return Style(font=more.get(_LETTERS, self.font_color(font)), fill=more.get(_BEHIND, fill) if pattern else None,
                     format=self.formats.get(code, ""), size=self.font_size(font))


def read_book(stream: bytes) -> OldBook:
    """Return what stands before the sheets; of one with a password, or of before Excel 97, little."""
    book = OldBook()
    for number, record in enumerate(records(stream, 0)):
        if number == 0:
            book.is_readable = record.kind == BEGIN and record.body[:2] == struct.pack("<H", BIFF8)
        book.is_locked |= record.kind == LOCKED
        if record.kind == END or book.is_locked or not book.is_readable:
            break
        taken(_OF_BOOK.get(record.kind), book, record)
    return book


def taken(take: Callable[[T, Record], None] | None, target: T, record: Record) -> None:
    """Take a record; one that is too short for what it should hold tells nothing."""
    if take is not None:
        try:
            take(target, record)
        except (struct.error, IndexError):
            return


def _take_window(book: OldBook, record: Record) -> None:
    book.is_window_hidden |= bool(record.body[8] & 1)


def _take_sheet(book: OldBook, record: Record) -> None:
    begin, state, kind = struct.unpack_from("<IBB", record.body)
    name, _ = text(record.body, 6, 1)
    book.sheets.append(OldSheet(name=name, begin=begin, kind=kind, state=_STATES[state & 3]))


def _take_font(book: OldBook, record: Record) -> None:
    height, _, color = struct.unpack_from("<3H", record.body)
    book.fonts.append((color, height / 20))


def _take_look(book: OldBook, record: Record) -> None:
    font, code = struct.unpack_from("<2H", record.body)
    borders, colors = struct.unpack_from("<IH", record.body, 14)
    book.looks.append((font, code, borders >> 26, colors & 0x7F))


def _take_more_of_look(book: OldBook, record: Record) -> None:
    """Take colors that the old table of colors does not have."""
    look, _, count = struct.unpack_from("<3H", record.body, 14)
    place = 20
    for _ in range(min(count, 20)):
        kind, size = struct.unpack_from("<2H", record.body, place)
        if kind in {_BEHIND, _LETTERS}:
            way, tint, value = struct.unpack_from("<HhI", record.body, place + 4)
            if way in {_RGB, _THEME}:
                book.extended.setdefault(look, {})[kind] = _full_color(way, tint, value)
        place += max(4, size)


def _full_color(way: int, tint: int, value: int) -> int:
    if way == _RGB:
        return (value & 0xFF) << 16 | value & 0xFF00 | value >> 16 & 0xFF
    return tinted(OFFICE[value] if value < len(OFFICE) else WHITE, tint / 32767)


def _take_palette(book: OldBook, record: Record) -> None:
    count = struct.unpack_from("<H", record.body)[0]
    for number in range(min(count, 56)):
        red, green, blue = struct.unpack_from("<3B", record.body, 2 + 4 * number)
        book.palette[8 + number] = red << 16 | green << 8 | blue


def _take_format(book: OldBook, record: Record) -> None:
    book.formats[struct.unpack_from("<H", record.body)[0]] = text(record.body, 2)[0]


def _take_texts(book: OldBook, record: Record) -> None:
    pieces = Pieces((record.body, *record.more), 8)
    for _ in range(struct.unpack_from("<I", record.body, 4)[0]):
        if pieces.is_at_end:
            break
        book.texts.append(pieces.rich())


def _take_name(book: OldBook, record: Record) -> None:
    flags, _, length, size, _, sheet = struct.unpack_from("<HBBHHH", record.body)
    name, end = bare_text(record.body, 14, length)
    tokens = record.body[end:end + size]
    if flags & _BUILT_IN:
        if name == chr(_FILTER) and tokens[:1] == bytes((_AREA,)):
            top, bottom, left, right = struct.unpack_from("<4H", tokens, 3)
            book.filters.append((sheet, (top + 1, (left & 0xFF) + 1, bottom + 1, (right & 0xFF) + 1)))
    elif not flags & _PROGRAM:
        book.names.append(Name(name=name, text=told(tokens, record.body[end + size:]), is_hidden=bool(flags & 1)))


def _take_remark_on_name(book: OldBook, record: Record) -> None:
    length, size = struct.unpack_from("<2H", record.body, 12)
    name, end = bare_text(record.body, 16, length)
    book.names.append(Name(name=name, text="", comment=bare_text(record.body, end, size)[0]))


def _take_link(book: OldBook, record: Record) -> None:
    count, length = struct.unpack_from("<2H", record.body)
    if length in _OWN_BOOKS:
        return
    book.links += 1
    _, place = bare_text(record.body, 4, length)
    for _ in range(min(count, 1000)):
        name, place = text(record.body, place)
        book.linked.append(name)


def _take_linked_cells(book: OldBook, record: Record) -> None:
    last, begin = record.body[0], record.body[1]
    place = 4
    for _ in range(last - begin + 1):
        if record.body[place] == 2:  # noqa: PLR2004 - a text
            found, place = text(record.body, place + 1)
            book.linked.append(found)
        else:
            place += 9


def _take_query(book: OldBook, record: Record) -> None:
    book.queries.append(text(record.body, 0)[0])


def _take_pictures(book: OldBook, record: Record) -> None:
    book.pictures.append(record.whole)


def _take_writer(book: OldBook, record: Record) -> None:
    length, flags = struct.unpack_from("<HB", record.body)
    is_text = length <= _LONGEST_WRITER and flags <= 1    # some programs leave the length out
    book.writer = text(record.body, 0)[0].strip("\0 ") if is_text else record.body.decode("latin-1").strip("\0 ")


_OF_BOOK: dict[int, Callable[[OldBook, Record], None]] = {
    0x3D: _take_window, 0x85: _take_sheet, 0x31: _take_font, 0xE0: _take_look, 0x87D: _take_more_of_look, 0x92: _take_palette,
    0x41E: _take_format, 0xFC: _take_texts, 0x18: _take_name, 0x894: _take_remark_on_name, 0x1AE: _take_link,
    0x5A: _take_linked_cells, 0xCD: _take_query, 0xEB: _take_pictures, 0x5C: _take_writer}
