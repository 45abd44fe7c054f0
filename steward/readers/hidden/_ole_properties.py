"""The properties that an old Office file keeps of itself. Source: MS-OLEPS 2; names by MS-OSHARED 2.3.3."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_NAMES = {2: "title", 3: "subject", 4: "creator", 5: "keywords", 6: "description", 8: "lastmodifiedby"}
_WORDS, _OFFICES = {2: "category", 26: "contentstatus"}, {14: "Manager", 15: "Company"}
SUMMARY, DOCUMENT = "\5SummaryInformation", "\5DocumentSummaryInformation"     # the streams they lie in
_GNUMERIC = ("meta:", "dc:", "gsf:")     # it writes properties of OpenDocument as one's own
_TITLES, _THUMBNAIL, _CODE_PAGE, _NAMES_OF_ONES_OWN = 13, 17, 1, 0
_BYTES, _LETTERS, _WHOLE, _LIST_OF_BYTES, _LIST_OF_LETTERS, _PICTURE = 0x1E, 0x1F, 3, 0x101E, 0x101F, 0x47
_UTF16 = 1200
_OF_MAC = 0xFFFFFFFE    # whose form a picture has
_MOST = 2_000


class Properties(NamedTuple):
    """What stands in the properties: names as in the newer files."""

    of_person: list[tuple[str, str]]
    of_office: list[tuple[str, str]]
    own: list[tuple[str, str]]
    has_thumbnail: bool


def properties(summary: bytes, document: bytes) -> Properties:
    """Return the properties of both streams; what is broken is left out."""
    found = Properties([], [], [], has_thumbnail=False)
    for section in _sections(summary)[:1]:
        found.of_person.extend((_NAMES[number], text) for number, text in section.texts() if number in _NAMES)
        found = found._replace(has_thumbnail=section.holds_picture_that_was_asked_for)
    sections = _sections(document)
    for section in sections[:1]:
        found.of_person.extend((_WORDS[number], text) for number, text in section.texts() if number in _WORDS)
        found.of_office.extend((_OFFICES[number], text) for number, text in section.texts() if number in _OFFICES)
        found.of_office.extend(("TitlesOfParts", title) for title in section.list_of(_TITLES))
    for section in sections[1:]:
        names = section.names()
        own = [(names.get(number, ""), text) for number, text in section.texts()]
        found.of_person.extend((name.partition(":")[2], text) for name, text in own if name.startswith(_GNUMERIC))
        found.own.extend(pair for pair in own if pair[0] not in _OFFICES.values() and not pair[0].startswith(_GNUMERIC))
        found.of_office.extend(pair for pair in own if pair[0] in _OFFICES.values())   # so LibreOffice keeps them
    return found


class _Section:
    """One set of properties by their numbers."""

    def __init__(self, content: bytes, start: int) -> None:
        self._content, self._start = content, start
        count = min(_MOST, _number(content, start + 4))
        self.places = {_number(content, at): start + _number(content, at + 4)
                       for at in range(start + 8, start + 8 + 8 * count, 8)}
        page = self.places.get(_CODE_PAGE)
        self._page = _number(content, page + 4) & 0xFFFF if page is not None else 1252

    @property
    def holds_picture_that_was_asked_for(self) -> bool:
        """Return whether a small picture lies there; Excel for the Mac keeps one of its own with every file."""
        place = self.places.get(_THUMBNAIL)
        return place is not None and _number(self._content, place + 8) != _OF_MAC

    def texts(self) -> Iterator[tuple[int, str]]:
        """Give the properties that are text or whole numbers."""
        for number, place in self.places.items():
            kind = _number(self._content, place) & 0xFFFF
            if number <= _CODE_PAGE:
                continue
            if kind in {_BYTES, _LETTERS} and (text := self._text(place + 4, kind)[0].strip()):
                yield number, text
            elif kind == _WHOLE:
                yield number, str(_number(self._content, place + 4))

    def list_of(self, number: int) -> list[str]:
        """Return the texts of a list."""
        place = self.places.get(number)
        if place is None or _number(self._content, place) & 0xFFFF not in {_LIST_OF_BYTES, _LIST_OF_LETTERS}:
            return []
        kind, found, at = _number(self._content, place) & 0xFF, list[str](), place + 8
        for _ in range(min(_MOST, _number(self._content, place + 4))):
            text, at = self._text(at, kind)
            found.append(text)
        return found

    def names(self) -> dict[int, str]:
        """Return the names of properties of one's own."""
        place, found = self.places.get(_NAMES_OF_ONES_OWN), dict[int, str]()
        if place is None:
            return found
        at = place + 4
        for _ in range(min(_MOST, _number(self._content, place))):
            number, count = _number(self._content, at), _number(self._content, at + 4)
            size = 2 * count if self._page == _UTF16 else count
            found[number] = self._decoded(self._content[at + 8:at + 8 + size])
            at += 8 + (-(-size // 4) * 4 if self._page == _UTF16 else size)
        return found

    def _text(self, place: int, kind: int) -> tuple[str, int]:
        count = _number(self._content, place)
        size = 2 * count if kind == _LETTERS else count
        content = self._content[place + 4:place + 4 + size]
        text = content.decode("utf-16-le", "replace").split("\0")[0] if kind == _LETTERS else self._decoded(content)
        return text, place + 4 + (-(-size // 4) * 4 if kind == _LETTERS or self._page == _UTF16 else size)

    def _decoded(self, content: bytes) -> str:
        names = {_UTF16: "utf-16-le", 65001: "utf-8", 10000: "mac-roman"}
        try:
            return content.decode(names.get(self._page, f"cp{self._page}"), "replace").split("\0")[0]
        except LookupError:
            return content.decode("cp1252", "replace").split("\0")[0]


def _sections(content: bytes) -> list[_Section]:
    if content[:2] != b"\xfe\xff":
        return []
    starts = [_number(content, 28 + 20 * number + 16) for number in range(min(2, _number(content, 24)))]
    try:
        return [_Section(content, start) for start in starts if start < len(content)]
    except struct.error:
        return []


def _number(content: bytes, place: int) -> int:
    return int.from_bytes(content[place:place + 4], "little")
