"""Texts, colors and areas in the records of a binary workbook (XLSB). Source: MS-XLSB 2.1.4, 2.5."""

import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import TypeVar

from steward.readers.formats._xlsb import area, records, text
from steward.readers.hidden._book import Area
from steward.readers.hidden._tags import Element
from steward.readers.hidden._xls_formula import BINARY, told

T = TypeVar("T")
_INDEXED, _RGB, _THEME = 1, 2, 3
_MOST_AREAS = 5_000
_SCANNED_BYTES = 1 << 14     # of one record, where a text may stand anywhere
_ATTRIBUTES = {_INDEXED: "indexed", _THEME: "theme"}


def take_all(takes: Mapping[int, Callable[[T, bytes], None]], target: T, part: bytes) -> None:
    """Let each record of a part be taken; one that is too short for what it should hold tells nothing."""
    for kind, body in records(part):
        if take := takes.get(kind):
            with suppress(struct.error, IndexError):
                take(target, body)


def first_text(body: bytes, place: int = 0) -> str:
    """Return the text at a place."""
    return text(body, place)[0]


def rich_text(body: bytes) -> tuple[str, int, int]:
    """Return a text that may have fonts and a reading aid: the text, its flags, and where it ends. Source: MS-XLSB 2.5.122."""
    found, end = text(body, 1)
    return found, body[0], end


def every_text(body: bytes, least: int = 2) -> Iterator[str]:
    """Give what looks like a text in a record, those of `least` letters at least, wherever it stands: length, then letters."""
    body, place = body[:_SCANNED_BYTES], 0
    while place + 4 < len(body):
        count, = struct.unpack_from("<I", body, place)
        end = place + 4 + 2 * count
        if least <= count and end <= len(body) and body[place + 4] and _is_written(found := body[place + 4:end].decode(
                "utf-16-le", "replace")):
            yield found
            place = end
        else:
            place += 1


def _is_written(found: str) -> bool:
    return "\ufffd" not in found and all(letter.isprintable() or letter in "\r\n\t" for letter in found)


def color(body: bytes, place: int) -> Element:
    """Return a color as the XML of a workbook has it. Source: MS-XLSB 2.5.19."""
    way, number, tint, red, green, blue, _ = struct.unpack_from("<BBh4B", body, place)
    if way >> 1 == _RGB:
        return Element({"rgb": f"{red:02X}{green:02X}{blue:02X}"}, "")
    name = _ATTRIBUTES.get(way >> 1)
    return Element({name: str(number), "tint": str(tint / 32767)} if name else {"auto": "1"}, "")


def areas(body: bytes, place: int) -> tuple[tuple[Area, ...], int]:
    """Return the ranges of a list, and where it ends."""
    count, = struct.unpack_from("<I", body, place)
    held = min(count, _MOST_AREAS, (len(body) - place - 4) // 16)
    return tuple(area(body, place + 4 + 16 * number) for number in range(held)), place + 4 + 16 * count


def formula(body: bytes, place: int) -> tuple[bytes, int]:
    """Return the signs of a formula, and where it ends with what stands behind it."""
    size, = struct.unpack_from("<I", body, place)
    more, = struct.unpack_from("<I", body, place + 4 + size)
    return body[place + 4:place + 4 + size], place + 8 + size + more


def written(signs: bytes) -> str:
    """Return a formula as far as its texts go."""
    return told(signs, form=BINARY)
