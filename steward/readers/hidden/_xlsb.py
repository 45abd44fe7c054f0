"""Reads the binary parts of a workbook (XLSB) into a `Book`: sheets, names, shared texts, notes. Source: MS-XLSB 2.1.7."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from steward.readers.formats._xlsb import text
from steward.readers.hidden._book import Book, Comment, Name
from steward.readers.hidden._colors import SMALLEST_LETTERS
from steward.readers.hidden._package import Package
from steward.readers.hidden._xlsb_records import every_text, first_text, formula, rich_text, take_all, written
from steward.readers.hidden._xlsb_sheet import BinarySheet, finish, read_sheet
from steward.readers.hidden._xlsb_styles import Looks, read_looks
from steward.vocabulary.message import Message, say

_STATES = {1: "hidden", 2: "very_hidden"}
_HIDDEN, _BUILT_IN, _UNSEEN = 1, 0x20, 3
_RICH, _AIDED = 1, 2
_VIEW_BYTES, _MOST_VIEWS = 1_000, 1_000
_PERSONAL_VIEW = " - Personal View"
_PLACEHOLDER, _FOR_THREAD = "[Threaded comment", "tc="


@dataclass(kw_only=True)
class _Texts:
    """The shared texts: the parts of another font, as font and text, by the place of theirs."""

    plain: list[str] = field(default_factory=list)
    aids: list[str] = field(default_factory=list)
    parts: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


@dataclass(kw_only=True)
class _Listed:
    """What the part of the workbook lists."""

    book: Book
    sheets: list[tuple[str, str, str]] = field(default_factory=list)      # name, state, id of the way to its part
    views: int = 0


@dataclass(kw_only=True)
class _Notes:
    """The notes of one part."""

    where: Message
    authors: list[str] = field(default_factory=list)
    author: int = 0
    found: list[Comment] = field(default_factory=list)


def read_binary(book: Book, package: Package, main: str) -> None:
    """Fill the book from the binary parts; what is missing or broken is left empty."""
    listed, texts = _Listed(book=book), _Texts()
    take_all(_OF_BOOK, listed, package.content(main))
    for part in package.of("sharedStrings", path=r"xl/sharedStrings\.bin")[:1]:
        take_all(_OF_TEXTS, texts, package.content(part))
    styles = package.of("styles", path=r"xl/styles\.bin")[:1]
    theme = "".join(package.text(name) for name in package.of("theme", path=r"xl/theme/theme1\.xml")[:1])
    looks = read_looks(package.content(styles[0]) if styles else b"", theme)
    book.styles = looks.styles()
    _read_sheets(book, package, main, (listed, texts, looks))
    book.reading_aids = texts.aids


def _read_sheets(book: Book, package: Package, main: str, known: tuple[_Listed, _Texts, Looks]) -> None:
    (listed, texts, looks), used = known, set[int]()
    ways, places = {relation.id: relation.target for relation in package.relations(main)}, dict[str, str]()
    for name, state, way in listed.sheets:
        part = ways.get(way, "")
        found = read_sheet(package, part, name, state, looks.rules)
        sheet = finish(found, package, part, texts.plain)
        _color_parts(found, texts, looks)
        used.update(found.strings)
        book.sheets.append(sheet)
        places |= {relation.target.lower(): name for relation in package.relations(part)} if part else {}
    if listed.sheets:
        book.unused_strings = [one for place, one in enumerate(texts.plain) if place not in used and one.strip()]
    for part in package.of("comments", path=r"xl/comments\d*\.bin"):
        home = places.get(part.lower())
        notes = _Notes(where=say("Sheet {sheet}.", sheet=home) if home else say("In the workbook."))
        take_all(_OF_NOTES, notes, package.content(part))
        book.comments += notes.found


def _color_parts(found: BinarySheet, texts: _Texts, looks: Looks) -> None:
    """Tell of the parts of cells that have a color or size of their own."""
    for place, string in enumerate(found.strings) if texts.parts else ():
        for font, piece in texts.parts.get(string, ()):
            color, size = looks.font(font)
            if size < SMALLEST_LETTERS:
                found.sheet.tiny_texts.append((place, piece))
            elif color is not None:
                found.sheet.colored_texts.append((place, color, piece))


def _take_sheet(listed: _Listed, body: bytes) -> None:
    state, = struct.unpack_from("<I", body)
    way, place = text(body, 8)
    listed.sheets.append((first_text(body, place), _STATES.get(state & 3, "visible"), way))


def _take_name(listed: _Listed, body: bytes) -> None:
    flags, = struct.unpack_from("<I", body)
    name, place = text(body, 9)
    if flags & _BUILT_IN:
        return
    signs, place = formula(body, place)
    remark = first_text(body, place) if place + 4 <= len(body) else ""
    listed.book.names.append(Name(name=name, text=written(signs), is_hidden=bool(flags & _HIDDEN), comment=remark))


def _take_window(listed: _Listed, body: bytes) -> None:
    listed.book.is_window_hidden |= bool(body[28] & _UNSEEN)


def _take_folder(listed: _Listed, body: bytes) -> None:
    listed.book.paths.append(first_text(body))


def _take_person(listed: _Listed, body: bytes) -> None:
    """Take the name of who reserved the right to write."""
    if name := first_text(body, 4).strip():
        listed.book.properties.append(("lastmodifiedby", name))


def _take_view(listed: _Listed, body: bytes) -> None:
    """Take the name of somebody with a view of one's own."""
    listed.views += 1
    for name in every_text(body[:_VIEW_BYTES]) if listed.views < _MOST_VIEWS else ():
        person, is_personal, _ = name.partition(_PERSONAL_VIEW)
        if is_personal:
            listed.book.properties.append(("lastmodifiedby", person))


def _take_text(texts: _Texts, body: bytes) -> None:
    found, flags, place = rich_text(body)
    if flags & _RICH:
        count, = struct.unpack_from("<I", body, place)
        runs = list(struct.iter_unpack("<HH", body[place + 4:place + 4 + 4 * count]))
        ends = [*(begin for begin, _ in runs[1:]), len(found)]
        texts.parts[len(texts.plain)] = [(font, piece) for (begin, font), end in zip(runs, ends, strict=False)
                                         if (piece := found[begin:end]).strip()]
        place += 4 + 4 * count
    texts.plain.append(found)
    if flags & _AIDED and (aid := first_text(body, place).strip()):
        texts.aids.append(aid)


def _take_author(notes: _Notes, body: bytes) -> None:
    notes.authors.append(first_text(body).strip())


def _begin_note(notes: _Notes, body: bytes) -> None:
    notes.author, = struct.unpack_from("<I", body)


def _take_note(notes: _Notes, body: bytes) -> None:
    found = rich_text(body)[0].strip()
    author = notes.authors[notes.author] if notes.author < len(notes.authors) else ""
    if found and not found.startswith(_PLACEHOLDER) and not author.startswith(_FOR_THREAD):
        notes.found.append(Comment(where=notes.where, author=author, text=found))


_OF_BOOK: dict[int, Callable[[_Listed, bytes], None]] = {
    156: _take_sheet, 39: _take_name, 158: _take_window, 2071: _take_folder, 548: _take_person, 397: _take_view}
_OF_TEXTS: dict[int, Callable[[_Texts, bytes], None]] = {19: _take_text}
_OF_NOTES: dict[int, Callable[[_Notes, bytes], None]] = {632: _take_author, 635: _begin_note, 637: _take_note}
