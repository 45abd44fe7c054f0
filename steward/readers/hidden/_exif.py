"""What a picture says of itself: Exif and XMP in JPEG, PNG, TIFF and WebP, text in PNG, GIF and SVG, captions of JPEG.

Source: Exif 2.32 (CIPA DC-008), PNG 1.2 section 11.3.4, IPTC-NAA record 2. Every offset is held against the length.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Literal

Order = Literal["little", "big"]
_STRUCTURE = frozenset((
    0x00FE, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0111, 0x0112, 0x0115, 0x0116, 0x0117, 0x011A, 0x011B, 0x011C, 0x0128,
    0x0131,
    0x0132, 0x013E, 0x013F, 0x0201, 0x0202, 0x0211, 0x0213, 0x0214, 0x8769, 0x8825, 0xA005, 0x9000, 0x9101, 0x9102, 0xA000,
    0xA001,
    0xA002, 0xA003, 0x0152, 0x0153, 0x013D, 0x0140, 0x8773, 0x83BB, 0x8649, 0x02BC))
_POINTERS = frozenset((0x8769, 0x8825))
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8}
_MARKER, _APP1, _APP13, _COMMENT = 0xFF, 0xE1, 0xED, 0xFE
_WINDOWS_TAGS = range(0x9C9B, 0x9CA0)     # title, comment, author, keywords, subject, in UTF-16
_MOST_ENTRIES, _MOST_CHUNKS = 500, 2_000
_PROGRAM_WORDS = re.compile(r"software|creation ?time|date:|icc|dpi|resolution|png:|colorspace|gamma|thumb::|pdf:|ps:|xmp|"
                            r"raw profile"
                            r"|signature|mtime|title$", re.IGNORECASE)
_PROGRAM_REMARK = re.compile(r"(?:file )?(?:created|creator|generated|compressed|optimized|made|produced|written|lead|ai |"
                             r"screenshot)|"
                             r".*(?:gd-jpeg|lavc|photoshop|imagemagick|matplotlib|paint|gimp|intel\(r\)|handmade)",
                             re.IGNORECASE)
_XMP_PERSON = re.compile(r"<(?:dc:creator|dc:rights|dc:description|dc:title|dc:contributor|"
                         r"photoshop:(?:Credit|City|AuthorsPosition|CaptionWriter)|exif:GPS\w+|"
                         r"Iptc4xmpCore:\w+|aux:OwnerName|aux:SerialNumber)\b|\b(?:exif:GPS\w+|photoshop:City|aux:\w*(?:Owner|Serial)\w*)=",
                         re.IGNORECASE)
_GIF_REMARK = re.compile(rb"!\xfe([\x01-\xff])", re.DOTALL)
_LETTERS = re.compile(r"[^\W_]{2}")


def notes(content: bytes) -> list[str]:
    """Return the notes inside a picture; technical ones are left out. A place or time without letters is told as a mark."""
    if content.startswith(b"\xff\xd8"):
        return list(_jpeg(content))
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return list(_png(content))
    if content[:4] in {b"II*\x00", b"MM\x00*"}:
        return list(_tiff(content))
    if content.startswith(b"GIF8"):
        remarks = (content[found.end():found.end() + found[1][0]] for found in _GIF_REMARK.finditer(content))
        return [text for remark in remarks for text in _remark(remark)]
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return list(_webp(content))
    return list(_xmp(content.decode("utf-8", "replace"))) if b"<svg" in content[:4000] else []


def _jpeg(content: bytes) -> Iterator[str]:
    place = 2
    for _ in range(_MOST_CHUNKS):
        if place + 4 > len(content) or content[place] != _MARKER or content[place + 1] in {0xDA, 0xD9}:
            return
        marker, size = content[place + 1], int.from_bytes(content[place + 2:place + 4], "big")
        body = content[place + 4:place + 2 + size]
        if marker == _APP1 and body.startswith(b"Exif\x00\x00"):
            yield from _tiff(body[6:])
        elif marker == _APP1 and b"xmpmeta" in body:
            yield from _xmp(body.decode("utf-8", "replace"))
        elif marker == _APP13:
            yield from _captions(body)
        elif marker == _COMMENT:
            yield from _remark(body)
        place += 2 + max(2, size)


def _webp(content: bytes) -> Iterator[str]:
    place = 12
    for _ in range(_MOST_CHUNKS):
        if place + 8 > len(content):
            return
        kind, size = content[place:place + 4], int.from_bytes(content[place + 4:place + 8], "little")
        body = content[place + 8:place + 8 + size]
        if kind == b"EXIF":
            yield from _tiff(body.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            yield from _xmp(body.decode("utf-8", "replace"))
        place += 8 + size + size % 2


def _png(content: bytes) -> Iterator[str]:
    place = 8
    for _ in range(_MOST_CHUNKS):
        if place + 8 > len(content):
            return
        size, kind = int.from_bytes(content[place:place + 4], "big"), content[place + 4:place + 8]
        body = content[place + 8:place + 8 + size]
        if kind == b"eXIf":
            yield from _tiff(body)
        elif kind in {b"tEXt", b"zTXt", b"iTXt"}:
            yield from _png_text(kind, body)
        place += 12 + size


def _png_text(kind: bytes, body: bytes) -> Iterator[str]:
    key, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = _inflated(rest[1:])
    elif kind == b"iTXt":
        rest = _international(rest)
    text, name = rest.decode("utf-8", "replace"), key.decode("latin-1")
    if "xmp" in name.lower():
        yield from _xmp(text)
    elif not _PROGRAM_WORDS.match(name) and _LETTERS.search(text) and not _PROGRAM_REMARK.match(text.strip()):
        yield text


def _international(rest: bytes) -> bytes:
    is_packed, tail = rest[:1] == b"\x01", rest[2:].split(b"\0", 2)
    text = tail[2] if len(tail) > 2 else b""  # noqa: PLR2004 - language, translated key, text
    return _inflated(text) if is_packed else text


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, 1 << 20)
    except zlib.error:
        return b""


def _tiff(block: bytes) -> Iterator[str]:
    order: Order = "little" if block[:2] == b"II" else "big"
    waiting, seen = [int.from_bytes(block[4:8], order)], set[int]()
    while waiting and len(seen) < 10:  # noqa: PLR2004 - main, Exif, GPS, thumbnail, and some to spare
        start = waiting.pop()
        if start in seen or start + 2 > len(block):
            continue
        seen.add(start)
        for number in range(min(_MOST_ENTRIES, int.from_bytes(block[start:start + 2], order))):
            entry = block[start + 2 + 12 * number:start + 14 + 12 * number]
            tag = int.from_bytes(entry[:2], order)
            if tag in _POINTERS:
                waiting.append(int.from_bytes(entry[8:12], order))
            elif tag not in _STRUCTURE and (text := _entry(block, entry, order)):
                yield text


def _entry(block: bytes, entry: bytes, order: Order) -> str:
    kind, count = int.from_bytes(entry[2:4], order), int.from_bytes(entry[4:8], order)
    size = _SIZES.get(kind, 0) * count
    at = int.from_bytes(entry[8:12], order)
    value = entry[8:8 + size] if size <= 4 else block[at:at + size]  # noqa: PLR2004 - small values stand in the entry
    tag = int.from_bytes(entry[:2], order)
    if kind in {2, 7} or tag in _WINDOWS_TAGS:
        text = value.decode("utf-16-le" if tag in _WINDOWS_TAGS else "latin-1", "replace").strip("\0 ")
        text = re.sub(r"^(?:ASCII|UNICODE|JIS)\0+", "", text).replace("\0", "")
        return text if _LETTERS.search(text) else ""
    return "GPS" if tag in {2, 4} and kind == 5 and any(value) else ""  # noqa: PLR2004 - latitude and longitude, as fractions


def _xmp(text: str) -> Iterator[str]:
    if _XMP_PERSON.search(text):
        yield re.sub(r"<[^<>]*>", " ", text)


def _captions(body: bytes) -> Iterator[str]:
    """Give the texts of record 2: by-line, caption, place."""
    for found in re.finditer(rb"\x1c\x02([\x05\x19\x28\x50\x55\x5a\x5c\x5f\x65\x6e\x73\x74\x78\x7a])(..)", body, re.DOTALL):
        size = int.from_bytes(found.group(2), "big")
        text = body[found.end():found.end() + size].decode("utf-8", "replace")
        if _LETTERS.search(text):
            yield text


def _remark(body: bytes) -> Iterator[str]:
    text = body.decode("utf-8", "replace").strip("\0 ")
    if _LETTERS.search(text) and not _PROGRAM_REMARK.match(text):
        yield text
