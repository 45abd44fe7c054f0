"""What the drawings of an old Office file say of their shapes, and the pictures in them. Source: MS-ODRAW 2.2."""

import re
import struct
from collections.abc import Iterator
from itertools import pairwise

_PROPERTIES = frozenset((0xF00B, 0xF122))
_FOLDER = 0xF
_DESCRIPTION, _IS_LONG = 0x0381, 0x8000
_PICTURE = re.compile(rb"\xff\xd8\xff[\xe0-\xee\xdb\xfe]|\x89PNG\r\n\x1a\n")
_MOST_PICTURES = 500
_END_OF_PNG = b"IEND\xaeB`\x82"


def descriptions(content: bytes) -> Iterator[str]:
    """Give the texts that stand for pictures and shapes."""
    place = 0
    while place + 8 <= len(content):
        head, kind, size = struct.unpack_from("<HHI", content, place)
        place += 8
        if kind in _PROPERTIES:
            yield from _described(content[place:place + size], head >> 4)
        if head & 0xF != _FOLDER:
            place += size


def _described(body: bytes, count: int) -> Iterator[str]:
    place = 6 * count
    for number in range(min(count, len(body) // 6)):
        name, size = struct.unpack_from("<HI", body, 6 * number)
        if name & _IS_LONG:
            text = body[place:place + size].decode("utf-16-le", "replace").strip("\0 ") if name & 0x3FFF == _DESCRIPTION else ""
            place += size
            if text:
                yield text


def pictures(content: bytes) -> list[bytes]:
    """Return the pictures (JPEG, PNG) that lie in the drawings of a workbook."""
    starts = [found.start() for found in _PICTURE.finditer(content)][:_MOST_PICTURES]
    return [_cut(content[begin:end]) for begin, end in pairwise([*starts, len(content)])]


def _cut(picture: bytes) -> bytes:
    end = picture.find(_END_OF_PNG)
    return picture[:end + 8] if picture.startswith(b"\x89") and end >= 0 else picture
